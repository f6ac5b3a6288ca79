"""Run rules over a document: each looks only where it may find something; one fault stays one finding."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from .document import Document
from .finding import Finding
from .rule import Rule, Scope


def run(rules: Sequence[Rule], document: Document) -> list[Finding]:
    """All findings, ordered by place; of those of one family that overlap only the surest stays."""
    return settled(_raw(rules, document))


def restored(findings: Sequence[Finding], document: Document) -> Sequence[Finding]:
    """The findings with their places in the text that was handed in, instead of those in the document's."""
    return [_restored(finding, document) for finding in findings] if document.shrunk else findings


def _restored(finding: Finding, document: Document) -> Finding:
    place = document.original
    fix = finding.fix
    if fix:
        fix = replace(fix, edits=tuple(replace(edit, start=place(edit.start), end=place(edit.end)) for edit in fix.edits))
    related = tuple((place(start), place(end)) for start, end in finding.related)
    return replace(finding, start=place(finding.start), end=place(finding.end), fix=fix, related=related)


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
    """The surest finding, then the surest of those that do not have its place, and so on.

    Findings at one place are of like length, so the kept ones lie by length (powers of two), then by start.
    """
    kept: dict[int, list[tuple[int, int]]] = {}
    for finding in sorted(group, key=lambda finding: (-finding.score, finding.start - finding.end, finding.start, finding.rule)):
        size = (finding.end - finding.start).bit_length()
        if not any(_shares(finding, places, 2 << length) for length in range(size - 3, size + 4) if (places := kept.get(length))):
            insort(kept.setdefault(size, []), (finding.start, finding.end))
            yield finding


def _shares(finding: Finding, places: list[tuple[int, int]], reach: int) -> bool:
    """True if one of the sorted places, all shorter than ``reach``, is the finding's."""
    first = bisect_left(places, (finding.start - reach, 0))
    return any(_is_same_place(finding, *places[number]) for number in range(first, bisect_left(places, (finding.end, 0))))


def _is_same_place(finding: Finding, start: int, end: int) -> bool:
    """True if the shared part is at least a quarter of the longer one: a word inside a paragraph is another fault."""
    shared = min(finding.end, end) - max(finding.start, start)
    return shared > 0 and 4 * shared >= max(finding.end - finding.start, end - start)
