"""Whether two rows of as many texts run one to one, as far as lengths and numbers tell: the quick look before a search.

Beside each text stands one of the partner's; what speaks for the next one, or for the one before, is summed over any run of
texts. A row that fits badly on the whole is not in step either.
"""

from __future__ import annotations

from functools import cached_property
from math import log

from ..core.record import Row
from .lengths import LengthBackground, LengthModel, weight
from .traits import kept_keys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

_SHARED, _LACKED = 2.0, -0.7
"""What a number or a mark says that both have, or one alone (natural logarithm of likelihoods)."""
_FEW_TEXTS = 4
_FITTING = 0.35
"""Texts that belong together fit at least so well on the mean; those of unrelated documents lie below 0."""
_DOUBT, _SURE = 5.0, 11.0
_SHIFTS = (-1, 1, -2, 2)


class Shift(Row):
    """Texts ``first`` to ``end`` (half open) that fit those of the partner ``by`` places further on."""

    first: int
    end: int
    by: int


def in_step(own: Sequence[str], partner: Sequence[str]) -> bool:
    """True if nothing speaks against each text belonging to the one with its number; both rows have to be of one length."""
    if not own:
        return True
    fits = _Fits(own, partner)
    if len(own) >= _FEW_TEXTS and sum(fits.here) < _FITTING * len(own):
        return False
    most = _DOUBT + log(len(own))
    return all(gain <= most for gain, _ in (*fits.runs(), *fits.crossed(most)))


def shifts(own: Sequence[str], partner: Sequence[str]) -> list[Shift]:
    """The runs of texts that surely belong to other texts than those with their numbers; of runs that overlap the weightiest."""
    fits = _Fits(own, partner)
    least = _SURE + log(max(len(own), 1))
    found: list[Shift] = []
    taken: set[int] = set()
    for gain, moved in sorted((*fits.runs(), *fits.crossed(least)), reverse=True):
        numbers = {number for shift in moved for number in range(shift.first, shift.end)}
        if gain > least and taken.isdisjoint(numbers):
            taken |= numbers
            found.extend(moved)
    return sorted(found)


class _Fits:
    """How well texts fit each other, by their numbers."""

    def __init__(self, own: Sequence[str], partner: Sequence[str]) -> None:
        self._own, self._partner = [max(weight(text), 1.0) for text in own], [max(weight(text), 1.0) for text in partner]
        self._own_keys, self._partner_keys = list(map(kept_keys, own)), list(map(kept_keys, partner))
        self._model = LengthModel.learned(list(zip(self._own, self._partner, strict=True)))
        background = LengthBackground(self._partner)
        self._background = list(map(background.log_density, self._partner))

    @cached_property
    def here(self) -> Sequence[float]:
        """How well each text fits the one with its number."""
        return [self._at(number, number) for number in range(len(self._own))]

    def runs(self) -> Iterator[tuple[float, Sequence[Shift]]]:
        """For each shift how much better it makes a run of texts fit, and that run."""
        for by in _SHIFTS:
            first = max(0, -by)
            numbers = range(first, len(self._own) - max(0, by))
            start, end, gain = _best_run(self._at(number, number + by) - self.here[number] for number in numbers)
            yield gain, [Shift(first + start, first + end, by)]

    def crossed(self, least: float) -> Iterator[tuple[float, Sequence[Shift]]]:
        """The same for neighbours that fit each other's counterparts better than their own, by more than ``least``."""
        for number in range(len(self._own) - 1):
            there = self._at(number, number + 1) + self._at(number + 1, number)
            gain = there - self.here[number] - self.here[number + 1]
            if gain > least:
                yield gain, [Shift(number, number + 1, 1), Shift(number + 1, number + 2, -1)]

    def _at(self, own: int, partner: int) -> float:
        """How much likelier two texts are if they belong together (natural logarithm)."""
        length = self._model.log_likelihood(self._own[own], self._partner[partner]) - self._background[partner]
        ours, theirs = self._own_keys[own], self._partner_keys[partner]
        if not ours and not theirs:
            return length
        shared = len(ours & theirs)
        return length + _SHARED * shared + _LACKED * (len(ours) + len(theirs) - 2 * shared)


def _best_run(gains: Iterable[float]) -> tuple[int, int, float]:
    """Start, end and sum of the numbers in a row whose sum is greatest (Kadane's algorithm)."""
    best, total, start = (0, 0, 0.0), 0.0, 0
    for number, gain in enumerate(gains):
        if total <= 0:
            total, start = 0.0, number
        total += gain
        if total > best[2]:
            best = start, number + 1, total
    return best
