"""Comparison: the numbers of a text, and beside those of its partner, worked out once for all rules and findings that ask."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from functools import lru_cache

from ...core.record import Row
from .matching import Change, Match
from .scanning import amounts
from .units import is_changed

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from fractions import Fraction

    from .amount import Amount


class Comparison(Row):
    """``changed`` have both sides, ``added`` only that of the text, ``missing`` only that of the partner; ``units`` are numbers that are
    the same and have another unit."""

    changed: Sequence[Change]
    added: Sequence[Change]
    missing: Sequence[Change]
    units: Sequence[Change]


class Said(Row):
    """What numbers a text says: the amounts in order, where they start, and all their values."""

    amounts: Sequence[Amount]
    starts: Sequence[int]
    values: frozenset[Fraction]

    def between(self, first: int, last: int) -> Sequence[Amount]:
        """The amounts that start from one place to another."""
        return self.amounts[bisect_left(self.starts, first) : bisect_right(self.starts, last)]


@lru_cache(maxsize=8)
def said(text: str, language: str) -> Said:
    """The numbers of a text, by its BCP 47 code; kept for the findings that ask next."""
    found = tuple(amounts(text, language))
    return Said(found, tuple(each.start for each in found), frozenset(value for each in found for value in each.values))


@lru_cache(maxsize=8)
def comparison(text: str, language: str, other: str, other_language: str) -> Comparison:
    """Compare two texts by their BCP 47 codes; kept for the rules that ask next."""
    match = Match(said(text, language).amounts, said(other, other_language).amounts)
    changed = tuple(match.changed())
    alone = tuple(match.alone())
    units = tuple(Change(mine, theirs) for mine, theirs in match.pairs if is_changed(mine, theirs))
    return Comparison(changed, tuple(each for each in alone if each.own), tuple(each for each in alone if each.other), units)
