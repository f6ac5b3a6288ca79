"""The blocks of Markdown, line by line, as CommonMark and GitHub's tables have them; code and definitions are left out."""

from __future__ import annotations

from ...core.blocks import Kind
from ..comments import comment_for_tqcheck
from ..html.scanning import Scanner as HtmlScanner
from ..joined import GONE, Joined
from . import starts
from .containers import CODE_INDENT, Container, Line, begun, goes_on
from .inline import Inline, label

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from ..prose import Taking
    from ..reading import Comment


MOST_DEEP = 100
"""So deep quotes and lists are told from text: nobody nests them deeper, and each line has to be held against all of them."""


class BlockScanner:
    """Takes the prose of a Markdown text. ``comments`` are those for tqcheck that it met."""

    def __init__(self, taking: Taking, *, braces: Mapping[int, int] | None = None) -> None:
        self._taking = taking
        self._raw = taking.raw
        self._braces = braces
        self._labels = {label(match[1]) for match in starts.LABEL.finditer(self._raw)}
        self._containers: list[Container] = []
        self._items: set[int] = set()
        self._paragraph: list[tuple[int, int]] = []
        self._fence = ""
        self._html: tuple[int, int, str] | None = None
        self._is_table = self._is_module = self._was_blank = False
        self._skip_to = 0
        self.comments: list[Comment] = []

    def scan(self, start: int) -> None:
        """Take all of it from a place on."""
        for match in starts.LINE.finditer(self._raw, start):
            if match.start() >= self._skip_to and (match.start() < match.end() or not match.start()):
                end = match.start() + len(match.group().rstrip("\r\n"))
                self._line(Line(self._raw, match.start(), end))
        self._close()

    def _line(self, line: Line) -> None:
        depth = 0
        while depth < len(self._containers) and goes_on(self._containers[depth], line):
            depth += 1
        if depth == len(self._containers) and self._goes_on_verbatim(line):
            return
        if line.is_blank():
            self._blank(depth)
            return
        is_lazy = depth < len(self._containers)
        if is_lazy and not self._paragraph:
            self._leave(depth)
            is_lazy = False
        while (
            depth < MOST_DEEP
            and not self._is_break(line)
            and (container := begun(line, in_paragraph=bool(self._paragraph) and not is_lazy))
        ):
            self._leave(depth)
            self._containers.append(container)
            depth, is_lazy = len(self._containers), False
            self._items.discard(depth)
        if line.is_blank():
            return
        self._leaf(line, depth, is_lazy=is_lazy)
        self._was_blank = False

    def _blank(self, depth: int) -> None:
        if depth < len(self._containers):
            self._leave(depth)
        self._close()
        self._was_blank = True

    def _goes_on_verbatim(self, line: Line) -> bool:
        """True for a line inside code, raw HTML, or imports."""
        if self._fence:
            rest = line.rest().rstrip(" \t")
            if rest.startswith(self._fence) and not rest.strip(self._fence[0]):
                self._fence = ""
            return True
        if self._html:
            start, _, until = self._html
            if not until and line.is_blank():
                return False
            self._html = (start, line.end, until)
            if until and until in self._raw[line.start : line.end].lower():
                self._close()
            return True
        return self._is_module and not line.is_blank()

    def _leave(self, depth: int) -> None:
        """Close what stands in the containers that do not go on."""
        self._close()
        self._fence = ""
        del self._containers[depth:]
        self._items = {number for number in self._items if number <= depth}

    def _is_break(self, line: Line) -> bool:
        rest = line.rest()
        return rest[:1] in starts.BREAKS and line.indent() < CODE_INDENT and starts.BREAK.match(rest) is not None

    def _leaf(self, line: Line, depth: int, *, is_lazy: bool) -> None:
        indent = line.indent()
        if indent >= CODE_INDENT and not self._paragraph and self._braces is None:
            self._is_table = False
            return
        line.skip_space()
        rest = line.rest()
        if indent < CODE_INDENT and self._is_special(line, rest, depth, is_lazy=is_lazy):
            return
        if self._is_table:
            self._row(line)
            return
        if self._paragraph and not is_lazy and self._table_begins(rest):
            return
        self._paragraph.append((line.place, line.end))

    def _is_special(self, line: Line, rest: str, depth: int, *, is_lazy: bool) -> bool:
        """True if the line is no text, or a heading; then all is done with it."""
        if rest[0] not in starts.FIRST and self._braces is None:
            return False
        if self._paragraph and not is_lazy and starts.UNDERLINE.match(rest):
            self._close(Kind.HEADING)
            return True
        heading, fence = starts.HEADING.match(rest), starts.FENCE.match(rest)
        special = heading or fence or starts.BREAK.match(rest) or starts.ALERT.match(rest)
        if not special and not self._begins_html(rest) and not self._begins_module(rest):
            return False
        self._leave(depth)
        if heading:
            self._heading(line, heading.end())
        elif fence:
            if not (fence[1] == "$$" and rest.count("$$") > 1):
                self._fence = fence[1]
        elif not special:
            self._verbatim(line, rest)
        return True

    def _heading(self, line: Line, before: int) -> None:
        end = starts.heading_end(self._raw[line.place + before : line.end])
        self._text([(line.place + before, line.place + before + end)], Kind.HEADING)

    def _begins_html(self, rest: str) -> bool:
        if self._braces is not None or not rest.startswith("<"):
            return False
        return starts.begins_html(rest, in_paragraph=bool(self._paragraph))

    def _begins_module(self, rest: str) -> bool:
        if self._braces is None or self._containers or self._paragraph:
            return False
        return rest.startswith("{") or starts.MODULE.match(rest) is not None

    def _verbatim(self, line: Line, rest: str) -> None:
        if self._braces is not None:
            end = self._braces.get(line.place) if rest.startswith("{") else None
            self._is_module = end is None and not rest.startswith("{")
            if end is None and not self._is_module:
                self._paragraph.append((line.place, line.end))
            elif end is not None:
                self._expression(line.place, end + 1)
            return
        until = starts.end_of_html(rest)
        self._html = (line.place, line.end, until)
        if until and until in rest[2:].lower():
            self._close()

    def _expression(self, start: int, end: int) -> None:
        """An expression of MDX that stands alone, perhaps a comment; what follows it in its line is left out with it."""
        found = comment_for_tqcheck(self._raw, start, end, self._raw[start + 1 : end - 1].strip().removeprefix("/*").removesuffix("*/"))
        if found:
            self.comments.append(found)
        self._skip_to = end

    def _table_begins(self, rest: str) -> bool:
        header = self._paragraph[-1]
        if "-" not in rest or not starts.TABLE_RULE.match(rest) or ("|" not in rest and "|" not in self._raw[slice(*header)]):
            return False
        cells = list(starts.cells(self._raw, *header))
        if len(cells) != len(list(starts.cells(rest, 0, len(rest)))):
            return False
        self._paragraph.pop()
        self._close()
        self._is_table = True
        for cell in cells:
            self._text([cell], Kind.CELL)
        return True

    def _row(self, line: Line) -> None:
        for cell in starts.cells(self._raw, line.place, line.end):
            self._text([cell], Kind.CELL)

    def _close(self, kind: Kind | None = None) -> None:
        """End the block that is open."""
        lines, html = self._paragraph, self._html
        self._paragraph, self._html = [], None
        self._is_table = self._is_module = False
        if lines:
            self._text(lines, kind or self._kind())
        elif html and not any(container.indent is None for container in self._containers):
            scanner = HtmlScanner(self._taking, html[0], html[1])
            scanner.scan()
            self.comments += scanner.comments

    def _kind(self) -> Kind:
        """The first paragraph of a list item is the item."""
        depth = len(self._containers)
        if not depth or not self._containers[-1].is_item or depth in self._items:
            return Kind.PARAGRAPH
        self._items.add(depth)
        return Kind.ITEM

    def _text(self, spans: Sequence[tuple[int, int]], kind: Kind) -> None:
        joined = Joined(self._raw, spans)
        place = self._definitions(joined) if joined.text.startswith("[") and kind is not Kind.HEADING else 0
        if place >= len(joined.text):
            return
        inline = Inline(joined.text, self._labels, _places_of(self._braces, joined))
        masks = [(max(place, start), end, shown) for start, end, shown in inline.masks() if end > place]
        self._note_comments(joined, masks)
        alone = next((image for image in inline.images if image[0] == 0 and image[3] == len(joined.text)), None)
        if alone:
            _, start, end, _ = alone
            masks, kind = [(0, start, GONE), (end, len(joined.text), GONE)], Kind.CELL
        joined.take(self._taking, kind, [(0, place, GONE), *masks] if place else masks)

    def _definitions(self, joined: Joined) -> int:
        """Where the text begins behind the definitions of links."""
        place = 0
        while match := starts.DEFINITION.match(joined.text, place):
            said = starts.COMMENT.match(joined.text, place)
            if said:
                raw_start, raw_end = joined.raw_place(match.start()), joined.raw_place(match.start() + len(match.group().rstrip()))
                found = comment_for_tqcheck(self._raw, raw_start, raw_end, said[1] or said[2] or said[3] or "")
                self.comments += [found] if found else []
            place = match.end()
        return place

    def _note_comments(self, joined: Joined, masks: Iterable[tuple[int, int, str | None]]) -> None:
        for start, end, shown in masks:
            marked = joined.text[start:end]
            if marked.startswith("<!--") or (shown is None and marked.startswith("{/*")):
                said = marked[4:-3] if marked.startswith("<") else marked[3:-3]
                found = comment_for_tqcheck(self._raw, joined.raw_place(start), joined.raw_end(end), said)
                self.comments += [found] if found else []


def _places_of(braces: Mapping[int, int] | None, joined: Joined) -> Mapping[int, int] | None:
    """The pairs of braces that stand in one block, in its own places."""
    if braces is None:
        return None
    found = {}
    place = joined.text.find("{")
    while place >= 0:
        end = braces.get(joined.raw_place(place))
        if end is not None and end < joined.raw_place(len(joined.text)):
            found[place] = joined.place_of(end)
        place = joined.text.find("{", place + 1)
    return found
