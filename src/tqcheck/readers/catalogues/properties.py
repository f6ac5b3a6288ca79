"""Java properties: values with their escapes and continued lines."""

from __future__ import annotations

import codecs
import re

from ...errors import ReadingError
from ..broken import broken
from ..decoding import Decoded, decoded
from .message import Message, meaning_of
from .units import HASH, catalogue

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from ...formats import Format
    from ..reading import Reading
    from .message import Part

_ENTRY = re.compile(
    r"""
    [ \t\f]*+
    (?:
        [\#!][^\r\n]*+
      | (?P<key>[^\\\s=:]*+(?:\\(?:\r\n|[^\r\n]|[\r\n])[^\\\s=:]*+)*) [ \t\f]*+ [=:]?+ [ \t\f]*+
        (?P<value>[^\\\r\n]*+(?:\\(?:\r\n|[^\r\n]|[\r\n]|\Z)[^\\\r\n]*+)*)
    )
    (?:\r\n|\r|\n|\Z)
    """,
    re.VERBOSE,
)
_ESCAPE = re.compile(r"\\(?:u([0-9a-fA-F]{4})|((?:\r\n|\r|\n)[ \t\f]*+|\Z)|(u)|(.))")
_WRITTEN = str.maketrans({"\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t"})
_BEFORE = ("", " ", "\t", "\f", "=", ":", "\r", "\n")
_LATIN = "latin-1"
_LETTERS = {"n": "\n", "t": "\t", "r": "\r", "f": "\f"}


def read(data: bytes, name: str, format: Format) -> Reading:
    """The reading of a file of properties; raises `ReadingError`."""
    return catalogue(data, name, format, messages, comments=HASH, decode=_decoded)


def escape(text: str, reading: Reading, start: int, end: int) -> str | None:
    """How a text is written in a value; what the encoding of the file lacks as ``\\u``. None where a value would begin with a separator."""
    if not text and reading.raw[start - 1 : start] in _BEFORE and reading.raw[end : end + 1] in _BEFORE:
        return None
    found = text.translate(_WRITTEN)
    if text[:1].isspace() and reading.raw[start - 1 : start] in _BEFORE:
        found = "\\" + found
    return "".join(map(_coded, found)) if _is_coded(reading) else found


def messages(raw: str, name: str) -> Iterator[Message]:
    """The values that are not empty; raises `ReadingError` for a ``\\u`` without its four digits."""
    place = 0
    while place < len(raw):
        match = _ENTRY.match(raw, place)
        if match is None:
            raise broken(name, raw, place, "this is no line of a properties file")
        if match["value"]:
            key = meaning_of(raw, list(_parts(raw, name, *match.span("key"))))
            yield Message(key, list(_parts(raw, name, *match.span("value"))))
        place = match.end()


def _decoded(data: bytes, name: str) -> Decoded:
    """UTF-8 if it is, or else Latin-1, as Java read these files before version 9."""
    try:
        return decoded(data, name)
    except ReadingError:
        if b"\0" in data or data.startswith(codecs.BOM_UTF8):
            raise
        return Decoded(data.decode(_LATIN), _LATIN, has_mark=False)


def _is_coded(reading: Reading) -> bool:
    """True if the file writes what is not ASCII in escapes, or cannot write all of it otherwise."""
    return reading.encoding == _LATIN or (reading.raw.isascii() and "\\u" in reading.raw)


def _coded(letter: str) -> str:
    if letter.isascii():
        return letter
    units = letter.encode("utf-16-be", "surrogatepass").hex()
    return "".join(f"\\u{units[place : place + 4]}" for place in range(0, len(units), 4))


def _parts(raw: str, name: str, start: int, end: int) -> Iterator[Part]:
    done = start
    for match in _ESCAPE.finditer(raw, start, end):
        if match[3]:
            raise broken(name, raw, match.start(), "\\u wants four hexadecimal digits")
        if match.start() > done:
            yield done, match.start(), None
        if match[2] is None:
            yield match.start(), match.end(), chr(int(match[1], 16)) if match[1] else _LETTERS.get(match[4], match[4])
        done = match.end()
    if end > done:
        yield done, end, None
