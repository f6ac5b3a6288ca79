"""All ways to pair the pieces of two texts, and what each step of one is worth.

A place (row, column) says how many pieces of each side are done. A step is a bead: some pieces of one's own and of the partner's
that belong together. Its worth is the logarithm of how much likelier these pieces are when they belong together than when they
do not, so that ways that have come to different places can be compared.
"""

from __future__ import annotations

from collections import Counter
from math import exp, inf, log

from ..core.record import Record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from .evidence import Evidence
    from .lengths import LengthBackground, LengthModel

SHAPES = ((1, 1), (2, 1), (1, 2), (2, 2), (3, 1), (1, 3))
"""How many pieces of each side a bead may hold, beside those of gaps, which have one side only."""


_BELIEF = 50
"""The shapes that are expected weigh as much as so many beads that were found."""

_MOST_GAPS = 0.1
"""No more of the beads are believed to be gaps: two texts without anything in common would teach that all are."""


class Priors(Record):
    """Logarithms of how often each of the shapes is met, and of how often a gap begins and goes on."""

    shapes: tuple[float, ...] = (log(0.86), log(0.045), log(0.045), log(0.004), log(0.008), log(0.008))
    gap: float = log(0.02)
    longer_gap: float = log(0.6)

    @classmethod
    def learned(cls, shapes: Sequence[tuple[int, int]]) -> Priors:
        """What the shapes of beads that were found say, beside what was thought before."""
        counts = Counter(shapes)
        before = cls()
        total = len(shapes) + _BELIEF
        gaps = len(shapes) - sum(counts[shape] for shape in SHAPES)
        return before.replace(
            shapes=tuple(log((counts[shape] + _BELIEF * exp(prior)) / total) for shape, prior in zip(SHAPES, before.shapes, strict=True)),
            gap=log((min(gaps, total * _MOST_GAPS) + _BELIEF * exp(before.gap)) / total / 2),
        )


class Lattice:
    """The worth of the steps between the pieces of two texts."""

    def __init__(
        self,
        lengths: tuple[Sequence[float], Sequence[float]],
        evidence: Evidence,
        model: LengthModel,
        background: LengthBackground,
        priors: Priors,
    ) -> None:
        self.own, self.partner = lengths
        self.evidence = evidence
        self.model = model
        self.priors = priors
        self._background = [background.log_density(length) for length in self.partner]
        self._kept: dict[int, tuple[float, ...]] = {}

    def kept_steps(self, row: int, column: int) -> tuple[float, ...]:
        """The same as `steps`, made once for each place."""
        at = row * (len(self.partner) + 1) + column
        found = self._kept.get(at)
        if found is None:
            found = self._kept[at] = self.steps(row, column)
        return found

    def steps(self, row: int, column: int) -> tuple[float, ...]:
        """The worth of a bead of each of the `SHAPES` that ends at a place; minus infinity where there is no room for it."""
        if not row or not column:
            return (-inf,) * len(SHAPES)
        straight, own_two, partner_two, both_two, own_three, partner_three = self.priors.shapes
        worth, shared, weight = self._worth, self.evidence.shared, self.evidence.weight
        one = shared(row - 1, column - 1)
        found = [straight + weight(one) + worth(row - 1, row, column - 1, column)] + [-inf] * 5
        if row > 1:
            above = one | shared(row - 2, column - 1)
            found[1] = own_two + weight(above) + worth(row - 2, row, column - 1, column)
            if row > 2:
                found[4] = own_three + weight(above | shared(row - 3, column - 1)) + worth(row - 3, row, column - 1, column)
        if column > 1:
            beside = one | shared(row - 1, column - 2)
            found[2] = partner_two + weight(beside) + worth(row - 1, row, column - 2, column)
            if column > 2:
                found[5] = partner_three + weight(beside | shared(row - 1, column - 3)) + worth(row - 1, row, column - 3, column)
            if row > 1:
                found[3] = both_two + weight(above | beside | shared(row - 2, column - 2)) + worth(row - 2, row, column - 2, column)
        return tuple(found)

    def _worth(self, first: int, end: int, partner_first: int, partner_end: int) -> float:
        """What the lengths say, and what the pieces lack if they share nothing."""
        own, partner = self.own, self.partner
        bases, partner_bases = self.evidence.own_bases, self.evidence.partner_bases
        last, partner_last = end - 1, partner_end - 1
        length, partner_length = own[last], partner[partner_last]
        total = bases[last] + partner_bases[partner_last] - self._background[partner_last]
        while first < last:
            last -= 1
            length += own[last]
            total += bases[last]
        while partner_first < partner_last:
            partner_last -= 1
            partner_length += partner[partner_last]
            total += partner_bases[partner_last] - self._background[partner_last]
        parts = partner_end - partner_first
        return total + self.model.log_likelihood(length, partner_length) - (parts - 1) * log(partner_length)
