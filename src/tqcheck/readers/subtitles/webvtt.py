"""WebVTT (``.vtt``): cues with times, tags and entities. Comments for tqcheck are its notes: ``NOTE tqcheck: …``."""

from __future__ import annotations

import re
from html import unescape
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

_CLOCK = r"(?:(\d{2,}):)?(\d\d):(\d\d)\.(\d{3})"
_TIME = re.compile(rf"\s*{_CLOCK}\s*-->\s*{_CLOCK}(?:\s.*)?")
_MARKUP = re.compile(
    r"<(?P<close>/?)(?P<tag>[a-z]{0,20}+)(?P<rest>[^<>\r\n]{0,1000}+)>|&(?:[a-zA-Z][a-zA-Z0-9]{1,31}|#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6});"
)
_NOTE = re.compile(r"NOTE[ \t]+tqcheck:(.*)")
_LANGUAGE = re.compile(r"Language:\s*([A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*)\s*")
_SETTINGS = re.compile(r"(?:STYLE|REGION)\s*")
_EXAMPLE = "00:01.000 --> 00:04.000"
_ESCAPES = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}


def read(data: bytes, name: str, format: Format) -> Reading:
    """The reading of a file; raises `ReadingError` for one without its head, and where a cue has no time that can be read."""
    return read_subtitles(data, name, format, _Script)


def escape(text: str, reading: Reading, start: int, end: int) -> str | None:
    """The text with its marks written as entities, if the lines stay what they are."""
    if not keeps_lines(text, reading.raw, start, end):
        return None
    return "".join(_ESCAPES.get(character, character) for character in text)


class _Script:
    """A file, block by block; blank lines part them."""

    def __init__(self, raw: str, name: str) -> None:
        self._raw = raw
        self._name = name
        self.comments: list[Comment] = []
        blocks = list(_blocks(raw))
        head = blocks[0] if blocks and blocks[0][0].start == 0 else []
        if not head or not re.fullmatch(r"WEBVTT(?:[ \t].*)?", head[0].text):
            raise broken(name, raw, 0, "a WebVTT file begins with a line WEBVTT")
        named = (_LANGUAGE.fullmatch(line.text) for line in head[1:])
        self.language = next((match[1] for match in named if match), None)
        timed = next((n for n, line in enumerate(head) if "-->" in line.text), len(head))
        self._blocks = [head[timed:], *blocks[1:]]
        self._take_comments()

    def cues(self) -> Iterator[Cue]:
        """The cues in order."""
        for lines in self._blocks:
            if not lines or re.match(r"NOTE(?:\s|\Z)", lines[0].text) or _SETTINGS.fullmatch(lines[0].text):
                continue
            number = next((n for n, line in enumerate(lines[:2]) if "-->" in line.text), 0)
            clocks = _TIME.fullmatch(lines[number].text)
            if clocks is None:
                why = f"a time of a cue should stand here; it reads like {_EXAMPLE}"
                raise broken(self._name, self._raw, lines[number].start, why)
            groups = clocks.groups()
            yield Cue(milliseconds(*groups[:4]), milliseconds(*groups[4:]), list(_lines(self._raw, lines[number + 1 :])))

    def _take_comments(self) -> None:
        for lines in self._blocks:
            match = _NOTE.fullmatch(lines[0].text) if lines else None
            if match:
                self.comments.append(Comment(lines[0].start, lines[0].end, match[1], is_closed=len(lines) == 1))


def _blocks(raw: str) -> Iterator[list[RawLine]]:
    block: list[RawLine] = []
    for line in raw_lines(raw):
        if line.text.strip():
            block.append(line)
        elif block:
            yield block
            block = []
    if block:
        yield block


def _lines(raw: str, lines: Sequence[RawLine]) -> Iterator[CueLine]:
    """The lines of a cue; where a voice begins inside of one, so does another line."""
    voice, in_ruby = "", False
    for line in lines:
        found: list[Fragment] = []
        start = line.start
        for match in _MARKUP.finditer(raw, line.start, line.end):
            if match.start() > start and not in_ruby:
                found.append((start, match.start(), None))
            start = match.end()
            if match["tag"] is None:
                if not in_ruby:
                    found.append((*match.span(), _meant(match[0])))
                continue
            if match["tag"] == "rt":
                in_ruby = not match["close"]
            elif match["tag"] == "v":
                if found:
                    yield CueLine(found, match.start(), match.start(), voice)
                    found = []
                voice = "" if match["close"] else match["rest"].strip(" .\t")
        if start < line.end and not in_ruby:
            found.append((start, line.end, None))
        yield CueLine(found, line.end, line.end if line is lines[-1] else line.after, voice)


def _meant(entity: str) -> str:
    """What an entity stands for; marks of direction, which nobody sees, stand for nothing."""
    return unescape(entity).strip("\u200e\u200f")
