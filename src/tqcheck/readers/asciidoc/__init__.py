"""AsciiDoc: titles, paragraphs, items, terms, cells and admonitions; listings, macros, attributes and comments left out."""

from __future__ import annotations

import re

from ...formats import Format
from ..decoding import decoded
from ..prose import Taking
from ..reading import Reading
from .blocks import BlockScanner

_SPECIAL = re.compile(r"[\\*`#_^~+{|]")


def read(data: bytes, name: str, format: Format) -> Reading:
    """The reading of an AsciiDoc file; raises `ReadingError` if it is no text."""
    found = decoded(data, name)
    taking = Taking(found.text)
    scanner = BlockScanner(taking)
    scanner.scan()
    return Reading(name, found.text, found.encoding, found.has_mark, tuple(scanner.comments), format, taking.prose())


def escape(text: str, _reading: Reading, _start: int, _end: int) -> str | None:
    """The text with backslashes before what would be markup; None for one of several lines."""
    return None if "\n" in text or "\r" in text else _SPECIAL.sub(r"\\\g<0>", text)
