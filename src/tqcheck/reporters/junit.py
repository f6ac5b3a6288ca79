"""JUnit XML, which every build server shows: a suite for each file, a failed case for each finding in it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from ..checked import PASSED, Outcome
from ..errors import ReadingError
from ..readers.reading import Reading
from ..report import Report
from .rows import Row, project_path, rows
from .xml import DECLARATION, element, escaped


class JunitReporter:
    """Writes the suite of a file as soon as its report is added. A clean file has one case, which passes."""

    def __init__(self, write: Callable[[str], object]) -> None:
        self._write = write
        write(f'{DECLARATION}<testsuites name="tqcheck">\n')

    def add(self, reading: Reading, report: Report) -> None:
        """Write the suite of one file."""
        path = project_path(reading.name)
        cases = [_case(each, path) for each in rows(reading, report)]
        self._suite(path, cases or [element("testcase", classname=path, name="nothing found", file=path)], failures=len(cases))

    def fail(self, error: ReadingError) -> None:
        """Write the suite of a file that could not be read: one case that broke."""
        path = project_path(error.name)
        broken = element("error", message=error.why, type="unread")
        self._suite(path, [element("testcase", broken, classname=path, name="read", file=path)], errors=1)

    def close(self, _outcome: Outcome = PASSED) -> None:
        """End the document."""
        self._write("</testsuites>\n")

    def _suite(self, path: str, cases: Sequence[str], *, failures: int = 0, errors: int = 0) -> None:
        content = "".join(f"\n    {case}" for case in cases) + "\n  "
        counts = {"tests": len(cases), "failures": failures, "errors": errors, "skipped": 0}
        self._write(f"  {element('testsuite', content, name=path, **counts)}\n")


def _case(each: Row, path: str) -> str:
    said = escaped(f"{each._replace(path=path).where} {each.message} [{each.score:.2f}]")
    failure = element("failure", said, message=each.message, type=each.severity.value)
    return element("testcase", failure, classname=path, name=f"{each.rule} at {each.line}:{each.column}", file=path, line=each.line)
