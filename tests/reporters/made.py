"""Reports made by hand, so that these tests do not hang on what the rules find."""

from __future__ import annotations

from tqcheck import Edit, Finding, Fix, Report, Safety, Severity, Skipped
from tqcheck.readers.reading import Reading
from tqcheck.scoring import scored

TEXT = "First line.\r\nThe the 😀 sea \x1b[31mwas calm.\r\nLast"


def finding(
    start: int, end: int, *, severity: Severity = Severity.MINOR, fix: Fix | None = None, related: tuple[tuple[int, int], ...] = ()
) -> Finding:
    return Finding("doubled-word", "repetition", start, end, "“the” is \x1b[1mwritten twice.", severity, 0.87654321, fix, related)


def checked(
    *findings: Finding, name: str = "a.txt", text: str = TEXT, skipped: tuple[Skipped, ...] = (), signature: str = "rules:1|lang:en"
) -> tuple[Reading, Report]:
    score = scored(findings, 10, signature)
    return Reading(name, text), Report(name, "en", True, findings, skipped, 10, score)


FIX = Fix((Edit(16, 20, ""),), Safety.SAFE)
