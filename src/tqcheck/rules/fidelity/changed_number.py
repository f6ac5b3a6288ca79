"""The rule changed-number."""

from __future__ import annotations

from collections.abc import Iterator

from ...core.alignment import Partner
from ...core.document import Passage
from ...core.finding import Finding, Severity
from ...core.rule import Bad, Compared, Good, Rule, Scope
from ._numbers import compared, pairs, place_in, reference_says, sureness, written


class ChangedNumber(Rule):
    """The translation says another number than its source.

    What it finds: a number, date, time or month of the translation that the source does not say, where a number of the source is not
    said. Numbers are compared by value: in digits, words or Roman numerals, with the marks of their language.

    Why it matters: readers act on numbers, and cannot see that they are wrong.

    When it errs: where a free translation says another number that is right as well (the day after for the day before).

    There is no fix: the source may mean its number in a form that only a person knows.
    """

    severity = Severity.MAJOR
    scope = Scope.PAIR
    needs = frozenset({Partner.SOURCE})
    uses = frozenset({Partner.REFERENCE})
    bad = (
        Bad("The mole was built in ⟦1985⟧.", source="Die Mole wurde 1958 gebaut."),
        Bad("⟦Five⟧ boats left the harbour.", source="Drei Boote verließen den Hafen."),
        Bad("The ferry carries ⟦15 million⟧ people.", source="这艘渡轮运送了150万人。", source_language="zh"),
        Bad("The boat is ⟦1.234⟧ metres long.", source="Das Boot ist 1.234 Meter lang."),
        Bad("The fair opens on ⟦June⟧ 13.", source="集市于7月13日开幕。", source_language="zh"),
        Bad("It was founded in the ⟦20⟧th century.", source="Основан в XIX веке.", source_language="ru"),
        Bad("Das Netz wiegt ⟦siebzehn⟧ Kilo.", language="de", source="The net weighs seventy-one kilos.", source_language="en"),
        Bad("It is a ⟦three⟧-year-old boat.", source="Это двухлетняя лодка.", source_language="ru"),
        Bad("The ⟦nine⟧ nets are dry.", source="Las siete redes están secas.", source_language="es"),
        Bad("The F-⟦36⟧ landed.", source="Die F-35 landete."),
    )
    good = (
        Good("The fund holds 1,234.5 crowns.", "marks of another language", source="Der Fonds hält 1.234,5 Kronen."),
        Good("The fund holds 1,234.5 crowns.", "spaces between groups", source="Le fonds compte 1 234,5 couronnes.", source_language="fr"),
        Good(
            "The fund holds 1,234.5 crowns.", "apostrophes between groups", source="Der Fonds hält 1’234.5 Kronen.", source_language="de-CH"
        ),
        Good("Ten boats left.", "a word for digits", source="10 лодок вышли в море.", source_language="ru"),
        Good("The ferry carries 1.5 million people.", "ten thousands", source="这艘渡轮运送了150万人。", source_language="zh"),
        Good("The harbour is 8 km away.", "converted", source="The harbour is 5 miles away.", source_language="en"),
        Good("The mole was built in 2024.", "the year of an era", source="防波堤は令和6年に建てられた。", source_language="ja"),
        Good("The ferry leaves at 3 p.m.", "twelve hours", source="Die Fähre fährt um 15 Uhr ab."),
        Good("It was in the 1850s.", "a decade of a century", source="Es war in den 50ern des 19. Jahrhunderts."),
        Good("Both boats left; one of them came back.", "small numbers", source="Die zwei Boote fuhren, eins kam zurück."),
        Good("On 3 May 2021 it rained.", "a date in digits", source="Am 3.5.2021 regnete es."),
        Good("The nets cost 300,000 rupees.", "lakh", source="जालों की कीमत तीन लाख रुपये है।", source_language="hi"),
        Good("One third of the nets is torn.", "a fraction", source="三分之一的渔网破了。", source_language="zh"),
        Good("The boats left at 9:30.", "the hour that has begun", source="Čluny odjely v půl desáté.", source_language="cs"),
        Good("It costs 2.5 million.", "and a half", source="Cuesta dos millones y medio.", source_language="es"),
        Good("It was in the 20th century.", "Roman numerals with an ending", source="C’était au XXe siècle.", source_language="fr"),
        Good("It was in the 20th century.", "a century by its hundreds", source="Era nel Novecento.", source_language="it"),
        Good("Room B-12 is free.", "a name kept as it is", source="La habitación B-12 está libre.", source_language="es"),
    )

    def check(self, passage: Passage) -> Iterator[Finding]:
        if found := compared(passage):
            source, comparison = found
            for mine, theirs in pairs(comparison.changed):
                message = f"The source says “{written(source, theirs)}” where the translation says “{written(passage, mine)}”."
                yield self.finding(
                    passage, mine.start, mine.end, message, score=sureness(mine, theirs), counterparts=[place_in(source, theirs)]
                )

    def is_excused(self, compared: Compared) -> bool:
        """True if the reference says the number as well."""
        return reference_says(compared)
