"""How long a text is beside one in another language, and what the length of the one says about the other.

Characters are weighed, so that texts in different scripts have about the same length when they say the same: a Chinese
character stands for most of a word. What is left is one ratio for each pair of texts, learned from the pairs themselves. The
scatter is that of Gale and Church, "A Program for Aligning Sentences in Bilingual Corpora" (1993): its variance grows with the
length; free translation adds a part that grows with its square, and the tails are those of Student's t, because some
translators write twice as much.
"""

from __future__ import annotations

from functools import lru_cache
from math import exp, lgamma, log, pi, sqrt
from statistics import median

from ..core.pattern import pattern
from ..core.record import Record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

# Fitted once to the lengths of news in both languages, about 2,000 pairs of sentences each.
_HAN_WEIGHT, _KANA_WEIGHT, _HANGUL_WEIGHT = 3.4, 1.7, 2.4
_HAN = pattern(r"[\p{Script=Han}]")
_KANA = pattern(r"[\p{Script=Hiragana}\p{Script=Katakana}]")
_HANGUL = pattern(r"[\p{Script=Hangul}]")
_UNCOUNTED = pattern(r"[\s\p{Script=Inherited}]")
_FREEDOM = 6.0
"""Degrees of freedom of Student's t."""
_GALE_CHURCH_VARIANCE = 6.8
"""Per character of English (Gale and Church 1993, 4.3)."""
_FREE_SHARE = 0.1
_LEAST_FOR_RATIO, _LEAST_FOR_SCATTER = 5, 20
_MOST_COMPARED = 4000
_NORMAL_MAD = 1.4826
"""The standard deviation of a normal distribution is so many times its median absolute deviation."""
_WIDEST = 2.5
"""A ratio that was learned lies between 1 / this and this: the weights of the scripts have done the rest."""
_T_CONSTANT = lgamma((_FREEDOM + 1) / 2) - lgamma(_FREEDOM / 2) - log(_FREEDOM * pi) / 2


@lru_cache(maxsize=4096)
def weight(text: str) -> float:
    """The length of a text as so many letters of an alphabet, white space and accents not counted."""
    if text.isascii():
        return float(len("".join(text.split())))
    count = len(text) - len(_UNCOUNTED.findall(text))
    extra = len(_HAN.findall(text)) * (_HAN_WEIGHT - 1) + len(_KANA.findall(text)) * (_KANA_WEIGHT - 1)
    return count + extra + len(_HANGUL.findall(text)) * (_HANGUL_WEIGHT - 1)


class LengthModel(Record):
    """What the partner's length is when one's own is known: ``ratio`` times as much, with ``variance`` per character."""

    ratio: float = 1.0
    variance: float = _GALE_CHURCH_VARIANCE

    def deviation(self, own: float, partner: float) -> float:
        """How many standard deviations the partner is longer than was to be expected (negative: shorter)."""
        expected = self.ratio * own
        return (partner - expected) / sqrt(self._variance_at(expected, partner))

    def log_likelihood(self, own: float, partner: float) -> float:
        """The logarithm of the density of the partner's length, own length given."""
        expected = self.ratio * own
        variance = self._variance_at(expected, partner)
        square = (partner - expected) ** 2 / variance
        return _T_CONSTANT - log(variance) / 2 - (_FREEDOM + 1) / 2 * log(1 + square / _FREEDOM)

    def _variance_at(self, expected: float, partner: float) -> float:
        length = (expected + partner) / 2 + 1
        return self.variance * length + (_FREE_SHARE * length) ** 2

    @classmethod
    def learned(cls, pairs: Sequence[tuple[float, float]]) -> LengthModel:
        """The model of pairs of lengths (own, partner), by medians: a tenth of them may be wrong. Few pairs change little."""
        pairs = [pair for pair in pairs[:_MOST_COMPARED] if min(pair) > 0]
        if len(pairs) < _LEAST_FOR_RATIO:
            return cls()
        ratio = exp(_weighted_median([(log(partner / own), min(own, partner)) for own, partner in pairs]))
        model = cls(min(max(ratio, 1 / _WIDEST), _WIDEST))
        if len(pairs) < _LEAST_FOR_SCATTER:
            return model
        scatter = _NORMAL_MAD * median(abs(model.deviation(own, partner)) for own, partner in pairs)
        return cls(model.ratio, _GALE_CHURCH_VARIANCE * min(max(scatter**2, 0.25), 4.0))


class LengthBackground:
    """How likely a length is when nothing is known of the partner: a log-normal curve over the lengths that there are."""

    def __init__(self, lengths: Sequence[float]) -> None:
        logs = [log(length + 1) for length in lengths[:_MOST_COMPARED]] or [0.0]
        self._mean = sum(logs) / len(logs)
        square = sum((each - self._mean) ** 2 for each in logs) / len(logs)
        self._deviation = max(sqrt(square), 0.5)

    def log_density(self, length: float) -> float:
        """The logarithm of the density of a length."""
        value = log(length + 1)
        return -value - log(self._deviation) - log(2 * pi) / 2 - ((value - self._mean) / self._deviation) ** 2 / 2


def _weighted_median(rows: Iterable[tuple[float, float]]) -> float:
    """The value at which half of the weight of (value, weight) is reached."""
    ordered = sorted(rows)
    half = sum(amount for _, amount in ordered) / 2
    for value, amount in ordered:
        half -= amount
        if half <= 0:
            return value
    return ordered[-1][0]
