"""What stands beside the strings of a bilingual file: the text of their sources, or of their references, block by block."""

from __future__ import annotations

from collections import Counter

from ...core.alignment import Bead, Partner
from ...core.blocks import normalised
from ...core.document import Document
from ...core.record import Record
from ..prose import Prose, Taking
from .message import Message
from .units import taken

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ...core.language import Language
    from ..prose import Unit
    from ..reading import Reading

_BETWEEN = "\0"


class Beside(Record):
    """The text beside a bilingual file, made like that of its translations: a word stands for each placeholder.

    ``beads`` say which of its blocks belong to which of the translation's; ``raw`` are the strings as they are written.
    """

    name: str
    raw: str
    prose: Prose
    language: str | None
    beads: tuple[Bead, ...]

    @property
    def text(self) -> str:
        """The text itself."""
        return self.prose.text

    def document(self, language: Language) -> Document:
        """The text as a document."""
        text, _ = normalised(self.prose.text)
        return Document(
            text, language, self.prose.blocks, name=self.name, stand_ins=self.prose.stand_ins(self.raw), written=dict(self.prose.written)
        )


def beside(reading: Reading, partner: Partner) -> Beside | None:
    """What a bilingual file holds of a partner; None if it holds nothing."""
    units = [unit for unit in reading.units if unit.block is not None]
    said = [unit.source if partner is Partner.SOURCE else unit.reference for unit in units]
    if reading.prose is None or not any(said):
        return None
    taking = Taking(_BETWEEN.join(said))
    beads = tuple(_beads(taking, said, [unit.block or 0 for unit in units], len(reading.prose.blocks)))
    language = _language(units) if partner is Partner.SOURCE else None
    return Beside(f"{reading.name} ({partner})", taking.raw, taking.prose(), language, beads)


def _beads(taking: Taking, said: Sequence[str], firsts: Sequence[int], count: int) -> Iterator[Bead]:
    """Take each string, and tell which blocks it has beside those of its translation, which begin with ``firsts``."""
    place = 0
    for text, first, end in zip(said, firsts, [*firsts[1:], count], strict=True):
        partner_first = len(taking.blocks)
        taken(taking, Message("", [(place, place + len(text), None)]))
        place += len(text) + len(_BETWEEN)
        yield from _beads_of(first, end, partner_first, len(taking.blocks))


def _beads_of(first: int, end: int, partner_first: int, partner_end: int) -> Iterator[Bead]:
    """Block by block where both strings have as many, or else all of them together."""
    if end - first == partner_end - partner_first:
        yield from (Bead(first + step, first + step + 1, partner_first + step, partner_first + step + 1) for step in range(end - first))
    else:
        yield Bead(first, end, partner_first, partner_end)


def beads_by_key(own: Reading, other: Reading) -> tuple[Bead, ...]:
    """The blocks of two catalogues that have the same keys, in the order of the first one; what only one of them has stays alone."""
    theirs: dict[str, tuple[int, int]] = {}
    for key, first, end in _keyed(other):
        theirs.setdefault(key, (first, end))
    beads: list[Bead] = []
    for key, first, end in _keyed(own):
        partner_first, partner_end = theirs.pop(key, (0, 0))
        beads += _beads_of(first, end, partner_first, partner_end)
    last = len(own.blocks or ())
    return (*beads, *(Bead(last, last, first, end) for first, end in theirs.values()))


def _keyed(reading: Reading) -> Iterator[tuple[str, int, int]]:
    """The key of each string, and which blocks it has."""
    units = [unit for unit in reading.units if unit.block is not None]
    firsts = [unit.block or 0 for unit in units]
    for unit, first, end in zip(units, firsts, [*firsts[1:], len(reading.blocks or ())], strict=True):
        yield unit.key, first, end


def _language(units: Sequence[Unit]) -> str | None:
    counts = Counter(unit.source_language for unit in units if unit.source_language)
    return max(counts, key=lambda language: counts[language]) if counts else None
