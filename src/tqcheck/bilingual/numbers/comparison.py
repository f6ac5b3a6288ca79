"""Comparison: the numbers of a text beside those of its partner, worked out once for all rules that look at the pair."""

from __future__ import annotations

from functools import lru_cache

from ...core.record import Row
from .matching import Change, Match
from .scanning import amounts
from .units import is_changed

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence


class Comparison(Row):
    """``changed`` have both sides, ``added`` only that of the text, ``missing`` only that of the partner; ``units`` are numbers that are
    the same and have another unit."""

    changed: Sequence[Change]
    added: Sequence[Change]
    missing: Sequence[Change]
    units: Sequence[Change]


@lru_cache(maxsize=8)
def comparison(text: str, language: str, other: str, other_language: str) -> Comparison:
    """Compare two texts by their BCP 47 codes; kept for the rules that ask next."""
    match = Match(amounts(text, language), amounts(other, other_language))
    changed = tuple(match.changed())
    alone = tuple(match.alone())
    units = tuple(Change(mine, theirs) for mine, theirs in match.pairs if is_changed(mine, theirs))
    return Comparison(changed, tuple(each for each in alone if each.own), tuple(each for each in alone if each.other), units)
