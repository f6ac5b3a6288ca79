"""Places of a text as an editor counts them: lines from 0, columns in the code units of an encoding."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

    Position = tuple[int, int]

_LINE_END = re.compile(r"\r\n|\n|\r")
# What takes one more unit than the characters before it do.
_LONGER: Mapping[str, tuple[re.Pattern[str], ...]] = {
    "utf-8": (re.compile("[^\0-\x7f]"), re.compile("[^\0-\u07ff]"), re.compile("[^\0-\uffff]")),
    "utf-16": (re.compile("[^\0-\uffff]"),),
    "utf-32": (),
}


class Positions:
    """Leads from places of a text (0-based, code points) to positions (line and column, both from 0), and back.

    ``units`` is the encoding in whose code units columns are counted: ``utf-16``, ``utf-8`` or ``utf-32``. Lines end with LF, CR LF
    or CR, as the Language Server Protocol has it.
    """

    def __init__(self, text: str, units: str = "utf-16") -> None:
        self._length = len(text)
        self._starts = [0, *(match.end() for match in _LINE_END.finditer(text))]
        self._ends = [*(match.start() for match in _LINE_END.finditer(text)), len(text)]
        patterns = () if text.isascii() else _LONGER[units]
        self._longer = [[match.start() for match in pattern.finditer(text)] for pattern in patterns]

    def at(self, place: int) -> Position:
        """The position of a place; one behind the end of the text is that of its end."""
        place = max(0, min(place, self._length))
        line = bisect_right(self._starts, place) - 1
        return line, self._units(place) - self._units(self._starts[line])

    def place(self, line: int, column: int) -> int:
        """The place of a position; a column behind the end of a line is that of its end, one inside a character that of its end."""
        if line >= len(self._starts):
            return self._length
        line = max(line, 0)
        start, end = self._starts[line], self._ends[line]
        return start + bisect_left(range(start, end), self._units(start) + column, key=self._units)

    def _units(self, place: int) -> int:
        """How many code units stand before a place."""
        return place + sum(bisect_left(places, place) for places in self._longer)
