"""Block quotes, list items and notes: what stands before the text of a line, and which of them go on in it."""

from __future__ import annotations

import re

from ...core.record import Record

_QUOTE = re.compile(r">[ \t]?")
_ITEM = re.compile(r"(?:[-+*]|(\d{1,9})[.)])(?=[ \t]|$)")
_NOTE = re.compile(r"\[\^[^\]\s\[]{1,99}\]:[ \t]*+")
_TASK = re.compile(r"\[[ xX]\][ \t]++(?=\S)")
_FIRST = re.compile(r"[->+*\[0-9]")
_TAB = 4
CODE_INDENT = 4
"""So many columns before a line make it code."""


class Line:
    """A line while what stands before its text is taken off: ``place`` in the raw text, and the column of that place."""

    def __init__(self, raw: str, start: int, end: int) -> None:
        self.raw = raw
        self.start, self.end = start, end
        self.place, self.column = start, 0

    def indent(self) -> int:
        """How many columns of white space stand here."""
        return self._after_space()[1] - self.column

    def is_blank(self) -> bool:
        """True if only white space is left."""
        return self._after_space()[0] == self.end

    def rest(self) -> str:
        """What is left without the white space before it."""
        return self.raw[self._after_space()[0] : self.end]

    def skip_space(self, most: int = 10_000) -> None:
        """Go on behind white space, at most so many columns of it."""
        while self.place < self.end and most > 0 and self.raw[self.place] in " \t":
            width = _TAB - self.column % _TAB if self.raw[self.place] == "\t" else 1
            self.place, self.column, most = self.place + 1, self.column + width, most - width

    def skip(self, count: int) -> None:
        """Go on behind so many characters that are no tabs."""
        self.place += count
        self.column += count

    def _after_space(self) -> tuple[int, int]:
        place, column = self.place, self.column
        while place < self.end and self.raw[place] in " \t":
            column += _TAB - column % _TAB if self.raw[place] == "\t" else 1
            place += 1
        return place, column


class Container(Record):
    """A block quote (no indent), or a list item or note whose lines are indented by so many columns."""

    indent: int | None = None
    is_item: bool = False


def goes_on(container: Container, line: Line) -> bool:
    """True if a container goes on in a line, which then stands behind its mark or indent."""
    if container.indent is None:
        if line.indent() >= CODE_INDENT:
            return False
        place, column = line.place, line.column
        line.skip_space()
        match = _QUOTE.match(line.raw, line.place, line.end)
        if match is None:
            line.place, line.column = place, column
            return False
        line.skip(match.end() - match.start())
        return True
    if line.is_blank():
        return True
    if line.indent() < container.indent:
        return False
    line.skip_space(container.indent)
    return True


def begun(line: Line, *, in_paragraph: bool) -> Container | None:
    """The container that begins in a line, which then stands behind its mark; None if none does."""
    if line.indent() >= CODE_INDENT:
        return None
    place, column = line.place, line.column
    line.skip_space()
    if line.place >= line.end or not _FIRST.match(line.raw, line.place):
        line.place, line.column = place, column
        return None
    match = _QUOTE.match(line.raw, line.place, line.end)
    if match:
        line.skip(match.end() - match.start())
        return Container()
    match = _NOTE.match(line.raw, line.place, line.end)
    if match:
        line.skip(match.end() - match.start())
        return Container(CODE_INDENT)
    found = _item(line, column, in_paragraph=in_paragraph)
    if found is None:
        line.place, line.column = place, column
    return found


def _item(line: Line, column: int, *, in_paragraph: bool) -> Container | None:
    match = _ITEM.match(line.raw, line.place, line.end)
    if match is None:
        return None
    width = match.end() - match.start()
    is_empty = not line.raw[match.end() : line.end].strip(" \t")
    if in_paragraph and (is_empty or (match[1] and int(match[1]) != 1)):
        return None
    line.skip(width)
    space = line.indent()
    line.skip_space(1 if is_empty or space > _TAB else space)
    task = _TASK.match(line.raw, line.place, line.end)
    indent = line.column - column
    if task:
        line.skip(task.end() - task.start())
    return Container(max(indent, width + 1), is_item=True)
