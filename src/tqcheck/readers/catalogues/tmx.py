"""TMX, translation memories: the variants of each unit that are not in its source language."""

from __future__ import annotations

from .markup import Walk, read_xml
from .message import STAND_IN, Message, meaning_of
from .writing import in_markup

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from ...formats import Format
    from ..reading import Reading
    from .message import Part

_ANY = "*all*"
"""What TMX says of a unit whose variants are each a source."""
_WORDS = {"ph", "ut"}
_LEFT_OUT = {"bpt", "ept", "it"}


def read(data: bytes, name: str, format: Format) -> Reading:
    """The reading of a translation memory; raises `ReadingError`."""
    return read_xml(data, name, format, _Variants)


def escape(text: str, reading: Reading, start: int, _end: int) -> str | None:
    """How a text is written in a segment."""
    return in_markup(text, reading, start)


class _Variants(Walk):
    """What is said of a unit stands before its variants."""

    def __init__(self, raw: str, name: str) -> None:
        super().__init__(raw, name)
        self._source_language = self._of_header = ""
        self._key = self._language = ""
        self._note: list[Part] = []
        self._variants: list[tuple[str, list[Part]]] = []

    def opened(self, tag: str, attributes: Mapping[str, str]) -> None:
        if self.parts is not None and tag not in ("seg", "note"):
            if tag in _WORDS:
                self.hide(as_word=True)
            elif tag in _LEFT_OUT:
                self.hide(as_word=False)
        elif tag == "header":
            self._of_header = attributes.get("srclang", "")
        elif tag == "tu":
            self._key, said = attributes.get("tuid", ""), attributes.get("srclang", self._of_header)
            self._source_language = "" if said == _ANY else said
            self._variants, self._note = [], []
        elif tag == "tuv":
            self._language = attributes.get("xml:lang") or attributes.get("lang") or ""
        elif tag in ("seg", "note"):
            self.parts = []

    def closed(self, tag: str) -> None:
        if tag in ("seg", "note") and self.parts is not None:
            parts, self.parts = self.parts, None
            if tag == "seg":
                self._variants.append((self._language, parts))
            elif self.path[-2:-1] == ["tu"]:
                self._note = [*self._note, *parts]
        elif tag == "tu":
            self.found += self._unit()

    def _unit(self) -> Iterator[Message]:
        of_source = self._source_language.lower()
        source = next((parts for language, parts in self._variants if of_source and language.lower() == of_source), [])
        said = meaning_of(self.raw, source).replace(STAND_IN, "{}")
        for language, parts in self._variants:
            if parts is not source and meaning_of(self.raw, parts).strip():
                yield Message(self._key, parts, said, self._source_language, language, "", meaning_of(self.raw, self._note).strip())
