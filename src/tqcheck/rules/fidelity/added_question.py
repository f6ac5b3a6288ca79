"""The rule added-question."""

from __future__ import annotations

from collections.abc import Iterator

from ...bilingual.final_marks import final_mark
from ...bilingual.questions import Asked, asked, marks
from ...core.alignment import Partner
from ...core.document import Passage
from ...core.finding import Finding, Severity
from ...core.rule import Bad, Good, Rule, Scope
from ._places import up_to


class AddedQuestion(Rule):
    """The translation asks what the source states.

    What it finds: more question marks than the source has; sentences of the source that ask by a particle without a mark count as
    questions.

    Why it matters: the text says the opposite of what it should: that something is open.

    When it errs: where the source asks without mark or particle, as chat messages do.

    There is no fix: the words have to be put into another order.
    """

    severity = Severity.MAJOR
    scope = Scope.PAIR
    needs = frozenset({Partner.SOURCE})
    uses = frozenset()
    bad = (
        Bad("Do the nets dry on the ⟦mole?⟧", source="Die Netze trocknen auf der Mole."),
        Bad("Does the ferry leave at ⟦noon?⟧ We know it.", source="Паром уходит в полдень. Мы это знаем.", source_language="ru"),
        Bad("Who knows? The boat is ⟦late?⟧", source="谁知道？船晚点了。", source_language="zh"),
    )
    good = (
        Good("Do the nets dry on the mole?", "the source asks", source="Trocknen die Netze auf der Mole?"),
        Good("Has the boat left?", "a particle asks", source="船走了吗", source_language="zh"),
        Good("Has the boat left?", "a particle asks before a stop", source="船は出ましたか。", source_language="ja"),
        Good("Has the boat left?", "the question mark of Arabic", source="هل غادر القارب؟", source_language="ar"),
        Good("Could I have the key?", "the order of words asks", source="Könnte ich den Schlüssel haben."),
        Good("Which boat has left?", "a word asks, and the source has no mark at all", source="Welches Boot ist weg"),
        Good("See https://port.example/?boat=3 for the boat.", "an address", source="Siehe https://port.example/?boat=3 zum Boot."),
    )

    def check(self, passage: Passage) -> Iterator[Finding]:
        source = passage.source
        own = marks(passage.text, passage.language.code)
        if source is None or not own:
            return
        theirs = asked(source.text, source.language.code)
        if len(own) <= len(theirs.marks) + theirs.unmarked:
            return
        yield self.finding(
            passage, *up_to(passage, own[-1][1]), "The translation asks this, the source does not.", score=self._score(source, theirs)
        )

    def _score(self, source: Passage, theirs: Asked) -> float:
        """A word that asks may stand in an indirect question; without a final mark nobody knows whether a source asks."""
        kind = final_mark(source.text, source.language.code).kind
        if theirs.has_words:
            return 0.6 if kind == "stop" else 0.3
        return 0.85 if kind else 0.55
