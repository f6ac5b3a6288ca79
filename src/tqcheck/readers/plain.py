"""Plain text: the raw file is the text, but for comments that are meant for tqcheck."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..formats import PLAIN, Format
from .decoding import decoded
from .reading import Comment, Reading

NAME = "tqcheck:"
_COMMENT = re.compile(
    r"""
    (?P<lead>(?:^|(?<=\r))[^\S\r\n]*+)?                               # nothing before it in its line
    (?:
        <!--[ \t]*+tqcheck:(?P<inner>[^\r\n]*?)(?P<close>-->|(?=[\r\n])|\Z)
      | (?(lead)(?:\#|//|%)+[ \t]*+tqcheck:(?P<line>[^\r\n]*+)|(?!))
    )
    """,
    re.MULTILINE | re.VERBOSE,
)
_BLANK_TAIL = re.compile(r"[^\S\r\n]*+(?=[\r\n]|\Z)")


def read(data: bytes, name: str, _format: Format = PLAIN) -> Reading:
    """The reading of a plain text file; raises `ReadingError` if it is no text or in an encoding other than Unicode's."""
    found = decoded(data, name)
    return reading(found.text, name, encoding=found.encoding, has_mark=found.has_mark)


def reading(raw: str, name: str, *, encoding: str = "utf-8", has_mark: bool = False) -> Reading:
    """The reading of a text that is decoded already."""
    return Reading(name, raw, encoding, has_mark, tuple(_comments(raw)) if NAME in raw else ())


def _comments(raw: str) -> Iterator[Comment]:
    """``<!-- tqcheck: … -->`` anywhere, and lines that begin with ``# tqcheck:``, ``// tqcheck:`` or ``% tqcheck:``."""
    for match in _COMMENT.finditer(raw):
        start = match.start() if match["lead"] is None else match.end("lead")
        if match["line"] is not None:
            yield Comment(start, match.end(), match["line"])
            continue
        stands_alone = match["lead"] is not None and _BLANK_TAIL.match(raw, match.end()) is not None
        yield Comment(start, match.end(), match["inner"], stands_alone, bool(match["close"]))
