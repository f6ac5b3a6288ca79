"""What was found in all files together."""

from __future__ import annotations

from collections import Counter

from ..core.finding import Finding, Severity
from ..report import Report
from ..scoring import Score, scored


class Tally:
    """The sums over the reports that were added."""

    def __init__(self) -> None:
        self.files = 0
        self.words = 0
        self.findings: list[Finding] = []
        self._signatures: set[str] = set()

    def add(self, report: Report) -> None:
        """Count one report."""
        self.files += 1
        self.words += report.words
        self.findings.extend(report.findings)
        self._signatures.add(report.score.signature)

    @property
    def score(self) -> Score:
        """The score of all files as if they were one; its signature is empty if they were not all scored in the same way."""
        shared = next(iter(self._signatures)) if len(self._signatures) == 1 else ""
        return scored(self.findings, self.words, shared)

    @property
    def by_severity(self) -> dict[str, int]:
        """The number of findings of each severity that occurs, mildest first."""
        counts = Counter(finding.severity for finding in self.findings)
        return {severity.value: counts[severity] for severity in Severity if counts[severity]}
