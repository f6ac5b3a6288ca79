"""Span: a stretch of a document's text, the only unit of place inside the house."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Half-open and 0-based, in Unicode code points of the document's text."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"not a span: {self.start}–{self.end}")

    def overlaps(self, other: Span) -> bool:
        """True if the two share at least one code point."""
        return self.start < other.end and other.start < self.end

    def holds(self, place: int) -> bool:
        """True if the code point at ``place`` lies inside."""
        return self.start <= place < self.end
