"""Which stretches are much less like their reference than the document's others: judged by its own spread, never by a fixed value.

Two translations of one text differ more where they are short, so each stretch is compared with those whose references are about
as long. A paraphrase is like its reference in names and in the words that hardly change; so being low is not enough, unless it is
very low: the stretch must be no nearer to its own reference than to those of others.
"""

from __future__ import annotations

from statistics import median

from ..core.record import Row
from .surface import is_unspaced, similarities

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

FEWEST = 50
"""In a document with fewer aligned stretches nothing can be said of its spread."""
LOW = 1.5
"""So many robust standard deviations below the median is low. docs/metrics.md has the figures from which this was chosen."""
OTHERS = 10
"""With so many other references is a low stretch compared."""
SHORTEST, SHORTEST_UNSPACED = 40, 15
"""Stretches whose reference has fewer characters are left alone: so little can be said in other words altogether. (The second
number is for languages that write no spaces.)"""
_WINDOW, _STEP = 75, 25
_SPREAD_OF_MAD = 1.4826
"""What makes the median absolute deviation of a normal distribution its standard deviation."""
_LEAST_SPREAD = 5.0
"""Where most stretches are the reference word for word, a changed word is no outlier."""


class Outlier(Row):
    """A stretch, by its number, that has no more in common with its reference than with others.

    ``similarity`` is its chrF (0 to 100), ``usual`` the median of stretches about as long.
    """

    number: int
    similarity: float
    usual: float


def outliers(pairs: Sequence[tuple[str, str]], language: str) -> Iterator[Outlier]:
    """The outliers among the stretches of one document, each with its reference."""
    if len(pairs) < FEWEST:
        return
    shortest = SHORTEST_UNSPACED if is_unspaced(language) else SHORTEST
    found = similarities(pairs, language)
    order = sorted(range(len(pairs)), key=lambda number: len(pairs[number][1]))
    for first in range(0, len(order), _STEP):
        usual, spread = _spread([found[number] for number in _around(order, first + _STEP // 2, _WINDOW)])
        for place in range(first, min(first + _STEP, len(order))):
            number = order[place]
            is_low = found[number] <= usual - LOW * spread and len(pairs[number][1]) >= shortest
            if is_low and found[number] <= _nearest_other(pairs, order, place, language):
                yield Outlier(number, found[number], usual)


def _spread(values: Sequence[float]) -> tuple[float, float]:
    """The median, and a robust standard deviation of the upper half: what is wrong lies in the lower one, and would hide itself."""
    middle = median(values)
    return middle, max(_SPREAD_OF_MAD * median(value - middle for value in values if value >= middle), _LEAST_SPREAD)


def _around(order: Sequence[int], place: int, count: int) -> Sequence[int]:
    """So many of a sequence around a place, or all of it."""
    first = max(0, min(place - count // 2, len(order) - count))
    return order[first : first + count]


def _nearest_other(pairs: Sequence[tuple[str, str]], order: Sequence[int], place: int, language: str) -> float:
    """The greatest likeness of a stretch with the references of others that are about as long."""
    own = pairs[order[place]]
    others = [pairs[number][1] for number in _around(order, place, OTHERS + 1) if number != order[place]]
    return max(similarities([(own[0], other) for other in others if other != own[1]], language), default=0.0)
