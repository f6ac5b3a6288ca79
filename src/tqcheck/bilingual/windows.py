"""Where in the partner each piece may have its counterpart: a band around what is sure, so that a search is linear.

Pieces that share what is rare in both texts are candidates; the heaviest chain of them that runs in one direction is taken
(longest increasing subsequence by weight, with a binary indexed tree). Between its links the band widens.
"""

from __future__ import annotations

from bisect import bisect_right
from itertools import pairwise

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    Windows = Sequence[tuple[int, int]]
    """For each number of own pieces that are done, from 0 to all, the least and the greatest number of the partner's."""

_SURE = 5.0
"""A candidate has to weigh this much: two rare keys, or one that nothing else has."""
_LEAST_WIDTH = 8
_SLOPE = 0.25


def chain(candidates: Mapping[tuple[int, int], float]) -> list[tuple[int, int]]:
    """The heaviest row of candidates in which both numbers rise."""
    sure = sorted(((own, -partner, weight) for (own, partner), weight in candidates.items() if weight >= _SURE))
    columns = sorted({-partner for _, partner, _ in sure})
    best: list[tuple[float, int]] = [(0.0, -1)] * (len(columns) + 1)
    before: list[int] = []
    for number, (_, partner, weight) in enumerate(sure):
        column = bisect_right(columns, -partner)
        total, last = _best_below(best, column - 1)
        before.append(last)
        _raise_at(best, column, (total + weight, number))
    _, number = _best_below(best, len(columns))
    links: list[tuple[int, int]] = []
    while number >= 0:
        links.append((sure[number][0], -sure[number][1]))
        number = before[number]
    return _without_detours(links[::-1])


def _without_detours(links: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The links but for those that leave the way on which the ones before and after lie: chance has its rare keys, too."""
    kept: list[tuple[int, int]] = []
    for number, link in enumerate(links):
        before = kept[-1] if kept else None
        after = links[number + 1] if number + 1 < len(links) else None
        if before is None or after is None or _shift(before, link) + _shift(link, after) - _shift(before, after) <= _LEAST_WIDTH:
            kept.append(link)
    return kept


def _shift(link: tuple[int, int], other: tuple[int, int]) -> int:
    return abs((other[0] - link[0]) - (other[1] - link[1]))


def _best_below(tree: Sequence[tuple[float, int]], place: int) -> tuple[float, int]:
    best = (0.0, -1)
    while place > 0:
        best = max(best, tree[place])
        place &= place - 1
    return best


def _raise_at(tree: list[tuple[float, int]], place: int, value: tuple[float, int]) -> None:
    while place < len(tree):
        if value > tree[place]:
            tree[place] = value
        place += place & -place


def windows(links: Sequence[tuple[int, int]], own: int, partner: int) -> Windows:
    """The band around the links, for ``own`` and ``partner`` pieces."""
    knots = [(0, 0), *((first + 1, second + 1) for first, second in links), (own, partner)]
    rows: list[tuple[int, int]] = []
    for (first, low), (end, high) in pairwise(knots):
        width = _LEAST_WIDTH + _SLOPE * max(high - low, end - first)
        least, most = max(low - _LEAST_WIDTH, 0), min(high + _LEAST_WIDTH, partner)
        for row in range(first, end):
            middle = low + (high - low) * (row - first) / (end - first)
            rows.append((max(least, int(middle - width)), min(most, int(middle + width + (high - low) / (end - first)) + 1)))
    rows.append((max(partner - _LEAST_WIDTH, 0), partner))
    return rows


def around(path: Sequence[tuple[int, int]], own: int, partner: int, width: int) -> Windows:
    """The band of this width around the straight lines between the places of a path from (0, 0) to (own, partner)."""
    least = [partner] * (own + 1)
    most = [0] * (own + 1)
    for (first, low), (end, high) in pairwise(path):
        rise = (high - low) / max(end - first, 1)
        for row in range(first, end + 1):
            middle = low + rise * (row - first)
            least[row] = min(least[row], int(max(middle - rise, low)))
            most[row] = max(most[row], int(min(middle + rise, high)) + 1 if rise else high, high if first == end else 0)
    return [(max(low - width, 0), min(high + width, partner)) for low, high in zip(least, most, strict=True)]


def without_corners(path: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The path with gaps that follow each other as one step: what was left out on both sides may belong together after all."""
    made: list[tuple[int, int]] = []
    was_gap = False
    for number, place in enumerate(path):
        is_gap = number > 0 and (place[0] == path[number - 1][0] or place[1] == path[number - 1][1])
        if is_gap and was_gap:
            made.pop()
        made.append(place)
        was_gap = is_gap
    return made
