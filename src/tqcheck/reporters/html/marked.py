"""The text of a report as HTML: paragraphs, with a mark around each stretch that one or more findings share."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from html import escape
from itertools import pairwise

from ...core.finding import Finding
from ..display import Display

_DISPLAY = Display(encoding="utf-8")
_KEPT = {"\n", "\t"}


def safe(text: str) -> str:
    """The text with everything escaped that HTML could take for more than text, and what cannot be seen written as an escape."""
    if text.isascii() and text.isprintable():
        return escape(text)
    shown = "".join(character if character in _KEPT else _DISPLAY.cell(character)[0] for character in text.replace("\r\n", "\n"))
    return escape(shown)


class Marked:
    """A text and the findings in it, ordered by place; numbers of findings are those in this order, from 0."""

    def __init__(self, text: str, findings: Sequence[Finding]) -> None:
        self._text = text
        self._starts = [finding.start for finding in findings]
        self._ends = [max(finding.end, finding.start + 1) for finding in findings]
        longest = max((end - start for start, end in zip(self._starts, self._ends, strict=True)), default=0)
        self._reach = longest
        self._families = [finding.family for finding in findings]

    def within(self, start: int, end: int) -> list[int]:
        """The numbers of the findings that share something with a stretch."""
        first = bisect_left(self._starts, start - self._reach)
        return [number for number in range(first, bisect_left(self._starts, end)) if self._ends[number] > start]

    def html(self, start: int, end: int) -> str:
        """A stretch of the text, its findings marked. A finding has its anchor in the stretch where it begins."""
        numbers = self.within(start, end)
        return "".join(self._pieces(start, end, numbers)) if numbers else safe(self._text[start:end])

    def _pieces(self, start: int, end: int, numbers: Sequence[int]) -> Iterator[str]:
        borders = {start, end}
        for number in numbers:
            borders |= {place for place in (self._starts[number], self._ends[number]) if start < place < end}
        for one, other in pairwise(sorted(borders)):
            here = [number for number in numbers if self._starts[number] <= one and self._ends[number] >= other]
            yield self._mark(one, other, here) if here else safe(self._text[one:other])

    def _mark(self, start: int, end: int, numbers: Sequence[int]) -> str:
        shortest = min(numbers, key=lambda number: self._ends[number] - self._starts[number])
        begins = [number for number in numbers if self._starts[number] == start]
        anchor = f' id="m{begins[-1]}"' if begins else ""
        listed = " ".join(map(str, numbers))
        return f'<mark{anchor} class="{self._families[shortest]}" data-f="{listed}">{safe(self._text[start:end]) or "&#8203;"}</mark>'


def paragraph_of(starts: Sequence[int], place: int) -> int:
    """The number of the paragraph that holds a place, by where they start; 0 for what lies before the first."""
    return max(0, bisect_right(starts, place) - 1)
