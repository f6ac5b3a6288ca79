"""The plugin of pytest: a text without findings as an assertion.

pytest loads it in every run where tqcheck is installed, so nothing but pytest is imported before it is used.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from fnmatch import fnmatch
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from . import Checker, Finding, Report
    from .readers.reading import Reading

DEFAULT_SEVERITY = "minor"
MOST_LINES = 20
"""A failure shows so many findings and counts the others."""
_MARKER = "tqcheck(severity='minor', **options): what the fixture tqcheck asks of a text in this test, and the options of the checker"


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add ``--tqcheck-glob``."""
    group = parser.getgroup("tqcheck", "texts without traces of machine translation")
    group.addoption(
        "--tqcheck-glob", action="append", default=[], metavar="PATTERN", help="check the text files that fit, such as 'texts/*.txt'"
    )


def pytest_configure(config: pytest.Config) -> None:
    """Make the marker known."""
    config.addinivalue_line("markers", _MARKER)


def pytest_collect_file(file_path: Path, parent: pytest.Collector) -> pytest.Collector | None:
    """A file that fits one of the patterns is a test; a pattern is taken from the root of the project."""
    root = parent.config.rootpath
    path = file_path.relative_to(root).as_posix() if file_path.is_relative_to(root) else file_path.as_posix()
    if not any(fnmatch(path, pattern) for pattern in parent.config.getoption("--tqcheck-glob")):
        return None
    collected: pytest.Collector = TextFile.from_parent(parent, path=file_path)
    return collected


@pytest.fixture
def tqcheck(request: pytest.FixtureRequest) -> Callable[..., Report]:
    """Assert that a text has no finding of at least a severity: ``tqcheck(text, severity="minor", **options)``.

    The options are those of `tqcheck.Checker`; those of the marker ``tqcheck`` hold where the call says nothing. The call
    gives the report.
    """
    marked: dict[str, Any] = {}
    for marker in reversed(list(request.node.iter_markers("tqcheck"))):
        marked |= marker.kwargs

    def check(text: str, **options: Any) -> Report:
        __tracebackhide__ = True
        from .readers.plain import reading

        return _clean(reading(text, "<text>"), **{**marked, **options})

    return check


class TextFile(pytest.File):
    """A text file that fits ``--tqcheck-glob``."""

    def collect(self) -> Iterator[pytest.Item]:
        """One test: the text has no finding."""
        yield TextItem.from_parent(self, name="tqcheck")


class TextItem(pytest.Item):
    """The test that a text file has no finding of at least minor severity."""

    def runtest(self) -> None:
        """Check the file."""
        from .readers.files import read_file

        _clean(read_file(str(self.path)))

    def repr_failure(self, excinfo: pytest.ExceptionInfo[BaseException], style: Any = None) -> Any:
        """What is shown of a failure: the findings, or why the file cannot be read; no lines of our program."""
        from . import TqcheckError

        if isinstance(excinfo.value, AssertionError | TqcheckError):
            return str(excinfo.value)
        return super().repr_failure(excinfo, style)

    def reportinfo(self) -> tuple[Path, int, str]:
        """Where the test stands."""
        return self.path, 0, f"tqcheck: {self.parent.nodeid if self.parent else self.name}"


_checkers: dict[str, Checker] = {}


def _checker(options: dict[str, Any]) -> Checker:
    """The checker with these options; it is kept for the texts that follow."""
    from . import Checker

    key = repr(sorted(options.items()))
    if key not in _checkers:
        _checkers[key] = Checker(**options)
    return _checkers[key]


def _clean(reading: Reading, *, severity: str = DEFAULT_SEVERITY, **options: Any) -> Report:
    """The report on a text, without what its comments silence; raises AssertionError for a finding of at least this severity."""
    __tracebackhide__ = True
    from . import Severity
    from .checked import Checked
    from .errors import unknown
    from .settings import SEVERITIES
    from .silence import Silence

    if severity not in SEVERITIES:
        raise unknown("severity", severity, SEVERITIES)
    report = _checker(options).check_reading(reading)
    report = Silence().applied(Checked(reading, report)).report
    bad = [finding for finding in report.findings if finding.severity.rank >= Severity(severity).rank]
    if bad:
        raise AssertionError("\n".join(_said(reading, bad, severity)))
    return report


def _said(reading: Reading, bad: Sequence[Finding], severity: str) -> Iterator[str]:
    from .reporters.display import Display
    from .reporters.rows import row

    plain = Display().plain
    yield f"{plain(reading.name)}: {len(bad)} finding{'' if len(bad) == 1 else 's'} of severity {severity} or worse"
    for each in (row(finding, reading) for finding in bad[:MOST_LINES]):
        yield f"  line {each.line}, column {each.column}: {each.rule} ({each.severity}, {each.score:.2f}): {plain(each.said)}"
    if len(bad) > MOST_LINES:
        yield f"  and {len(bad) - MOST_LINES:,} more"
