"""Span: a stretch of a document's text, the only unit of place inside the house."""

from __future__ import annotations

from functools import total_ordering


@total_ordering
class Span:
    """Half-open and 0-based, in Unicode code points of the document's text; ``ValueError`` if it is no stretch."""

    __slots__ = ("end", "start")

    def __init__(self, start: int, end: int) -> None:
        if not 0 <= start <= end:
            raise ValueError(f"not a span: {start}–{end}")
        self.start = start
        self.end = end

    def overlaps(self, other: Span) -> bool:
        """True if the two share at least one code point."""
        return self.start < other.end and other.start < self.end

    def holds(self, place: int) -> bool:
        """True if the code point at ``place`` lies inside."""
        return self.start <= place < self.end

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Span) and (self.start, self.end) == (other.start, other.end)

    def __lt__(self, other: Span) -> bool:
        return (self.start, self.end) < (other.start, other.end)

    def __hash__(self) -> int:
        return hash((self.start, self.end))

    def __repr__(self) -> str:
        return f"Span(start={self.start}, end={self.end})"
