"""The report as JSON: the contract of docs/json.md, checked by docs/report.schema.json."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from .._version import __version__
from ..checked import PASSED, Outcome
from ..errors import ReadingError
from ..readers.raw import shown_finding
from ..readers.reading import Reading
from ..report import Report
from .tally import Tally

CONTRACT = 1
"""The version of the contract: it changes when a reader of the old one would be misled."""


class JsonReporter:
    """Collects the reports, and writes them as one JSON object at the end. The same reports give the same bytes."""

    def __init__(self, write: Callable[[str], object]) -> None:
        self._write = write
        self._files: list[dict[str, Any]] = []
        self._errors: list[dict[str, str]] = []
        self._tally = Tally()

    def add(self, reading: Reading, report: Report) -> None:
        """Take in the report on one file."""
        self._tally.add(report)
        self._files.append(file_entry(reading, report))

    def fail(self, error: ReadingError) -> None:
        """Take in a file that could not be read."""
        self._errors.append({"path": error.name, "message": error.why})

    def close(self, outcome: Outcome = PASSED) -> None:
        """Write the object."""
        self._write(written({
            "version": CONTRACT,
            "tqcheck": __version__,
            "files": self._files,
            "errors": self._errors,
            "summary": self._summary() | {"outcome": outcome.to_dict()},
        }))  # fmt: skip

    def _summary(self) -> dict[str, Any]:
        score = self._tally.score.to_dict()
        return {
            "files": self._tally.files,
            "unread": len(self._errors),
            "words": self._tally.words,
            "findings": len(self._tally.findings),
            "by_severity": self._tally.by_severity,
            "score": score | {"signature": score["signature"] or None},
        }


def written(value: object) -> str:
    """JSON for people and programs alike: indented, and in ASCII, so that no encoding and no lone surrogate can harm it."""
    return json.dumps(value, indent=2, allow_nan=False) + "\n"


def file_entry(reading: Reading, report: Report) -> dict[str, Any]:
    """The object for one file: the library's ``Report.to_dict()`` with a path, lines, columns and the marked text."""
    in_raw = report.replace(findings=tuple(shown_finding(finding, reading) for finding in report.findings))
    entry = in_raw.to_dict()
    texts = [reading.text[finding.start : finding.end] for finding in report.findings]
    findings = [_finding(finding, text, reading) for finding, text in zip(entry["findings"], texts, strict=True)]
    notices = [notice | _lines(notice, reading) for notice in entry["notices"]]
    if entry["metrics"]:
        entry["metrics"]["blocks"] = [_block(block, reading) for block in entry["metrics"]["blocks"]]
    return {"path": entry.pop("name"), **entry, "findings": findings, "notices": notices}


def _finding(finding: dict[str, Any], text: str, reading: Reading) -> dict[str, Any]:
    related = [span | _lines(span, reading) for span in finding["related"]]
    counterparts = [_counterpart(each, reading) for each in finding["counterparts"]]
    return finding | {"related": related, "counterparts": counterparts, "text": text} | _lines(finding, reading)


def _counterpart(counterpart: dict[str, Any], reading: Reading) -> dict[str, Any]:
    """With its lines, if it stands in a file of its own; a bilingual file tells no places of its sources."""
    other = reading.partners.get(counterpart["partner"])
    if other is None:
        return counterpart
    start, end = other.shown_span(counterpart["start"], counterpart["end"])
    span = counterpart | {"start": start, "end": end}
    return span | _lines(span, other)


def _block(block: dict[str, Any], reading: Reading) -> dict[str, Any]:
    start, end = reading.shown_span(block["start"], block["end"])
    shown = {"start": start, "end": end}
    return block | shown | _lines(shown, reading)


def _lines(span: dict[str, Any], reading: Reading) -> dict[str, Any]:
    start, end = reading.shown_places(span["start"], span["end"])
    lines = {"line": start.line, "column": start.column, "end_line": end.line, "end_column": end.column}
    return lines | {"part": start.part} if start.part else lines
