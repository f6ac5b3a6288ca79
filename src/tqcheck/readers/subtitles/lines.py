"""The lines of a file with subtitles and what stands between the tags of one."""

from __future__ import annotations

import re
from collections import namedtuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from .cues import Fragment

_LINE = re.compile(r"([^\r\n]*+)(\r\n|\n|\r|\Z)")


class RawLine(namedtuple("RawLine", ("text", "start", "end", "after"))):
    """A line without its line end, which stands from ``end`` to ``after``."""

    __slots__ = ()


def raw_lines(raw: str) -> Iterator[RawLine]:
    """The lines of a raw text."""
    for match in _LINE.finditer(raw):
        start, end = match.span(1)
        yield RawLine(raw[start:end], start, end, match.end())


def between(tag: re.Pattern[str], raw: str, start: int, end: int) -> list[Fragment]:
    """What stands between the tags of a stretch."""
    found: list[Fragment] = []
    for match in tag.finditer(raw, start, end):
        if match.start() > start:
            found.append((start, match.start(), None))
        start = match.end()
    if start < end:
        found.append((start, end, None))
    return found


def milliseconds(hours: str | None, minutes: str, seconds: str, fraction: str) -> int:
    """The time that a clock shows; the fraction is that of a second, in as many digits as it has."""
    return ((int(hours or 0) * 60 + int(minutes)) * 60 + int(seconds)) * 1000 + int(fraction.ljust(3, "0")[:3])
