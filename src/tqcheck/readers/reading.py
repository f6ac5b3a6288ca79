"""Reading: a file as it was read, and the way from a place in its text to a line and a column."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from functools import cached_property

from ..core.blocks import normalised, plain_blocks
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


class Comment(Record):
    """A comment for tqcheck in the raw file, written as the format writes comments.

    ``text`` is what it says; ``stands_alone`` tells whether nothing else stands in its line, ``is_closed`` whether it ends
    as its format asks for.
    """

    start: int
    end: int
    text: str
    stands_alone: bool = True
    is_closed: bool = True


class Reading(Record):
    """A file that was read.

    ``raw`` is the decoded file without its byte order mark; ``encoding`` names the encoding, and ``has_mark`` tells
    whether a byte order mark stood first, so that the file can be written back as it was. ``comments`` are those that
    are meant for tqcheck, ordered by place.
    """

    name: str
    raw: str
    encoding: str = "utf-8"
    has_mark: bool = False
    comments: tuple[Comment, ...] = ()

    @cached_property
    def text(self) -> str:
        """The text to check. Its places are those of ``raw``; where a comment for tqcheck stands, it has blanks."""
        pieces: list[str] = []
        done = 0
        for start, end in self.hidden:
            pieces += self.raw[done:start], " " * (end - start)
            done = end
        return "".join((*pieces, self.raw[done:])) if pieces else self.raw

    @cached_property
    def hidden(self) -> Sequence[tuple[int, int]]:
        """The places of ``raw`` that are no text: the comments that are closed.

        With a comment that stands alone goes the line end before it, so that its line parts no paragraph in two.
        """
        return [(self._before(comment), comment.end) for comment in self.comments if comment.is_closed]

    @cached_property
    def paragraphs(self) -> Sequence[tuple[int, int]]:
        """Where each paragraph of the text starts and ends."""
        even, _ = normalised(self.text.replace("\r\n", " \n"))
        return [(block.span.start, block.span.end) for block in plain_blocks(even)]

    def paragraph_number(self, place: int) -> int:
        """The number, from 0, of the paragraph that holds a place, or else of the last one before it; -1 if there is none."""
        return bisect_right(self.paragraphs, place, key=lambda paragraph: paragraph[0]) - 1

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

    def _before(self, comment: Comment) -> int:
        if not comment.stands_alone:
            return comment.start
        start = self.line_at(comment.start).start
        return start - 2 if self.raw[start - 2 : start] == "\r\n" else max(0, start - 1)

    @cached_property
    def _line_starts(self) -> Sequence[int]:
        return [0, *(match.end() for match in _LINE_END.finditer(self.raw))]
