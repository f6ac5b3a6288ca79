"""Plain text as it comes, cut into blocks.

Three layouts are met, often mixed: paragraphs parted by blank lines, one paragraph a line, and text that was wrapped
by hand at a column. A wrapped line is *full*: the first word of the next one would not have fitted in. The column is
the one at which most of the lines that break inside a sentence are full. Lines that stand together without a blank one
between them are wrapped when nearly all of those lines are full; then they are one block up to the next break that no
column asked for. Otherwise each line is a block.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import accumulate, pairwise
from typing import NamedTuple

import regex

from .span import Span

_LINE = regex.compile(r"[^\n]++")
_FIRST_WORD = regex.compile(r"\S++")
_ITEM = regex.compile(r"(?:[-*•‣◦–]|\(?\p{Nd}{1,3}[.)]|\(?[a-zA-Z][.)])\s")
# Line ends that Unicode (UAX 14, class BK and NL) and old systems know; each becomes one code point, so places stay.
_LINE_ENDS = str.maketrans(dict.fromkeys("\r\v\f\x85\u2028\u2029", "\n"))
MIN_WRAP_COLUMN = 40
MAX_WRAP_COLUMN = 120
_SLACK = 2
"""Columns that a full line may be short of the next word: some writers leave room, or type two spaces after a stop."""
_FULL_SHARE = 0.85
_INSIDE_SHARE = 0.4
_SURE_OF_COLUMN = 8


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


class _Line(NamedTuple):
    """A line without the white space around it; ``indent`` and ``first_word`` are lengths."""

    start: int
    end: int
    indent: int
    first_word: int
    is_item: bool
    starts_small: bool
    ends_sentence: bool

    @property
    def edge(self) -> int:
        """The column of its last character."""
        return self.indent + self.end - self.start


def normalised(text: str) -> str:
    """The text with every kind of line end written as ``\\n``, as long as before: CR LF becomes a space and ``\\n``."""
    if "\r" in text:
        text = text.replace("\r\n", " \n")
    return text.translate(_LINE_ENDS) if not text.isascii() or "\r" in text or "\v" in text or "\f" in text else text


def plain_blocks(text: str) -> Iterator[Block]:
    """The blocks of a plain text whose line ends are `normalised`."""
    groups = list(_groups(text))
    wrapping = _Wrapping(groups)
    for group in groups:
        is_wrapped = wrapping.holds(group)
        first, is_list = group[0], group[0].is_item
        for line, following in pairwise(group):
            is_list = is_list or (following.is_item and not wrapping.is_full(line, following))
            if not is_wrapped or wrapping.breaks(line, following, is_list=is_list):
                yield _block(first, line, apart=first is group[0])
                first = following
        yield _block(first, group[-1], apart=first is group[0])


def _block(first: _Line, last: _Line, *, apart: bool) -> Block:
    return Block(Span(first.start, last.end), Kind.ITEM if first.is_item else Kind.PARAGRAPH, apart)


def _groups(text: str) -> Iterator[list[_Line]]:
    """The lines that are not blank, those together that no blank one parts."""
    group: list[_Line] = []
    for match in _LINE.finditer(text):
        line = _line(text, *match.span())
        if group and (line is None or text.count("\n", group[-1].end, match.start()) > 1):
            yield group
            group = []
        if line is not None:
            group.append(line)
    if group:
        yield group


def _line(text: str, start: int, end: int) -> _Line | None:
    line = text[start:end]
    words = line.strip()
    if not words:
        return None
    indent = len(line) - len(line.lstrip())
    first = _FIRST_WORD.match(words)
    return _Line(
        start=start + indent,
        end=start + indent + len(words),
        indent=indent,
        first_word=first.end() if first else 0,
        is_item=_ITEM.match(words) is not None,
        starts_small=words[0].islower(),
        ends_sentence=words[-1] in ".!?:…”\"",
    )


class _Wrapping:
    """The column at which a text was wrapped by hand, if it was, and which line ends come from that."""

    def __init__(self, groups: Sequence[Sequence[_Line]]) -> None:
        pairs = [pair for group in groups for pair in pairwise(group) if _is_inside(*pair)]
        self.column = _best_column(pairs)
        full = sum(self.is_full(*pair) for pair in pairs)
        self._is_sure = full >= _SURE_OF_COLUMN and full >= _FULL_SHARE * len(pairs)

    def is_full(self, line: _Line, following: _Line) -> bool:
        """True if the first word of the following line would not have fitted in; a long address is full by itself."""
        fits_in = line.edge <= self.column or line.first_word == line.end - line.start
        return fits_in and line.edge + 1 + following.first_word > self.column - _SLACK

    def holds(self, group: Sequence[_Line]) -> bool:
        """True if the lines of the group were wrapped at the column."""
        if not self.column or len(group) < 2:
            return False
        full = [pair for pair in pairwise(group) if self.is_full(*pair)]
        inside = sum(_is_inside(*pair) for pair in full)
        ragged = sum(following.starts_small and not self.is_full(line, following) for line, following in pairwise(group))
        if not full or len(full) < _FULL_SHARE * (len(full) + ragged):
            return False
        return self._is_sure or inside >= _INSIDE_SHARE * len(full)

    def breaks(self, line: _Line, following: _Line, *, is_list: bool) -> bool:
        """True if a new block begins with the following line of a wrapped group."""
        if following.is_item and is_list:
            return True
        if following.starts_small:
            return False
        return not self.is_full(line, following) or (following.indent > line.indent + 1 and not line.is_item)


def _is_inside(line: _Line, following: _Line) -> bool:
    """True if the line surely ends inside a sentence."""
    return following.starts_small and not line.ends_sentence


def _best_column(pairs: Sequence[tuple[_Line, _Line]]) -> int:
    """The column at which most of the lines are full; 0 if there are none."""
    changes = [0] * (MAX_WRAP_COLUMN + 2)
    for line, following in pairs:
        least, most = max(line.edge, MIN_WRAP_COLUMN), min(line.edge + following.first_word, MAX_WRAP_COLUMN)
        if least <= most:
            changes[least] += 1
            changes[most + 1] -= 1
    counts = list(accumulate(changes))
    return counts.index(max(counts)) if max(counts) else 0
