"""Markdown: CommonMark with GitHub's tables, task lists and notes, front matter; and MDX, with its imports, tags and expressions."""

from __future__ import annotations

import re

from ...formats import Format
from ..decoding import decoded
from ..prose import Taking
from ..reading import Reading
from .blocks import BlockScanner

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

MDX = "mdx"
_FRONT_MATTER = re.compile(r"(---|\+\+\+)[ \t]*+(?:\r\n|\n|\r)")
_SPECIAL = re.compile(r"[\\`*_\[\]<>|~]")
_BRACE = re.compile(r"[{}]")


def read(data: bytes, name: str, format: Format) -> Reading:
    """The reading of a Markdown file; raises `ReadingError` if it is no text. Every text is Markdown, so nothing else is an error."""
    found = decoded(data, name)
    taking = Taking(found.text)
    scanner = BlockScanner(taking, braces=_braces(found.text) if format.name == MDX else None)
    scanner.scan(_after_front_matter(found.text))
    return Reading(name, found.text, found.encoding, found.has_mark, tuple(scanner.comments), format, taking.prose())


def escape(text: str, reading: Reading, _start: int, _end: int) -> str | None:
    """The text with backslashes before what would be markup; None for one of several lines."""
    if "\n" in text or "\r" in text:
        return None
    text = text.replace("&", "&amp;") if re.search(r"&[#\w]+;", text) else text
    escaped = _SPECIAL.sub(r"\\\g<0>", text)
    return re.sub(r"[{}]", r"\\\g<0>", escaped) if reading.format.name == MDX else escaped


def _after_front_matter(raw: str) -> int:
    """Where the text begins behind the YAML or TOML at the head of a file."""
    match = _FRONT_MATTER.match(raw)
    if match is None:
        return 0
    close = re.compile(rf"^{re.escape(match[1])}[ \t]*+(?:\r\n|\n|\r|\Z)|^\.\.\.[ \t]*+(?:\r\n|\n|\r|\Z)", re.MULTILINE)
    found = close.search(raw.replace("\r", "\n"), match.end())
    if found is None:
        return 0
    return found.end() + raw.startswith("\n", found.end()) * raw.startswith("\r", found.end() - 1)


def _braces(raw: str) -> Mapping[int, int]:
    """For each brace that is closed the place of the one that closes it."""
    found: dict[int, int] = {}
    opened: list[int] = []
    for match in _BRACE.finditer(raw):
        if match.group() == "{":
            opened.append(match.start())
        elif opened:
            found[opened.pop()] = match.start()
    return found
