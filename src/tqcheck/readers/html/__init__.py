"""HTML: the text of its elements, each block of its own; tags, code, scripts and what is not to be translated left out."""

from __future__ import annotations

from ...formats import Format
from ..decoding import decoded
from ..entities import escaped
from ..prose import Taking
from ..reading import Reading
from .scanning import Scanner

_FAR = 10_000


def read(data: bytes, name: str, format: Format) -> Reading:
    """The reading of an HTML file; raises `ReadingError` if it is no text. Markup that is broken is read as browsers read it."""
    found = decoded(data, name)
    taking = Taking(found.text)
    scanner = Scanner(taking, 0, len(found.text))
    scanner.scan()
    return Reading(name, found.text, found.encoding, found.has_mark, tuple(scanner.comments), format, taking.prose())


def escape(text: str, reading: Reading, start: int, _end: int) -> str | None:
    """The text with its ``&``, ``<`` and ``>`` escaped, and in an attribute the quotation marks too."""
    far = max(0, start - _FAR)
    in_attribute = reading.raw.rfind("<", far, start) > reading.raw.rfind(">", far, start)
    return escaped(text, in_attribute=in_attribute)
