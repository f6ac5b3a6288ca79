"""Inline markup of Markdown: code, emphasis, links, images, tags, entities, formulas. In linear time."""

from __future__ import annotations

import re
from bisect import bisect_left

from ..ahead import Ahead
from ..entities import entity_at
from ..html.elements import CODE, DROPPED
from ..joined import GONE, PART, STAND_IN
from .emphasis import Run, marks_of
from .tags import Tag, tag_at

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from ..joined import Mask

_MARK = re.compile(r"\\|`++|\*++|_++|~++|!\[|\[|\]|<|&|\{|\$|https?://|www\.")
_PUNCTUATION = frozenset("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~")
_TARGET = re.compile(
    r"""\(\s*+(?:<[^<>\n]*+>|[^\s()\\]*+(?:(?:\\.|\([^\s()\\]*+(?:\\.[^\s()\\]*+)*\))[^\s()\\]*+)*)   # the address
        (?:\s++(?:"[^"\\]*+(?:\\.[^"\\]*+)*"|'[^'\\]*+(?:\\.[^'\\]*+)*'|\([^()\\]*+(?:\\.[^()\\]*+)*\)))?\s*+\)""",
    re.VERBOSE | re.DOTALL,
)
_ADDRESS = re.compile(r"(?:https?://|www\.)[^\s<>\[\]|]*[^\s<>\[\]|?!.,:;*_~'\"”’»)]")
_AUTOLINK = re.compile(r"<(?:[A-Za-z][A-Za-z0-9+.-]{1,31}:[^\s<>]*+|[\w.!#$%&'*+/=?^`{|}~-]+@[\w.-]+)>")
_NOTE = re.compile(r"\[\^[^\]\s\[]{1,99}\]")
_FORMULA = re.compile(r"\$(?![\s$])[^$\n]{1,400}(?<![\s\\])\$(?![\d$])")
_IS_FORMULA = re.compile(r"[\\^_={}+<>]|^.\w?.?$")
_ATTRIBUTES = re.compile(r"\{:?\s?[#.][^{}\n]{1,200}\}")
_LONGEST_LABEL = 999


class Inline:
    """Finds the inline markup in the text of one block.

    ``labels`` are the link labels that the file defines, as `label` spells them. ``braces`` leads from each brace to the one
    that closes it; it is given for MDX alone.
    """

    def __init__(self, text: str, labels: Collection[str], braces: Mapping[int, int] | None = None) -> None:
        self._text = text
        self._labels = labels
        self._braces = braces
        self._ahead = Ahead(text)
        self._masks: list[Mask] = []
        self._runs: list[Run] = []
        self._brackets: list[tuple[int, bool, int, int]] = []
        self._backticks: dict[int, list[int]] | None = None
        self.images: list[tuple[int, int, int, int]] = []

    def masks(self) -> list[Mask]:
        """The masks, ordered and without overlaps."""
        place = 0
        while match := _MARK.search(self._text, place):
            place = self._markup(match.start(), match.end())
        self._masks += ((start, end, GONE) for start, end in marks_of(self._runs))
        return sorted(self._masks, key=lambda mask: mask[:2])

    def _mask(self, start: int, end: int, shown: str | None = GONE) -> int:
        self._masks.append((start, end, shown))
        return end

    def _markup(self, start: int, end: int) -> int:
        """Where the search goes on behind a mark."""
        mark = self._text[start]
        if mark == "\\":
            return self._escape(start)
        if mark == "`":
            return self._code(start, end)
        if mark in "*_~":
            self._runs.append(Run(self._text, start, end))
            return end
        if mark in "![":
            return self._bracket(start, end)
        if mark == "]":
            return self._link(start)
        if mark == "<":
            return self._angle(start)
        if mark == "&":
            meant = entity_at(self._text, start)
            return self._mask(start, meant[0], meant[1]) if meant else end
        return self._other(mark, start, end)

    def _other(self, mark: str, start: int, end: int) -> int:
        if mark == "{":
            return self._brace(start)
        if mark == "$":
            match = _FORMULA.match(self._text, start)
            is_apart = not start or not self._text[start - 1].isalnum()
            is_formula = match is not None and is_apart and _IS_FORMULA.search(match.group()[1:-1])
            return self._mask(*match.span(), STAND_IN) if match and is_formula else end
        match = _ADDRESS.match(self._text, start)
        return self._mask(*match.span(), STAND_IN) if match else end

    def _escape(self, place: int) -> int:
        following = self._text[place + 1 : place + 2]
        if following == "\n" or following in _PUNCTUATION:
            return self._mask(place, place + 1 + len(following), following) if following else place + 1
        return place + 1

    def _code(self, start: int, end: int) -> int:
        if self._backticks is None:
            self._backticks = {}
            for match in re.finditer("`++", self._text):
                self._backticks.setdefault(match.end() - match.start(), []).append(match.start())
        places = self._backticks.get(end - start, [])
        number = bisect_left(places, end)
        return self._mask(start, places[number] + end - start, STAND_IN) if number < len(places) else end

    def _bracket(self, start: int, end: int) -> int:
        note = _NOTE.match(self._text, start)
        if note:
            return self._mask(*note.span())
        self._brackets.append((start, self._text[start] == "!", len(self._masks), len(self._runs)))
        return end

    def _link(self, place: int) -> int:
        if not self._brackets:
            return place + 1
        start, is_image, masks, runs = self._brackets.pop()
        end = self._link_end(start + 1 + is_image, place)
        if end is None:
            return place + 1
        if is_image:
            del self._masks[masks:], self._runs[runs:]
            self.images.append((start, start + 2, place, end))
            return self._mask(start, end, STAND_IN)
        while self._brackets and not self._brackets[-1][1]:  # no link stands in a link
            self._brackets.pop()
        self._mask(start, start + 1)
        return self._mask(place, end)

    def _link_end(self, inner: int, place: int) -> int | None:
        """Where a link or image ends whose text ends at a ``]``; None if it is none."""
        following = self._text[place + 1 : place + 2]
        if following == "(" and (match := _TARGET.match(self._text, place + 1)):
            return match.end()
        if following == "[":
            end = self._ahead.find("]", place + 2)
            stop = place if end == place + 2 else end
            start = inner if end == place + 2 else place + 2
            if end >= 0 and stop - start <= _LONGEST_LABEL and label(self._text[start:stop]) in self._labels:
                return end + 1
        if place - inner <= _LONGEST_LABEL and label(self._text[inner:place]) in self._labels:
            return place + 1
        return None

    def _angle(self, place: int) -> int:
        match = _AUTOLINK.match(self._text, place)
        if match:
            return self._mask(*match.span(), STAND_IN)
        for opening, closing in (("<!--", "-->"), ("<?", "?>"), ("<![CDATA[", "]]>")):
            if self._text.startswith(opening, place):
                end = self._ahead.find(closing, place)
                return place + 1 if end < 0 else self._mask(place, end + len(closing))
        tag = tag_at(self._text, place, self._braces)
        return self._tag(place, tag) if tag else place + 1

    def _tag(self, place: int, tag: Tag) -> int:
        if tag.name in CODE or tag.name in DROPPED or tag.is_kept:
            end = -1 if tag.is_end or tag.is_empty else self._ahead.find(f"</{tag.name}", tag.end)
            if end >= 0:
                close = self._ahead.find(">", end)
                is_word = tag.name not in DROPPED
                return self._mask(place, close + 1, STAND_IN if is_word else GONE) if close >= 0 else place + 1
        if tag.name == "br":
            return self._mask(place, tag.end, "\n")
        return self._mask(place, tag.end, PART if tag.parts else GONE)

    def _brace(self, place: int) -> int:
        if self._braces is not None:
            end = self._braces.get(place)
            return place + 1 if end is None else self._mask(place, end + 1, STAND_IN)
        for opening, closing, shown in (("{{", "}}", STAND_IN), ("{%", "%}", GONE)):
            if self._text.startswith(opening, place):
                end = self._ahead.find(closing, place)
                return place + 1 if end < 0 else self._mask(place, end + 2, shown)
        match = _ATTRIBUTES.match(self._text, place)
        return self._mask(*match.span()) if match else place + 1


def label(text: str) -> str:
    """A link label as it is compared: without regard to case and white space."""
    return " ".join(text.casefold().split())
