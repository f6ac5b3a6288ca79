"""The rule added-number."""

from __future__ import annotations

from collections.abc import Iterator

from ...core.alignment import Partner
from ...core.document import Passage
from ...core.finding import Finding, Severity
from ...core.rule import Bad, Compared, Good, Rule, Scope
from ._numbers import compared, reference_says, written


class AddedNumber(Rule):
    """The translation says a number that its source does not say.

    What it finds: digits, or a number word above two, that stand for nothing in the source, while all numbers of the source are said.

    Why it matters: the translation claims more than its author wrote.

    When it errs: where a translator explains (the year of an event, the full name of a plan), or where the source says the number by a
    word that is not known to.

    There is no fix: the number may be right.
    """

    severity = Severity.MAJOR
    scope = Scope.PAIR
    needs = frozenset({Partner.SOURCE})
    uses = frozenset({Partner.REFERENCE})
    bad = (
        Bad("The mole was built in ⟦1985⟧.", source="Damals wurde die Mole gebaut."),
        Bad("Il porto ha ⟦40⟧ barche.", language="it", source="The harbour has boats.", source_language="en"),
        Bad("The boat has ⟦seven⟧ sails.", source="Das Boot hat Segel."),
        Bad("港には⟦40⟧隻の船がある。", language="ja", source="The harbour has boats.", source_language="en"),
    )
    good = (
        Good("There was a new case of COVID-19 on the ferry.", "a number in a name", source="渡轮上有一例新冠病例。", source_language="zh"),
        Good("The boats left at 9:30.", "half an hour", source="船九点半离开。", source_language="zh"),
        Good("The boats left at 12:00.", "noon", source="Die Boote fuhren am Mittag ab."),
        Good("About 12 boats left.", "a dozen", source="Une douzaine de bateaux sont partis.", source_language="fr"),
        Good("Two people and another one left.", "small numbers", source="Leute gingen."),
        Good("A boat of 10 years.", "a decade", source="Ein Boot von einem Jahrzehnt."),
        Good("It costs 50%.", "half", source="Es kostet die Hälfte."),
    )

    def check(self, passage: Passage) -> Iterator[Finding]:
        found = compared(passage)
        places = {(change.own.start, change.own.end): change.own for change in found[1].added if change.own} if found else {}
        for (start, end), amount in places.items():
            message = f"The source does not say “{written(passage, amount)}”."
            yield self.finding(passage, start, end, message, score=0.65)

    def is_excused(self, compared: Compared) -> bool:
        """True if the reference says the number as well."""
        return reference_says(compared)
