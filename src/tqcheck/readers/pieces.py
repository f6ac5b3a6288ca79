"""Pieces: the map from the text that is checked to the raw file, recorded while the markup is taken off."""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

Row = tuple[int, int, int, int]
"""text_start, raw_start, length, raw_length."""


class Pieces:
    """The pieces of a text, ordered by place in the text and in the raw file alike, without overlaps.

    A *verbatim* piece stands in both as it is; where the lengths differ, or the characters, it is *replaced*: an entity, an
    escape, a stand-in for code. Raw characters in no piece are markup; characters of the text in no piece part blocks.
    """

    def __init__(self) -> None:
        self._starts = array("I")
        self._raw_starts = array("I")
        self._lengths = array("I")
        self._raw_lengths = array("I")
        self._verbatim = bytearray()

    def add(self, start: int, raw_start: int, length: int, raw_length: int, *, is_verbatim: bool) -> None:
        """Add a piece behind the others; a verbatim one that goes on in both texts is made one with the last."""
        if is_verbatim and self._verbatim and self._verbatim[-1] and self._ends() == (start, raw_start):
            self._lengths[-1] += length
            self._raw_lengths[-1] += raw_length
            return
        self._starts.append(start)
        self._raw_starts.append(raw_start)
        self._lengths.append(length)
        self._raw_lengths.append(raw_length)
        self._verbatim.append(is_verbatim)

    def cut(self, count: int) -> None:
        """Take away all pieces but the first ones."""
        for rows in (self._starts, self._raw_starts, self._lengths, self._raw_lengths, self._verbatim):
            del rows[count:]

    def _ends(self) -> tuple[int, int]:
        return self._starts[-1] + self._lengths[-1], self._raw_starts[-1] + self._raw_lengths[-1]

    def __len__(self) -> int:
        return len(self._starts)

    def __iter__(self) -> Iterator[Row]:
        return zip(self._starts, self._raw_starts, self._lengths, self._raw_lengths, strict=True)

    def is_verbatim(self, number: int) -> bool:
        """True if a piece, by its number from 0, has the same characters on both sides."""
        return bool(self._verbatim[number])

    def raw_place(self, place: int) -> int:
        """Where a place of the text lies in the raw file: inside a replaced piece at its start, between pieces at the end of the last."""
        number = bisect_right(self._starts, place) - 1
        if number < 0:
            return self._raw_starts[0] if self._raw_starts else 0
        offset = place - self._starts[number]
        if offset >= self._lengths[number]:
            return self._raw_starts[number] + self._raw_lengths[number]
        return self._raw_starts[number] + (offset if self._verbatim[number] else 0)

    def raw_span(self, start: int, end: int) -> tuple[int, int]:
        """Where a span of the text lies in the raw file; replaced pieces that it touches are in it as a whole.

        An empty span clings to the character before it, or to that behind it where a block begins.
        """
        first = self.raw_place(start)
        if end > start:
            return first, max(first, self._raw_end(end - 1))
        if start and self._holds(start - 1):
            first = self._raw_end(start - 1)
        return first, first

    def _holds(self, place: int) -> bool:
        number = bisect_right(self._starts, place) - 1
        return number >= 0 and place < self._starts[number] + self._lengths[number]

    def _raw_end(self, place: int) -> int:
        """Where the character at a place of the text ends in the raw file."""
        number = bisect_right(self._starts, place) - 1
        if number < 0:
            return self.raw_place(place)
        offset = place - self._starts[number]
        is_inside = self._verbatim[number] and offset < self._lengths[number]
        return self._raw_starts[number] + (offset + 1 if is_inside else self._raw_lengths[number])

    def text_place(self, raw_place: int) -> int:
        """The first place of the text that does not lie before a place of the raw file."""
        number = bisect_right(self._raw_starts, raw_place) - 1
        if number < 0:
            return 0
        offset = raw_place - self._raw_starts[number]
        if offset < self._raw_lengths[number]:
            return self._starts[number] + (offset if self._verbatim[number] else (offset and self._lengths[number]))
        following = bisect_left(self._raw_starts, raw_place, number + 1)
        if following < len(self._starts):
            return self._starts[following]
        return self._starts[number] + self._lengths[number]
