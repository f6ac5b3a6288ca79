"""What one side of an alignment has and the other has not, as far as it is sure.

A gap is sure if what stands before and after it has its counterparts, and if these would not have room for it: a
paragraph that was joined with its neighbours is not missing.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ...bilingual.lengths import LengthModel, weight
from ...bilingual.traits import traits
from ...core.alignment import Alignment, Bead, Partner
from ...core.document import Document
from ...core.record import Row

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Self

_LEAST_SURE = 0.65
_SHORTEST = 12.0
"""Letters: what is shorter may be a signature, a row of stars, a label that layout asks for."""
_FEWEST_PAIRS = 2
_ROOM = 0.5
_NEAR, _ALIKE, _KEYS_OF_ONE = 4, 2.0, 3
"""A paragraph stands in another place if one of like length is missing so near, or shares so many keys with one that is missing."""
_MOST_COMPARED = 100


class Gap(Row):
    """Blocks that one side alone has, ``first`` to ``end`` (half open), and the block of the other side before which they would stand."""

    first: int
    end: int
    place: int
    sureness: float

    @property
    def is_single(self) -> bool:
        """True for one block."""
        return self.end - self.first == 1


class Gaps:
    """The gaps of a document beside its source: ``missing`` in the document, ``added`` by it, and ``moved``, the blocks of the
    document that say in another place what blocks of the source say."""

    def __init__(self, missing: Sequence[Gap], added: Sequence[Gap], moved: dict[int, int]) -> None:
        self.moved = moved
        there = set(moved.values())
        self.missing = [gap for gap in missing if not (gap.is_single and gap.first in there)]
        self.added = [gap for gap in added if not (gap.is_single and gap.first in moved)]

    @classmethod
    def of(cls, document: Document) -> Self:
        """The gaps of a document; none without a source, or without any text."""
        return cls(*_Finder(document).found()) if len(document) and document.source else cls([], [], {})


class _Finder:
    def __init__(self, document: Document) -> None:
        self._document, self._source = document, document.partners[Partner.SOURCE]
        self._alignment: Alignment = document.alignments[Partner.SOURCE]
        self._pairs = [bead for bead in self._alignment.beads if bead.is_pair]

    def found(self) -> tuple[Sequence[Gap], Sequence[Gap], dict[int, int]]:
        beads = self._alignment.beads
        if len(self._pairs) < _FEWEST_PAIRS or all(bead.is_pair for bead in beads):
            return [], [], {}
        self._model = LengthModel.learned([(self._ours(bead), self._theirs(bead)) for bead in self._pairs])
        sure = list(self._sure())
        missing = [Gap(bead.partner_first, bead.partner_end, bead.first, bead.sureness) for bead in sure if bead.first == bead.end]
        added = [Gap(bead.first, bead.end, bead.partner_first, bead.sureness) for bead in sure if bead.first < bead.end]
        return missing, added, dict(self._moved(added, missing))

    def _sure(self) -> Iterator[Bead]:
        beads = self._alignment.beads
        for number, bead in enumerate(beads):
            is_gap = bead.first == bead.end or bead.partner_first == bead.partner_end
            if not is_gap or bead.sureness < _LEAST_SURE or self._ours(bead) + self._theirs(bead) < _SHORTEST:
                continue
            beside = [*beads[max(number - 1, 0) : number], *beads[number + 1 : number + 2]]
            if all(other.is_pair and not self._has_room(other, bead) for other in beside):
                yield bead

    def _has_room(self, bead: Bead, gap: Bead) -> bool:
        """True if the bead would fit no worse with the gap inside."""
        ours, theirs = self._ours(bead), self._theirs(bead)
        with_gap = self._model.deviation(ours + self._ours(gap), theirs + self._theirs(gap))
        return abs(with_gap) <= abs(self._model.deviation(ours, theirs)) + _ROOM

    def _ours(self, bead: Bead) -> float:
        return _weight(self._document, bead.first, bead.end)

    def _theirs(self, bead: Bead) -> float:
        return _weight(self._source, bead.partner_first, bead.partner_end)

    def _moved(self, added: Sequence[Gap], missing: Sequence[Gap]) -> Iterator[tuple[int, int]]:
        lone = [gap.first for gap in missing if gap.is_single][:_MOST_COMPARED]
        for gap in [gap for gap in added if gap.is_single][:_MOST_COMPARED]:
            same = next((other for other in lone if self._says_the_same(gap.first, other)), None)
            if same is not None:
                lone.remove(same)
                yield gap.first, same

    def _says_the_same(self, block: int, other: int) -> bool:
        ours, theirs = self._document.block_text(block), self._source.block_text(other)
        fits = abs(self._model.deviation(weight(ours), weight(theirs))) < _ALIKE
        is_near = abs(block - other) <= _NEAR
        return fits and (is_near or len(traits(ours).keys & traits(theirs).keys) >= _KEYS_OF_ONE)


def _weight(document: Document, first: int, end: int) -> float:
    return sum(weight(document.block_text(number)) for number in range(first, end))
