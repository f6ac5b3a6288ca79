"""What the rules about numbers share: the comparison of a passage with its source, and what excuses a finding."""

from __future__ import annotations

from ...bilingual.numbers.amount import FIRM
from ...bilingual.numbers.comparison import comparison, said
from ...bilingual.places import counterpart
from ...core.alignment import Partner

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ...bilingual.numbers.amount import Amount
    from ...bilingual.numbers.comparison import Comparison
    from ...bilingual.numbers.matching import Change
    from ...core.document import Passage
    from ...core.rule import Compared


def compared(passage: Passage) -> tuple[Passage, Comparison] | None:
    """The source of a passage, and how its numbers stand beside those of the passage; None if one of them says nothing."""
    source = passage.source
    if source is None or not any(map(str.isalnum, passage.text)) or not source.text.strip():
        return None
    return source, comparison(passage.text, passage.language.code, source.text, source.language.code)


def pairs(changes: Iterable[Change]) -> Iterator[tuple[Amount, Amount]]:
    """The changes that have both sides, one for each place of the translation."""
    met = set()
    for change in changes:
        if change.own and change.other and (change.own.start, change.own.end) not in met:
            met.add((change.own.start, change.own.end))
            yield change.own, change.other


def place_in(source: Passage, amount: Amount) -> tuple[Partner, int, int]:
    """Where an amount stands in the source document."""
    return counterpart(Partner.SOURCE, source, amount.start, amount.end)


def written(passage: Passage, amount: Amount) -> str:
    """An amount as it stands in the text."""
    return passage.text[amount.start : amount.end]


def sureness(mine: Amount, theirs: Amount) -> float:
    """How sure it is that one number stands for another: digits are seldom rendered by other digits, words more often."""
    return 0.85 if min(mine.level, theirs.level) >= FIRM else 0.75 if max(mine.level, theirs.level) >= FIRM else 0.65


def reference_says(compared: Compared) -> bool:
    """True if the reference says the number at the place of a finding as well."""
    passage, reference = compared.passage, compared.counterpart
    start, end = compared.finding.start - passage.start, compared.finding.end - passage.start
    marked = [each for each in said(passage.text, passage.language.code).between(start, end) if each.end <= end]
    values = said(reference.text, reference.language.code).values
    return any(not values.isdisjoint(each.values) for each in marked)
