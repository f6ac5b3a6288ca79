"""What the rules of this family share: the pair that the language wants in a place."""

from __future__ import annotations

from ...core.document import Passage
from ...core.marks import Marks, family_of

STRAIGHT = "\"'"


def wanted_pair(passage: Passage, glyph: str) -> str:
    """Opener and closer for a quotation with this glyph: the language's own curly pair of the same family."""
    return Marks.of(passage.language).own_pair(family_of(glyph)) or glyph * 2


def inner_pair(passage: Passage, glyph: str) -> str:
    """Opener and closer for a quotation inside one that is marked with this glyph, straight inside straight."""
    other = "single" if family_of(glyph) != "single" else "double"
    if glyph in STRAIGHT:
        return "''" if other == "single" else '""'
    return Marks.of(passage.language).own_pair(other) or glyph * 2


def excerpt(text: str, limit: int = 40) -> str:
    """The text, shortened in the middle for a message."""
    text = text.strip()
    return text if len(text) <= limit else f"{text[: limit // 2].rstrip()} … {text[-limit // 2 :].lstrip()}"
