"""A unified diff of a text before and after its repair, as ``patch`` and ``git apply`` read it."""

from __future__ import annotations

import difflib
from collections.abc import Iterator

from .display import Display

_STYLES = {"-": "red", "+": "green", "@": "cyan"}
_NO_LINE_END = "\\ No newline at end of file"


def diff_lines(name: str, before: str, after: str) -> Iterator[str]:
    """The lines of the diff, without their line ends; a CR stays where it stands before LF.

    Lines end with LF, as for all tools that read diffs; only in a text without LF a CR ends a line, for people to read.
    """
    name = name if name.isprintable() else Display().plain(name)
    end = "\n" if "\n" in before or "\r" not in before else "\r"
    old, new = _lines(before, end), _lines(after, end)
    for number, line in enumerate(difflib.unified_diff(old, new, name, name)):
        if number < 2:
            yield line.rstrip("\n").rstrip("\t")
            continue
        yield line.removesuffix("\n").removesuffix(end)
        if not line.endswith((end, "\n")):
            yield _NO_LINE_END


def shown(line: str, display: Display) -> str:
    """A line of a diff as it can be printed on a terminal, in its colour."""
    if line.startswith(("---", "+++")):
        return display.paint(display.plain(line), "bold")
    style = _STYLES.get(line[:1])
    plain = display.plain(line.removesuffix("\r"))
    return display.paint(plain, style) if style else plain


def _lines(text: str, end: str) -> list[str]:
    lines = [line + end for line in text.split(end)]
    lines[-1] = lines[-1].removesuffix(end)
    return lines if lines[-1] else lines[:-1]
