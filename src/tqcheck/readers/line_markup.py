"""What the readers of markup that goes line by line share: the way through the lines, and the backslash."""

from __future__ import annotations

import re

from ..core.blocks import Kind
from .decoding import decoded
from .prose import Taking
from .reading import Reading

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ..formats import Format
    from .reading import Comment

_LINE = re.compile(r"[^\r\n]*+")


def read_lines(data: bytes, name: str, format: Format, scanner: type[LineScanner]) -> Reading:
    """The reading of a file by a scanner of its lines; raises `ReadingError` if it is no text."""
    found = decoded(data, name)
    taking = Taking(found.text)
    lines = scanner(taking)
    lines.scan()
    return Reading(name, found.text, found.encoding, found.has_mark, tuple(lines.comments), format, taking.prose())


def backslashed(text: str, special: re.Pattern[str]) -> str | None:
    """The text with a backslash before each ``special`` character; None for one of several lines."""
    return None if "\n" in text or "\r" in text else special.sub(r"\\\g<0>", text)


class LineScanner:
    """Takes the prose of a text, line by line; a subclass says what a line is. ``comments`` are those for tqcheck that it met."""

    def __init__(self, taking: Taking) -> None:
        self._taking = taking
        self._raw = taking.raw
        self._paragraph: list[tuple[int, int]] = []
        self._kind = Kind.PARAGRAPH
        self.comments: list[Comment] = []

    def scan(self) -> None:
        """Take all of it."""
        place = 0
        while place <= len(self._raw):
            match = _LINE.match(self._raw, place)
            end = match.end() if match else len(self._raw)
            self._line(place, end)
            place = end + (2 if self._raw.startswith("\r\n", end) else 1)
        self._end()

    def _line(self, start: int, end: int) -> None:
        """A line, from its first character to its line end."""
        raise NotImplementedError

    def _end(self) -> None:
        """The text is over."""
        raise NotImplementedError
