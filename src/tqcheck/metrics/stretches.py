"""The stretches of a document that can be compared with what stands beside it."""

from __future__ import annotations

from ..core.alignment import SURE, Partner
from .figures import Stretch

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..core.document import Document
    from ..core.passage import Passage


def is_usable(document: Document, partner: Partner) -> bool:
    """True if the partner is there, and can be compared with the document."""
    alignment = document.alignments.get(partner)
    return alignment is not None and not alignment.problem


def stretches(document: Document, partner: Partner) -> Iterator[Stretch]:
    """The stretches that surely belong to one of the partner, in order."""
    for passage in document.pairs(partner):
        beside = [_in_one_line(text) if text else None for text in (passage.source, passage.reference)]
        yield Stretch(_in_one_line(passage), passage.span.start, passage.span.end, *beside)


def alone(document: Document) -> Iterator[Stretch]:
    """What surely stands on one side alone: what the translation added to its reference, and what is missing in it."""
    reference = document.partners[Partner.REFERENCE]
    for bead in document.alignments[Partner.REFERENCE].beads:
        if not bead.is_pair and bead.sureness >= SURE:
            yield Stretch(_joined(document, bead.first, bead.end), reference=_joined(reference, bead.partner_first, bead.partner_end))


def unaligned(document: Document) -> int:
    """The number of blocks that surely belong to no block of any text beside the document."""
    usable = [alignment for partner, alignment in document.alignments.items() if is_usable(document, partner)]
    return sum(not any(alignment.bead_of(number).is_pair for alignment in usable) for number in range(len(document)))


def _in_one_line(passage: Passage) -> str:
    return passage.text.replace("\n", " ")


def _joined(document: Document, first: int, end: int) -> str:
    return " ".join(document.block_text(number) for number in range(first, end))
