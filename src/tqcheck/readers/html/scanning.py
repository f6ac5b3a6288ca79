"""The scanner of HTML: one pass over the tags, forgiving as browsers are, in linear time."""

from __future__ import annotations

import re

from ...core.blocks import Kind
from ..ahead import Ahead
from ..comments import comment_for_tqcheck
from ..entities import entity_at
from . import elements as of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ..prose import Taking
    from ..reading import Comment

_MARK = re.compile(r"[<&]|[^\S ]\s*+| \s++")
"""Markup, and white space but for single spaces, which are nearly all of it."""
_LINE_ENDS = frozenset("\r\n\u2028\u2029\x85\v\f")


class Scanner:
    """Takes the prose of a stretch of HTML. ``comments`` are those for tqcheck that it met."""

    def __init__(self, taking: Taking, start: int, end: int, kind: Kind = Kind.PARAGRAPH) -> None:
        self._taking = taking
        self._raw = taking.raw
        self._place, self._end = start, end
        self._ahead = Ahead(self._raw, end)
        self._base = kind
        self._kinds: list[tuple[str, Kind]] = []
        self._is_open = self._is_spaced = False
        self._skipped: tuple[str, int, int] | None = None
        self.comments: list[Comment] = []

    def scan(self) -> None:
        """Take all of it."""
        while self._place < self._end:
            match = _MARK.search(self._raw, self._place, self._end)
            self._keep(self._place, match.start() if match else self._end)
            if match is None:
                break
            self._place = match.start()
            if match.group() == "<":
                self._place = self._markup(self._place)
            elif match.group() == "&":
                self._place = self._entity(self._place)
            else:
                self._space(match.start(), match.end())
                self._place = match.end()
        if self._skipped:
            self._stand_in(self._end)
        self._close()

    def _markup(self, place: int) -> int:
        """Where the markup ends that begins at a ``<``; a lone one is text."""
        if self._raw.startswith("<!", place):
            return self._declaration(place)
        match = of.TAG.match(self._raw, place, self._end)
        if match is not None:
            return self._tag(match)
        if self._raw.startswith("<?", place):
            end = self._ahead.find(">", place)
            return self._end if end < 0 else end + 1
        self._keep(place, place + 1)
        return place + 1

    def _declaration(self, place: int) -> int:
        if not self._raw.startswith("<!--", place):
            end = self._ahead.find(">", place)
            return self._end if end < 0 else end + 1
        end = self._ahead.find("-->", place + 2)
        stop = self._end if end < 0 else end + 3
        found = comment_for_tqcheck(self._raw, place, stop, self._raw[place + 4 : max(place + 4, stop - 3)], is_closed=end >= 0)
        if found:
            self.comments.append(found)
        return stop

    def _tag(self, match: re.Match[str]) -> int:
        name, is_end = match["name"].lower(), bool(match["close"])
        if self._skipped:
            return self._tag_in_skipped(match, name, is_end=is_end)
        if name in of.BLOCKS:
            self._part(name, is_end=is_end)
        if is_end:
            return match.end()
        if self._is_to_skip(match, name):
            if name not in of.VOID and not match["attributes"].endswith("/"):
                self._skipped = (name, 1, match.start())
            return self._raw_text_end(name, match.end())
        self._attributes(match, name)
        if name == "br":
            self._space(match.start(), match.end(), "\n")
        if name in ("textarea", "title"):
            return self._plain_text(name, match.end())
        return match.end()

    def _is_to_skip(self, match: re.Match[str], name: str) -> bool:
        if name in of.DROPPED or name in of.CODE:
            return True
        attributes = match["attributes"]
        if name == "sup" and of.NUMBERED_NOTE.match(self._raw, match.end()):
            return True
        return bool(attributes) and bool(of.NOT_TRANSLATED.search(attributes) or of.NOTE_MARK.search(attributes))

    def _tag_in_skipped(self, match: re.Match[str], name: str, *, is_end: bool) -> int:
        skipped, depth, start = self._skipped or ("", 0, 0)
        if name == skipped and not match["attributes"].endswith("/"):
            depth += -1 if is_end else 1
            self._skipped = (skipped, depth, start)
            if not depth:
                self._stand_in(match.end())
        elif skipped not in of.BLOCKS and skipped not in of.DROPPED and name in of.BLOCKS:  # it was never closed
            self._stand_in(match.start())
            return match.start()
        return match.end()

    def _stand_in(self, end: int) -> None:
        """End what is skipped; a word stands for it inside a line."""
        name, _, start = self._skipped or ("", 0, 0)
        self._skipped = None
        opening = of.TAG.match(self._raw, start)
        is_note = name == "sup" or (opening is not None and of.NOTE_MARK.search(opening["attributes"]))
        if name not in of.BLOCKS and name not in of.DROPPED and not is_note:
            self._begin()
            self._taking.stand_in(start, end)
            self._is_spaced = False

    def _raw_text_end(self, name: str, place: int) -> int:
        """Behind the opening tag, or at the closing one where no other tag can begin."""
        if name not in of.RAW_TEXT:
            return place
        end = self._ahead.find(f"</{name}", place)
        return self._end if end < 0 else end

    def _plain_text(self, name: str, place: int) -> int:
        end = self._raw_text_end(name, place)
        while place < end:
            match = _MARK.search(self._raw, place, end)
            self._keep(place, match.start() if match else end)
            if match is None:
                break
            if match.group() == "&":
                place = self._entity(match.start())
            elif match.group() == "<":
                self._keep(match.start(), match.end())
                place = match.end()
            else:
                self._space(match.start(), match.end())
                place = match.end()
        return end

    def _attributes(self, match: re.Match[str], name: str) -> None:
        """What is shown of an element itself: a text of its own between blocks, a word within one if it is an image."""
        attributes = match["attributes"]
        if "=" not in attributes:
            return
        shown = ("content",) if name == "meta" and of.DESCRIPTION.search(attributes) else of.SHOWN_ATTRIBUTES
        if self._is_open:
            if name in of.IMAGES and of.HAS_ALT.search(attributes):
                self._taking.stand_in(match.start(), match.end())
                self._is_spaced = False
            return
        start = match.start("attributes")
        for found in of.ATTRIBUTE.finditer(self._raw, start, match.end("attributes")):
            if found[1].lower() in shown:
                number = next(number for number in (2, 3, 4) if found[number] is not None)
                self._attribute(*found.span(number))

    def _attribute(self, start: int, end: int) -> None:
        self._taking.begin(Kind.CELL)
        place = start
        while place < end:
            mark = self._raw.find("&", place, end)
            self._taking.keep(place, end if mark < 0 else mark)
            if mark < 0:
                break
            meant = entity_at(self._raw, mark)
            place = meant[0] if meant and meant[0] <= end else mark + 1
            if meant and meant[0] <= end:
                self._taking.replace(mark, place, meant[1])
            else:
                self._taking.keep(mark, place)
        self._taking.end()

    def _part(self, name: str, *, is_end: bool) -> None:
        """A block begins or ends here."""
        self._close()
        if not is_end and name not in of.VOID:
            inherited = self._kinds[-1][1] if self._kinds else self._base
            kind = inherited if name in of.KINDLESS and inherited is not Kind.HEADING else of.BLOCKS[name]
            self._kinds.append((name, kind))
        elif is_end:
            recent = [each for each, _ in self._kinds[-_DEEP:]]
            if name in recent:
                del self._kinds[len(self._kinds) - 1 - recent[::-1].index(name) :]

    def _begin(self) -> None:
        if not self._is_open:
            self._taking.begin(self._kinds[-1][1] if self._kinds else self._base)
            self._is_open, self._is_spaced = True, True

    def _close(self) -> None:
        if self._is_open:
            self._taking.end()
        self._is_open = False

    def _keep(self, start: int, end: int) -> None:
        if start < end and self._raw[start] == " " and (self._is_spaced or not self._is_open):
            start += 1
        if start < end and not self._skipped:
            self._begin()
            self._taking.keep(start, end)
            self._is_spaced = self._raw[end - 1] == " "

    def _entity(self, place: int) -> int:
        meant = entity_at(self._raw, place)
        if meant is None or meant[0] > self._end:
            self._keep(place, place + 1)
            return place + 1
        if meant[1] and not self._skipped:
            self._begin()
            self._taking.replace(place, meant[0], meant[1])
            self._is_spaced = False
        return meant[0]

    def _space(self, start: int, end: int, shown: str = "") -> None:
        """White space is one space, or one line end; none where a space stands before it."""
        if self._skipped or not self._is_open or self._is_spaced:
            return
        text = self._raw[start:end]
        if (len(text) == 1 and not shown) or (text.strip(" \t\r\n\f") and not shown):
            self._taking.keep(start, end)
        else:
            self._taking.replace(start, end, shown or ("\n" if not _LINE_ENDS.isdisjoint(text) else " "))
        self._is_spaced = True


_DEEP = 50
"""So many open elements are looked at for the one that ends."""
