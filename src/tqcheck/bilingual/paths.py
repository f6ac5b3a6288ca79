"""The best way through a lattice: dynamic programming, row by row, over the places of a band that are still promising."""

from __future__ import annotations

from itertools import pairwise
from math import inf

from ..core.record import Row
from .lattice import SHAPES

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from .lattice import Lattice
    from .windows import Windows

_BEAM = 25.0
"""Ways that are worth so much less than the best one of their row are given up."""
_WIDEST = 96
"""Places of a row that are gone on from."""
_REACH = max(columns for _, columns in SHAPES)
_UP, _LEFT = len(SHAPES), len(SHAPES) + 1
_FROM_GAP = 16


class _Row(Row):
    """One row of places from column ``first``: the worth of the best way to each that ends with a pair (``pairs``) or a gap (``gaps``),
    and the last step of either."""

    first: int
    pairs: list[float]
    gaps: list[float]
    pair_steps: bytearray
    gap_steps: bytearray

    @property
    def end(self) -> int:
        return self.first + len(self.pairs)

    def best(self, column: int) -> float:
        place = column - self.first
        return max(self.pairs[place], self.gaps[place]) if 0 <= place < len(self.pairs) else -inf


def best_path(lattice: Lattice, windows: Windows, steps: Callable[[int, int], tuple[float, ...]]) -> list[tuple[int, int]]:
    """The places of the best way, from (0, 0) to the end of both; ``steps`` is one of the lattice's ways to tell what steps are worth."""
    rows: list[_Row] = []
    last = len(lattice.own)
    for number in range(last + 1):
        row = _row(rows, number, windows, lattice, steps)
        rows.append(_promising(row) if number < last else row)
    return _traced(rows, len(lattice.partner))


def worth_of(path: Sequence[tuple[int, int]], lattice: Lattice, *, gaps: bool = True) -> float:
    """What all steps of a path are worth, with what its gaps cost or without."""
    total, was_gap = 0.0, False
    for (first, low), (end, high) in pairwise(path):
        is_gap = first == end or low == high
        if not is_gap:
            total += lattice.kept_steps(end, high)[SHAPES.index((end - first, high - low))]
        elif gaps:
            total += lattice.priors.longer_gap if was_gap else lattice.priors.gap
        was_gap = is_gap
    return total


def _row(rows: list[_Row], number: int, windows: Windows, lattice: Lattice, steps: Callable[[int, int], tuple[float, ...]]) -> _Row:
    last = len(lattice.partner)
    low, high = windows[number]
    above = rows[number - 1] if rows else _Row(0, [0.0], [-inf], bytearray(1), bytearray(1))
    first = max(above.first, low) if low < above.end else above.first
    forced = last if number == len(lattice.own) else max(low, first)
    row = _Row(first, [], [], bytearray(), bytearray())
    opened, longer = lattice.priors.gap, lattice.priors.longer_gap
    best = -inf
    for column in range(first, max(high, forced) + 1):
        if not number and not column:
            pair, step = 0.0, 0
        else:
            pair, step = _best_pair(rows, number, column, steps)
        gap, gap_step = _best_gap(above if rows else None, row, column, opened, longer)
        row.pairs.append(pair)
        row.pair_steps.append(step)
        row.gaps.append(gap)
        row.gap_steps.append(gap_step)
        best = max(best, pair, gap)
        if column >= forced and column >= above.end + _REACH and max(pair, gap) < best - _BEAM:
            break
    return row


def _best_pair(rows: list[_Row], number: int, column: int, steps: Callable[[int, int], tuple[float, ...]]) -> tuple[float, int]:
    befores = [rows[number - height].best(column - width) if number >= height and column >= width else -inf for height, width in SHAPES]
    if max(befores) == -inf:
        return -inf, 0
    totals = list(map(float.__add__, befores, steps(number, column)))
    best = max(totals)
    return best, totals.index(best)


def _best_gap(above: _Row | None, row: _Row, column: int, opened: float, longer: float) -> tuple[float, int]:
    best, step = -inf, _UP
    places = ((above, column, _UP), (row, column - 1, _LEFT))
    for before, at, direction in places:
        place = at - before.first if before else -1
        if before and 0 <= place < len(before.gaps):
            for worth, code in ((before.pairs[place] + opened, direction), (before.gaps[place] + longer, direction + _FROM_GAP)):
                if worth > best:
                    best, step = worth, code
    return best, step


def _promising(row: _Row) -> _Row:
    """The row without what is far from its best place."""
    worth = list(map(max, row.pairs, row.gaps))
    best = max(worth)
    middle = worth.index(best)
    start, end = max(0, middle - _WIDEST), min(len(worth), middle + _WIDEST)
    while worth[start] < best - _BEAM:
        start += 1
    while worth[end - 1] < best - _BEAM:
        end -= 1
    cut = slice(start, end)
    return _Row(row.first + start, row.pairs[cut], row.gaps[cut], row.pair_steps[cut], row.gap_steps[cut])


def _traced(rows: list[_Row], last: int) -> list[tuple[int, int]]:
    number, column = len(rows) - 1, last
    path = [(number, column)]
    place = column - rows[-1].first
    in_gap = rows[-1].gaps[place] > rows[-1].pairs[place]
    while number or column:
        row = rows[number]
        place = column - row.first
        if in_gap:
            step = row.gap_steps[place]
            in_gap = step >= _FROM_GAP
            height, width = (1, 0) if step % _FROM_GAP == _UP else (0, 1)
        else:
            height, width = SHAPES[row.pair_steps[place]]
        number, column = number - height, column - width
        if height and width:
            before = rows[number]
            in_gap = before.gaps[column - before.first] > before.pairs[column - before.first]
        path.append((number, column))
    return path[::-1]
