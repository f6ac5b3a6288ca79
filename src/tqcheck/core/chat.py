"""Chat: stretches of a text in which people write messages, where marks, spaces and capitals follow the writer's habit."""

from __future__ import annotations

from bisect import bisect_left

from .pattern import pattern

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

# Emoji (Unicode property Emoji_Presentation), smiles of several brackets, and a line that ends with a bracket which it never opens.
_SIGN = pattern(r"(?m)\p{Emoji_Presentation}|(?<=[\p{L}\p{Nd}.!?…, ])(?:\){2,}+|\({2,}+)(?=\s|\Z)|^[^()\n]{8,300}+[()]++$")
REACH = 6000
"""Code points before and after a place that are looked at: a hundred messages on either side."""
ENOUGH = 3
"""So many lines with a sign make a stretch of messages; in news a line with one stands alone."""


def signs(text: str) -> Sequence[int]:
    """The places of the first sign of each line."""
    places: list[int] = []
    end = 0
    for match in _SIGN.finditer(text):
        if match.start() >= end:
            places.append(match.start())
            end = text.find("\n", match.end() - 1)
            if end < 0:
                break
    return places


def is_chat_at(places: Sequence[int], place: int) -> bool:
    """True if enough of the `signs` lie around the place."""
    return bisect_left(places, place + REACH) - bisect_left(places, place - REACH) >= ENOUGH
