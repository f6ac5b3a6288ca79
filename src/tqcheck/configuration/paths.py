"""Which paths a pattern of an override fits."""

from __future__ import annotations

from collections.abc import Sequence
from fnmatch import fnmatchcase


def fits(path: Sequence[str], pattern: str) -> bool:
    """True if the pattern fits the path (its parts, from the configuration's folder on), or a folder on the way to it.

    As in .gitignore: ``*``, ``?`` and ``[…]`` stay within a name, ``**`` stands for any number of folders, and a
    pattern of one name fits at any depth.
    """
    parts = [part for part in pattern.split("/") if part not in ("", ".")]
    if not parts:
        return False
    if "/" not in pattern.rstrip("/"):
        parts = ["**", *parts]
    reached = {0}
    for part in parts:
        if part == "**":
            reached = set(range(min(reached), len(path) + 1))
        else:
            reached = {place + 1 for place in reached if place < len(path) and fnmatchcase(path[place], part)}
        if not reached:
            return False
    return True
