"""Inline markup of AsciiDoc: formatted text, code, links, references, notes, attributes, curved quotation marks."""

from __future__ import annotations

import re

from ..ahead import Ahead
from ..entities import entity_at
from ..joined import GONE, STAND_IN
from ..paired import Paired

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ..joined import Mask

_MACROS = "kbd|btn|menu|image|icon|link|mailto|xref|pass|stem|latexmath|asciimath|indexterm2?|anchor"
_MARK = re.compile(
    rf"""\\ | \"` | `\" | '` | `' | \+\+\+ | \+\+ | `` | \*\* | __ | \#\# | [`*_\#^~&{{] | [ ]\+(?=\n)
      | << | \[\[ | \[[.\#%][^\]\[\n]{{0,200}}\](?=[\#*_`]) | \(\(\(
      | footnote:(?=\w{{0,99}}\[) | (?<![\w.])(?:{_MACROS}):(?=[^\s:\[\]]{{0,1000}}\[)
      | https?:// | (?<![\w+])\+(?=[^\s+])""",
    re.VERBOSE,
)
_QUOTES = {'"`': "“", '`"': "”", "'`": "‘", "`'": "’"}
_TEXT_MACROS = frozenset(("link:", "mailto:", "xref:", "indexterm2:"))
_GONE_MACROS = frozenset(("footnote:", "indexterm:", "anchor:"))
_ADDRESS = re.compile(r"https?://[^\s<>\[\]]*[^\s<>\[\]?!.,:;*_~'\"”’»)]")
_ATTRIBUTE = re.compile(r"\{[\w-]{1,99}(?::[^{}\n]{0,200})?\}")
_MACRO = re.compile(r"[a-z0-9]++:[^\s\[\]]{0,1000}\[")
_PUNCTUATION = frozenset("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~")


class Inline:
    """Finds the inline markup in the text of one block."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._paired = Paired(text)
        self._ahead = Ahead(text)
        self._masks: list[Mask] = []
        self._closing: dict[int, int] = {}

    def masks(self) -> list[Mask]:
        """The masks, ordered and without overlaps."""
        place = 0
        while match := _MARK.search(self._text, place):
            end = self._closing.pop(match.start(), 0)
            place = self._mask(match.start(), end) if end else max(self._markup(match.group(), match.start()), match.start() + 1)
        return self._masks

    def _mask(self, start: int, end: int, shown: str | None = GONE) -> int:
        start = max(start, self._masks[-1][1] if self._masks else 0)
        if start < end:
            self._masks.append((start, end, shown))
        return end

    def _markup(self, mark: str, place: int) -> int:
        """Where the search goes on behind a mark."""
        end = place + len(mark)
        if mark == "\\":
            following = self._text[end : end + 1]
            return self._mask(place, end + 1, following) if following in _PUNCTUATION and following else end
        if mark in _QUOTES:
            return self._mask(place, end, _QUOTES[mark])
        if mark == "&":
            meant = entity_at(self._text, place)
            return self._mask(place, meant[0], meant[1]) if meant else end
        if mark == " +":
            return self._mask(place, end)
        if mark[-1] == ":" or mark.startswith("http"):
            return self._macro(mark, place)
        if mark in ("<<", "[[", "(((", "{"):
            return self._enclosed(mark, place, end)
        if mark[0] == "[":
            return self._mask(place, end)
        return self._formatted(mark, place, end)

    def _formatted(self, mark: str, place: int, end: int) -> int:
        """Text between marks: two of them work inside a word too."""
        is_double = len(mark) > 1
        if not is_double and mark not in "^~" and not self._paired.opens(mark, place):
            return end
        close = self._paired.end(mark, end + 1, is_anywhere=is_double or mark in "^~")
        if close < 0 or close in self._closing or (mark in "^~" and any(character.isspace() for character in self._text[end:close])):
            return end
        if mark[0] in "`+":
            return self._mask(place, close + len(mark), STAND_IN)
        self._mask(place, end)
        self._closing[close] = close + len(mark)
        return end

    def _macro(self, mark: str, place: int) -> int:
        if mark.startswith("http"):
            address = _ADDRESS.match(self._text, place)
            if address is None:
                return place + len(mark)
            if self._text[address.end() : address.end() + 1] != "[":
                return self._mask(*address.span(), STAND_IN)
            start = address.end() + 1
        else:
            match = _MACRO.match(self._text, place)
            if match is None:
                return place + len(mark)
            start = match.end()
        close = self._ahead.find("]", start)
        if close < 0:
            return start
        if mark in _GONE_MACROS:
            return self._mask(place, close + 1)
        inner = self._text[start:close]
        if (mark in _TEXT_MACROS or mark.startswith("http")) and inner.strip() and "=" not in inner:
            self._mask(place, start)
            end = start + len(inner.removesuffix("^"))
            return self._mask(end, close + 1)
        return self._mask(place, close + 1, STAND_IN)

    def _enclosed(self, mark: str, place: int, end: int) -> int:
        if mark == "{":
            match = _ATTRIBUTE.match(self._text, place)
            return self._mask(*match.span(), STAND_IN) if match else end
        closing = {"<<": ">>", "[[": "]]", "(((": ")))"}[mark]
        close = self._ahead.find(closing, end)
        if close < 0:
            return end
        comma = self._text.find(",", end, close) if mark == "<<" else -1
        if comma >= 0:
            self._mask(place, comma + 1 + self._text.startswith(" ", comma + 1))
            return self._mask(close, close + 2)
        return self._mask(place, close + len(closing), STAND_IN if mark == "<<" else GONE)
