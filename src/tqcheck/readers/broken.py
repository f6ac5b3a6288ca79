"""What is wrong at a place of a file, told by line and column."""

from __future__ import annotations

from ..errors import ReadingError


def broken(name: str, raw: str, place: int, why: str) -> ReadingError:
    """The error for a file that breaks the rules of its format at a place of the raw text."""
    start = max(raw.rfind("\n", 0, place), raw.rfind("\r", 0, place)) + 1
    number = 1 + raw.count("\n", 0, start) + raw.count("\r", 0, start) - raw.count("\r\n", 0, start)
    return ReadingError(name, f"line {number:,}, column {place - start + 1:,}: {why}")
