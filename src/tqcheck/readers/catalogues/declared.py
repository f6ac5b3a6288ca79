"""Files that name their encoding themselves, as XML and PO do, and are in none of Unicode's."""

from __future__ import annotations

import re

from ...errors import ReadingError
from ..decoding import Decoded, decoded

IN_XML = re.compile(rb"""\A\s*+<\?xml[^>]{0,200}?encoding=["']([\w.-]++)["']""")
IN_PO = re.compile(rb"^\"Content-Type:[^\n]{0,80}?charset=([\w.-]++)", re.MULTILINE)
_KNOWN = re.compile(r"(?:iso-?8859-\d{1,2}|(?:windows-|cp)125\d|koi8-[ru]|shift_jis|euc-(?:jp|kr)|gb2312|gbk|gb18030|big5)", re.IGNORECASE)
"""Encodings of texts that Python reads and writes in linear time."""
_HEAD = 8000


def read_as_declared(data: bytes, name: str, declaration: re.Pattern[bytes]) -> Decoded:
    """The text of a file in one of Unicode's encodings, or else in the one that it declares; raises `ReadingError`."""
    try:
        return decoded(data, name)
    except ReadingError:
        found = declaration.search(data[:_HEAD])
        encoding = found[1].decode("ascii", "replace").lower() if found else ""
        if b"\0" in data or not _KNOWN.fullmatch(encoding):
            raise
        try:
            text = data.decode(encoding)
            is_exact = text.encode(encoding) == data
        except (LookupError, UnicodeError):
            is_exact = False
        if not is_exact:
            raise
        return Decoded(text, encoding, has_mark=False)


def can_be_written(text: str, encoding: str) -> bool:
    """True if an encoding has all characters of a text."""
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        return False
    return True
