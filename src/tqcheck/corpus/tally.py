"""Tally: what is counted over many documents, in whole numbers: parts of a corpus can be counted apart and added in any order."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Mapping
from typing import Any

from ..errors import SettingsError
from .rows import Scanned

EDGES = (0.0, 1.0, 2.0, 5.0, 10.0, 20.0, 50.0, 100.0, 200.0, 500.0)
"""Where the bars of the histogram of penalties per 1000 words begin; before them is one for documents without any penalty."""
MOST_VALUES = 10_000
"""So many values of a column are counted by themselves; a column of ids is no field to count by."""
OTHERS = "…"
_THOUSAND = 1000
_KEYS = ("documents", "kept", "words", "penalty")


class Tally:
    """Counts of documents: in all, by severity, family and rule, by penalty, and by the values of columns.

    The penalty is kept in thousandths. The sum of two tallies does not depend on their order, unless a column has more
    than `MOST_VALUES` values.
    """

    def __init__(self) -> None:
        self.total: Counter[str] = Counter()
        self.counts: dict[str, Counter[str]] = {name: Counter() for name in ("by_severity", "by_family", "by_rule", "penalties")}
        self.by: dict[str, dict[str, Counter[str]]] = {}

    def add(self, scanned: Scanned) -> None:
        """Count one document."""
        report = scanned.report
        row = Counter(dict(zip(_KEYS, (1, int(scanned.is_kept), report.words, round(_THOUSAND * report.score.penalty)), strict=True)))
        row["findings"] = len(report.findings)
        self.total += row
        for finding in report.findings:
            self.counts["by_severity"][finding.severity.value] += 1
            self.counts["by_rule"][finding.rule] += 1
        self.counts["by_family"].update(report.score.by_family)
        self.counts["penalties"][str(_bar(report.score.penalty_per_1000_words))] += 1
        for column, value in scanned.by.items():
            self._add_value(column, value, row)

    def merge(self, other: Tally) -> None:
        """Add the counts of another part of the corpus."""
        self.total += other.total
        for name, counts in other.counts.items():
            self.counts[name] += counts
        for column, values in other.by.items():
            for value, row in values.items():
                self._add_value(column, value, row)

    def _add_value(self, column: str, value: str, row: Counter[str]) -> None:
        values = self.by.setdefault(column, {})
        if value not in values and len(values) >= MOST_VALUES:
            value = OTHERS
        values.setdefault(value, Counter()).update(row)

    def to_dict(self) -> dict[str, Any]:
        """The counts as plain values, with what they come to; `from_dict` reads them again."""
        bars = self.counts["penalties"]
        return {
            "documents": self.total["documents"],
            **_figures(self.total),
            **{name: dict(sorted(self.counts[name].items())) for name in ("by_severity", "by_family", "by_rule")},
            "penalty_histogram": [
                {"from": edge, "to": following, "documents": bars[str(number)]}
                for number, (edge, following) in enumerate(zip((0.0, *EDGES), (*EDGES, None), strict=True))
            ],
            "by": {
                column: {value: {"documents": row["documents"], **_figures(row)} for value, row in sorted(values.items())}
                for column, values in sorted(self.by.items())
            },
        }

    @classmethod
    def from_dict(cls, counts: Mapping[str, Any]) -> Tally:
        """The tally that `to_dict` made plain, as it stands in ``tally.json``. Raises `SettingsError` for anything else."""
        tally = cls()
        try:
            tally.total = _row(counts)
            bars = enumerate(bar["documents"] for bar in counts["penalty_histogram"])
            tally.counts = {name: Counter(counts[name]) for name in ("by_severity", "by_family", "by_rule")}
            tally.counts["penalties"] = Counter({str(number): documents for number, documents in bars if documents})
            tally.by = {column: {value: _row(row) for value, row in values.items()} for column, values in counts["by"].items()}
        except (KeyError, TypeError, AttributeError):
            raise SettingsError("these are not the counts of a scan (tally.json)") from None
        return tally


def _figures(row: Counter[str]) -> dict[str, Any]:
    per_words = row["penalty"] / max(row["words"], 1)
    return {
        "kept": row["kept"],
        "words": row["words"],
        "findings": row["findings"],
        "penalty": row["penalty"] / _THOUSAND,
        "penalty_per_1000_words": round(per_words, 2),
    }


def _row(figures: Mapping[str, Any]) -> Counter[str]:
    """What `_figures` was made of."""
    row = Counter({name: figures[name] for name in ("documents", "kept", "words", "findings") if figures[name]})
    if figures["penalty"]:
        row["penalty"] = round(_THOUSAND * figures["penalty"])
    return row


def _bar(penalty: float) -> int:
    """0 for a document without a penalty, or else the number of the bar."""
    return bisect_right(EDGES, penalty) if penalty > 0 else 0
