"""The Code Quality report of GitLab: what a merge request shows as new and as resolved.

https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from typing import Any

from ..checked import PASSED, Outcome
from ..core.finding import Severity
from ..errors import ReadingError
from ..fingerprints import fingerprints
from ..readers.reading import Reading
from ..report import Report
from .json import written
from .rows import project_path, rows

_SEVERITIES = {Severity.NEUTRAL: "info", Severity.MINOR: "minor", Severity.MAJOR: "major", Severity.CRITICAL: "critical"}


class GitlabReporter:
    """Collects an entry for each finding, and writes the list at the end.

    GitLab compares the entries of two runs by fingerprint and keeps one of those that are equal, so fingerprints are
    counted over all files.
    """

    def __init__(self, write: Callable[[str], object]) -> None:
        self._write = write
        self._entries: list[dict[str, Any]] = []
        self._seen: Counter[str] = Counter()

    def add(self, reading: Reading, report: Report) -> None:
        """Take in the report on one file."""
        path = project_path(reading.name)
        marks = fingerprints(report, reading.text, seen=self._seen, paragraphs=reading.paragraphs)
        for each, fingerprint in zip(rows(reading, report), marks, strict=True):
            self._entries.append({
                "description": each.said,
                "check_name": each.rule,
                "fingerprint": fingerprint,
                "severity": _SEVERITIES[each.severity],
                "location": {"path": path, "lines": {"begin": each.line, "end": each.end_line}},
            })  # fmt: skip

    def fail(self, error: ReadingError) -> None:
        """The format has no word for a file that could not be read; the error itself goes to standard error."""

    def close(self, _outcome: Outcome = PASSED) -> None:
        """Write the list."""
        self._write(written(self._entries))
