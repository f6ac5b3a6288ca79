"""Echoes: words that come again at once, or after one other word."""

from __future__ import annotations

from .record import Row

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

REACH = 12
"""How many words back an echo is looked for."""


class Echo(Row):
    """Words ``start`` to ``end`` (numbers, half open) are those ``distance`` words before; the two touch, or one word parts them."""

    start: int
    end: int
    distance: int


def echoes_plainly(words: Sequence[str]) -> list[Echo]:
    """Every longest run of words that repeats those at most `REACH` before it, with at most one word between, in linear time."""
    seen: dict[str, int] = {}
    done = [0] * (REACH + 1)
    found = []
    for number, word in enumerate(words):
        distance = number - seen.get(word, -REACH - 1)
        seen[word] = number
        if distance > REACH or number < done[distance]:
            continue
        start, end = number, number + 1
        while start > max(done[distance], distance) and words[start - 1] == words[start - 1 - distance]:
            start -= 1
        while end < len(words) and words[end] == words[end - distance]:
            end += 1
        done[distance] = end
        if end - start >= distance - 1:
            found.append(Echo(start, end, distance))
    return found


try:
    from ._kernel import echoes as _rows

    def echoes(words: list[str]) -> list[Echo]:
        """Every longest run of words that repeats those at most `REACH` before it, with at most one word between; compiled."""
        return [Echo(*row) for row in _rows(words)]
except ImportError:  # it was not built
    echoes = echoes_plainly
