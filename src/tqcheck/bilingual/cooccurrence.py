"""Which words of two texts come together in the pieces that belong together: a small dictionary, learned from the texts.

A pair of words counts when they come together far more often than by chance (log-likelihood ratio of Dunning 1993, its leading
term) and seldom alone (Dice's coefficient).
"""

from __future__ import annotations

from collections import Counter
from math import log

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_MOST_BEADS = 6000
_MOST_WORDS = 24
"""Words of a piece that are counted, the rarest ones."""
_LEAST_OFTEN, _COMMON_SHARE = 2, 0.08
_LEAST_DICE, _LEAST_LIKELIHOOD = 0.25, 7.0
_MOST_TRANSLATIONS = 4


def learned(beads: Iterable[tuple[frozenset[str], frozenset[str]]]) -> dict[str, Sequence[str]]:
    """For words of the first side those of the second that translate them, from (words, words) of pieces that belong together."""
    rows = [bead for bead, _ in zip(beads, range(_MOST_BEADS), strict=False)]
    ours, theirs = (_counted(row[side] for row in rows) for side in (0, 1))
    together: Counter[tuple[str, str]] = Counter()
    for own, partner in rows:
        chosen = _rarest(partner, theirs)
        for word in _rarest(own, ours):
            together.update([(word, other) for other in chosen])
    found: dict[str, list[tuple[float, str]]] = {}
    for (word, other), count in together.items():
        if count >= _LEAST_OFTEN:
            dice = 2 * count / (ours[word] + theirs[other])
            likelihood = count * log(count * len(rows) / (ours[word] * theirs[other]))
            if dice >= _LEAST_DICE and likelihood >= _LEAST_LIKELIHOOD:
                found.setdefault(word, []).append((dice, other))
    return {word: [other for _, other in sorted(others, reverse=True)[:_MOST_TRANSLATIONS]] for word, others in found.items()}


def _counted(rows: Iterable[frozenset[str]]) -> dict[str, int]:
    """How many rows have each word, of those that can be told from chance and are no mere grammar."""
    counts: Counter[str] = Counter()
    total = 0
    for words in rows:
        counts.update(words)
        total += 1
    most = max(total * _COMMON_SHARE, 3)
    return {word: count for word, count in counts.items() if _LEAST_OFTEN <= count <= most}


def _rarest(words: frozenset[str], counts: dict[str, int]) -> list[str]:
    known = [word for word in words if word in counts]
    if len(known) > _MOST_WORDS:
        known = sorted(known, key=lambda word: (counts[word], word))[:_MOST_WORDS]
    return known
