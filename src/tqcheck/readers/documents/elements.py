"""XML as it is walked through, from its start to its end, with the place of every stretch of text. Nothing is ever fetched."""

from __future__ import annotations

import re
from html.entities import html5
from typing import TYPE_CHECKING
from xml.parsers.expat import ExpatError, ParserCreate

from ...errors import ReadingError

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from typing import Protocol

    Here = Callable[[], int]

    class Walker(Protocol):
        """Takes in what is met. Tags are local names behind the prefix that `walk` was given for their namespace."""

        def opens(self, tag: str, attributes: Mapping[str, str], here: Here) -> None:
            """An element begins; ``here`` tells where its tag starts, if it is asked now."""

        def closes(self, tag: str, here: Here) -> None:
            """An element ends; ``here`` tells where its closing tag starts, if it is asked now."""

        def says(self, start: int, end: int, text: str | None) -> None:
            """Text stands between two places: as it is if ``text`` is None, or else it means that."""


MOST_DEPTH = 500
"""Elements may stand in each other so deep."""
_BEYOND = "?:"
_ENCODING = re.compile(rb"""\s*<\?xml[^>]{0,200}?\sencoding\s*=\s*["']([A-Za-z0-9._-]{1,40})["']""")
_UTF8 = ("utf-8", "utf8", "us-ascii", "ascii")


def decoded_xml(data: bytes, name: str, part: str) -> tuple[str, str]:
    """The text of an XML file and its encoding, whose mark is a part of the text; raises `ReadingError` if it is not in Unicode."""
    wide = {b"\xff\xfe": "utf-16-le", b"\xfe\xff": "utf-16-be"}.get(data[:2])
    named = _ENCODING.match(data.removeprefix(b"\xef\xbb\xbf"))
    if not wide and named and named[1].decode().lower() not in _UTF8:
        raise ReadingError(name, f"{part}: this is in {named[1].decode()}, not in UTF-8 or UTF-16 with a byte order mark")
    encoding = wide or "utf-8"
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        raise ReadingError(name, f"{part}: this is no sound {encoding.upper()[:6].rstrip('-')} (byte {error.start:,})") from None
    if "\0" in text:
        raise ReadingError(name, f"{part}: this holds NUL characters, which XML does not allow")
    return text, encoding


def walk(text: str, walker: Walker, prefixes: Mapping[str, str], *, name: str, part: str, is_page: bool = False) -> None:
    """Walk through an XML file.

    ``prefixes`` says for namespaces how their tags begin; tags of others begin with ``?:``. A page may have a document type,
    and the entities of HTML; no declaration of its own is taken. Raises `ReadingError` with line and column of what is wrong.
    """
    _Walk(text, walker, prefixes, name, part, is_page).run()


class _Walk:
    def __init__(self, text: str, walker: Walker, prefixes: Mapping[str, str], name: str, part: str, is_page: bool) -> None:
        self._text, self._walker, self._prefixes, self._name, self._part = text, walker, prefixes, name, part
        self._is_page = is_page
        self._data = text.encode()
        self._is_ascii = len(self._data) == len(text)
        self._byte = self._place = 0
        self._tags: dict[str, str] = {}
        self._depth = 0
        self._in_cdata = False
        self._parser = parser = ParserCreate("utf-8", " ")
        parser.buffer_text = False
        parser.UseForeignDTD(is_page)
        parser.StartElementHandler = self._opens
        parser.EndElementHandler = self._closes
        parser.CharacterDataHandler = self._says
        parser.StartCdataSectionHandler = self._cdata_opens
        parser.EndCdataSectionHandler = self._cdata_closes
        parser.StartDoctypeDeclHandler = self._doctype
        parser.EntityDeclHandler = self._declares
        parser.SkippedEntityHandler = self._skips

    def run(self) -> None:
        try:
            self._parser.Parse(self._data, True)
        except ExpatError as error:
            reason = str(error).partition(":")[0]
            raise self._error(f"line {error.lineno:,}, column {error.offset + 1:,}: {reason}") from None

    def _error(self, why: str) -> ReadingError:
        return ReadingError(self._name, f"{self._part}: {why}")

    def _error_here(self, why: str) -> ReadingError:
        return self._error(f"line {self._parser.CurrentLineNumber:,}, column {self._parser.CurrentColumnNumber + 1:,}: {why}")

    def _here(self) -> int:
        """The place in the text where expat stands, which counts bytes."""
        byte = self._parser.CurrentByteIndex
        if self._is_ascii:
            return byte
        self._place += len(self._data[self._byte : byte].decode())
        self._byte = byte
        return self._place

    def _tag(self, name: str) -> str:
        tag = self._tags.get(name)
        if tag is None:
            space, _, local = name.rpartition(" ")
            tag = self._tags[name] = self._prefixes.get(space, _BEYOND) + local
        return tag

    def _opens(self, name: str, attributes: Mapping[str, str]) -> None:
        self._depth += 1
        if self._depth > MOST_DEPTH:
            raise self._error_here(f"elements stand in each other more than {MOST_DEPTH} deep")
        named = {self._tag(key): value for key, value in attributes.items()} if attributes else attributes
        self._walker.opens(self._tag(name), named, self._here)

    def _closes(self, name: str) -> None:
        self._depth -= 1
        self._walker.closes(self._tag(name), self._here)

    def _says(self, data: str) -> None:
        start = self._here()
        first = self._text[start]
        if first == "&" and not self._in_cdata:
            self._walker.says(start, self._text.index(";", start) + 1, data)
        elif first == "\r":
            self._walker.says(start, start + (2 if self._text[start + 1 : start + 2] == "\n" else 1), data)
        else:
            self._walker.says(start, start + len(data), None)

    def _cdata_opens(self) -> None:
        self._in_cdata = True

    def _cdata_closes(self) -> None:
        self._in_cdata = False

    def _doctype(self, _name: str, _system: str | None, _public: str | None, has_own: bool) -> None:
        if has_own or not self._is_page:
            raise self._error_here("this document type is not read: its declarations may be made to do harm")

    def _declares(self, *_declared: object) -> None:
        raise self._error_here("this declares an entity, which is not read: it may be made to do harm")

    def _skips(self, entity: str, is_parameter: bool) -> None:
        """An entity that nobody declared here: in a page one of HTML."""
        if is_parameter:
            return
        meant = html5.get(f"{entity};")
        if meant is None:
            raise self._error_here(f"the entity &{entity[:40]}; is not known")
        start = self._here()
        self._walker.says(start, self._text.index(";", start) + 1, meant)
