"""Where two texts differ, when one was made of the other by edits in several rounds."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from heapq import merge
from typing import NamedTuple

from ..core.finding import Edit


class Change(NamedTuple):
    """What stood at ``old_start``–``old_end`` of the old text stands at ``new_start``–``new_end`` of the new one."""

    old_start: int
    old_end: int
    new_start: int
    new_end: int


class _Part(NamedTuple):
    """A stretch of the text between two steps, and how far its end lies from that in the old or in the new text."""

    start: int
    end: int
    to_old: int | None
    to_new: int | None


def composed(changes: Sequence[Change], edits: Sequence[Edit]) -> Iterator[Change]:
    """The changes of two steps as one: those so far, and edits of their new text; all ordered by place, without overlaps.

    Parts that overlap or touch make one change.
    """
    to_old = to_new = 0
    for group in _groups(merge(_earlier(changes), _later(edits), key=lambda part: part[:2])):
        start, end = group[0].start, max(part.end for part in group)
        old_start, new_start = start + to_old, start + to_new
        for part in group:
            to_old = to_old if part.to_old is None else part.to_old
            to_new = to_new if part.to_new is None else part.to_new
        yield Change(old_start, end + to_old, new_start, end + to_new)


def _earlier(changes: Sequence[Change]) -> Iterator[_Part]:
    return (_Part(change.new_start, change.new_end, change.old_end - change.new_end, None) for change in changes)


def _later(edits: Sequence[Edit]) -> Iterator[_Part]:
    shift = 0
    for edit in edits:
        shift += len(edit.text) - (edit.end - edit.start)
        yield _Part(edit.start, edit.end, None, shift)


def _groups(parts: Iterable[_Part]) -> Iterator[list[_Part]]:
    group: list[_Part] = []
    end = -1
    for part in parts:
        if group and part.start > end:
            yield group
            group = []
        group.append(part)
        end = max(end, part.end)
    if group:
        yield group
