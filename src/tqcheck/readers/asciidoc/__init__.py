"""AsciiDoc: titles, paragraphs, items, terms, cells and admonitions; listings, macros, attributes and comments left out."""

from __future__ import annotations

import re

from ...formats import Format
from ..line_markup import backslashed, read_lines
from ..reading import Reading
from .blocks import BlockScanner

_SPECIAL = re.compile(r"[\\*`#_^~+{|]")


def read(data: bytes, name: str, format: Format) -> Reading:
    """The reading of an AsciiDoc file; raises `ReadingError` if it is no text."""
    return read_lines(data, name, format, BlockScanner)


def escape(text: str, _reading: Reading, _start: int, _end: int) -> str | None:
    """The text with backslashes before what would be markup; None for one of several lines."""
    return backslashed(text, _SPECIAL)
