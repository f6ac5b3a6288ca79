"""Inline markup of reStructuredText: emphasis, literals, roles, references, notes, substitutions."""

from __future__ import annotations

import re

from ..joined import GONE, STAND_IN
from ..paired import Paired

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ..joined import Mask

_MARK = re.compile(r"\\|``|`|\*\*|\*|\||\[|(?<=[^\W_])__?+(?![^\s'\")\]}>/\\:.,;!?-])|:[A-Za-z][\w.+:-]{0,60}:`|https?://|_`")
_ADDRESS = re.compile(r"https?://[^\s<>\[\]`|]*[^\s<>\[\]`|?!.,:;*_~'\"”’»)]")
_NOTE = re.compile(r"\[(?:\d{1,4}|\#[\w-]{0,60}|\*|[A-Za-z][\w.-]{0,60})\]_(?!\w)")
_TARGET = re.compile(r"\s*+<[^<>]{1,2000}>$")
_NAME_END = re.compile(r"(?<![\w.+:-])[\w.+:-]++\Z")
_NO_NAME = re.compile(r"^_|[\W_]{2}")
_FEW = 20
_LONGEST_NAME = 100
TEXT_ROLES = frozenset((
    "abbr", "doc", "download", "emphasis", "guilabel", "menuselection", "numref", "ref", "strong", "sub", "subscript", "sup",
    "superscript", "t", "term", "title", "title-reference",
))  # fmt: skip
"""Roles whose text is read; for that of others a word stands in."""
_NAMED = frozenset(["doc", "download", "numref", "ref", "term"])
"""Of these only what stands before a target in angle brackets is text."""


class Inline:
    """Finds the inline markup in the text of one block."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._paired = Paired(text)
        self._masks: list[Mask] = []

    def masks(self) -> list[Mask]:
        """The masks, ordered and without overlaps."""
        place = 0
        while match := _MARK.search(self._text, place):
            place = max(self._markup(match.group(), match.start()), place + 1)
        return self._masks

    def _mask(self, start: int, end: int, shown: str | None = GONE) -> int:
        if start < end:
            self._masks.append((start, end, shown))
        return end

    def _markup(self, mark: str, place: int) -> int:
        """Where the search goes on behind a mark."""
        end = place + len(mark)
        if mark == "\\":
            following = self._text[end : end + 1]
            return self._mask(place, end + len(following), "" if following.isspace() else following)
        if mark == "[":
            note = _NOTE.match(self._text, place)
            return self._mask(self._before_spaces(place), note.end()) if note else end
        if mark.startswith("h"):
            match = _ADDRESS.match(self._text, place)
            return self._mask(*match.span(), STAND_IN) if match else end
        if mark[0] == "_" and mark != "_`":
            name = _NAME_END.search(self._text, max(0, place - _LONGEST_NAME), place)
            return end if name is None or _NO_NAME.search(name.group()) else self._mask(place, end)
        if mark.startswith(":"):
            return self._role(mark[1:-2], place, end)
        return self._pair(mark, place, end)

    def _before_spaces(self, place: int) -> int:
        """Where the white space begins that stands before a note, and goes with it."""
        first = max(0, place - _FEW, self._masks[-1][1] if self._masks else 0)
        return first + len(self._text[first:place].rstrip())

    def _pair(self, mark: str, place: int, end: int) -> int:
        if mark == "_`":
            mark = "`"
        elif not self._paired.opens(mark, place):
            return end
        close = self._paired.end(mark, end + 1)
        if close < 0:
            return end
        if mark in ("**", "*"):
            self._mask(place, end)
            return self._mask(close, close + len(mark))
        stop = self._behind_underscores(close + len(mark))
        if mark == "`" and (stop > close + 1 or self._text[place] == "_"):
            return self._reference(place, end, close, stop)
        return self._mask(place, stop, STAND_IN)

    def _behind_underscores(self, place: int) -> int:
        return place + (2 if self._text.startswith("__", place) else self._text.startswith("_", place))

    def _reference(self, place: int, start: int, close: int, stop: int) -> int:
        """A reference in backquotes: its text, without a target in angle brackets."""
        target = _TARGET.search(self._text[start:close])
        text_end = start + target.start() if target else close
        if text_end <= start:
            return self._mask(place, stop, STAND_IN)
        self._mask(place, start)
        return self._mask(text_end, stop)

    def _role(self, name: str, place: int, start: int) -> int:
        close = self._paired.end("`", start + 1)
        if close < 0:
            return start
        target = _TARGET.search(self._text[start:close])
        role = name.rpartition(":")[2]
        if role in TEXT_ROLES and (target or role not in _NAMED):
            return self._reference(place, start, close, close + 1)
        return self._mask(place, close + 1, STAND_IN)
