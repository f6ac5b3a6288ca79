"""Run rules over a document: each looks only where it may find something; one fault stays one finding."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from .document import Document
from .finding import Finding
from .rule import Rule, Scope


def run(rules: Sequence[Rule], document: Document) -> list[Finding]:
    """All findings, ordered by place; of those of one family that overlap only the surest stays."""
    return settled(_raw(rules, document))


def _raw(rules: Sequence[Rule], document: Document) -> Iterator[Finding]:
    block_rules = [(rule, frozenset(rule.triggers)) for rule in rules if rule.scope is Scope.BLOCK]
    for passage in document.passages:
        characters = passage.characters
        for rule, triggers in block_rules:
            if not triggers or not triggers.isdisjoint(characters):
                yield from rule.check(passage)
    for rule in rules:
        if rule.scope is Scope.DOCUMENT:
            yield from rule.check(document.whole)


def settled(findings: Iterable[Finding]) -> list[Finding]:
    """Drop a finding that overlaps a surer one (then a longer one) of its family, or has the place of a surer one."""
    by_family: dict[str, list[Finding]] = {}
    for finding in findings:
        by_family.setdefault(finding.family, []).append(finding)
    kept = [finding for group in by_family.values() for finding in _without_overlaps(group)]
    kept.sort(key=lambda finding: (finding.start, finding.end, -finding.score, finding.rule))
    last: Finding | None = None
    result: list[Finding] = []
    for finding in kept:
        if last is None or (finding.start, finding.end) != (last.start, last.end):
            result.append(finding)
        last = finding
    return result


def _without_overlaps(group: list[Finding]) -> Iterator[Finding]:
    group.sort(key=lambda finding: (finding.start, finding.end))
    kept: Finding | None = None
    for finding in group:
        if kept is not None and _same_place(kept, finding):
            if (finding.score, finding.end - finding.start) > (kept.score, kept.end - kept.start):
                kept = finding
            continue
        if kept is not None:
            yield kept
        kept = finding
    if kept is not None:
        yield kept


def _same_place(first: Finding, second: Finding) -> bool:
    """True if the shared part is at least a quarter of the longer one: a word inside a paragraph is another fault."""
    shared = min(first.end, second.end) - second.start
    return shared > 0 and 4 * shared >= max(first.end - first.start, second.end - second.start)
