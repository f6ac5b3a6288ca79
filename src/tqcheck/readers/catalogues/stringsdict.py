"""Apple's .stringsdict: the sentences of each key, and the forms that their parts have by number."""

from __future__ import annotations

from .markup import Walk, read_xml
from .message import Message, meaning_of
from .writing import in_markup

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

    from ...formats import Format
    from ..reading import Reading

_TEXTS = {"NSStringLocalizedFormatKey", "zero", "one", "two", "few", "many", "other"}
"""The keys of what is shown; the values of all others say how it is put together."""


def read(data: bytes, name: str, format: Format) -> Reading:
    """The reading of a .stringsdict file; raises `ReadingError`."""
    return read_xml(data, name, format, _Forms)


def escape(text: str, reading: Reading, start: int, _end: int) -> str | None:
    """How a text is written in a string."""
    return in_markup(text, reading, start)


class _Forms(Walk):
    """``_keys`` holds the key that came last in each dictionary that is open."""

    def __init__(self, raw: str, name: str) -> None:
        super().__init__(raw, name)
        self._keys: list[str] = []

    def opened(self, tag: str, _attributes: Mapping[str, str]) -> None:
        if tag == "dict":
            self._keys.append("")
        elif tag in ("key", "string"):
            self.parts = []

    def closed(self, tag: str) -> None:
        if tag == "dict":
            self._keys.pop()
        elif tag in ("key", "string") and self.parts is not None:
            parts, self.parts = self.parts, None
            if tag == "key" and self._keys:
                self._keys[-1] = meaning_of(self.raw, parts)
            elif tag == "string" and self._keys and self._keys[-1] in _TEXTS and parts:
                self.found.append(Message(".".join(self._keys), parts))
