"""Annotations of GitHub Actions: findings beside the lines of a pull request.

https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands
"""

from __future__ import annotations

from collections.abc import Callable

from ..checked import PASSED, Outcome
from ..checker import Report
from ..core.finding import Severity
from ..errors import ReadingError
from ..readers.reading import Reading
from .display import Display
from .markdown import counted, table
from .rows import Row, project_path, rows, worst_first

MOST_ANNOTATIONS = 10
"""GitHub shows so many warnings and so many errors of a step, and drops the others without a word."""
MOST_ROWS = 1000
"""A summary may be 1 MiB long."""
_LEVELS = {Severity.NEUTRAL: "notice", Severity.MINOR: "warning", Severity.MAJOR: "error", Severity.CRITICAL: "error"}
_DISPLAY = Display()


class GithubReporter:
    """Collects a row for each finding; at the end the worst become annotations, and the rest a table in the job's summary.

    ``summarise`` writes to that summary; without it the rest is only counted.
    """

    def __init__(self, write: Callable[[str], object], summarise: Callable[[str], object] | None = None) -> None:
        self._write = write
        self._summarise = summarise
        self._rows: list[Row] = []
        self._errors: list[ReadingError] = []
        self._files = 0

    def add(self, reading: Reading, report: Report) -> None:
        """Take in the report on one file."""
        self._files += 1
        path = project_path(reading.name)
        self._rows.extend(each._replace(path=path) for each in rows(reading, report))

    def fail(self, error: ReadingError) -> None:
        """Take in a file that could not be read."""
        self._errors.append(error)

    def close(self, outcome: Outcome = PASSED) -> None:
        """Write the annotations, one line of how many findings there are, and the rest into the summary."""
        shown, rest = self._parted()
        for error in self._errors[:MOST_ANNOTATIONS]:
            self._write(command("error", error.why, file=project_path(error.name), title="not read"))
        for each in shown:
            self._write(_annotation(each))
        found = counted(len(self._rows), "finding") if self._rows else "nothing found"
        where = "in the summary of the job" if self._summarise else "without an annotation"
        more = f", {len(rest):,} of them {where}" if rest else ""
        self._write(f"tqcheck: {found} in {counted(self._files, 'file')}{more}\n")
        for note in (*outcome.notes, outcome.why):
            if note:
                self._write(f"tqcheck: {_DISPLAY.plain(note)}\n")
        if rest and self._summarise:
            heading = f"### tqcheck: {counted(len(rest), 'finding')} without an annotation"
            self._summarise("\n".join([heading, "", *table(rest, most=MOST_ROWS)]) + "\n\n")

    def _parted(self) -> tuple[list[Row], list[Row]]:
        """The findings that become annotations, and the others."""
        room = {"notice": MOST_ANNOTATIONS, "warning": MOST_ANNOTATIONS, "error": max(0, MOST_ANNOTATIONS - len(self._errors))}
        shown: list[Row] = []
        rest: list[Row] = []
        for each in worst_first(self._rows):
            level = _LEVELS[each.severity]
            room[level] -= 1
            (shown if room[level] >= 0 else rest).append(each)
        return shown, rest


def _annotation(each: Row) -> str:
    place: dict[str, object] = {"file": each.path, "line": each.line, "endLine": each.end_line}
    if each.line == each.end_line:  # GitHub takes columns only within one line
        place |= {"col": each.column, "endColumn": each.end_column}
    return command(_LEVELS[each.severity], f"{each.message} [{each.score:.2f}]", **place, title=each.rule)


def command(name: str, message: str, **properties: object) -> str:
    """The line of a workflow command."""
    written = ",".join(f"{key}={_property(str(value))}" for key, value in properties.items())
    return f"::{name} {written}::{_data(_DISPLAY.plain(message))}\n"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
