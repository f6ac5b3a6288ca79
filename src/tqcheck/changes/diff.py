"""Which lines a diff of one file touches."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

_HUNK = re.compile(rb"^@@ -\d+(?:,\d+)? \+(\d+)(?:,(\d+))? @@", re.MULTILINE)


class Touched(NamedTuple):
    """Lines (from 1, as git counts them) that are new or changed: from the first to the last.

    Where lines were only taken away it is a place between two lines: 2.5 to 2.5 if they stood behind line 2.
    """

    first: float
    last: float


def touched_lines(diff: bytes) -> list[Touched]:
    """What a unified diff without context lines says of the new file, in order."""
    hunks = [(int(first), int(count or b"1")) for first, count in _HUNK.findall(diff)]
    return [Touched(first, first + count - 1) if count else Touched(first + 0.5, first + 0.5) for first, count in hunks]


def touches(lines: Iterable[Touched], first: int, last: int) -> bool:
    """True if one of the lines from ``first`` to ``last`` was changed, or one between them was taken away."""
    return any(each.first <= last and first <= each.last for each in lines)
