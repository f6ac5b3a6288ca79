"""SARIF 2.1.0, which code scanning services and editors read.

https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Mapping
from typing import Any

from .._version import __version__
from ..checked import PASSED, Outcome
from ..core.finding import Finding, Fix, Safety, Severity
from ..errors import ReadingError
from ..fingerprints import fingerprints
from ..readers.raw import shown_finding
from ..readers.reading import Reading
from ..report import Report
from .display import Display
from .json import written
from .rows import project_path
from .sarif_rules import descriptor

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
FINGERPRINT = "tqcheck/v1"
"""The name says how the fingerprint is made: it changes when `tqcheck.fingerprints` does."""
LEVELS = {Severity.NEUTRAL: "note", Severity.MINOR: "warning", Severity.MAJOR: "error", Severity.CRITICAL: "error"}
_REPAIRS = {Safety.SAFE: "Safe repair", Safety.UNSAFE: "Unsafe repair: look at it first"}
# In a message {0} stands for an argument and [text](place) for a link (§3.11.5 and §3.11.6).
_ARGUMENT = re.compile(r"[{}]")
_LINK = re.compile(r"[\\\[\]]")
_DISPLAY = Display()


class SarifReporter:
    """Collects the results, and writes one log with one run at the end."""

    def __init__(self, write: Callable[[str], object]) -> None:
        self._write = write
        self._results: list[dict[str, Any]] = []
        self._rules: dict[str, int] = {}
        self._notifications: list[dict[str, Any]] = []
        self._succeeded = True

    def add(self, reading: Reading, report: Report) -> None:
        """Take in the report on one file."""
        for found, fingerprint in zip(report.findings, fingerprints(report, reading.text, paragraphs=reading.paragraphs), strict=True):
            finding = shown_finding(found, reading)
            number = self._rules.setdefault(finding.rule, len(self._rules))
            self._results.append(_result(finding, reading) | {"ruleIndex": number, "partialFingerprints": {FINGERPRINT: fingerprint}})
        for notice in report.notices:
            self._notify("note", notice.message, _location(notice.start, notice.end, reading))

    def fail(self, error: ReadingError) -> None:
        """Take in a file that could not be read."""
        self._succeeded = False
        self._notify("error", error.why, {"physicalLocation": {"artifactLocation": artifact(error.name)}})

    def close(self, _outcome: Outcome = PASSED) -> None:
        """Write the log."""
        driver = {"name": "tqcheck", "version": __version__, "rules": [descriptor(rule, LEVELS) for rule in self._rules]}
        invocation = {"executionSuccessful": self._succeeded, "toolExecutionNotifications": self._notifications}
        run = {
            "tool": {"driver": driver},
            "invocations": [invocation],
            "columnKind": "unicodeCodePoints",
            "newlineSequences": ["\r\n", "\n", "\r"],
            "results": self._results,
        }
        self._write(written({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}))

    def _notify(self, level: str, text: str, location: Mapping[str, Any]) -> None:
        self._notifications.append({"level": level, "message": {"text": message(text)}, "locations": [location]})


def _result(finding: Finding, reading: Reading) -> dict[str, Any]:
    result: dict[str, Any] = {
        "ruleId": finding.rule,
        "level": LEVELS[finding.severity],
        "kind": "fail",
        "message": {"text": message(finding.message)},
        "locations": [_location(finding.start, finding.end, reading)],
        "rank": round(100 * finding.score, 2),
        "properties": {"family": finding.family, "severity": finding.severity.value, "score": round(finding.score, 4)},
    }
    if finding.related:
        result["relatedLocations"] = [
            {"id": number} | _location(start, end, reading) for number, (start, end) in enumerate(finding.related, 1)
        ]
    if finding.fix and finding.fix.safety in _REPAIRS and not reading.has_parts:
        result["fixes"] = [_fix(finding.fix, reading)]
    return result


def _location(start: int, end: int, reading: Reading) -> dict[str, Any]:
    location: dict[str, Any] = {"physicalLocation": {"artifactLocation": artifact(reading.name), "region": region(start, end, reading)}}
    first, _ = reading.shown_places(start, end)
    if first.part:
        location["logicalLocations"] = [{"fullyQualifiedName": f"{first.part}, paragraph {first.line}"}]
    return location


def _fix(fix: Fix, reading: Reading) -> dict[str, Any]:
    replacements = [{"deletedRegion": region(edit.start, edit.end, reading), "insertedContent": {"text": edit.text}} for edit in fix.edits]
    changes = [{"artifactLocation": artifact(reading.name), "replacements": replacements}]
    return {"description": {"text": _REPAIRS[fix.safety]}, "artifactChanges": changes, "properties": {"safety": fix.safety.value}}


def region(start: int, end: int, reading: Reading) -> dict[str, int]:
    """A span of the raw file: lines and columns from 1, in code points, the end directly behind it."""
    first, last = reading.shown_places(start, end)
    return {"startLine": first.line, "startColumn": first.column, "endLine": last.line, "endColumn": last.column}


def artifact(name: str) -> Mapping[str, str]:
    """The address of a file: as seen from the root of the project where it lies below the working folder."""
    from urllib.parse import quote

    path = project_path(name)
    if os.path.splitdrive(path)[0] or path.startswith("/"):
        return {"uri": f"file:///{quote(os.fsencode(path.lstrip('/')), safe='/:')}"}
    return {"uri": quote(os.fsencode(path)), "uriBaseId": "%SRCROOT%"}


def message(text: str) -> str:
    """The text of a message, in which nothing is read as an argument or a link."""
    text = _DISPLAY.plain(text)
    if "](" in text:
        text = _LINK.sub(r"\\\g<0>", text)
    return _ARGUMENT.sub(r"\g<0>\g<0>", text)
