"""The gate: whether a run fails, and the sentence that says why."""

from __future__ import annotations

from collections import Counter

from ..checked import Checked, Outcome
from ..configuration.run import RunOptions
from ..settings import SEVERITIES


class Gate:
    """Looks at each checked file as it passes, and judges at the end."""

    def __init__(self, options: RunOptions) -> None:
        self._least = SEVERITIES.index(options.fail_on or SEVERITIES[0])
        self._failing = 0
        self._left_out: Counter[str] = Counter()

    def add(self, checked: Checked) -> None:
        """Take in one file."""
        self._failing += sum(finding.severity.rank >= self._least for finding in checked.report.findings)
        self._left_out.update(checked.left_out)

    def outcome(self, notes: tuple[str, ...] = ()) -> Outcome:
        """The verdict over all files that passed."""
        return Outcome(self._failing > 0, "", notes, dict(self._left_out))
