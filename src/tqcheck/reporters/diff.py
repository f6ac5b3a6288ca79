"""A unified diff of a text before and after its repair, as ``patch`` and ``git apply`` read it.

What has changed is known from the repairs, so nothing has to be searched for: a diff takes linear time.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate
from typing import NamedTuple

from .display import Display

CONTEXT = 3
"""Lines around a change that are shown with it."""
_STYLES = {"-": "red", "+": "green", "@": "cyan"}
_NO_LINE_END = "\\ No newline at end of file"
Span = tuple[int, int, int, int]
"""Start and end in the old text or its lines, then in the new one."""


def diff_lines(name: str, before: str, after: str, changes: Iterable[Span]) -> Iterator[str]:
    """The lines of the diff, without their line ends; a CR stays where it stands before LF.

    ``changes`` are the places where the texts differ, ordered and without overlaps. Lines end with LF, as for all tools
    that read diffs; only in a text without LF a CR ends a line, for people to read.
    """
    end = "\n" if "\n" in before or "\r" not in before else "\r"
    old, new = _Lines(before, end), _Lines(after, end)
    hunks = list(_hunks(list(_changed_lines(old, new, changes))))
    if hunks:
        name = name if name.isprintable() else Display().plain(name)
        yield from (f"--- {name}", f"+++ {name}")
    for hunk in hunks:
        for line in _hunk(old.lines, new.lines, hunk):
            yield line.removesuffix(end)
            if line[0] != "@" and not line.endswith(end):
                yield _NO_LINE_END


def shown(line: str, display: Display) -> str:
    """A line of a diff as it can be printed on a terminal, in its colour."""
    if line.startswith(("---", "+++")):
        return display.paint(display.plain(line), "bold")
    style = _STYLES.get(line[:1])
    plain = display.plain(line.removesuffix("\r"))
    return display.paint(plain, style) if style else plain


class _Lines:
    """The lines of a text with their ends, and which of them holds a place."""

    def __init__(self, text: str, end: str) -> None:
        lines = [line + end for line in text.split(end)]
        lines[-1] = lines[-1].removesuffix(end)
        self.lines: Sequence[str] = lines if lines[-1] else lines[:-1]
        self._starts = [0, *accumulate(map(len, self.lines))]

    def holding(self, start: int, end: int) -> tuple[int, int]:
        """The numbers, half open, of the lines that hold a stretch of the text and the place behind it."""
        last = bisect_right(self._starts, end)
        return bisect_right(self._starts, start) - 1, min(last, len(self.lines))


class _Change(NamedTuple):
    """Half-open numbers of lines that differ."""

    old_start: int
    old_end: int
    new_start: int
    new_end: int


def _changed_lines(old: _Lines, new: _Lines, changes: Iterable[Span]) -> Iterator[_Change]:
    """The lines that differ, without those that are equal at the start or the end of a change."""
    last: _Change | None = None
    for old_start, old_end, new_start, new_end in changes:
        change = _Change(*old.holding(old_start, old_end), *new.holding(new_start, new_end))
        if last and change.old_start < last.old_end:
            change = _Change(last.old_start, change.old_end, last.new_start, change.new_end)
        elif last:
            yield from _trimmed(old.lines, new.lines, last)
        last = change
    if last:
        yield from _trimmed(old.lines, new.lines, last)


def _trimmed(old: Sequence[str], new: Sequence[str], change: _Change) -> Iterator[_Change]:
    old_start, old_end, new_start, new_end = change
    while old_start < old_end and new_start < new_end and old[old_start] == new[new_start]:
        old_start, new_start = old_start + 1, new_start + 1
    while old_start < old_end and new_start < new_end and old[old_end - 1] == new[new_end - 1]:
        old_end, new_end = old_end - 1, new_end - 1
    if old_start < old_end or new_start < new_end:
        yield _Change(old_start, old_end, new_start, new_end)


def _hunks(changes: Sequence[_Change]) -> Iterator[list[_Change]]:
    """Changes so near to each other that they share context."""
    hunk: list[_Change] = []
    for change in changes:
        if hunk and change.old_start - hunk[-1].old_end > 2 * CONTEXT:
            yield hunk
            hunk = []
        hunk.append(change)
    if hunk:
        yield hunk


def _hunk(old: Sequence[str], new: Sequence[str], changes: Sequence[_Change]) -> Iterator[str]:
    first, last = changes[0], changes[-1]
    before = min(CONTEXT, first.old_start)
    after = min(CONTEXT, len(old) - last.old_end)
    yield (f"@@ -{_range(first.old_start - before, last.old_end + after)} +{_range(first.new_start - before, last.new_end + after)} @@")
    done = first.old_start - before
    for change in changes:
        yield from (f" {line}" for line in old[done : change.old_start])
        yield from (f"-{line}" for line in old[change.old_start : change.old_end])
        yield from (f"+{line}" for line in new[change.new_start : change.new_end])
        done = change.old_end
    yield from (f" {line}" for line in old[done : last.old_end + after])


def _range(start: int, end: int) -> str:
    """Lines as a hunk names them: the first from 1 and their number, the line before them if there are none."""
    length = end - start
    return f"{start + 1}" if length == 1 else f"{start + (length > 0)},{length}"
