"""What the rules of this family share: the pair that the language wants in a place."""

from __future__ import annotations

from ...core.document import Passage
from ...core.marks import Marks, family_of
from ...core.quotation import Fault, FaultKind

STRAIGHT = "\"'"
_LONE = (FaultKind.UNCLOSED, FaultKind.UNOPENED)


def has_lone_mark(passage: Passage) -> bool:
    """True if a quotation mark stands alone there, an opening or a closing one."""
    return any(fault.kind in _LONE for fault in passage.quotation.faults)


def wanted_pair(passage: Passage, glyph: str) -> str:
    """Opener and closer for a quotation with this glyph: the language's own curly pair of the same family."""
    return Marks.of(passage.language).own_pair(family_of(glyph)) or glyph * 2


def inner_pair(passage: Passage, glyph: str) -> str:
    """Opener and closer for a quotation inside one that is marked with this glyph, straight inside straight."""
    if glyph in STRAIGHT:
        return "''" if glyph == '"' else '""'
    pairs = [pair for pair in passage.language.phrases("quotes", "pairs") if pair[0] not in STRAIGHT]
    family = family_of(glyph)
    at = next((number for number, pair in enumerate(pairs) if family_of(pair[0]) == family), 0)
    near = pairs[at::-1] if family.startswith("single") else pairs[at:]  # the data name each outer pair before its inner one
    return next((pair for pair in (*near, *pairs) if family_of(pair[0]) != family), glyph * 2)


def pair_edits(passage: Passage, fault: Fault, pair: str) -> list[tuple[int, int, str]]:
    """The edits that give the marks of a faulty pair the glyphs of ``pair``, where they have others."""
    places = (fault.place if fault.partner is None else fault.partner, fault.place)
    return [(at, at + 1, glyph) for at, glyph in zip(places, pair, strict=True) if passage.text[at] != glyph]
