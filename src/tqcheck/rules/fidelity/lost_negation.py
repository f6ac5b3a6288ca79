"""The rule lost-negation."""

from __future__ import annotations

from collections.abc import Iterator

from ...bilingual.negation import denials, may_deny
from ...bilingual.questions import marks
from ...core.alignment import Partner
from ...core.document import Passage
from ...core.finding import Finding, Severity
from ...core.rule import Bad, Good, Rule, Scope, Stage
from ._places import counterpart, missing_from


class LostNegation(Rule):
    """The translation affirms what the source denies.

    What it finds: a source with “not”, “never” or their like, where no word of the translation denies anything, not even by a prefix.
    Questions are left alone: many languages ask politely by a denial.

    Why it matters: the translation says the opposite.

    When it errs: where the translation affirms the contrary (“is absent” for “is not there”). So it runs only on request.

    There is no fix: the place of the denial is not known.
    """

    severity = Severity.MAJOR
    stage = Stage.PREVIEW
    scope = Scope.PAIR
    needs = frozenset({Partner.SOURCE})
    uses = frozenset()
    bad = (
        Bad("⟦The nets dry on the mole.⟧", source="Die Netze trocknen nicht auf der Mole."),
        Bad("⟦The ferry leaves at noon.⟧", source="Паром не уходит в полдень.", source_language="ru"),
    )
    good = (
        Good("The nets do not dry.", "both deny", source="Die Netze trocknen nicht."),
        Good("The harbour is unsafe.", "a prefix denies", source="Der Hafen ist nicht sicher."),
        Good("The crew lacked water.", "a verb that denies", source="Die Mannschaft hatte kein Wasser."),
        Good("Would you like to come aboard?", "a polite question", source="Вы не хотите подняться на борт?", source_language="ru"),
        Good("At least five boats are here.", "“not less than”", source="Здесь не менее пяти лодок.", source_language="ru"),
    )

    def check(self, passage: Passage) -> Iterator[Finding]:
        source = passage.source
        if source is None or not len(passage.words) or marks(source.text, source.language.code):
            return
        theirs = denials(source.text, source.language.code)
        if theirs and not may_deny(passage.text, passage.language.code):
            word = source.text[theirs[0][0] : theirs[0][1]]
            yield self.finding(
                passage,
                *missing_from(passage, source, theirs[0][0]),
                f"The source denies something here: “{word}”.",
                score=0.55,
                counterparts=[counterpart(Partner.SOURCE, source, *theirs[0])],
            )
