"""The rule changed-final-mark."""

from __future__ import annotations

from collections.abc import Iterator

from ...bilingual.final_marks import ENDS_A_SENTENCE, final_mark, may_be_shortened
from ...core.alignment import Partner
from ...core.document import Passage
from ...core.finding import Finding, Severity
from ...core.rule import Bad, Good, Rule, Scope
from ._places import counterpart, up_to

_OF_TONE = 0.3
_TONES = frozenset({"stop", "exclamation", "ellipsis"})


class ChangedFinalMark(Rule):
    """The translation ends with a mark of another kind than the source.

    What it finds: a comma, colon, semicolon or dash at the end of a paragraph or string, where the source ends a sentence, or the
    other way round. An exclamation mark or an ellipsis for a stop is only told to those who ask for improbable findings too; question
    marks have rules of their own.

    Why it matters: what follows is read as a continuation, or what should follow is missing.

    When it errs: where languages introduce lists or letters with other marks.

    There is no fix: the sentence may have been cut off.
    """

    scope = Scope.PAIR
    needs = frozenset({Partner.SOURCE})
    uses = frozenset()
    bad = (
        Bad("The nets dry on the ⟦mole,⟧", source="Die Netze trocknen auf der Mole."),
        Bad("Take with ⟦you.⟧", source="携带：", source_language="zh"),
        Bad("The ferry leaves at ⟦noon:⟧", source="Паром уходит в полдень.", source_language="ru"),
    )
    good = (
        Good("The nets are dry.", "an exclamation that was taken down a tone", source="Die Netze sind trocken!"),
        Good("The nets are dry.", "the stop of another script", source="网干了。", source_language="zh"),
        Good("Does the ferry leave?", "a question: not for this rule", source="Die Fähre fährt."),
        Good("Dear Ines,", "the opening of a letter", source="Liebe Ines!"),
        Good("Weight in pounds:", "the stop of a shortened word", source="Gewicht in kg."),
    )

    def check(self, passage: Passage) -> Iterator[Finding]:
        source = passage.source
        if source is None:
            return
        theirs = final_mark(source.text, source.language.code)
        own = final_mark(passage.text, passage.language.code)
        kinds = {theirs.kind, own.kind}
        if len(kinds) == 1 or not kinds.isdisjoint(("", "question")) or may_be_shortened(source.text, theirs):
            return
        is_of_tone = kinds <= _TONES
        if not is_of_tone and (kinds.isdisjoint(ENDS_A_SENTENCE) or kinds == {"exclamation", "comma"}):
            return
        marks = source.text[theirs.start : theirs.end], passage.text[own.start : own.end]
        yield self.finding(
            passage,
            *up_to(passage, own.end),
            f"The source ends with “{marks[0]}”, the translation with “{marks[1]}”.",
            score=_OF_TONE if is_of_tone else 0.65,
            severity=Severity.NEUTRAL if is_of_tone else Severity.MINOR,
            counterparts=[counterpart(Partner.SOURCE, source, theirs.start, theirs.end)],
        )
