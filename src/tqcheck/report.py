"""Report: what was found in one text, and what there is to tell about it."""

from __future__ import annotations

from .core.record import Record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any

    from .core.document import Document
    from .core.finding import Finding
    from .metrics.figures import Metrics
    from .notebook import Shown
    from .scoring import Score
    from .selection import Skipped


class Beside(Record):
    """A text that stood beside the one that was checked.

    ``partner``: ``source`` or ``reference``; ``language``: the BCP 47 code with which it was read; ``share``: the share of
    the checked text's blocks (0 to 1) that could be compared with it; ``sureness``: how sure (0 to 1) it is which of them
    belong together; ``problem``: why nothing was compared, or empty. ``pairs`` are the stretches that belong together: start and end
    in the checked text, start and end in this one (an empty stretch where there is nothing).
    """

    partner: str
    name: str
    language: str
    share: float
    sureness: float
    problem: str = ""
    pairs: tuple[tuple[int, int, int, int], ...] = ()

    def to_dict(self) -> dict[str, Any]:
        """What JSON tells: all but the pairs."""
        return {name: value for name, value in super().to_dict().items() if name != "pairs"}


class Notice(Record):
    """Something to tell about a text that is no finding and enters no score, such as a comment that silences nothing."""

    start: int
    end: int
    message: str


class Report(Record):
    """What was found in one text.

    ``findings`` are ordered by place; ``language`` is a BCP 47 code, ``language_detected`` tells whether it was
    detected or given; ``words`` is the number of words; ``skipped`` names the chosen rules that did not run, ``ran``
    those that did; ``notices`` are ordered by place. ``beside`` tells of the source and the reference; ``excused`` are findings
    that these excuse, which count nowhere; ``metrics`` are figures of how like the reference the text is, None if nothing was measured.
    """

    name: str
    language: str
    language_detected: bool
    findings: tuple[Finding, ...]
    skipped: tuple[Skipped, ...]
    words: int
    score: Score
    ran: tuple[str, ...] = ()
    notices: tuple[Notice, ...] = ()
    beside: tuple[Beside, ...] = ()
    excused: tuple[Finding, ...] = ()
    metrics: Metrics | None = None

    def with_partners(self, document: Document, excused: tuple[Finding, ...]) -> Report:
        """The same with what there is to say of the texts beside the document that was checked; of one that does not fit, a notice."""
        beside = []
        notices = list(self.notices)
        for partner, alignment in document.alignments.items():
            other = document.partners[partner]
            share, sureness = round(alignment.share, 4), round(alignment.sureness, 4)
            pairs = tuple(document.spans_beside(partner))
            beside.append(Beside(partner.value, other.name, other.language.code, share, sureness, alignment.problem, pairs))
            if alignment.problem:
                notices.append(Notice(0, 0, f"nothing was compared with the {partner}: {alignment.problem}"))
        return self.replace(beside=tuple(beside), notices=tuple(notices), excused=excused)

    def with_metrics(self, metrics: Metrics, unmeasured: Sequence[str]) -> Report:
        """The same with what was measured, and a notice for each metric that did not run."""
        notices = (*self.notices, *(Notice(0, 0, said) for said in unmeasured))
        return self.replace(metrics=metrics if metrics.document else None, notices=notices)

    def _repr_html_(self) -> str:
        """A table, for a notebook."""
        return self._shown().html()

    def to_pandas(self) -> Any:
        """The findings as a frame of pandas, a row each; raises `SettingsError` without it."""
        return self._shown().pandas()

    def to_polars(self) -> Any:
        """The findings as a frame of Polars, a row each; raises `SettingsError` without it."""
        return self._shown().polars()

    def _shown(self) -> Shown:
        from .notebook import Shown

        count, score = len(self.findings), self.score
        figures = f"{count:,} finding{'' if count == 1 else 's'} in {self.words:,} words ({self.language}), score {score.value:g} of 100"
        return Shown(self.name, figures, self.findings)

    def to_dict(self) -> dict[str, Any]:
        """The report as plain dicts, lists, strings and numbers: the JSON contract of docs/json.md without its lines and columns."""
        return {
            "name": self.name,
            "language": self.language,
            "language_detected": self.language_detected,
            "words": self.words,
            "score": self.score.to_dict(),
            "findings": [_finding(finding) for finding in self.findings],
            "skipped": [skipped.to_dict() for skipped in self.skipped],
            "notices": [notice.to_dict() for notice in self.notices],
            "beside": [beside.to_dict() for beside in self.beside],
            "metrics": self.metrics.to_dict() if self.metrics else None,
        }


def _finding(finding: Finding) -> dict[str, Any]:
    fix = finding.fix
    edits = [edit.to_dict() for edit in fix.edits] if fix else []
    return {
        "rule": finding.rule,
        "family": finding.family,
        "start": finding.start,
        "end": finding.end,
        "message": finding.message,
        "severity": finding.severity.value,
        "score": round(finding.score, 4),
        "fix": {"safety": fix.safety.value, "edits": edits} if fix else None,
        "related": [{"start": start, "end": end} for start, end in finding.related],
        "counterparts": [each.to_dict() for each in finding.counterparts],
    }
