"""The lines of a file with subtitles, what stands between the tags of one, and where an error is."""

from __future__ import annotations

import re
from collections import namedtuple

from ...errors import ReadingError

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


def damaged(name: str, raw: str, place: int, why: str) -> ReadingError:
    """The error for what is wrong at a place of the raw text."""
    start = max(raw.rfind("\n", 0, place), raw.rfind("\r", 0, place)) + 1
    number = 1 + raw.count("\n", 0, start) + raw.count("\r", 0, start) - raw.count("\r\n", 0, start)
    return ReadingError(name, f"line {number:,}, column {place - start + 1:,}: {why}")
