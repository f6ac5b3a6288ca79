"""Plain text as it comes, cut into blocks.

Three layouts are met: paragraphs parted by blank lines, one paragraph a line, and text that was wrapped by hand at a
column. A group of lines without a blank one between them counts as wrapped when nearly every line is as full as the
next word allows and most line ends fall inside a sentence; then the group is one block. Otherwise each line is.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

import regex

from .span import Span

_LINE = regex.compile(r"[^\n]++")
_FIRST_WORD = regex.compile(r"\S++")
_ITEM = regex.compile(r"(?:[-*•‣◦–]|\(?\p{Nd}{1,3}[.)]|\(?[a-zA-Z][.)])\s")
# Line ends that Unicode (UAX 14, class BK and NL) and old systems know; each becomes one code point, so places stay.
_LINE_ENDS = str.maketrans(dict.fromkeys("\r\v\f\x85\u2028\u2029", "\n"))
MAX_WRAP_COLUMN = 120
MIN_WRAP_COLUMN = 40


class Kind(StrEnum):
    """What a block is in its document."""

    PARAGRAPH = "paragraph"
    HEADING = "heading"
    ITEM = "item"
    CELL = "cell"
    UNIT = "unit"


@dataclass(frozen=True, slots=True)
class Block:
    """A piece of the text that is read as a whole. ``apart``: a blank line or markup parts it from the one before."""

    span: Span
    kind: Kind = Kind.PARAGRAPH
    apart: bool = True


def normalised(text: str) -> str:
    """The text with every kind of line end written as ``\\n``, as long as before: CR LF becomes a space and ``\\n``."""
    if "\r" in text:
        text = text.replace("\r\n", " \n")
    return text.translate(_LINE_ENDS) if not text.isascii() or "\r" in text or "\v" in text or "\f" in text else text


def plain_blocks(text: str) -> Iterator[Block]:
    """The blocks of a plain text whose line ends are `normalised`."""
    lines = [span for match in _LINE.finditer(text) if (span := _trimmed(text, *match.span()))]
    width = max((line.end - line.start for line in lines if line.end - line.start <= MAX_WRAP_COLUMN), default=0)
    for group in _groups(text, lines):
        if _is_wrapped(text, group, width):
            yield _block(text, Span(group[0].start, group[-1].end), apart=True)
        else:
            for number, line in enumerate(group):
                yield _block(text, line, apart=number == 0)


def _block(text: str, span: Span, *, apart: bool) -> Block:
    is_item = _ITEM.match(text, span.start, span.end) is not None
    return Block(span, Kind.ITEM if is_item else Kind.PARAGRAPH, apart)


def _trimmed(text: str, start: int, end: int) -> Span | None:
    line = text[start:end]
    lead = len(line) - len(line.lstrip())
    length = len(line.strip())
    return Span(start + lead, start + lead + length) if length else None


def _groups(text: str, lines: Sequence[Span]) -> Iterator[list[Span]]:
    group: list[Span] = []
    for line in lines:
        if group and text.count("\n", group[-1].end, line.start) > 1:
            yield group
            group = []
        group.append(line)
    if group:
        yield group


def _is_wrapped(text: str, group: Sequence[Span], width: int) -> bool:
    if len(group) < 2 or width < MIN_WRAP_COLUMN or max(line.end - line.start for line in group) > MAX_WRAP_COLUMN:
        return False
    full = inside = 0
    for line, following in zip(group, group[1:], strict=False):
        word = _FIRST_WORD.match(text, following.start, following.end)
        full += line.end - line.start + 1 + (word.end() - word.start() if word else 0) > width - 2
        inside += text[line.end - 1] not in ".!?:…”\"" and text[following.start].islower()
    pairs = len(group) - 1
    return full >= 0.85 * pairs and inside >= 0.4 * pairs
