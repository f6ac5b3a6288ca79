"""Matching: which amounts of two texts are the same, and what is left over."""

from __future__ import annotations

from fractions import Fraction

from ...core.record import Row
from .amount import FIRM, HINT, SOFT, WEAK, Amount, Kind
from .units import converts

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_MOST_COMPARED = 40
"""So many left-over amounts of each text are compared with each other; the others are taken as they are."""
_HUNDRED = 100


class Change(Row):
    """What one text says and the other does not: ``own`` of the translation, ``other`` of its partner; one may be missing."""

    own: Amount | None
    other: Amount | None


class Match:
    """Pairs off the amounts of two texts: same values first, then parts of them, then what may be the same in another form."""

    def __init__(self, own: Sequence[Amount], other: Sequence[Amount]) -> None:
        self._all = own, other
        self.pairs: list[tuple[Amount, Amount]] = []
        """What is the same in both."""
        own, other = self._same(own, other)
        own, other = self._same(_in_parts(own, other), _in_parts(other, own))
        own, other = _related(own, other)
        self.own = self._counting(own, self._all[1])
        self.other = self._counting(other, self._all[0])

    def _same(self, own: Sequence[Amount], other: Sequence[Amount]) -> tuple[list[Amount], list[Amount]]:
        """What is left after each amount of one text has taken one of the same value in the other."""
        by_value: dict[Fraction, list[Amount]] = {}
        for amount in sorted(other, key=lambda each: each.level):
            for value in amount.values:
                by_value.setdefault(value, []).append(amount)
        taken: set[int] = set()
        left = []
        for amount in sorted(own, key=lambda each: -each.level):
            found = self._free(amount, by_value, taken)
            if found is None:
                left.append(amount)
            else:
                taken.add(id(found))
                self.pairs.append((amount, found))
        return sorted(left, key=lambda each: each.start), [each for each in other if id(each) not in taken]

    @staticmethod
    def _free(amount: Amount, by_value: dict[Fraction, list[Amount]], taken: set[int]) -> Amount | None:
        """The best amount with one of the values that nobody has taken: of the same kind, and one that must be found if possible."""
        for value in amount.values:
            row = by_value.get(value, [])
            while row and id(row[-1]) in taken:
                row.pop()
            free = [each for each in row[-_MOST_COMPARED:] if id(each) not in taken]
            if free:
                return max(free, key=lambda each: (each.kind is amount.kind, each.unit == amount.unit, each.level))
        return None

    @staticmethod
    def _counting(left: Sequence[Amount], others: Sequence[Amount]) -> list[Amount]:
        """Those that must be found again; what the other text says as well, only less often, counts less."""
        said = {value for each in others for value in each.values}
        centuries = {value // _HUNDRED + 1 for value in said if _is_year(value) and value % 10 == 0}
        counting = []
        for amount in left:
            level = min(amount.level, WEAK) if said.intersection(amount.values) else amount.level
            if amount.values[0] in centuries:
                level = SOFT
            if level > SOFT:
                counting.append(amount._replace(level=level))
        return counting

    def changed(self) -> Iterator[Change]:
        """The amounts of the translation that stand for another one of its partner; what is left for `alone` is less after it."""
        numbers = (Kind.NUMBER, Kind.ORDINAL, Kind.CODE)
        for kinds in ((Kind.MONTH,), (Kind.ROMAN,), numbers, (Kind.ROMAN, *numbers)):
            if not self.own or not self.other:
                return
            own = [each for each in self.own if each.kind in kinds]
            other = [each for each in self.other if each.kind in kinds]
            least = FIRM if len(kinds) == len(Kind) - 1 else WEAK
            made = [Change(*pair) for pair in _couples(own, other) if max(pair[0].level, pair[1].level) >= least]
            gone = {id(each) for change in made for each in change}
            self.own = [each for each in self.own if id(each) not in gone]
            self.other = [each for each in self.other if id(each) not in gone]
            yield from made

    def alone(self) -> Iterator[Change]:
        """The amounts that only one of the texts says."""
        yield from (Change(each, None) for each in self.own if each.level >= FIRM)
        yield from (Change(None, each) for each in self.other if each.level >= FIRM)


def _couples(own: Sequence[Amount], other: Sequence[Amount]) -> Iterator[tuple[Amount, Amount]]:
    """The amounts of both texts in their order; hints stand in only where there are too few of the others."""
    rows = []
    for mine, theirs in ((own, other), (other, own)):
        sure = [each for each in mine if each.level > HINT]
        lacking = max(0, sum(each.level > HINT for each in theirs) - len(sure))
        hints = [each for each in mine if each.level == HINT][:lacking]
        rows.append(sorted([*sure, *hints], key=lambda each: each.start))
    return zip(*rows, strict=False)


def _in_parts(left: Sequence[Amount], others: Sequence[Amount]) -> list[Amount]:
    """The amounts, those that may be several numbers (3.40) replaced by their parts if the other text says one of them."""
    said = {value for each in others for values in ((*each.values,), *each.parts) for value in values}
    made: list[Amount] = []
    for amount in left:
        if amount.parts and any(said.intersection(part) for part in amount.parts):
            made += (
                amount._replace(values=part, parts=(), level=min(amount.level, FIRM if part[0] > 1 else SOFT)) for part in amount.parts
            )
        else:
            made.append(amount)
    return made


def _related(own: Sequence[Amount], other: Sequence[Amount]) -> tuple[list[Amount], list[Amount]]:
    """What is left of both without pairs that say the same in another unit, calendar or clock."""
    mine, theirs = list(own[:_MOST_COMPARED]), list(other[:_MOST_COMPARED])
    for amount in own[:_MOST_COMPARED]:
        found = next((each for each in theirs if is_related(amount, each)), None)
        if found is not None:
            mine.remove(amount)
            theirs.remove(found)
    return [*mine, *own[_MOST_COMPARED:]], [*theirs, *other[_MOST_COMPARED:]]


def is_related(one: Amount, two: Amount) -> bool:
    """True if two amounts may be the same in another form: 15 and 3 o'clock, 1950s and the fifties, 5 miles and 8 km, half and 50 %."""
    if converts(one, two):
        return True
    if Kind.MONTH in (one.kind, two.kind):
        return False
    return any(_may_be(min(a, b), max(a, b)) for a in one.values for b in two.values if a.denominator == b.denominator == 1)


def _may_be(small: Fraction, large: Fraction) -> bool:
    return (_is_year(large) and large % _HUNDRED == small) or _is_century(small, large) or _is_hour(small, large)


def _is_hour(small: Fraction, large: Fraction) -> bool:
    """True if a clock of twelve hours and one of twenty-four say the same: 3 and 15, midnight as 0, 12 and 24."""
    return (13 <= large <= 24 and large - small == 12) or (small == 0 and large in (12, 24))


def _is_year(value: Fraction) -> bool:
    return value.denominator == 1 and 1000 <= value < 2200


def _is_century(small: Fraction, year: Fraction) -> bool:
    """True if a year names a century: the 1800s are the 19th."""
    return _is_year(year) and year % _HUNDRED == 0 and small == year // _HUNDRED + 1
