"""Which blocks of two documents say the same."""

from __future__ import annotations

from ..core.alignment import Alignment, Bead

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ..core.document import Document


def align(own: Document, partner: Document) -> Alignment:
    """The alignment of a document with its partner: block by block, if both have as many."""
    if len(own) != len(partner):
        return Alignment(
            [Bead(0, len(own), 0, len(partner), 0.0)], f"this text has {len(own):,} paragraphs, and that one has {len(partner):,}"
        )
    return Alignment(Bead(number, number + 1, number, number + 1) for number in range(len(own)))
