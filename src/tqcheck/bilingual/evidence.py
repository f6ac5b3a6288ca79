"""How much two pieces of text speak for each other by what they share, as a logarithm of likelihoods.

A key that both have weighs the more, the fewer other pieces have it. What a translation keeps (numbers, marks), and words whose
translation was learned, speak against a pair when one side lacks them. All of it adds up over the pieces of a bead.
"""

from __future__ import annotations

from collections import Counter
from math import log

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from .traits import Traits

_KEPT, _COGNATE, _TRANSLATED = 0.85, 0.5, 0.6
"""How likely a translation has a number or mark, a name or cognate, a word as it is most often translated."""
_UNKNOWN_PIECES = 8
"""Pieces that are imagined beside those that there are, so that a key is not rare only because there are few."""
_RARE = 0.15
_MISSED, _UNTRANSLATED = -0.7, -0.22
_TRUST = 0.6
"""Words of one sentence are not independent of each other: together they say less than their sum."""
_STRONGEST = 4.0
_LEAST = 0.15


class Evidence:
    """What the pieces of two texts share. ``lexicon``: for words of the own text those that translate them."""

    def __init__(
        self, own: Sequence[Traits], partner: Sequence[Traits], lexicon: Mapping[str, Sequence[str]] = {}, *, same_language: bool = False
    ) -> None:
        self._own: list[frozenset[str]] = []
        self._partner = [piece.keys | piece.words for piece in partner]
        self.own_bases: list[float] = []
        self.partner_bases: list[float] = []
        translations = frozenset(word for words in lexicon.values() for word in words)
        for piece in own:
            found = [lexicon[word] for word in piece.words if word in lexicon] if lexicon else []
            words = piece.words if same_language else frozenset(word for each in found for word in each)
            self._own.append(piece.keys | words)
            count = len(piece.words) if same_language else len(found)
            self.own_bases.append(_MISSED * len(piece.expected) + _UNTRANSLATED * count)
        for piece in partner:
            count = len(piece.words) if same_language else len(piece.words & translations)
            self.partner_bases.append(_MISSED * len(piece.expected) + _UNTRANSLATED * count)
        self._weights = self._weighed(own, partner)
        known = frozenset(self._weights)
        self._own = [keys & known for keys in self._own]
        self._partner = [keys & known for keys in self._partner]
        self._found: dict[int, frozenset[str]] = {}
        self._width = len(partner) + 1

    def _weighed(self, own: Sequence[Traits], partner: Sequence[Traits]) -> dict[str, float]:
        """The weight of each key that may be shared."""
        theirs = Counter(key for keys in self._partner for key in keys)
        ours = Counter(key for keys in self._own for key in keys)
        kept = frozenset().union(*(piece.expected for piece in own)) | frozenset().union(*(piece.expected for piece in partner))
        pieces = len(self._partner) + _UNKNOWN_PIECES
        weights: dict[str, float] = {}
        for key, count in ours.items():
            if key in theirs:
                share = max((theirs[key] + _RARE) / pieces, (count + _RARE) / (len(own) + _UNKNOWN_PIECES))
                weights[key] = _weight_of(key, share, is_kept=key in kept)
        return {key: amount for key, amount in weights.items() if amount > _LEAST}

    def shared(self, own: int, partner: int) -> frozenset[str]:
        """The keys with a weight that a piece of each side have in common."""
        at = own * self._width + partner
        found = self._found.get(at)
        if found is None:
            found = self._found[at] = self._own[own] & self._partner[partner]
        return found

    def weight(self, keys: frozenset[str]) -> float:
        """What it says for a bead that both of its sides have these keys."""
        weights = self._weights
        return sum([weights[key] for key in keys]) if keys else 0.0

    def rare_pairs(self, most: int) -> dict[tuple[int, int], float]:
        """(own, partner) of pieces that share keys which no more than ``most`` pieces of either side have, with their weight."""
        ours, theirs = _places(self._own, self._weights, most), _places(self._partner, self._weights, most)
        pairs: Counter[tuple[int, int]] = Counter()
        for key, places in ours.items():
            for number in places:
                for other in theirs.get(key, ()):
                    pairs[number, other] += self._weights[key]  # type: ignore[assignment]
        return dict(pairs)


def _weight_of(key: str, share: float, *, is_kept: bool) -> float:
    if is_kept:
        return min(log(_KEPT / share), _STRONGEST) - 2 * _MISSED
    if key[0] in "~*":
        return min(log(_COGNATE / share), _STRONGEST) * _TRUST
    return min(log(_TRANSLATED / share), _STRONGEST) * _TRUST - 2 * _UNTRANSLATED


def _places(pieces: Sequence[frozenset[str]], weights: Mapping[str, float], most: int) -> dict[str, list[int]]:
    places: dict[str, list[int]] = {}
    for number, keys in enumerate(pieces):
        for key in keys:
            if key in weights:
                places.setdefault(key, []).append(number)
    return {key: found for key, found in places.items() if len(found) <= most}
