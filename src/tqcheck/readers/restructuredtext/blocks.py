"""The blocks of reStructuredText, line by line, by marks and indents; code, comments and what directives are told left out."""

from __future__ import annotations

import re

from ...core.blocks import Kind
from ..comments import comment_for_tqcheck
from ..joined import GONE, Joined
from ..line_markup import LineScanner
from .directives import ADMONITIONS, NO_PROSE, TITLED, VERSIONED
from .inline import Inline
from .tables import Table, is_grid_border, is_simple_border

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ..joined import Mask
    from ..prose import Taking

_ADORNMENT = re.compile(r"([!-/:-@\[-`{-~])\1++[ \t]*+$")
_ITEM = re.compile(r"(?:[-*+•‣⁃]|\(?(?:\d{1,6}|\#|[A-Za-z]|[ivxlcIVXLC]{1,6})[.)])[ \t]++(?=\S)")
_EXPLICIT = re.compile(r"\.\.(?:[ \t]++|$)")
_DIRECTIVE = re.compile(r"(?:\|[^|\n]{1,200}\|[ \t]*+)?([A-Za-z][\w.+:-]*?)::(?:[ \t]++|$)")
_NOTE = re.compile(r"\[[^\]\n]{1,100}\][ \t]++")
_TARGET = re.compile(r"_|\[[^\]\n]{1,100}\]$")
_FIELD = re.compile(r":(?![: ])(?:[^:\n\\]|\\.|:(?=\w)){1,100}:(?:[ \t]++|$)")
_OPTION = re.compile(r"(?:-\w|--\w|/[A-Z]\b)\S*+(?:[ ,][^\s]++){0,6}?(?:[ \t]{2,}+(?=\S)|$)")
_LINE_BLOCK = re.compile(r"\|(?:[ \t]++|$)")
_SHORT = 4


class BlockScanner(LineScanner):
    """Takes the prose of a reStructuredText."""

    def __init__(self, taking: Taking) -> None:
        super().__init__(taking)
        self._indent = 0
        self._is_open_indent = False
        self._skipped: int | None = None
        self._is_skipping_to_blank = self._is_in_options = False
        self._table: Table | None = None

    def _end(self) -> None:
        self._close()
        self._end_table()

    def _line(self, start: int, end: int) -> None:
        text = self._raw[start:end].expandtabs(8).rstrip()
        rest = text.lstrip()
        if not rest:
            self._blank()
            return
        indent = len(text) - len(rest)
        place = end - len(self._raw[start:end].lstrip())
        if self._skipped is not None:
            if indent > self._skipped:
                return
            self._skipped = None
        if self._is_skipping_to_blank or self._goes_on_as_table(start, end, rest):
            return
        if self._is_in_options and rest.startswith(":") and _FIELD.match(rest):
            return
        self._is_in_options = False
        self._text(place, end, indent, rest)

    def _blank(self) -> None:
        self._close()
        self._is_skipping_to_blank = self._is_in_options = False
        if self._table and self._table.ends_with_blank:
            self._end_table()

    def _text(self, place: int, end: int, indent: int, rest: str) -> None:
        if self._paragraph:
            if self._is_title(rest):
                self._kind = Kind.HEADING
                self._close()
                return
            if self._is_open_indent and indent > self._indent:
                self._indent, self._is_open_indent = indent, False
            if indent == self._indent and not self._is_open_indent:
                self._add(place, end)
                return
            if indent > self._indent and len(self._paragraph) == 1 and self._kind is Kind.PARAGRAPH:
                self._kind = Kind.CELL  # the term of a definition
            self._close()
        self._begin(place, end, indent, rest)

    def _add(self, place: int, end: int) -> None:
        line_block = _LINE_BLOCK.match(self._raw, place, end) if self._raw[place] == "|" else None
        self._paragraph.append((line_block.end() if line_block else place, end))

    def _is_title(self, rest: str) -> bool:
        """True for the line under a title."""
        if len(self._paragraph) != 1 or not _ADORNMENT.match(rest):
            return False
        length = len(self._raw[slice(*self._paragraph[0])].strip())
        return len(rest) >= min(length, _SHORT)

    def _begin(self, place: int, end: int, indent: int, rest: str) -> None:
        """A line that goes on with nothing: what begins here?"""
        self._kind, self._indent, self._is_open_indent = Kind.PARAGRAPH, indent, False
        if is_grid_border(rest) or is_simple_border(rest):
            self._table = Table(self._raw, rest, indent)
        elif _ADORNMENT.match(rest) and (len(rest) >= _SHORT or rest == "::"):
            self._skipped = indent if rest == "::" else None
        elif rest.startswith(">>> "):
            self._is_skipping_to_blank = True
        elif match := _EXPLICIT.match(rest):
            self._explicit(place, end, place + match.end(), indent)
        elif rest.startswith("__ ") or (rest.startswith("|") and self._line_block(place, end)):
            return
        else:
            self._listed(place, end, indent, rest)

    def _line_block(self, place: int, end: int) -> bool:
        match = _LINE_BLOCK.match(self._raw, place, end)
        if match:
            self._paragraph = [(match.end(), end)]
        return match is not None

    def _listed(self, place: int, end: int, indent: int, rest: str) -> None:
        """An item, a field, an option, or plain text."""
        match = _ITEM.match(rest)
        if match:
            self._indent, self._kind = indent + match.end(), Kind.ITEM
            self._begin_inside(place + match.end(), end)
            return
        match = _FIELD.match(rest) or _OPTION.match(rest)
        if match:
            self._is_open_indent, self._kind = True, Kind.CELL
            self._paragraph = [(place + match.end(), end)]
            return
        self._paragraph = [(place, end)]

    def _begin_inside(self, place: int, end: int) -> None:
        """The text behind the mark of an item, which may be an item or a directive itself."""
        rest = self._raw[place:end].rstrip()
        match = _EXPLICIT.match(rest)
        if match:
            self._explicit(place, end, place + match.end(), self._indent)
        elif _ITEM.match(rest) and self._indent < _DEEPEST:
            self._listed(place, end, self._indent, rest)
        else:
            self._paragraph = [(place, end)]

    def _explicit(self, start: int, end: int, place: int, indent: int) -> None:
        """Directives, notes, targets; anything else behind two dots is a comment."""
        self._indent, self._is_open_indent, self._kind = indent, True, Kind.PARAGRAPH
        rest = self._raw[place:end].rstrip()
        note, directive = _NOTE.match(rest), _DIRECTIVE.match(rest)
        if note:
            self._paragraph = [(place + note.end(), end)]
        elif directive:
            self._directive(directive[1].rpartition(":")[2].lower(), place + directive.end(), end, is_named=rest.startswith("|"))
        else:
            self._skipped = indent
            found = comment_for_tqcheck(self._raw, start, end, "" if _TARGET.match(rest) else rest)
            self.comments += [found] if found else []

    def _directive(self, name: str, place: int, end: int, *, is_named: bool) -> None:
        if is_named or name in NO_PROSE or name.startswith("auto"):
            self._skipped = self._indent
            return
        self._is_in_options = True
        if place >= end or name in VERSIONED:
            return
        if name in TITLED:
            self._kind = Kind.HEADING
            self._paragraph = [(place, end)]
            self._close()
        elif name in ADMONITIONS:
            self._paragraph = [(place, end)]

    def _goes_on_as_table(self, start: int, end: int, rest: str) -> bool:
        if self._table is None:
            return False
        if self._table.add(start, end, rest):
            return True
        self._end_table()
        return False

    def _end_table(self) -> None:
        table, self._table = self._table, None
        for cell in table.cells() if table else ():
            joined = Joined(self._raw, [cell])
            joined.take(self._taking, Kind.CELL, Inline(joined.text).masks())

    def _close(self) -> None:
        """End the paragraph that is open; two colons at its end say that what follows and is indented is literal."""
        spans, self._paragraph = self._paragraph, []
        if not spans:
            return
        joined = Joined(self._raw, spans)
        masks = Inline(joined.text).masks()
        length = len(joined.text)
        if joined.text.endswith("::") and self._kind is not Kind.HEADING:
            self._skipped = self._indent
            start = len(joined.text[:-2].rstrip())
            shown: Mask = (length - 1, length, GONE) if start == length - 2 or not start else (start, length, ":")
            masks = [mask for mask in masks if mask[1] <= shown[0]] + [shown]
        joined.take(self._taking, self._kind, masks)


_DEEPEST = 100
