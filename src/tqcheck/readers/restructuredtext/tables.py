"""Tables of reStructuredText: the cells of rows that have one line. Cells of several lines stand beside each other in the file, and no
text could be made of them that keeps its order; they are left out."""

from __future__ import annotations

import re

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

_GRID = re.compile(r"\+(?:[-=]++\+)+$")
_SIMPLE = re.compile(r"=++(?:[ ]++=++)+$")
_COLUMN = re.compile(r"=+")


def is_grid_border(rest: str) -> bool:
    """True for a line that parts the rows of a grid table."""
    return rest.startswith("+") and _GRID.match(rest) is not None


def is_simple_border(rest: str) -> bool:
    """True for a line above, below or inside a simple table."""
    return rest.startswith("=") and _SIMPLE.match(rest) is not None


class Table:
    """A table that has begun with a border; ``indent`` is that of the border."""

    def __init__(self, raw: str, border: str, indent: int) -> None:
        self._raw = raw
        self._is_grid = border.startswith("+")
        self._columns = [(match.start() + indent, match.end() + indent) for match in _COLUMN.finditer(border)]
        self._rows: list[list[tuple[int, int]]] = [[]]
        self._borders = 1
        self._is_at_border = True

    @property
    def ends_with_blank(self) -> bool:
        """True if a blank line would end the table."""
        return self._is_grid or (self._borders > 1 and self._is_at_border)

    def add(self, start: int, end: int, rest: str) -> bool:
        """Take in a line; False if it belongs to the table no more."""
        if self._is_grid:
            if rest[0] not in "+|":
                return False
            if is_grid_border(rest):
                self._rows.append([])
            else:
                self._rows[-1].append((start, end))
            return True
        if self._borders > 2:
            return False
        self._is_at_border = is_simple_border(rest)
        if self._is_at_border:
            self._borders += 1
        elif not rest.strip("- "):
            return True
        elif self._raw[start:end][: self._columns[0][1]].strip():
            self._rows.append([(start, end)])
        else:
            self._rows[-1].append((start, end))
        return True

    def cells(self) -> Iterator[tuple[int, int]]:
        """The places of the cells in rows of one line, in order."""
        for row in self._rows:
            if len(row) == 1:
                yield from self._grid_cells(*row[0]) if self._is_grid else self._simple_cells(*row[0])

    def _grid_cells(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        place = self._raw.find("|", start, end)
        while place >= 0:
            following = self._raw.find("|", place + 1, end)
            if following > place + 1:
                yield place + 1, following
            place = following

    def _simple_cells(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        for number, (first, last) in enumerate(self._columns):
            is_last = number == len(self._columns) - 1
            yield min(start + first, end), end if is_last else min(start + last, end)
