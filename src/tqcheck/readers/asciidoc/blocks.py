"""The blocks of AsciiDoc, line by line; listings, literals, macros, attributes and comments are left out."""

from __future__ import annotations

import re

from ...core.blocks import Kind
from ..comments import comment_for_tqcheck
from ..joined import Joined
from ..line_markup import LineScanner
from .inline import Inline

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ..prose import Taking

_VERBATIM = re.compile(r"(?:-{4,}+|\.{4,}+|\+{4,}+|/{4,}+|`{3,}+\w*+)$")
_TRANSPARENT = re.compile(r"(?:={4,}+|\*{4,}+|_{4,}+|--|~{4,}+)$")
_TABLE = re.compile(r"[|,:!]={3,}+$")
_HEADING = re.compile(r"(?:={1,6}|#{1,6})[ \t]++(?=\S)")
_ATTRIBUTE = re.compile(r":!?[\w][\w-]*+!?:(?:[ \t]|$)")
_ATTRIBUTES = re.compile(r"\[(?:[^\[\]\n]*+|\[[^\[\]\n]*+\])\]$")
_CODE_STYLE = re.compile(r"\[\s*+(?:source|listing|literal|pass|stem|latexmath|asciimath|ditaa|plantuml|mermaid|graphviz|,)")
_MACRO = re.compile(r"(?:image|include|video|audio|toc|ifdef|ifndef|ifeval|endif|plantuml|mermaid)::\S*+\[.*\]$")
_TITLE = re.compile(r"\.(?=[^\s.])")
_ADMONITION = re.compile(r"(?:NOTE|TIP|IMPORTANT|WARNING|CAUTION):[ \t]++")
_ITEM = re.compile(r"(?:\*{1,6}|-|\.{1,6}|\d{1,6}\.|[A-Za-z]\.|<(?:\d{1,3}|\.)>|•)[ \t]++(?=\S)(?:\[[ xX*]\][ \t]++)?")
_TERM = re.compile(r"(?=\S)(?:[^:;\n]|:(?!:)|;(?!;)){1,400}(?P<mark>:{2,4}|;;)(?:[ \t]++|$)")
_CELL = re.compile(r"(?:\\.|(?:^|(?<=[\s|]))(?:\d{0,3}(?:\.\d{1,3})?[+*])?(?:[<^>]|\.[<^>]){0,2}[aehlmsdv]?\|)")
_BREAK = re.compile(r"(?:'{3,}|<{3,}|-{3}|\*{3}|-[ ]-[ ]-)$")


class BlockScanner(LineScanner):
    """Takes the prose of an AsciiDoc."""

    def __init__(self, taking: Taking) -> None:
        super().__init__(taking)
        self._verbatim = ""
        self._is_table = self._is_code = self._is_header = False

    def _end(self) -> None:
        self._close()

    def _line(self, start: int, end: int) -> None:
        rest = self._raw[start:end].rstrip()
        if self._verbatim:
            if rest == self._verbatim:
                self._verbatim = ""
        elif rest.startswith("//") and not rest.startswith("///"):
            found = comment_for_tqcheck(self._raw, start, start + len(rest), rest[2:])
            self.comments += [found] if found else []
        elif not rest:
            self._close()
            self._is_header = self._is_code = False
        elif not self._is_mark(rest) and not self._is_header and (not self._is_code or _TITLE.match(rest)):
            self._text(start, end, rest)

    def _is_mark(self, rest: str) -> bool:
        """True for a line that holds no text: it begins or ends something, or says how what follows is meant."""
        if _VERBATIM.match(rest):
            self._close()
            self._verbatim = "```" if rest.startswith("`") else rest
            self._is_code = False
        elif _TABLE.match(rest):
            self._close()
            self._is_table = not self._is_table
        elif _TRANSPARENT.match(rest) or rest == "+":
            self._close()
        elif self._is_table:
            return False
        elif _ATTRIBUTES.match(rest):
            self._close()
            self._is_code = _CODE_STYLE.match(rest) is not None
        elif _MACRO.match(rest) or _BREAK.match(rest) or (not self._paragraph and _ATTRIBUTE.match(rest)):
            self._close()
        else:
            return False
        return True

    def _text(self, start: int, end: int, rest: str) -> None:
        if self._is_table:
            self._cells(start, end)
            return
        heading, title = _HEADING.match(rest), _TITLE.match(rest)
        if heading and not self._paragraph:
            self._is_header = rest.startswith("= ") and not self._taking.blocks
            self._whole(start + heading.end(), end, Kind.HEADING)
        elif title and not self._paragraph:
            self._whole(start + title.end(), end, Kind.HEADING)
        elif not self._listed(start, end):
            self._plain(start, end)

    def _whole(self, start: int, end: int, kind: Kind) -> None:
        self._paragraph, self._kind = [(start, end)], kind
        self._close()

    def _listed(self, start: int, end: int) -> bool:
        """True for the first line of an item, or for a term with what stands behind it."""
        line = self._raw[start:end]
        place = start + len(line) - len(line.lstrip())
        item = _ITEM.match(self._raw, place, end)
        if item:
            self._close()
            self._paragraph, self._kind = [(item.end(), end)], Kind.ITEM
            return True
        term = _TERM.match(self._raw, place, end) if "::" in line or ";;" in line else None
        if term is None:
            return False
        self._close()
        self._whole(place, term.start("mark"), Kind.CELL)
        if term.end() < end:
            self._paragraph, self._kind = [(term.end(), end)], Kind.ITEM
        return True

    def _plain(self, start: int, end: int) -> None:
        if not self._paragraph:
            if self._raw[start] in " \t":  # a literal paragraph
                self._is_code = True
                return
            admonition = _ADMONITION.match(self._raw, start, end)
            start = admonition.end() if admonition else start
            self._kind = Kind.PARAGRAPH
        self._paragraph.append((start, end))

    def _cells(self, start: int, end: int) -> None:
        """A line of a table: it may go on with a cell, and begin others."""
        for match in _CELL.finditer(self._raw, start, end):
            if match.group().startswith("\\"):
                continue
            self._go_on(start, match.start())
            self._close()
            start = match.end()
        self._go_on(start, end)

    def _go_on(self, start: int, end: int) -> None:
        if self._raw[start:end].strip():
            self._paragraph.append((start, end))
            self._kind = Kind.CELL

    def _close(self) -> None:
        """End the block that is open."""
        spans, self._paragraph = self._paragraph, []
        if spans:
            joined = Joined(self._raw, spans)
            joined.take(self._taking, self._kind, Inline(joined.text).masks())
