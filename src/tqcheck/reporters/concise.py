"""A line for each finding and notice, as editors and ``grep`` read them; nothing for a clean file."""

from __future__ import annotations

from collections.abc import Callable

from ..checked import PASSED, Outcome
from ..errors import ReadingError
from ..readers.reading import Reading
from ..report import Report
from .display import Display
from .rows import rows


class ConciseReporter:
    """Writes ``path:line:column: rule message [score]`` as soon as a report is added, and a line for each notice."""

    def __init__(self, write: Callable[[str], object], display: Display) -> None:
        self._write = write
        self._display = display

    def add(self, reading: Reading, report: Report) -> None:
        """Write the findings and notices of one file."""
        plain, paint = self._display.plain, self._display.paint
        for each in rows(reading, report):
            where = paint(f"{plain(each.where)}:", "bold")
            self._write(f"{where} {paint(each.rule, 'cyan')} {plain(each.message)} [{each.score:.2f}]\n")
        for notice in report.notices:
            where = reading.where(reading.place_in_raw(notice.start))
            self._write(f"{plain(where)}: notice: {plain(notice.message)}\n")

    def fail(self, error: ReadingError) -> None:
        """A file that could not be read is no line here; the error itself goes to standard error."""

    def close(self, _outcome: Outcome = PASSED) -> None:
        """Nothing is left to write."""
