"""A finding as one row: what a line, a table or an annotation shows of it."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from ..core.finding import Finding, Severity
from ..readers.reading import Place, Reading
from ..report import Report


class Row(NamedTuple):
    """A finding with its place as an editor counts it: lines and columns from 1, the end directly behind the span."""

    path: str
    line: int
    column: int
    end_line: int
    end_column: int
    rule: str
    severity: Severity
    score: float
    message: str
    part: str = ""
    """The member of a document that is an archive; ``line`` is the number of a paragraph then."""

    @property
    def where(self) -> str:
        """The path and the place, for people."""
        return Place(self.line, self.column, self.part).within(self.path)

    @property
    def said(self) -> str:
        """The message, for services that know nothing but lines."""
        return f"{self.part}, paragraph {self.line}: {self.message}" if self.part else self.message


def row(finding: Finding, reading: Reading) -> Row:
    """The row of one finding."""
    start, end = reading.places(finding.start, finding.end)
    place = (start.line, start.column, end.line, end.column)
    return Row(reading.name, *place, finding.rule, finding.severity, finding.score, finding.message, start.part)


def rows(reading: Reading, report: Report) -> Iterator[Row]:
    """A row for each finding of a file, by place."""
    for finding in report.findings:
        yield row(finding, reading)


def worst_first(found: Iterable[Row]) -> list[Row]:
    """The rows by severity, then by score; those that are equal stay in their order."""
    return sorted(found, key=lambda each: (-each.severity.rank, -each.score))


def project_path(name: str) -> str:
    """A path as services compare it with those of a repository: with slashes, from the working folder if it lies in it."""
    from pathlib import Path

    path = Path(os.path.normpath(name))
    if path.is_absolute() and path.is_relative_to(here := Path.cwd()):
        path = path.relative_to(here)
    return path.as_posix()
