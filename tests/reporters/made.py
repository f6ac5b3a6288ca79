"""Reports made by hand, so that these tests do not hang on what the rules find."""

from __future__ import annotations

from tqcheck import Edit, Finding, Fix, ReadingError, Report, Safety, Severity, Skipped
from tqcheck.checked import PASSED, Outcome
from tqcheck.metrics.figures import BlockMetrics, Figure, Metrics
from tqcheck.readers.reading import Reading
from tqcheck.report import Notice
from tqcheck.reporters.display import Display
from tqcheck.reporters.formats import reporter_of
from tqcheck.scoring import scored

TEXT = "First line.\r\nThe the 😀 sea \x1b[31mwas calm.\r\nLast"


MESSAGE = "“the” is \x1b[1mwritten twice."


def finding(
    start: int,
    end: int,
    *,
    severity: Severity = Severity.MINOR,
    fix: Fix | None = None,
    related: tuple[tuple[int, int], ...] = (),
    message: str = MESSAGE,
    score: float = 0.87654321,
) -> Finding:
    return Finding("doubled-word", "repetition", start, end, message, severity, score, fix, related)


def checked(
    *findings: Finding, name: str = "a.txt", text: str = TEXT, skipped: tuple[Skipped, ...] = (), signature: str = "rules:1|lang:en"
) -> tuple[Reading, Report]:
    score = scored(findings, 10, signature)
    return Reading(name, text), Report(name, "en", True, findings, skipped, 10, score)


def measured(name: str = "a.txt") -> tuple[Reading, Report]:
    """A file with figures."""
    reading, report = checked(name=name)
    figures = Figure("chrF2++", 61.25, 0, 100, True, "nrefs:1|nw:2", 2), Figure("tiny-da\x1b", 0.8125, 0, 1, True, "model:tiny", 1)
    blocks = BlockMetrics(0, 11, {"chrF2++": 50.5}), BlockMetrics(13, 41, {"chrF2++": 72, "tiny-da\x1b": 0.8125})
    return reading, report.replace(metrics=Metrics(figures, blocks, 1))


def noticed() -> tuple[Reading, Report]:
    """A file without a finding, but with a notice."""
    reading, report = checked()
    return reading, report.replace(notices=(Notice(17, 20, "unknown rule 'x\x1b'"),))


FIX = Fix((Edit(16, 20, ""),), Safety.SAFE)


def report_in(format_name: str, *reports: tuple[Reading, Report], errors: tuple[ReadingError, ...] = (), outcome: Outcome = PASSED) -> str:
    """What the reporter of a format writes of these reports and errors."""
    pieces: list[str] = []
    reporter = reporter_of(format_name, pieces.append, Display())
    for reading, report in reports:
        reporter.add(reading, report)
    for error in errors:
        reporter.fail(error)
    reporter.close(outcome)
    return "".join(pieces)
