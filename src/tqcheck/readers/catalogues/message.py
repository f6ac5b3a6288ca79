"""Message: one string of a catalogue, with its place in the raw file, its key and what it was translated from."""

from __future__ import annotations

from typing import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re
    from collections.abc import Callable, Iterable, Iterator

    Part = tuple[int, int, str | None]
    """Start and end of a stretch of the raw file, and what it stands for: None if it stands for itself, as it is."""

STAND_IN = "\0"
"""What a part stands for that is no prose but counts as a word: an element of XML that a program fills in."""


class Message(NamedTuple):
    """A string that is translated.

    ``key`` names it in its file, with its context and plural form; ``parts`` are `Part` rows ordered by place. The others
    are empty where the format, or the file, does not tell them. Languages are BCP 47 codes.
    """

    key: str
    parts: list[Part]
    source: str = ""
    source_language: str = ""
    target_language: str = ""
    state: str = ""
    note: str = ""
    reference: str = ""


def unescaped(raw: str, start: int, end: int, escape: re.Pattern[str], meaning: Callable[[re.Match[str]], str]) -> Iterator[Part]:
    """The parts of a stretch of the raw file in which ``escape`` finds every escape, and ``meaning`` says what each stands for."""
    done = start
    for match in escape.finditer(raw, start, end):
        if match.start() > done:
            yield done, match.start(), None
        yield match.start(), match.end(), meaning(match)
        done = match.end()
    if end > done:
        yield done, end, None


def meaning_of(raw: str, parts: list[Part]) -> str:
    """What the parts say, in one piece."""
    return "".join([raw[start:end] if text is None else text for start, end, text in parts])


def rewritten(raw: str, parts: list[Part], pattern: re.Pattern[str], meaning: Callable[[re.Match[str]], str]) -> list[Part]:
    """The parts with every match of a pattern, in what they say, made one part that stands for its meaning."""
    text = meaning_of(raw, parts)
    return list(Cut(raw, parts).changed([(*match.span(), meaning(match)) for match in pattern.finditer(text)], len(text)))


class Cut:
    """Cuts parts at places of what they say, from the first to the last.

    A part that does not stand for itself is never cut in two: it goes with what lies before the place inside it.
    """

    def __init__(self, raw: str, parts: list[Part]) -> None:
        self._raw, self._left, self._place = raw, parts[::-1], 0

    def up_to(self, place: int) -> Iterator[Part]:
        """The parts before a place."""
        while self._left and self._place < place:
            start, end, text = self._left.pop()
            length = end - start if text is None else len(text)
            if text is None and self._place + length > place:
                middle = start + place - self._place
                self._left.append((middle, end, None))
                end, length = middle, place - self._place
            self._place += length
            yield start, end, text

    def changed(self, changes: Iterable[tuple[int, int, str]], end: int) -> Iterator[Part]:
        """The parts before a place with some changes made: (start, end, text) in what the parts say, in order."""
        for start, stop, text in changes:
            yield from self.up_to(start)
            taken = list(self.up_to(stop))
            if taken:
                yield taken[0][0], taken[-1][1], text
        yield from self.up_to(end)
