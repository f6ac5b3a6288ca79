"""Android's strings.xml: strings, plurals and arrays, with the escapes of Android inside those of XML."""

from __future__ import annotations

import re

from .markup import Walk, read_xml
from .message import Message, meaning_of, rewritten
from .writing import in_markup

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

    from ...formats import Format
    from ..reading import Reading

_HOLDERS = {"plurals", "string-array", "array"}
_ESCAPE = re.compile(r'\\u([0-9a-fA-F]{4})|\\(.)|(")|(\s{2,}|[\n\t])', re.DOTALL)
_WRITTEN = str.maketrans({"\\": "\\\\", "'": "\\'", '"': '\\"', "\n": "\\n", "\t": "\\t"})
_LETTERS = {"n": "\n", "t": "\t"}


def read(data: bytes, name: str, format: Format) -> Reading:
    """The reading of a file of strings; raises `ReadingError`."""
    return read_xml(data, name, format, _Strings)


def escape(text: str, reading: Reading, start: int, _end: int) -> str | None:
    """How a text is written in a string, with the escapes of Android inside those of XML."""
    return in_markup(text.translate(_WRITTEN), reading, start)


class _Strings(Walk):
    """An item is named by the plurals or the array that holds it."""

    def __init__(self, raw: str, name: str) -> None:
        super().__init__(raw, name)
        self._holder = self._key = ""
        self._count = 0

    def opened(self, tag: str, attributes: Mapping[str, str]) -> None:
        if self.parts is not None:
            if tag == "g":
                self.hide(as_word=True)
        elif attributes.get("translatable") == "false" or attributes.get("translate") == "no":
            self.hide(as_word=False)
        elif tag in _HOLDERS:
            self._holder, self._count = attributes.get("name", ""), 0
        elif tag == "item" and self._holder:
            self._key = f"{self._holder}.{attributes.get('quantity', self._count)}"
            self._count += 1
            self.parts = []
        elif tag == "string":
            self._key = attributes.get("name", "")
            self.parts = []

    def closed(self, tag: str) -> None:
        if tag in ("string", "item") and self.parts is not None:
            parts, self.parts = self.parts, None
            if not meaning_of(self.raw, parts).lstrip().startswith(("@string/", "?")):
                self.found.append(Message(self._key, rewritten(self.raw, parts, _ESCAPE, _meaning)))
        elif tag in _HOLDERS:
            self._holder = ""


def _meaning(match: re.Match[str]) -> str:
    code, letter, _, blank = match.groups()
    if code:
        return chr(int(code, 16))
    if blank:
        return " "
    return _LETTERS.get(letter, letter) if letter else ""
