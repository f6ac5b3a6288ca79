"""The reading of a document that is an archive: places as part, paragraph and column, and the text as people see it."""

from __future__ import annotations

import struct
from array import array
from bisect import bisect_right
from functools import cached_property

from ...core.record import Record
from ..reading import Line, Place, Reading
from .archive import rewritten


class Part(Record):
    """A member of the archive that was read: its path, its encoding, and of how many pieces of the raw text it is made."""

    path: str
    encoding: str
    pieces: int


class Table:
    """For each paragraph with text its place there, the number of its part, and its own number in the part."""

    def __init__(self) -> None:
        self.starts = array("I")
        self.parts = array("I")
        self.numbers = array("I")

    def add(self, start: int, part: int, number: int) -> None:
        """Add a paragraph behind the others."""
        self.starts.append(start)
        self.parts.append(part)
        self.numbers.append(number)


class Names:
    """The words of a text that stand for something else, and what people see in their places."""

    def __init__(self) -> None:
        self._starts: list[int] = []
        self._ends: list[int] = []
        self._shown: list[str] = []
        self._shifts = [0]

    def add(self, start: int, end: int, shown: str) -> None:
        """Add a word behind the others, by its place in the text."""
        self._starts.append(start)
        self._ends.append(end)
        self._shown.append(shown)
        self._shifts.append(self._shifts[-1] + len(shown) - (end - start))

    def text(self, text: str) -> str:
        """The text as people see it."""
        parts: list[str] = []
        done = 0
        for start, end, shown in zip(self._starts, self._ends, self._shown, strict=True):
            parts += text[done:start], shown
            done = end
        return "".join((*parts, text[done:]))

    def start(self, place: int) -> int:
        """Where a place lies in the text as people see it; inside a word at its start."""
        number = bisect_right(self._starts, place)
        is_inside = number and place < self._ends[number - 1]
        return self._starts[number - 1] + self._shifts[number - 1] if is_inside else place + self._shifts[number]

    def end(self, place: int) -> int:
        """The same for the end of a span; inside a word at its end."""
        number = bisect_right(self._starts, place - 1)
        return max(place, self._ends[number - 1] if number else 0) + self._shifts[number]


class DocumentReading(Reading):
    """The reading of an archive.

    ``raw`` holds the XML of all parts, one behind the other. Nobody counts in that, so a place is a part, the number of a
    paragraph there (as ``line``) and a column of its text, and reports show the text as people see it: with the code and the
    formulas for which words stand in the text that is checked. ``data`` are the bytes of the file; ``table`` has places
    of what is shown.
    """

    data: bytes = b""
    parts: tuple[Part, ...] = ()
    table: Table = Table()
    names: Names = Names()

    @cached_property
    def oddity(self) -> str:
        """What is so unusual about the archive that it cannot be written anew with nothing but its text changed."""
        try:
            rewritten(self.data, {})
        except (ValueError, struct.error) as error:
            return f"its archive is built in an unusual way ({error})"
        return ""

    def place(self, place: int) -> Place:
        """The part, paragraph and column of a place of the text."""
        return self._shown_place(self.names.start(place))

    def places(self, start: int, end: int) -> tuple[Place, Place]:
        """Those of the first character of a span of the text, and directly behind its last."""
        return self.shown_places(*self.shown_span(start, end))

    def place_in_raw(self, place: int) -> Place:
        """The part, paragraph and column of a place of ``raw``."""
        return self.place(self.text_place(place))

    @property
    def has_parts(self) -> bool:
        """Always true."""
        return True

    @property
    def shown(self) -> str:
        """What reports show: the text as people see it."""
        return self._seen

    @cached_property
    def _seen(self) -> str:
        return self.names.text(self.text)

    def shown_span(self, start: int, end: int) -> tuple[int, int]:
        """Where a span of the text lies in what is shown."""
        first = self.names.start(start)
        return first, max(first, self.names.end(end)) if end > start else first

    def shown_places(self, start: int, end: int) -> tuple[Place, Place]:
        """The places of a span of what is shown: of its first character, and directly behind its last."""
        last = self._shown_place(max(start, end - 1))
        return self._shown_place(start), last.replace(column=last.column + (end > start))

    def line_at(self, place: int) -> Line:
        """The line of what is shown that holds a place; its number is that of the paragraph."""
        end = self.shown.find("\n", place)
        return Line(self._shown_place(place).line, self.shown.rfind("\n", 0, place) + 1, end if end >= 0 else len(self.shown))

    def _shown_place(self, place: int) -> Place:
        number = max(0, bisect_right(self.table.starts, place) - 1)
        if not self.table.starts:
            return Place(1, 1)
        column = max(0, place - self.table.starts[number]) + 1
        return Place(self.table.numbers[number], column, self.parts[self.table.parts[number]].path)
