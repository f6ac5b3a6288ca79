"""Which findings lie on changed lines."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from ..checked import Checked
from ..core.finding import Finding
from ..core.rule import Scope
from ..readers.reading import Reading
from ..rules import all_rules
from .diff import Touched, touches


def on_lines(checked: Checked, lines: Sequence[Touched] | None) -> Iterator[Finding]:
    """The findings that count when only these lines have changed; all if ``lines`` is None.

    A fault within a line counts if that line changed. One that reaches over several lines, or belongs to the document
    rather than to a place, counts if a line of its paragraph changed. One with several places counts at any of them.
    """
    if lines is None:
        yield from checked.report.findings
        return
    places = _Places(checked.reading)
    for finding in checked.report.findings:
        is_wide = finding.rule in all_rules() and all_rules()[finding.rule].scope is Scope.DOCUMENT
        spans = [(finding.start, finding.end), *finding.related]
        if any(touches(lines, *places.lines(*span, is_wide=is_wide)) for span in spans):
            yield finding


class _Places:
    """From places in a text to lines as git counts them, which end with LF alone."""

    def __init__(self, reading: Reading) -> None:
        self._ends = list(_line_ends(reading))
        self._reading = reading

    def lines(self, start: int, end: int, *, is_wide: bool) -> tuple[int, int]:
        """The first and the last line of a place, or of the paragraphs that it reaches into."""
        first, last = self._lines(start, end)
        if first < last or is_wide:
            first, _ = self._lines(*self._block(start))
            _, last = self._lines(*self._block(max(start, end - 1)))
        return first, last

    def _lines(self, start: int, end: int) -> tuple[int, int]:
        first, end = self._reading.raw_span(start, end)
        return bisect_left(self._ends, first) + 1, bisect_left(self._ends, max(first, end - 1)) + 1

    def _block(self, place: int) -> tuple[int, int]:
        number = self._reading.paragraph_number(place)
        start, end = self._reading.paragraphs[number] if number >= 0 else (place, place)
        return (start, end) if place < end else (place, place + 1)


def _line_ends(reading: Reading) -> Iterator[int]:
    """The places of what git takes for a line end: the byte LF, which in UTF-16 and UTF-32 other characters hold too."""
    if reading.encoding == "utf-8":
        yield from (match.start() for match in re.finditer("\n", reading.raw))
        return
    for place, character in enumerate(reading.raw):
        yield from [place] * character.encode(reading.encoding).count(b"\n")
