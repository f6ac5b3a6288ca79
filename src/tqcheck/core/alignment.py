"""Alignment: which stretch of a document and which stretch of its partner say the same."""

from __future__ import annotations

from enum import StrEnum

from .record import Row

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

SURE = 0.5
"""Beads that are less sure are left alone: nobody can say what belongs to what there."""


class Partner(StrEnum):
    """The texts that may stand beside a translation."""

    SOURCE = "source"
    REFERENCE = "reference"


class Bead(Row):
    """Blocks that belong together, by their numbers from 0: ``first``–``end`` of the document (half open) and
    ``partner_first``–``partner_end`` of its partner, with ``sureness`` (0 to 1) that they do.

    One of the two ranges may be empty: what stands in the other one was added, or is missing. (The word is Gale and Church's, 1993.)
    """

    first: int
    end: int
    partner_first: int
    partner_end: int
    sureness: float = 1.0

    @property
    def is_pair(self) -> bool:
        """True if there is something on both sides, and it is sure enough to be compared."""
        return self.first < self.end and self.partner_first < self.partner_end and self.sureness >= SURE


class Alignment:
    """The beads of a document and its partner, in order; together they hold each block of both once.

    ``problem`` says why the two cannot be compared, as a plain sentence; empty if they can.
    """

    def __init__(self, beads: Iterable[Bead], problem: str = "") -> None:
        self.beads: Sequence[Bead] = tuple(beads)
        self.problem = problem
        self._by_block = [bead for bead in self.beads for _ in range(bead.first, bead.end)]

    def __reduce__(self) -> tuple[object, ...]:
        return Alignment, (self.beads, self.problem)

    def bead_of(self, number: int) -> Bead:
        """The bead that holds a block of the document, by its number."""
        return self._by_block[number]

    @property
    def sureness(self) -> float:
        """How sure it is on the whole, from 0 to 1: the mean over the document's blocks, 0 where they have no counterpart."""
        sure = [bead.sureness if bead.partner_first < bead.partner_end else 0.0 for bead in self._by_block]
        return sum(sure) / len(sure) if sure else 0.0

    @property
    def share(self) -> float:
        """The share of the document's blocks, from 0 to 1, that can be compared with the partner."""
        return sum(bead.is_pair for bead in self._by_block) / len(self._by_block) if self._by_block else 0.0
