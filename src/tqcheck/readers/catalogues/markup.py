"""Catalogues in XML: what expat says, with places in the raw file. Entities are refused, and nothing is fetched."""

from __future__ import annotations

import re

from ..broken import broken
from .declared import IN_XML
from .message import STAND_IN, Message
from .units import ANGLES, catalogue

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

    from ...formats import Format
    from ..reading import Reading
    from .message import Part

_TAG = re.compile(r"""<[^<>"']*+(?:(?:"[^"]*+"|'[^']*+')[^<>"']*+)*>""")


def read_xml(data: bytes, name: str, format: Format, walk: type[Walk]) -> Reading:
    """The reading of a catalogue in XML, by one walk through it; raises `ReadingError`."""
    return catalogue(data, name, format, walk.messages, comments=ANGLES, declaration=IN_XML)


class Walk:
    """A walk through an XML file; a subclass says what to do where an element opens and closes, and keeps ``parts`` if it wants text.

    ``path`` are the names of the open elements, without prefixes; ``parts`` is None where no text is wanted. ``found`` are
    the strings.
    """

    def __init__(self, raw: str, name: str) -> None:
        self.raw, self.name = raw, name
        self.path: list[str] = []
        self.parts: list[Part] | None = None
        self.found: list[Message] = []
        self.place = 0
        self._bytes = raw.encode("utf-8", "surrogatepass")
        self._byte = 0
        self._hidden = 0
        self._in_data = False

    @classmethod
    def messages(cls, raw: str, name: str) -> list[Message]:
        """The strings of a file; raises `ReadingError` for broken XML and for entities that the file declares."""
        walk = cls(raw, name)
        walk.run()
        return walk.found

    def opened(self, tag: str, attributes: Mapping[str, str]) -> None:
        """An element opens at ``place``."""

    def closed(self, tag: str) -> None:
        """An element closes; ``place`` is where its closing tag starts."""

    def run(self) -> None:
        """Walk to the end; raises `ReadingError` with line and column for XML that is broken, or that declares entities."""
        from xml.parsers import expat

        parser = self._parser = expat.ParserCreate("utf-8")
        parser.StartElementHandler = self._opened
        parser.EndElementHandler = self._closed
        parser.CharacterDataHandler = self._said
        parser.StartCdataSectionHandler = lambda: self._data(True)
        parser.EndCdataSectionHandler = lambda: self._data(False)
        parser.EntityDeclHandler = self._refuse
        parser.SkippedEntityHandler = self._refuse
        try:
            parser.Parse(self._bytes, True)
        except expat.ExpatError as error:
            self._go()
            raise broken(self.name, self.raw, self.place, f"this is no sound XML: {expat.ErrorString(error.code)}") from None

    def tag_end(self, place: int) -> int:
        """Where the tag ends that starts at a place."""
        match = _TAG.match(self.raw, place)
        return match.end() if match else place

    def hide(self, *, as_word: bool) -> None:
        """Leave out all text up to the end of the element that has just opened; ``as_word`` puts a stand-in for it."""
        self._hidden = len(self.path)
        self._hidden_from = self.place if as_word else -1

    def _go(self) -> None:
        index = max(self._byte, self._parser.CurrentByteIndex)
        self.place += len(self._bytes[self._byte : index].decode("utf-8", "surrogatepass"))
        self._byte = index

    def _opened(self, tag: str, attributes: Mapping[str, str]) -> None:
        self._go()
        local = tag.rpartition(":")[2]
        self.path.append(local)
        if not self._hidden:
            self.opened(local, attributes)

    def _closed(self, tag: str) -> None:
        self._go()
        if not self._hidden:
            self.closed(tag.rpartition(":")[2])
        elif self._hidden == len(self.path):
            self._hidden = 0
            if self.parts is not None and self._hidden_from >= 0:
                self.parts.append((self._hidden_from, self.tag_end(self.place), STAND_IN))
        self.path.pop()

    def _data(self, is_open: bool) -> None:
        self._in_data = is_open

    def _said(self, text: str) -> None:
        if self.parts is None or self._hidden:
            return
        self._go()
        start = self.place
        if self.raw[start] == "&" and not self._in_data:
            self.parts.append((start, self.raw.index(";", start) + 1, text))
        elif self.raw.startswith("\r\n", start):  # of which expat makes a line feed
            self.parts.append((start, start + 2, "\n"))
        else:
            self.parts.append((start, start + len(text), None))

    def _refuse(self, entity: str, *_: object) -> None:
        self._go()
        raise broken(self.name, self.raw, self.place, f"the entity {entity!r} is declared by the file or not at all; it is not resolved")
