"""Chat: stretches of a text in which people write messages, where marks, spaces and capitals follow the writer's habit."""

from __future__ import annotations

from bisect import bisect_left

from .pattern import pattern

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

# Where the emoji lie; not all between them are (Unicode property Emoji_Presentation).
_MAY_BE_EMOJI = pattern("[\u231a-\u2b55\U0001f004-\U0001faff]")
_EMOJI = pattern(r"\p{Emoji_Presentation}")
_BRACKETS = pattern(r"(?:\)++|\(++)(?=\s|\Z)")
_BEFORE_A_SMILE = pattern(r"[\p{L}\p{Nd}.!?…, ]")
_SHORTEST, _LONGEST = 8, 300
"""So many characters stand before a bracket at the end of a line that is a smile."""
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
    return _one_a_line(text), [match.start() for match in lines.finditer(text)] if lines else []


def is_chat_at(places: tuple[Sequence[int], Sequence[int]], place: int) -> bool:
    """True if enough of the `signs` lie around the place."""
    return any(
        bisect_left(found, place + REACH) - bisect_left(found, place - REACH) >= enough
        for found, enough in zip(places, (ENOUGH, ENOUGH_GREETINGS), strict=True)
    )


def _one_a_line(text: str) -> Sequence[int]:
    """The place of the first sign of each line."""
    places: list[int] = []
    end = -1
    for place in sorted((*_emoji(text), *_smiles(text))):
        if place > end:
            places.append(place)
            end = text.find("\n", place)
            if end < 0:
                break
    return places


def _emoji(text: str) -> Iterator[int]:
    return (match.start() for match in _MAY_BE_EMOJI.finditer(text) if _EMOJI.match(match.group()))


def _smiles(text: str) -> Iterator[int]:
    """Smiles of several brackets, and lines that end with a bracket which they never open."""
    for match in _BRACKETS.finditer(text):
        start, end = match.span()
        if end - start > 1 and start and _BEFORE_A_SMILE.match(text, start - 1):
            yield start
        elif text[end : end + 1] in ("", "\n"):
            line = text.rfind("\n", 0, start) + 1
            if _SHORTEST <= start - line <= _LONGEST and not any(bracket in text[line:start] for bracket in "()"):
                yield line
