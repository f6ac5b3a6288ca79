"""Subtitles: formats whose text is cut up into cues with times."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Protocol

from ..decoding import decoded
from ..prose import Taking
from ..reading import Comment, Reading
from .cues import joined

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ...formats import Format
    from .cues import Cue

    class Script(Protocol):
        """What a scanner makes of a file: its cues as they are asked for, then what it met besides."""

        @property
        def comments(self) -> Sequence[Comment]:
            """The comments for tqcheck."""

        @property
        def language(self) -> str | None:
            """The language that the file names."""

        def cues(self) -> Iterator[Cue]:
            """The cues, ordered by place."""

    class Scanner(Protocol):
        """Scans the raw text of a file by its name; raises `ReadingError`."""

        def __call__(self, raw: str, name: str) -> Script:
            """The script."""


_LINE_END = re.compile(r"[\r\n]")


def read_subtitles(data: bytes, name: str, format: Format, scan: Scanner) -> Reading:
    """The reading of a file with subtitles; raises `ReadingError` with the line and column of what cannot be read."""
    found = decoded(data, name)
    script = scan(found.text, name)
    taking = Taking(found.text)
    for speech in joined(found.text, script.cues()):
        taking.begin(speech.kind)
        for start, end, text in speech.fragments:
            if text is None:
                taking.keep(start, end)
            else:
                taking.replace(start, end, text)
        taking.end()
    prose = taking.prose(language=script.language)
    return Reading(name, found.text, found.encoding, found.has_mark, tuple(script.comments), format, prose)


def keeps_lines(text: str, raw: str, start: int, end: int) -> bool:
    """True if the lines stay what they are when a text replaces what stands between two places: none is joined, parted or emptied."""
    if _LINE_END.search(text) or _LINE_END.search(raw, start, end):
        return False
    first = max(raw.rfind("\n", 0, start), raw.rfind("\r", 0, start)) + 1
    following = _LINE_END.search(raw, end)
    return bool((raw[first:start] + text + raw[end : following.start() if following else len(raw)]).strip())
