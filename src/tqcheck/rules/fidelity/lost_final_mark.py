"""The rule lost-final-mark."""

from __future__ import annotations

from collections.abc import Iterator

from ...bilingual.final_marks import ENDS_A_SENTENCE, WITHOUT_STOPS, final_mark, mark_of, may_be_shortened
from ...core.alignment import Partner
from ...core.document import Passage
from ...core.finding import Finding
from ...core.language import primary
from ...core.rule import Bad, Good, Rule, Scope
from ._places import counterpart, last_word

_FEW_WORDS = 6
_CLOSES_SPEECH = ("」", "』")


class LostFinalMark(Rule):
    """The source ends with a final mark, the translation with none.

    What it finds: a paragraph or string without stop, question mark, exclamation mark or ellipsis at its end, where the source has one,
    in whatever script.

    Why it matters: the mark was lost, or the sentence was cut off.

    When it errs: where the stop of the source belongs to a shortened word in a heading.

    The fix puts the mark of the translation's language at the end.
    """

    scope = Scope.PAIR
    needs = frozenset({Partner.SOURCE})
    uses = frozenset()
    bad = (
        Bad("The nets dry on the ⟦mole⟧", fixed="The nets dry on the mole.", source="Die Netze trocknen auf der Mole."),
        Bad("The ferry leaves at ⟦noon⟧", fixed="The ferry leaves at noon.", source="渡轮中午出发。", source_language="zh"),
        Bad(
            "He called it “a small ⟦miracle⟧”",
            fixed="He called it “a small miracle.”",
            source="Он назвал это «малым чудом».",
            source_language="ru",
        ),
        Bad("The boat has a red ⟦sail⟧", fixed="The boat has a red sail.", source="नाव का पाल लाल है।", source_language="hi"),
        Bad("网在码头上晾⟦干⟧", fixed="网在码头上晾干。", language="zh", source="The nets dry on the quay.", source_language="en"),
    )
    good = (
        Good("The nets dry on the mole", "the source has none either", source="Die Netze trocknen auf der Mole"),
        Good("He called it “a small miracle.”", "the mark stands inside the closing mark", source="Er nannte es „ein kleines Wunder“."),
        Good("The ferry is late …", "another mark", source="Die Fähre hat Verspätung."),
        Good("Price per kg", "the stop of a shortened word", source="Preis je kg."),
        Good("เรือออกตอนเที่ยง", "a language without stops", language="th", source="The boat leaves at noon.", source_language="en"),
        Good(
            "「船は昼に出る」",
            "Japanese speech ends with its mark",
            language="ja",
            source="“The boat leaves at noon.”",
            source_language="en",
        ),
    )

    def check(self, passage: Passage) -> Iterator[Finding]:
        source = passage.source
        if source is None or primary(passage.language.code) in WITHOUT_STOPS or passage.text.endswith(_CLOSES_SPEECH):
            return
        theirs = final_mark(source.text, source.language.code)
        own = final_mark(passage.text, passage.language.code)
        if theirs.kind not in ENDS_A_SENTENCE or own.kind or not len(passage.words):
            return
        is_doubtful = may_be_shortened(source.text, theirs)
        if is_doubtful and len(source.words) < _FEW_WORDS:
            return
        yield self.finding(
            passage,
            *last_word(passage),
            f"The source ends with “{source.text[theirs.start : theirs.end]}”, the translation with no mark.",
            score=0.6 if is_doubtful else 0.9,
            edits=[(own.end, own.end, mark_of(theirs.kind, passage.language.code))],
            counterparts=[counterpart(Partner.SOURCE, source, theirs.start, theirs.end)],
        )
