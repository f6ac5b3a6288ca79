"""The nouns of measuring: an aligned stretch of text, a figure for a document, the figures of each stretch."""

from __future__ import annotations

from ..core.record import Record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any


class Stretch(Record):
    """A stretch of a translation and what stands beside it; line ends inside are spaces.

    ``start`` and ``end`` are its place in the translation. ``source`` and ``reference`` are the texts that it renders and
    is compared with; None where there is no such text, or where it is not aligned.
    """

    text: str
    start: int = 0
    end: int = 0
    source: str | None = None
    reference: str | None = None


class Figure(Record):
    """What a metric says of a document.

    ``value`` lies between ``low`` and ``high`` (None: no bound), and ``higher_is_better`` says which end is good.
    ``signature`` says how it was made, in the words of who made it: figures with different ones cannot be compared.
    ``blocks`` is the number of stretches that it was made of.
    """

    name: str
    value: float
    low: float | None
    high: float | None
    higher_is_better: bool
    signature: str
    blocks: int


class BlockMetrics(Record):
    """The figures of one aligned stretch, ``start`` to ``end`` in the text: ``values`` by the names of the metrics."""

    start: int
    end: int
    values: Mapping[str, float]


class Metrics(Record):
    """What the metrics say of a document: ``document`` has a figure for each, ``blocks`` what each says of every aligned stretch.

    ``unaligned`` is the number of blocks that nothing could be said of, because no text surely belongs to them.
    """

    document: tuple[Figure, ...] = ()
    blocks: tuple[BlockMetrics, ...] = ()
    unaligned: int = 0

    def to_dict(self) -> dict[str, Any]:
        """The figures as plain dicts, lists, strings and numbers."""
        return {
            "document": [figure.to_dict() for figure in self.document],
            "blocks": [{**block.to_dict(), "values": dict(block.values)} for block in self.blocks],
            "unaligned": self.unaligned,
        }


def rounded(value: float) -> float:
    """A figure as it is reported: to four places after the point, so that reports are the same on every machine."""
    return round(float(value), 4)
