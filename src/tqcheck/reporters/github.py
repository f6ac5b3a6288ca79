"""Annotations of GitHub Actions: findings beside the lines of a pull request.

https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands
"""

from __future__ import annotations

from collections.abc import Callable

from ..checked import PASSED, Outcome
from ..core.finding import Severity
from ..errors import ReadingError
from ..readers.reading import Reading
from ..report import Report
from .display import Display
from .markdown import MarkdownReporter, counted
from .rows import Row, project_path, rows, worst_first

MOST_ANNOTATIONS = 10
"""GitHub shows so many warnings and so many errors of a step, and drops the others without a word."""
MOST_ROWS = 1000
"""A summary may be 1 MiB long."""
_LEVELS = {Severity.NEUTRAL: "notice", Severity.MINOR: "warning", Severity.MAJOR: "error", Severity.CRITICAL: "error"}
_DISPLAY = Display()


class GithubReporter:
    """Collects a row for each finding; at the end the worst become annotations, and all stand in the summary of the job.

    ``summarise`` writes to that summary; without it what is not annotated is only counted.
    """

    def __init__(self, write: Callable[[str], object], summarise: Callable[[str], object] | None = None) -> None:
        self._write = write
        self._summary = MarkdownReporter(summarise, most=MOST_ROWS) if summarise else None
        self._rows: list[Row] = []
        self._notices: list[str] = []
        self._errors: list[ReadingError] = []
        self._files = 0

    def add(self, reading: Reading, report: Report) -> None:
        """Take in the report on one file."""
        self._files += 1
        path = project_path(reading.name)
        self._rows.extend(each._replace(path=path) for each in rows(reading, report))
        for notice in report.notices:
            self._notices.append(
                command("notice", notice.message, file=path, line=reading.place_in_raw(notice.start).line, title="comment")
            )
        if self._summary:
            self._summary.add(reading, report)

    def fail(self, error: ReadingError) -> None:
        """Take in a file that could not be read."""
        self._errors.append(error)
        if self._summary:
            self._summary.fail(error)

    def close(self, outcome: Outcome = PASSED) -> None:
        """Write the annotations, one line of how many findings there are, how the run ended, and the summary."""
        shown = self._shown()
        for error in self._errors[:MOST_ANNOTATIONS]:
            self._write(command("error", error.why, file=project_path(error.name), title="not read"))
        for each in shown:
            self._write(_annotation(each))
        taken = sum(_LEVELS[each.severity] == "notice" for each in shown)
        for line in self._notices[: MOST_ANNOTATIONS - taken]:
            self._write(line)
        found = counted(len(self._rows), "finding") if self._rows else "nothing found"
        rest = len(self._rows) - len(shown)
        more = f", {rest:,} of them {'only in the summary of the job' if self._summary else 'without an annotation'}" if rest else ""
        self._write(f"tqcheck: {found} in {counted(self._files, 'file')}{more}\n")
        for note in (*outcome.notes, outcome.why):
            if note:
                self._write(f"tqcheck: {_DISPLAY.plain(note)}\n")
        if self._summary:
            self._summary.close(outcome)

    def _shown(self) -> list[Row]:
        """The findings that become annotations, the worst first."""
        room = {"notice": MOST_ANNOTATIONS, "warning": MOST_ANNOTATIONS, "error": MOST_ANNOTATIONS - len(self._errors)}
        shown = []
        for each in worst_first(self._rows):
            level = _LEVELS[each.severity]
            if room[level] > 0:
                room[level] -= 1
                shown.append(each)
        return shown


def _annotation(each: Row) -> str:
    place: dict[str, object] = {"file": each.path, "line": each.line, "endLine": each.end_line}
    if each.line == each.end_line:  # GitHub takes columns only within one line
        place |= {"col": each.column, "endColumn": each.end_column}
    return command(_LEVELS[each.severity], f"{each.said} [{each.score:.2f}]", **place, title=each.rule)


def command(name: str, message: str, **properties: object) -> str:
    """The line of a workflow command."""
    written = ",".join(f"{key}={_property(str(value))}" for key, value in properties.items())
    return f"::{name} {written}::{_data(_DISPLAY.plain(message))}\n"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
