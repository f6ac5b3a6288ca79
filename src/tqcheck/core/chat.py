"""Chat: stretches of a text in which people write messages, where marks, spaces and capitals follow the writer's habit."""

from __future__ import annotations

from bisect import bisect_left

from .pattern import pattern

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    import regex

# Emoji (Unicode property Emoji_Presentation), smiles of several brackets, and a line that ends with a bracket which it never opens.
_SIGN = pattern(r"(?m)\p{Emoji_Presentation}|(?<=[\p{L}\p{Nd}.!?…, ])(?:\){2,}+|\({2,}+)(?=\s|\Z)|^[^()\n]{8,300}+[()]++$")
REACH = 6000
"""Code points before and after a place that are looked at: a hundred messages on either side."""
ENOUGH = 3
"""So many lines with a sign make a stretch of messages; in news a line with one stands alone."""
ENOUGH_GREETINGS = 5
"""So many lines do that begin with a greeting, with thanks, or small after the end of a sentence; a letter has three."""


def signs(text: str, greetings: Sequence[str]) -> tuple[Sequence[int], Sequence[int]]:
    """The places of the first sign of each line, and of the lines that begin with one of the greetings (patterns) or, after a
    line that ends a sentence, with a small letter; without greetings no line counts."""
    small = r"(?<=[.!?…]\n)\p{Ll}(?=[^\n]{10})"
    lines = pattern(rf"(?m)^(?i:{'|'.join(greetings)})(?!\w)|{small}") if greetings else None
    return _one_a_line(_SIGN, text), [match.start() for match in lines.finditer(text)] if lines else []


def is_chat_at(places: tuple[Sequence[int], Sequence[int]], place: int) -> bool:
    """True if enough of the `signs` lie around the place."""
    return any(
        bisect_left(found, place + REACH) - bisect_left(found, place - REACH) >= enough
        for found, enough in zip(places, (ENOUGH, ENOUGH_GREETINGS), strict=True)
    )


def _one_a_line(sign: regex.Pattern[str], text: str) -> Sequence[int]:
    places: list[int] = []
    end = 0
    for match in sign.finditer(text):
        if match.start() >= end:
            places.append(match.start())
            end = text.find("\n", match.end() - 1)
            if end < 0:
                break
    return places
