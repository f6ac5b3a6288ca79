"""Apple's .strings files: ``"key" = "value";`` with comments of C."""

from __future__ import annotations

import re

from ..broken import broken
from .message import Message, meaning_of, unescaped
from .units import SLASHES, catalogue
from .writing import QUOTED

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from ...formats import Format
    from ..reading import Reading

_BLANK = re.compile(r"(?:\s++|//[^\r\n]*+|/\*(?P<note>[^*]*+(?:\*(?!/)[^*]*+)*)\*/)")
_ENTRY = re.compile(
    r"""
    (?: "(?P<key>[^"\\]*+(?:\\.[^"\\]*+)*)" | (?P<bare>[\w.$/:-]++) )
    (?: \s*+ = \s*+ (?: "(?P<value>[^"\\]*+(?:\\.[^"\\]*+)*)" | [\w.$/:-]++ ) )?
    \s*+ ;
    """,
    re.VERBOSE | re.DOTALL,
)
_ESCAPE = re.compile(r"\\(?:[uU]([0-9a-fA-F]{4})|(\r\n|.))", re.DOTALL)
_LETTERS = {"n": "\n", "t": "\t", "r": "\r"}


def read(data: bytes, name: str, format: Format) -> Reading:
    """The reading of a .strings file; raises `ReadingError`."""
    return catalogue(data, name, format, messages, comments=SLASHES)


def escape(text: str, _reading: Reading, _start: int, _end: int) -> str | None:
    """How a text is written inside the quotation marks of a .strings file."""
    return text.translate(QUOTED)


def messages(raw: str, name: str) -> Iterator[Message]:
    """The values that are not empty; raises `ReadingError` with line and column for what is no entry."""
    place, note = 0, ""
    while place < len(raw):
        blank = _BLANK.match(raw, place)
        if blank is not None:
            note = note if blank["note"] is None else blank["note"].strip()
            place = blank.end()
            continue
        match = _ENTRY.match(raw, place)
        if match is None:
            raise broken(name, raw, place, 'this is no entry of a .strings file, "key" = "value"; and no closed comment')
        if match["value"]:
            key = match["bare"] or meaning_of(raw, list(unescaped(raw, *match.span("key"), _ESCAPE, _meaning)))
            yield Message(key, list(unescaped(raw, *match.span("value"), _ESCAPE, _meaning)), note=note)
        place, note = match.end(), ""


def _meaning(match: re.Match[str]) -> str:
    code, letter = match.groups()
    return chr(int(code, 16)) if code else _LETTERS.get(letter, letter)
