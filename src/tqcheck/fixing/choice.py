"""Which repairs of a text are made in one round."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate
from typing import NamedTuple

from ..core.finding import Edit, Finding, Safety


class Closed(NamedTuple):
    """A stretch of a text in which no repair may change anything, and why."""

    start: int
    end: int
    why: str


class Look(NamedTuple):
    """What there is to repair in a text: its findings, what must stay as it is, and findings whose repair cannot be made, and why."""

    findings: Sequence[Finding]
    closed: Sequence[Closed] = ()
    refused: Sequence[tuple[Finding, str]] = ()


Dropped = tuple[Finding, str]
"""A finding whose repair is not made, and why."""


def choice(look: Look, text: str, safeties: Sequence[Safety]) -> tuple[list[Finding], list[Dropped]]:
    """The findings whose repairs are made together, surest first, and those whose repair is dropped; both ordered by place."""
    made: list[Finding] = []
    dropped = [(finding, why) for finding, why in look.refused if finding.fix and finding.fix.safety in safeties]
    closed, taken = Stretches(look.closed), _Taken()
    for finding in sorted(_repairable(look.findings, text, safeties), key=_surest_first):
        edits = edits_of(finding)
        why = _obstacle(edits, taken, closed)
        if why:
            dropped.append((finding, why))
        else:
            taken.add(finding, edits)
            made.append(finding)
    return sorted(made, key=_by_place), sorted(dropped, key=lambda pair: _by_place(pair[0]))


def edits_of(finding: Finding) -> Sequence[Edit]:
    """The edits of a finding's repair, ordered by place; none if it has no repair."""
    return finding.fix.edits if finding.fix else ()


class Stretches:
    """Stretches of a text, in any order and overlapping or not."""

    def __init__(self, stretches: Iterable[Closed]) -> None:
        ordered = sorted(stretches)
        self._starts = [stretch.start for stretch in ordered]
        self._furthest = list(accumulate(ordered, _furthest))

    def over(self, start: int, end: int) -> Closed | None:
        """A stretch that holds something of what lies between two places, or has a single place inside."""
        number = bisect_left(self._starts, end) - 1
        return self._furthest[number] if number >= 0 and self._furthest[number].end > start else None


def _furthest(one: Closed, other: Closed) -> Closed:
    return one if one.end > other.end else other


class _Taken:
    """Edits that do not touch each other, and whose finding each is."""

    def __init__(self) -> None:
        self._starts: list[int] = []
        self._ends: list[tuple[int, Finding]] = []

    def add(self, finding: Finding, edits: Iterable[Edit]) -> None:
        for edit in edits:
            number = bisect_right(self._starts, edit.start)
            self._starts.insert(number, edit.start)
            self._ends.insert(number, (edit.end, finding))

    def met_by(self, edit: Edit) -> Finding | None:
        """The finding whose edit this one overlaps or touches: what is done at one of them may matter to the other."""
        number = bisect_right(self._starts, edit.end) - 1
        return self._ends[number][1] if number >= 0 and self._ends[number][0] >= edit.start else None


def _obstacle(edits: Iterable[Edit], taken: _Taken, closed: Stretches) -> str:
    for edit in edits:
        stretch = closed.over(edit.start, edit.end)
        if stretch:
            return stretch.why
        other = taken.met_by(edit)
        if other:
            return f"it meets the repair of {other.rule}"
    return ""


def _repairable(findings: Iterable[Finding], text: str, safeties: Sequence[Safety]) -> Iterator[Finding]:
    for finding in findings:
        fix = finding.fix
        if fix and fix.safety in safeties and any(text[edit.start : edit.end] != edit.text for edit in fix.edits):
            yield finding


def _surest_first(finding: Finding) -> tuple[float, bool, int, int, str]:
    is_unsafe = finding.fix is None or finding.fix.safety is not Safety.SAFE
    return -finding.score, is_unsafe, finding.start, finding.end, finding.rule


def _by_place(finding: Finding) -> tuple[int, int, str]:
    return finding.start, finding.end, finding.rule
