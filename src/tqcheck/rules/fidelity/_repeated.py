"""Blocks of a document and of its source that stand beside each other one to one, brought together by what they say."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ...bilingual.enclosures import length_in_words
from ...core.alignment import Partner
from ...core.document import Document
from ...core.pattern import pattern
from ...core.record import Row

_SPACE = pattern(r"\s++")
LEAST_WORDS = 4
"""Shorter strings say different things in different places."""
_MOST_CHARACTERS = 2000


class Pair(Row):
    """A block by its number and the text of it and of its source, both in small letters and with single spaces."""

    number: int
    own: str
    source_number: int
    source: str


def pairs(document: Document) -> Iterator[Pair]:
    """The pairs of one block each that say at least `LEAST_WORDS` words on both sides, in order."""
    source = document.source
    alignment = document.alignments.get(Partner.SOURCE)
    if source is None or alignment is None or alignment.problem:
        return
    for bead in alignment.beads:
        if bead.is_pair and bead.end - bead.first == 1 == bead.partner_end - bead.partner_first:
            own, theirs = document.block_text(bead.first), source.block_text(bead.partner_first)
            if max(len(own), len(theirs)) <= _MOST_CHARACTERS and min(length_in_words(own), length_in_words(theirs)) >= LEAST_WORDS:
                yield Pair(bead.first, _plain(own), bead.partner_first, _plain(theirs))


def by(key: str, rows: Iterator[Pair]) -> Mapping[str, list[Pair]]:
    """The pairs by their ``own`` or ``source`` text, in the order in which these come first."""
    found: dict[str, list[Pair]] = {}
    for row in rows:
        found.setdefault(getattr(row, key), []).append(row)
    return found


def words_of(text: str) -> frozenset[str]:
    """The words of a text; of unspaced scripts the pairs of characters."""
    if length_in_words(text) > 2 * len(text.split()):
        return frozenset(text[place : place + 2] for place in range(len(text) - 1))
    return frozenset(text.split())


def likeness(one: frozenset[str], other: frozenset[str]) -> float:
    """Jaccard's index: the share of common words among all, from 0 to 1."""
    return len(one & other) / len(one | other) if one or other else 1.0


def _plain(text: str) -> str:
    return _SPACE.sub(" ", text).strip().rstrip(".。!！?？…:：").casefold()
