"""Advanced SubStation Alpha (``.ass``, ``.ssa``): events with fields. Comments for tqcheck stand in lines that begin with
``; tqcheck:`` and in events that are comments, ``Comment: …,tqcheck: …``."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ..broken import broken
from ..reading import Comment
from . import keeps_lines, read_subtitles
from .cues import Cue, CueLine
from .lines import milliseconds, raw_lines

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ...formats import Format
    from ..reading import Reading
    from .cues import Fragment
    from .lines import RawLine

_CLOCK = re.compile(r"\s*(\d{1,3}):(\d\d):(\d\d)[.:](\d{1,3})\s*")
_MARKUP = re.compile(r"\{(?P<codes>[^{}\r\n]*+)\}|\\(?P<escape>[Nnh])")
_DRAWING = re.compile(r"\\p(\d+)")
_LINE_COMMENT = re.compile(r";[ \t]*tqcheck:(.*)")
_SAID = re.compile(r"\s*tqcheck:(.*)")
_FIELDS = ("layer", "start", "end", "style", "name", "marginl", "marginr", "marginv", "effect", "text")


def read(data: bytes, name: str, format: Format) -> Reading:
    """The reading of a file; raises `ReadingError` for one without events, and for an event whose fields cannot be read."""
    return read_subtitles(data, name, format, _Script)


def escape(text: str, reading: Reading, start: int, end: int) -> str | None:
    """The text as it is, if it holds nothing that means something else here and its line does not become empty."""
    is_plain = not any(mark in text for mark in "{}\\")
    return text if is_plain and keeps_lines(text, reading.raw, start, end) else None


class _Script:
    """A file, event by event. What is shown twice at the same time, for an outline or a shadow, is taken once."""

    language: str | None = None

    def __init__(self, raw: str, name: str) -> None:
        self._raw = raw
        self._name = name
        self._fields: Sequence[str] = _FIELDS
        self.comments: list[Comment] = []
        lines = list(raw_lines(raw))
        self.comments += (
            Comment(line.start, line.end, match[1]) for line in lines if (match := _LINE_COMMENT.fullmatch(line.text)) is not None
        )
        head = next((n for n, line in enumerate(lines) if line.text.strip().lower() == "[events]"), None)
        if head is None:
            raise broken(name, raw, len(raw), "the file ends without its section [Events]")
        following = (n for n in range(head + 1, len(lines)) if re.match(r"\[[^\]]*\]\s*\Z", lines[n].text))
        self._lines = lines[head + 1 : next(following, len(lines))]

    def cues(self) -> Iterator[Cue]:
        """The cues in order."""
        shown: dict[tuple[str, str], int] = {}
        for line in self._lines:
            kind, colon, rest = line.text.partition(":")
            kind = kind.strip().lower()
            if kind == "format":
                self._fields = [field.strip().lower() for field in rest.split(",")]
            elif colon and kind in ("dialogue", "comment"):
                values, start = self._values(line, len(line.text) - len(rest))
                if kind == "comment":
                    self._take_comment(line, values["text"])
                    continue
                cue = Cue(self._time(values["start"], line), self._time(values["end"], line), list(_lines(self._raw, start, line, values)))
                if shown.get((values["text"], values["style"]), -1) < cue.start:
                    yield cue
                shown[values["text"], values["style"]] = cue.end
        self.comments.sort(key=lambda comment: comment.start)

    def _values(self, line: RawLine, start: int) -> tuple[dict[str, str], int]:
        """The fields of an event, and where its text starts."""
        values = line.text[start:].split(",", len(self._fields) - 1)
        if len(values) < len(self._fields) or self._fields[-1] != "text":
            raise broken(self._name, self._raw, line.start, f"this event has {len(values)} of {len(self._fields)} fields")
        return {"style": "", "name": "", "start": "", "end": "", **dict(zip(self._fields, values, strict=True))}, line.end - len(values[-1])

    def _time(self, clock: str, line: RawLine) -> int:
        match = _CLOCK.fullmatch(clock)
        if match is None:
            raise broken(self._name, self._raw, line.start, "this event has a time that cannot be read; it reads like 0:00:01.00")
        return milliseconds(*match.groups())

    def _take_comment(self, line: RawLine, text: str) -> None:
        match = _SAID.fullmatch(text)
        if match:
            self.comments.append(Comment(line.start, line.end, match[1]))


def _lines(raw: str, start: int, line: RawLine, values: dict[str, str]) -> Iterator[CueLine]:
    """What an event shows, line by line; drawings are no text."""
    voice = f"{values['style'].strip()}\0{values['name'].strip()}"
    found: list[Fragment] = []
    draws = False
    for match in _MARKUP.finditer(raw, start, line.end):
        if match.start() > start and not draws:
            found.append((start, match.start(), None))
        start = match.end()
        if match["escape"] == "h":
            found.append((*match.span(), "\u00a0"))
        elif match["escape"]:
            yield CueLine(found, *match.span(), voice)
            found = []
        else:
            scale = _DRAWING.findall(match["codes"])
            draws = scale[-1] != "0" if scale else draws
    if start < line.end and not draws:
        found.append((start, line.end, None))
    yield CueLine(found, line.end, line.end, voice)
