"""Reading: a file as it was read, and the way from a place in its text to a line and a column."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from functools import cached_property

from ..core.record import Record

_LINE_END = re.compile(r"\r\n|\n|\r")


class Place(Record):
    """A line and a column as an editor counts them: both from 1, the column in code points."""

    line: int
    column: int


class Line(Record):
    """One line of the raw file: its number from 1, and where it starts and ends in the raw text, without its line end."""

    number: int
    start: int
    end: int


class Reading(Record):
    """A file that was read.

    ``raw`` is the decoded file without its byte order mark; ``encoding`` names the encoding, and ``has_mark`` tells
    whether a byte order mark stood first, so that the file can be written back as it was.
    """

    name: str
    raw: str
    encoding: str = "utf-8"
    has_mark: bool = False

    @property
    def text(self) -> str:
        """The text to check. Its places are those of ``raw``: a plain text is its own raw file."""
        return self.raw

    def place(self, place: int) -> Place:
        """The line and column of a place (0-based, in code points) of the text.

        Lines end with LF, CR LF or a lone CR. The other line ends of Unicode do not count, as in most editors.
        """
        number = bisect_right(self._line_starts, place)
        return Place(number, place - self._line_starts[number - 1] + 1)

    def line_at(self, place: int) -> Line:
        """The raw line that holds a place of the text."""
        number = bisect_right(self._line_starts, place)
        start = self._line_starts[number - 1]
        following = self._line_starts[number] if number < len(self._line_starts) else len(self.raw)
        tail = self.raw[max(start, following - 2) : following]
        return Line(number, start, following - len(tail) + len(tail.rstrip("\r\n")))

    @cached_property
    def _line_starts(self) -> Sequence[int]:
        return [0, *(match.end() for match in _LINE_END.finditer(self.raw))]
