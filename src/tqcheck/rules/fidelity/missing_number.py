"""The rule missing-number."""

from __future__ import annotations

from collections.abc import Iterator

from ...bilingual.numbers.comparison import said
from ...core.alignment import Partner
from ...core.document import Passage
from ...core.finding import Finding, Severity
from ...core.rule import Bad, Compared, Good, Rule, Scope
from ._numbers import compared, place_in, written
from ._places import missing_from


class MissingNumber(Rule):
    """The translation does not say a number of its source.

    What it finds: digits, or a number word above two, of the source that the translation says in no form, while it says no other number
    instead. The finding stands at the sentence in which the number should be.

    Why it matters: something that the author said is lost.

    When it errs: where a free translation leaves out what its readers know.

    There is no fix: the sentence has to be translated anew.
    """

    severity = Severity.MAJOR
    scope = Scope.PAIR
    needs = frozenset({Partner.SOURCE})
    uses = frozenset({Partner.REFERENCE})
    bad = (
        Bad("⟦The mole was built in the past.⟧", source="Die Mole wurde 1985 gebaut."),
        Bad("It rained. ⟦The harbour has boats.⟧", source="Es regnete. Der Hafen hat vierzig Boote."),
        Bad("⟦Die Boote kosten viel.⟧", language="de", source="船价值三百二十万元。", source_language="zh"),
    )
    good = (
        Good("One of the boats left.", "small numbers", source="1 Boot fuhr ab."),
        Good("Dozens of boats left.", "a word for it", source="Les 12 bateaux sont partis.", source_language="fr"),
        Good("The boats left at noon.", "noon", source="Die Boote fuhren um 12 Uhr ab."),
        Good("The boats left in July.", "a month", source="船は7月に出た。", source_language="ja"),
        Good("The boats left at 3.", "noughts of a clock", source="Die Boote fuhren um 15:00 ab."),
        Good("The firm thrives.", "a word that begins like a number", source="Die Firma achtet darauf."),
        Good("The quarter-final is on Wednesday.", "a weekday", source="四分之一决赛在星期三。", source_language="zh"),
    )

    def check(self, passage: Passage) -> Iterator[Finding]:
        if found := compared(passage):
            source, comparison = found
            for theirs in dict.fromkeys(change.other for change in comparison.missing):
                if theirs:
                    message = f"The translation does not say “{written(source, theirs)}”, a number of its source."
                    place = missing_from(passage, source, theirs.start)
                    yield self.finding(passage, *place, message, score=0.6, counterparts=[place_in(source, theirs)])

    def is_excused(self, compared: Compared) -> bool:
        """True if the reference does not say the number either."""
        source = compared.passage.source
        if source is None or not compared.finding.counterparts:
            return False
        at = compared.finding.counterparts[0].start - source.start
        values = said(compared.counterpart.text, compared.counterpart.language.code).values
        return all(values.isdisjoint(each.values) for each in said(source.text, source.language.code).between(at, at))
