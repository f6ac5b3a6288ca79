"""The rule changed-unit."""

from __future__ import annotations

from collections.abc import Iterator

from ...core.alignment import Partner
from ...core.document import Passage
from ...core.finding import Finding, Severity
from ...core.rule import Bad, Good, Rule, Scope
from ._numbers import compared, pairs, place_in, written


class ChangedUnit(Rule):
    """A number kept its digits and got another unit or currency.

    What it finds: equal numbers of which one has a unit or currency and the other has another that measures the same.

    Why it matters: five miles are not five kilometres.

    When it errs: where one name stands for several units; those that are often meant by one sign (dollars, crowns) are left alone.

    There is no fix: either the number or the unit may be meant.
    """

    severity = Severity.MAJOR
    scope = Scope.PAIR
    needs = frozenset({Partner.SOURCE})
    uses = frozenset()
    bad = (
        Bad("The harbour is ⟦5⟧ kilometers away.", source="Der Hafen ist 5 Meilen entfernt."),
        Bad("The net costs ⟦30⟧ euros.", source="Сеть стоит 30 рублей.", source_language="ru"),
        Bad("The boat costs $⟦300⟧.", source="这艘船要300欧元。", source_language="zh"),
        Bad("Das Boot wiegt ⟦40⟧ Pfund.", language="de", source="The boat weighs 40 kilograms.", source_language="en"),
    )
    good = (
        Good("The harbour is 8 kilometers away.", "converted", source="Der Hafen ist 5 Meilen entfernt."),
        Good("The harbour is 5 km away.", "a sign for a word", source="Гавань в 5 километрах отсюда.", source_language="ru"),
        Good("The net costs 30 dollars.", "one sign for many currencies", source="Das Netz kostet 30 US-Dollar."),
        Good("The harbour is 5 miles (8 km) away.", "both", source="Der Hafen ist 5 Meilen (8 km) entfernt."),
        Good("It was built in 1985 in Lund.", "not inches", source="1985 Meter hoch war es nicht, 1985 war es da."),
    )

    def check(self, passage: Passage) -> Iterator[Finding]:
        if found := compared(passage):
            source, comparison = found
            for mine, theirs in pairs(comparison.units):
                message = f"The source says “{written(source, theirs)}” in another unit: {theirs.unit}, not {mine.unit}."
                yield self.finding(passage, mine.start, mine.end, message, score=0.7, counterparts=[place_in(source, theirs)])
