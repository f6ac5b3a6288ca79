"""SubRip (``.srt``): numbered cues with a time and a few tags. It has no comments."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ..broken import broken
from . import keeps_lines, read_subtitles
from .cues import Cue, CueLine
from .lines import between, milliseconds, raw_lines

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ...formats import Format
    from ..reading import Comment, Reading
    from .lines import RawLine

_CLOCK = r"(\d{1,3}):(\d{1,2}):(\d{1,2})[,.](\d{1,3})"
_TIME = re.compile(rf"\s*{_CLOCK}\s*-->\s*{_CLOCK}(?:\s.*)?")
_LIKE_TIME = re.compile(r"\s*\d+:\d+:\d+[,.:]\d+\s*[-–—=]")
_ARROW = "-->"
_TAG = re.compile(
    r"</?(?:i|b|u|s|em|strong|font|c|span|ruby|rt|rb)(?:[ .=][^<>\r\n]{0,300})?/?>|\{\\[^{}\r\n]{0,300}\}|\{[a-zA-Z]:[^{} \r\n]{1,60}\}",
    re.IGNORECASE,
)
_EXAMPLE = "00:00:01,000 --> 00:00:04,000"


def read(data: bytes, name: str, format: Format) -> Reading:
    """The reading of a file; raises `ReadingError` where a time cannot be read, or where a text stands before the first."""
    return read_subtitles(data, name, format, _Script)


def escape(text: str, reading: Reading, start: int, end: int) -> str | None:
    """The text as it is, if the lines stay what they are."""
    return text if _ARROW not in text and keeps_lines(text, reading.raw, start, end) else None


class _Script:
    """A file, cue by cue. A blank line does not end a cue, as most players have it."""

    comments: Sequence[Comment] = ()
    language: str | None = None

    def __init__(self, raw: str, name: str) -> None:
        self._raw = raw
        self._name = name

    def cues(self) -> Iterator[Cue]:
        """The cues in order."""
        time: tuple[int, int] | None = None
        lines: list[RawLine] = []
        for line in raw_lines(self._raw):
            clocks = _TIME.fullmatch(line.text) if _ARROW in line.text else None
            if clocks is not None:
                if lines and lines[-1].text.strip().isdecimal():
                    lines.pop()
                yield from self._cue(time, lines)
                time, lines = (milliseconds(*clocks.groups()[:4]), milliseconds(*clocks.groups()[4:])), []
            elif _ARROW in line.text or _LIKE_TIME.match(line.text):
                raise broken(self._name, self._raw, line.start, f"this is no time of a cue; it reads like {_EXAMPLE}")
            elif line.text.strip():
                lines.append(line)
        yield from self._cue(time, lines)

    def _cue(self, time: tuple[int, int] | None, lines: Sequence[RawLine]) -> Iterator[Cue]:
        if time is not None:
            last = lines[-1] if lines else None
            found = [
                CueLine(between(_TAG, self._raw, line.start, line.end), line.end, line.end if line is last else line.after)
                for line in lines
            ]
            yield Cue(*time, found)
        elif lines:
            raise broken(self._name, self._raw, lines[0].start, f"a time should stand before this text; it reads like {_EXAMPLE}")
