"""Whether two rows of as many texts run one to one, as far as lengths and numbers tell: the quick look before a search.

Beside each text stands one of the partner's; what speaks for the next one, or for the one before, is summed over any run of
texts. A row that fits badly on the whole is not in step either.
"""

from __future__ import annotations

from math import log

from .lengths import LengthBackground, LengthModel, weight
from .traits import kept_keys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_SHARED, _LACKED = 2.0, -0.7
"""What a number or a mark says that both have, or one alone (natural logarithm of likelihoods)."""
_FEW_TEXTS = 4
_FITTING = 0.35
"""Texts that belong together have at least this much on the mean (a tenth of it for what is measured at random)."""
_DOUBT = 5.0


def in_step(own: Sequence[str], partner: Sequence[str]) -> bool:
    """True if nothing speaks against each text belonging to the one with its number; both rows have to be of one length."""
    fits = _Fits(own, partner)
    here = [fits.at(number, number) for number in range(len(own))]
    if len(own) >= _FEW_TEXTS and sum(here) < _FITTING * len(own):
        return False
    most = _DOUBT + log(len(own))
    for shift in (-2, -1, 1, 2):
        numbers = range(max(0, -shift), len(own) - max(0, shift))
        if _best_run(fits.at(number, number + shift) - here[number] for number in numbers) > most:
            return False
    crossed = (fits.at(n, n + 1) + fits.at(n + 1, n) - here[n] - here[n + 1] for n in range(len(own) - 1))
    return max(crossed, default=0.0) <= most


class _Fits:
    def __init__(self, own: Sequence[str], partner: Sequence[str]) -> None:
        self._own, self._partner = [max(weight(text), 1.0) for text in own], [max(weight(text), 1.0) for text in partner]
        self._own_keys, self._partner_keys = list(map(kept_keys, own)), list(map(kept_keys, partner))
        self._model = LengthModel.learned(list(zip(self._own, self._partner, strict=True)))
        background = LengthBackground(self._partner)
        self._background = list(map(background.log_density, self._partner))

    def at(self, own: int, partner: int) -> float:
        """How much likelier two texts are if they belong together (natural logarithm)."""
        length = self._model.log_likelihood(self._own[own], self._partner[partner]) - self._background[partner]
        ours, theirs = self._own_keys[own], self._partner_keys[partner]
        if not ours and not theirs:
            return length
        shared = len(ours & theirs)
        return length + _SHARED * shared + _LACKED * (len(ours) + len(theirs) - 2 * shared)


def _best_run(gains: Iterable[float]) -> float:
    """The greatest sum of numbers that follow each other (Kadane's algorithm)."""
    best = total = 0.0
    for gain in gains:
        total = max(0.0, total + gain)
        best = max(best, total)
    return best
