"""What an editor can offer for a finding: its repair, and a comment that silences it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..core.finding import Edit, Finding, Safety
from ..core.record import Row
from ..fixing.files import repair_alone
from ..reporters.display import Display
from ..reporters.repair import repair_line
from ..silence.writing import ignoring
from .documents import View

MOST_FINDINGS = 20
"""For so many findings, if the editor asks for a long stretch, something is offered."""
MOST_READ = 1_000_000
"""So many characters are read again before something is offered, as each offer wants it; in a long text fewer findings get one."""


class Action(Row):
    """Something that can be done: ``edits`` are stretches of the editor's text, and what shall stand there instead."""

    title: str
    finding: Finding
    edits: Sequence[tuple[int, int, str]]
    is_preferred: bool = False


def actions(view: View, start: int, end: int) -> Iterator[Action]:
    """What can be done about the findings that touch a stretch of the editor's text: first the repairs, the safe ones before the others."""
    if view.checked is None:
        return
    fitting = max(1, MOST_READ // max(1, len(view.opened.text)))
    findings = view.within(start, end)[: min(MOST_FINDINGS, fitting)]
    repairs = [action for finding in findings for action in _repair(view, finding)]
    yield from sorted(repairs, key=lambda action: not action.is_preferred)
    for finding in findings:
        edit = ignoring(view.checked, finding)
        if edit is not None:
            yield Action(f"Ignore {finding.rule} here", finding, _of_editor(view, [edit]))


def _repair(view: View, finding: Finding) -> Iterator[Action]:
    if view.checked is None or finding.fix is None:
        return
    reading = view.checked.reading
    edits, _ = repair_alone(reading, finding, view.closed)
    if edits:
        line = repair_line(finding.fix, reading.text, Display())
        yield Action(line[:1].upper() + line[1:], finding, _of_editor(view, edits), finding.fix.safety is Safety.SAFE)


def _of_editor(view: View, edits: Sequence[Edit]) -> list[tuple[int, int, str]]:
    return [(edit.start + view.shift, edit.end + view.shift, edit.text) for edit in edits]
