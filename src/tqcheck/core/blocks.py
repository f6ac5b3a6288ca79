"""Plain text as it comes, cut into blocks.

Three layouts are met, often mixed: paragraphs parted by blank lines, one paragraph a line, and text that was wrapped
by hand at a column. A wrapped line is *full*: the first word of the next one would not have fitted in. The column is
the one at which most of the lines that break inside a sentence are full. Lines that stand together without a blank one
between them are wrapped when nearly all of those lines are full; then they are one block up to the next break that no
column asked for. Otherwise each line is a block.
"""

from __future__ import annotations

from array import array
from enum import StrEnum
from itertools import accumulate, pairwise

from .lines import AFTER_BLANK, ITEM, STARTS_SMALL, Lines, split_lines
from .record import Record, Row
from .span import Span

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

# Line ends that Unicode (UAX 14, class BK and NL) and old systems know, beside LF and CR LF.
_LINE_ENDS = "\r\v\f\x85\u2028\u2029"
MIN_WRAP_COLUMN = 40
MAX_WRAP_COLUMN = 120
_SLACK = 2
"""Columns that a full line may be short of the next word: some writers leave room, or type two spaces after a stop."""
_SMALL_INSIDE = bytes(flags & STARTS_SMALL and not flags & AFTER_BLANK for flags in range(256))
_SENTENCE_END = '.!?:…”"'
_CLAUSE_END = ",;"
_FULL_SHARE = 0.85
"""Of the lines that end inside a sentence, so many are full in wrapped text."""
_LEAST_FULL = 0.3
"""Of all lines of wrapped text so many are full: the others end a paragraph."""
_INSIDE_SHARE = 0.4
"""Of the full lines so many end inside a sentence, before a small letter."""
_SURE_OF_COLUMN = 8
"""With so many full lines the column is beyond doubt, and a wrapped line may end with a sentence."""


class Kind(StrEnum):
    """What a block is in its document."""

    PARAGRAPH = "paragraph"
    HEADING = "heading"
    ITEM = "item"
    CELL = "cell"
    UNIT = "unit"


_KIND_FLAGS = {Kind.PARAGRAPH: 0, Kind.ITEM: ITEM, Kind.HEADING: 8, Kind.CELL: 16, Kind.UNIT: 32}
_KINDS = {flag: kind for kind, flag in _KIND_FLAGS.items()}
_KIND_MASK = sum(_KINDS)


class Block(Record):
    """A piece of the text that is read as a whole. ``apart``: a blank line or markup parts it from the one before."""

    span: Span
    kind: Kind = Kind.PARAGRAPH
    apart: bool = True


class Blocks:
    """The blocks of a text, kept as rows of numbers: a long text has many."""

    def __init__(self) -> None:
        self.starts = array("I")
        self.ends = array("I")
        self._flags = bytearray()

    @classmethod
    def of_lines(cls, lines: Lines) -> Blocks:
        """A block for each line."""
        blocks = cls()
        blocks.starts, blocks.ends, blocks._flags = lines.starts, lines.ends, lines.flags
        return blocks

    def add(self, start: int, end: int, *, is_item: bool, apart: bool) -> None:
        """Add a block at the end."""
        self.starts.append(start)
        self.ends.append(end)
        self._flags.append(is_item * ITEM + apart * AFTER_BLANK)

    def add_of_kind(self, start: int, end: int, kind: Kind, *, apart: bool) -> None:
        """Add a block of any kind at the end."""
        self.starts.append(start)
        self.ends.append(end)
        self._flags.append(_KIND_FLAGS[kind] + apart * AFTER_BLANK)

    def content(self) -> bytes:
        """All there is of the blocks, so that equal ones are known by it."""
        return b"".join((self.starts.tobytes(), self.ends.tobytes(), self._flags))

    def stands_alone(self, number: int) -> bool:
        """True if the block is a string of a catalogue: what stands before and after it says nothing about it."""
        return bool(self._flags[number] & _KIND_FLAGS[Kind.UNIT])

    def is_apart(self, number: int) -> bool:
        """True if a blank line parts the block from the one before."""
        return bool(self._flags[number] & AFTER_BLANK)

    def __len__(self) -> int:
        return len(self.starts)

    def __getitem__(self, number: int) -> Block:
        flags = self._flags[number]
        return Block(Span(self.starts[number], self.ends[number]), _KINDS[flags & _KIND_MASK], bool(flags & AFTER_BLANK))

    def __iter__(self) -> Iterator[Block]:
        return map(self.__getitem__, range(len(self)))


class _Line(Row):
    """A line without the white space around it; ``indent`` and ``first_word`` are lengths."""

    start: int
    end: int
    indent: int
    first_word: int
    is_item: bool
    starts_small: bool
    last: str

    @property
    def edge(self) -> int:
        """The column of its last character."""
        return self.indent + self.end - self.start


def normalised(text: str) -> tuple[str, Sequence[int]]:
    """The text with every line end written as ``\n``, and the places in it of those that were CR LF, two characters."""
    shrunk: list[int] = []
    place = text.find("\r\n")
    while place >= 0:
        shrunk.append(place - len(shrunk))
        place = text.find("\r\n", place + 2)
    if shrunk:
        text = text.replace("\r\n", "\n")
    for end in _LINE_ENDS:
        text = text.replace(end, "\n")
    return text, shrunk


def plain_paragraphs(text: str) -> list[tuple[int, int]]:
    """Where each paragraph of a plain text with any line ends starts and ends."""
    even, _ = normalised(text.replace("\r\n", " \n"))
    return [(block.span.start, block.span.end) for block in plain_blocks(even)]


def plain_blocks(text: str) -> Blocks:
    """The blocks of a plain text whose line ends are `normalised`."""
    lines = split_lines(text)
    if not _may_wrap(text, lines):
        return Blocks.of_lines(lines)
    groups = list(_groups(text, lines))
    wrapping = _Wrapping(groups)
    blocks = Blocks()
    for group in groups:
        if wrapping.holds(group):
            _add_wrapped(blocks, group, wrapping)
        else:
            for line in group:
                _add(blocks, line, line, apart=line is group[0])
    return blocks


def _may_wrap(text: str, lines: Lines) -> bool:
    """True if one line surely ends inside a sentence: without any, no column can be told."""
    small = lines.flags.translate(_SMALL_INSIDE)
    number = small.find(1)
    while number >= 0:
        if text[lines.ends[number - 1] - 1] not in _SENTENCE_END:
            return True
        number = small.find(1, number + 1)
    return False


def _add_wrapped(blocks: Blocks, group: Sequence[_Line], wrapping: _Wrapping) -> None:
    first, is_list = group[0], group[0].is_item
    for line, following in pairwise(group):
        is_list = is_list or (following.is_item and not wrapping.is_full(line, following))
        if wrapping.breaks(line, following, is_list=is_list):
            _add(blocks, first, line, apart=first is group[0])
            first = following
    _add(blocks, first, group[-1], apart=first is group[0])


def _add(blocks: Blocks, first: _Line, last: _Line, *, apart: bool) -> None:
    blocks.add(first.start, last.end, is_item=first.is_item, apart=apart)


def _groups(text: str, lines: Lines) -> Iterator[list[_Line]]:
    """The lines that are not blank, those together that no blank one parts."""
    group: list[_Line] = []
    for start, end, indent, first_word, flags in zip(*lines, strict=True):
        if flags & AFTER_BLANK and group:
            yield group
            group = []
        group.append(_Line(start, end, indent, first_word, bool(flags & ITEM), bool(flags & STARTS_SMALL), text[end - 1]))
    if group:
        yield group


class _Wrapping:
    """The column at which a text was wrapped by hand, if it was, and which line ends come from that."""

    def __init__(self, groups: Sequence[Sequence[_Line]]) -> None:
        pairs = [pair for group in groups for pair in pairwise(group)]
        inside = [pair for pair in pairs if _is_inside(*pair)]
        self.column = _best_column(pairs, inside)
        full = sum(self.is_full(*pair) for pair in inside)
        self._is_sure = full >= _SURE_OF_COLUMN and full >= _FULL_SHARE * len(inside)

    def is_full(self, line: _Line, following: _Line) -> bool:
        """True if the first word of the following line would not have fitted in; a long address is full by itself."""
        fits_in = line.edge <= self.column or line.first_word == line.end - line.start
        return fits_in and line.edge + 1 + following.first_word > self.column - _SLACK

    def holds(self, group: Sequence[_Line]) -> bool:
        """True if the lines of the group were wrapped at the column."""
        if not self.column or len(group) < 2:
            return False
        full = [pair for pair in pairwise(group) if self.is_full(*pair)]
        ragged = sum(_goes_on(*pair) and not self.is_full(*pair) for pair in pairwise(group))
        if len(full) < max(_FULL_SHARE * (len(full) + ragged), _LEAST_FULL * (len(group) - 1)):
            return False
        inside = sum(_is_inside(*pair) for pair in full)
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
    return following.starts_small and line.last not in _SENTENCE_END


def _goes_on(line: _Line, following: _Line) -> bool:
    """True if a break here can be no end of a paragraph, item or title."""
    return following.starts_small or line.last in _CLAUSE_END


def _best_column(pairs: Sequence[tuple[_Line, _Line]], inside: Sequence[tuple[_Line, _Line]]) -> int:
    """The column at which most of the lines that break inside a sentence are full, then most of all; 0 if none is."""
    counts = list(zip(_fitting(inside), _fitting(pairs), strict=True))
    best = max(counts)
    return counts.index(best) if best[0] else 0


def _fitting(pairs: Sequence[tuple[_Line, _Line]]) -> Iterator[int]:
    """For each column the number of lines that are full at it."""
    changes = [0] * (MAX_WRAP_COLUMN + 2)
    for line, following in pairs:
        least, most = max(line.edge, MIN_WRAP_COLUMN), min(line.edge + following.first_word, MAX_WRAP_COLUMN)
        if least <= most:
            changes[least] += 1
            changes[most + 1] -= 1
    return accumulate(changes)
