"""The rule lost-question."""

from __future__ import annotations

from collections.abc import Iterator

from ...bilingual.cues import cues
from ...bilingual.questions import asked, marks, reports_a_question
from ...core.alignment import Partner
from ...core.document import Passage
from ...core.finding import Finding, Severity
from ...core.rule import Bad, Good, Rule, Scope
from ._places import counterpart, up_to

_OF_AN_INDIRECT_ONE = 0.3


class LostQuestion(Rule):
    """The source asks what the translation states.

    What it finds: fewer question marks than the source has, unless the translation asks by a particle, or may ask indirectly (“They
    want to know whether …”).

    Why it matters: the text says that something is so which the source leaves open.

    When it errs: where a question of politeness was rendered as a request.

    There is no fix: the words have to be put into another order.
    """

    severity = Severity.MAJOR
    scope = Scope.PAIR
    needs = frozenset({Partner.SOURCE})
    uses = frozenset()
    bad = (
        Bad("The nets dry on the ⟦mole.⟧", source="Trocknen die Netze auf der Mole?"),
        Bad("Will the ferry be ⟦late.⟧", source="¿Llegará tarde el barco?", source_language="es"),
        Bad("Ines, where is the ⟦boat.⟧", source="Ines, wo ist das Boot?"),
        Bad("The boat has ⟦left.⟧", source="船走了吗？", source_language="zh"),
        Bad("The boat has a red ⟦sail.⟧", source="هل للقارب شراع أحمر؟", source_language="ar"),
    )
    good = (
        Good("Do the nets dry on the mole?", "both ask", source="Trocknen die Netze auf der Mole?"),
        Good("My friends asked me if I was cold.", "an indirect question", source="朋友问我，冷不冷？", source_language="zh"),
        Good("Nobody says where the nets come from.", "an indirect question", source="这些网从何而来，没人说？", source_language="zh"),
        Good("船は出ましたか。", "Japanese asks by a particle", language="ja", source="Has the boat left?", source_language="en"),
        Good("It is late.", "the source has no mark", source="Es ist spät."),
    )

    def check(self, passage: Passage) -> Iterator[Finding]:
        source = passage.source
        theirs = marks(source.text, source.language.code) if source else []
        if source is None or not theirs or not len(passage.words):
            return
        own = asked(passage.text, passage.language.code)
        if len(own.marks) + own.unmarked >= len(theirs):
            return
        may_be_indirect = own.has_words or reports_a_question(passage.text, passage.language.code)
        yield self.finding(
            passage,
            *up_to(passage, len(passage.text.rstrip())),
            "The source asks this, the translation does not.",
            score=_OF_AN_INDIRECT_ONE if may_be_indirect and not self._asks_directly(passage) else 0.8,
            counterparts=[counterpart(Partner.SOURCE, source, *theirs[-1])],
        )

    def _asks_directly(self, passage: Passage) -> bool:
        """True if the last sentence has the order of a question, at its start or behind a comma: only its mark is wrong."""
        words, text = passage.words, passage.text
        start = passage.sentences[-1].start
        first = words.at(start)
        places = [first, *(number for number in range(first + 1, len(words)) if "," in text[words.ends[number - 1] : words.starts[number]])]
        return any(self._is_question(passage, number) for number in places)

    def _is_question(self, passage: Passage, number: int) -> bool:
        lower = passage.words.lower[number : number + 3]
        verbs = passage.language.words("words", "auxiliaries")
        known = cues(passage.language.code)
        return bool(lower) and (lower[0] in verbs or (known is not None and lower[0] in known.asks and not verbs.isdisjoint(lower[1:])))
