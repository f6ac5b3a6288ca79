"""The report as a page to look at: one self-contained file."""

from __future__ import annotations

from collections.abc import Callable

from ...checked import PASSED, Outcome
from ...errors import ReadingError
from ...readers.reading import Reading
from ...report import Report
from .page import page
from .view import View

__all__ = ["HtmlReporter", "page_of"]


def page_of(reading: Reading, report: Report, *, up: str = "") -> str:
    """The page of one file; ``up`` is a link to what stands above it, as HTML."""
    view = View(reading, report)
    return page(f"tqcheck: {report.name}", view.body(up=up), classes="beside" if view.has_source else "")


class HtmlReporter:
    """Writes the page of the one file that is checked; for several there is ``tqcheck report``."""

    def __init__(self, write: Callable[[str], object]) -> None:
        self._write = write
        self._read: list[tuple[Reading, Report]] = []
        self._errors: list[ReadingError] = []

    def add(self, reading: Reading, report: Report) -> None:
        """Take in the report on one file."""
        self._read.append((reading, report))

    def fail(self, error: ReadingError) -> None:
        """Take in a file that could not be read."""
        self._errors.append(error)

    def close(self, outcome: Outcome = PASSED) -> None:
        """Write the page, or for several files one with a list of them and each below it."""
        from .index import stacked

        if len(self._read) == 1 and not self._errors:
            self._write(page_of(*self._read[0]))
        else:
            self._write(stacked(self._read, self._errors, outcome))
