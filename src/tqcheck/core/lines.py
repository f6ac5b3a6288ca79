"""The lines of a text, and what must be known of each to tell a wrapped text from one that has a paragraph a line."""

from __future__ import annotations

from array import array

from .pattern import pattern
from .record import Row

ITEM, STARTS_SMALL, AFTER_BLANK = 1, 2, 4
"""Flags of a line: it begins as an item of a list; with a small letter; it is the first, or a blank line stands before it."""

_LINE = pattern(r"[^\n]++")
_ITEM = pattern(r"(?:[-*•‣◦–]|\(?\d{1,3}[.)]|\(?[a-zA-Z][.)])\s")


class Lines(Row):
    """The lines that are not blank, as rows: places without the white space around, lengths, flags."""

    starts: array[int]
    ends: array[int]
    indents: array[int]
    first_words: array[int]
    flags: bytearray


def split_lines_plainly(text: str) -> Lines:
    """The lines of a text whose line ends are ``\\n``."""
    lines = Lines(array("I"), array("I"), array("I"), array("I"), bytearray())
    is_apart, last = True, 0
    for match in _LINE.finditer(text):
        start, end = match.span()
        is_apart = is_apart or start - last > 1
        last = end
        line = text[start:end]
        words = line.strip()
        if not words:
            is_apart = True
            continue
        indent = len(line) - len(line.lstrip())
        lines.starts.append(start + indent)
        lines.ends.append(start + indent + len(words))
        lines.indents.append(indent)
        space = words.find(" ")
        lines.first_words.append(space if space >= 0 else len(words))
        is_item, is_small = _ITEM.match(words) is not None, words[0].islower()
        lines.flags.append(is_item * ITEM + is_small * STARTS_SMALL + is_apart * AFTER_BLANK)
        is_apart = False
    return lines


try:
    from ._kernel import lines as _rows

    def split_lines(text: str) -> Lines:
        """The lines of a text whose line ends are ``\\n``; from the compiled kernel."""
        return Lines(*_rows(text))
except ImportError:  # it was not built
    split_lines = split_lines_plainly
