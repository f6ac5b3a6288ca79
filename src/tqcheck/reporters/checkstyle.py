"""Checkstyle XML, which review bots and build servers read."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from ..checked import PASSED, Outcome
from ..core.finding import Severity
from ..errors import ReadingError
from ..readers.reading import Reading
from ..report import Report
from .rows import project_path, rows
from .xml import DECLARATION, element

_SEVERITIES = {Severity.NEUTRAL: "info", Severity.MINOR: "warning", Severity.MAJOR: "error", Severity.CRITICAL: "error"}
_FORMAT = "4.3"
"""The version of Checkstyle's own report that this form is known by."""


class CheckstyleReporter:
    """Writes the errors of a file as soon as its report is added."""

    def __init__(self, write: Callable[[str], object]) -> None:
        self._write = write
        write(f'{DECLARATION}<checkstyle version="{_FORMAT}">\n')

    def add(self, reading: Reading, report: Report) -> None:
        """Write what was found in one file."""
        self._file(
            reading.name,
            (
                element(
                    "error",
                    line=each.line,
                    column=each.column,
                    severity=_SEVERITIES[each.severity],
                    message=each.said,
                    source=f"tqcheck.{each.rule}",
                )
                for each in rows(reading, report)
            ),
        )

    def fail(self, error: ReadingError) -> None:
        """Write that a file could not be read."""
        self._file(error.name, [element("error", line=1, severity="error", message=error.why, source="tqcheck")])

    def close(self, _outcome: Outcome = PASSED) -> None:
        """End the document."""
        self._write("</checkstyle>\n")

    def _file(self, path: str, errors: Iterable[str]) -> None:
        content = "".join(f"    {error}\n" for error in errors)
        self._write("  " + element("file", f"\n{content}  " if content else "", name=project_path(path)) + "\n")
