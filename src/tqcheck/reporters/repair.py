"""A repair in one line: the words as they stand, an arrow, and the words as they would be."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from ..core.finding import Edit, Fix, Safety
from .display import Display

LABELS = {Safety.SAFE: "repair", Safety.UNSAFE: "repair (unsafe)", Safety.SHOW: "repair (a hint only)"}
ARROW = " → "
MAX_PARTS = 3
_APART = 24
_MAX_PIECE = 64
_HEAD, _TAIL = 36, 24
_CONTEXT = 30
_BEFORE = re.compile(r"\S*+[^\S\n\r]*+\Z")
_AFTER = re.compile(r"[^\S\n\r]*+\S*+")
_LINE_END = re.compile(r"\r\n|[\n\r]")
_BLANK = re.compile(r"\s")


def repair_line(fix: Fix, text: str, display: Display) -> str:
    """The label, which says how far the fix can be trusted, and each changed stretch before and after, in its words."""
    groups = list(_groups(fix.edits))
    shown = "; ".join(_shown(group, text, display) for group in groups[:MAX_PARTS])
    more = f"; and {len(groups) - MAX_PARTS} more" if len(groups) > MAX_PARTS else ""
    return f"{LABELS[fix.safety]}: {shown}{more}"


def _groups(edits: Sequence[Edit]) -> Iterator[list[Edit]]:
    """Edits that stand near each other are shown as one stretch."""
    group: list[Edit] = []
    for edit in edits:
        if group and edit.start - group[-1].end > _APART:
            yield group
            group = []
        group.append(edit)
    if group:
        yield group


def _shown(edits: Sequence[Edit], text: str, display: Display) -> str:
    start, end = edits[0].start, edits[-1].end
    before = _BEFORE.search(text[max(0, start - _CONTEXT) : start]).group().lstrip()  # type: ignore[union-attr]
    after = _AFTER.match(text[end : end + _CONTEXT]).group().rstrip()  # type: ignore[union-attr]
    old, new = text[start:end], _replaced(edits, text)
    if _look(before + old + after) == _look(before + new + after):
        return _visible(before + old + after, display) + ARROW + _visible(before + new + after, display)
    left, right = display.plain(before), display.plain(after)
    removed, added = display.paint(_piece(old, display), "red"), display.paint(_piece(new, display), "green")
    return f"{left}{removed}{right}{ARROW}{left}{added}{right}"


def _replaced(edits: Sequence[Edit], text: str) -> str:
    pieces = [edits[0].text]
    for edit, following in pairwise(edits):
        pieces += text[edit.end : following.start], following.text
    return "".join(pieces)


def _piece(text: str, display: Display) -> str:
    """The text on one line, a long one without its middle."""
    if len(text) > _MAX_PIECE:
        text = f"{text[:_HEAD]}…{text[-_TAIL:]}"
    return display.plain(_LINE_END.sub("⏎", text))


def _look(text: str) -> str:
    """What a reader sees of a text: every blank looks like a space, and none is seen at its end."""
    return _BLANK.sub(" ", text).strip()


def _visible(text: str, display: Display) -> str:
    """The text with its blanks made visible, for a repair that changes nothing else."""
    text = _LINE_END.sub("⏎", text).replace(" ", "␣")
    return "".join(_escape(character) if character.isspace() else display.plain(character) for character in text)


def _escape(character: str) -> str:
    return character.encode("unicode_escape").decode()
