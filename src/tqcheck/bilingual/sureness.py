"""How sure each bead of a path is: the share that all ways through it have of all ways there are (forward–backward sums).

The sums go over the places of a band around the path. Among the ways are those that leave a piece without a counterpart, so that a
bead is not sure only because there is no other.
"""

from __future__ import annotations

from math import exp, inf, log1p

from .lattice import SHAPES

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .lattice import Lattice
    from .windows import Windows

_NEGLIGIBLE = 30.0


class Sums:
    """Sums over all ways through a band, as logarithms: ``forward`` from the start, ``backward`` to the end.

    Each place of the band has two of them: the next step before it (after it, if backward) is a pair, or a gap.
    """

    def __init__(self, lattice: Lattice, windows: Windows) -> None:
        self._lattice = lattice
        self._windows = windows
        self._own, self._partner = len(lattice.own), len(lattice.partner)
        self._forward = [[(-inf, -inf)] * (high - low + 1) for low, high in windows]
        self._backward = [[(-inf, -inf)] * (high - low + 1) for low, high in windows]
        self._go_forward()
        self._go_backward()
        self.total = _added(*self._at(self._forward, self._own, self._partner))

    def pair(self, first: tuple[int, int], end: tuple[int, int]) -> float:
        """The share, from 0 to 1, of the ways that have a bead between these two places."""
        shape = SHAPES.index((end[0] - first[0], end[1] - first[1]))
        worth = self._lattice.kept_steps(*end)[shape]
        before = _added(*self._at(self._forward, *first))
        return self._share(before + worth + self._at(self._backward, *end)[0])

    def gap(self, first: tuple[int, int], end: tuple[int, int]) -> float:
        """The same for a step that has one side only."""
        before, before_gap = self._at(self._forward, *first)
        priors = self._lattice.priors
        return self._share(_added(before + priors.gap, before_gap + priors.longer_gap) + self._at(self._backward, *end)[1])

    def _share(self, worth: float) -> float:
        return min(exp(min(worth - self.total, 0.0)), 1.0)

    def _at(self, sums: list[list[tuple[float, float]]], row: int, column: int) -> tuple[float, float]:
        low, high = self._windows[row] if 0 <= row <= self._own else (1, 0)
        return sums[row][column - low] if low <= column <= high else (-inf, -inf)

    def _go_forward(self) -> None:
        priors = self._lattice.priors
        for row, (low, high) in enumerate(self._windows):
            for column in range(low, high + 1):
                if not row and not column:
                    self._forward[0][0] = 0.0, -inf
                    continue
                pair = -inf
                for (height, width), worth in zip(SHAPES, self._lattice.kept_steps(row, column), strict=True):
                    if worth > -inf:
                        pair = _added(pair, _added(*self._at(self._forward, row - height, column - width)) + worth)
                gap = -inf
                for before, before_gap in (self._at(self._forward, row - 1, column), self._at(self._forward, row, column - 1)):
                    gap = _added(gap, _added(before + priors.gap, before_gap + priors.longer_gap))
                self._forward[row][column - low] = pair, gap

    def _go_backward(self) -> None:
        priors = self._lattice.priors
        for row in range(self._own, -1, -1):
            low, high = self._windows[row]
            for column in range(high, low - 1, -1):
                if row == self._own and column == self._partner:
                    self._backward[row][column - low] = 0.0, 0.0
                    continue
                pair = -inf
                for shape, (height, width) in enumerate(SHAPES):
                    after = self._at(self._backward, row + height, column + width)[0]
                    if after > -inf:
                        pair = _added(pair, after + self._lattice.kept_steps(row + height, column + width)[shape])
                gap = _added(self._at(self._backward, row + 1, column)[1], self._at(self._backward, row, column + 1)[1])
                self._backward[row][column - low] = _added(pair, gap + priors.gap), _added(pair, gap + priors.longer_gap)


def _added(one: float, other: float) -> float:
    """The logarithm of the sum of two numbers given by their logarithms."""
    if one < other:
        one, other = other, one
    difference = one - other
    return one if not difference < _NEGLIGIBLE else one + log1p(exp(-difference))
