"""Which blocks of two documents say the same, also where they do not run one to one.

Documents with as many blocks are taken as they stand, unless their lengths and numbers tell of a shift. For all others there are
passes of dynamic programming over lengths and what is shared (Gale and Church 1993), the later ones with words that the former ones
taught (as in Moore 2002, and in hunalign); each is linear in the length of the documents.
"""

from __future__ import annotations

from itertools import pairwise

from ..core.alignment import Alignment, Bead
from .cooccurrence import learned
from .evidence import Evidence
from .in_step import in_step
from .lattice import Lattice, Priors
from .lengths import LengthBackground, LengthModel
from .paths import best_path, worth_of
from .strangers import strangers, strangers_in_step
from .sureness import Sums
from .traits import traits
from .windows import around, chain, windows, without_corners

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..core.document import Document
    from ..core.passage import Passage
    from .traits import Traits

    Path = Sequence[tuple[int, int]]

_RARE = 3
_WIDTH, _SUMMED_WIDTH = 5, 3
_ROUNDS = 2
_MOST_PIECES = 100_000
_TOO_LONG = (
    f"the two texts have not as many paragraphs, and together more than {_MOST_PIECES:,}, too many to find out which belong together"
)
_LEAD = 10.0
"""Another way has to be so much likelier (natural logarithm) than block by block, if there are as many blocks."""


def align(own: Document, partner: Document) -> Alignment:
    """The alignment of a document with its partner."""
    texts = [[document.block_text(number) for number in range(len(document))] for document in (own, partner)]
    return align_texts(texts[0], texts[1], same_language=own.language.is_variety_of(partner.language))


def align_sentences(own: Passage, partner: Passage) -> Alignment:
    """The alignment of the sentences of two passages, by their numbers in each."""
    texts = [[passage.text[span.start : span.end] for span in passage.sentences] for passage in (own, partner)]
    return align_texts(texts[0], texts[1], same_language=own.language.is_variety_of(partner.language))


def align_texts(own: Sequence[str], partner: Sequence[str], *, same_language: bool = False) -> Alignment:
    """The alignment of any two rows of texts. ``same_language``: they are in one language, so that words can be compared."""
    counts = len(own), len(partner)
    if not min(counts) or counts == (1, 1):
        return Alignment([Bead(0, counts[0], 0, counts[1])] if max(counts) else [])
    if counts[0] == counts[1] and in_step(own, partner):
        return _block_by_block(counts[0])
    if sum(counts) > _MOST_PIECES:
        return Alignment([Bead(0, counts[0], 0, counts[1], 0.0)], _TOO_LONG)
    return _Search([traits(text) for text in own], [traits(text) for text in partner], same_language=same_language).alignment()


def _block_by_block(count: int) -> Alignment:
    return Alignment(Bead(number, number + 1, number, number + 1) for number in range(count))


class _Search:
    def __init__(self, own: Sequence[Traits], partner: Sequence[Traits], *, same_language: bool) -> None:
        self.own, self.partner = own, partner
        self.same_language = same_language
        self.lengths = [piece.length for piece in own], [piece.length for piece in partner]
        self.background = LengthBackground(self.lengths[1])

    def alignment(self) -> Alignment:
        path, lattice = self._first()
        for _ in range(_ROUNDS):
            path, lattice = self._better(path)
        if len(self.own) == len(self.partner):
            straight = [(number, number) for number in range(len(self.own) + 1)]
            worth = worth_of(straight, lattice)
            if worth_of(path, lattice) - worth < _LEAD:
                found = _block_by_block(len(self.own))
                return Alignment(found.beads, strangers_in_step(len(self.own), worth))
        band = around(path, len(self.own), len(self.partner), _SUMMED_WIDTH)
        found = Alignment(_sure_beads(path, Sums(lattice, band)))
        return Alignment(found.beads, strangers(found, self.lengths, worth_of(path, lattice, gaps=False)))

    def _first(self) -> tuple[Path, Lattice]:
        evidence = Evidence(self.own, self.partner, same_language=self.same_language)
        links = chain(evidence.rare_pairs(_RARE))
        model = LengthModel.learned([(self.lengths[0][first], self.lengths[1][second]) for first, second in links])
        lattice = Lattice(self.lengths, evidence, model, self.background, Priors())
        return best_path(lattice, windows(links, len(self.own), len(self.partner)), lattice.steps), lattice

    def _better(self, path: Path) -> tuple[Path, Lattice]:
        """The best path near this one, with the lengths, the shapes and the words that this one teaches."""
        beads = _beads(path)
        pairs = [(_words(self.own, a, b), _words(self.partner, c, d)) for a, b, c, d in beads if a < b and c < d]
        lexicon = {} if self.same_language else learned(pairs)
        evidence = Evidence(self.own, self.partner, lexicon, same_language=self.same_language)
        model = LengthModel.learned([(self.lengths[0][a], self.lengths[1][c]) for a, b, c, d in beads if b - a == d - c == 1])
        priors = Priors.learned([(b - a, d - c) for a, b, c, d in beads])
        lattice = Lattice(self.lengths, evidence, model, self.background, priors)
        band = around(without_corners(path), len(self.own), len(self.partner), _WIDTH)
        return best_path(lattice, band, lattice.kept_steps), lattice


def _words(pieces: Sequence[Traits], first: int, end: int) -> frozenset[str]:
    return pieces[first].words if end - first == 1 else frozenset[str]().union(*(piece.words for piece in pieces[first:end]))


def _beads(path: Path) -> list[tuple[int, int, int, int]]:
    return [(first, end, low, high) for (first, low), (end, high) in pairwise(path)]


def _sure_beads(path: Path, sums: Sums) -> list[Bead]:
    """The beads with their sureness; what is left out in a row is one bead."""
    beads: list[Bead] = []
    for first, end, low, high in _beads(path):
        if first < end and low < high:
            beads.append(Bead(first, end, low, high, sums.pair((first, low), (end, high))))
            continue
        sureness = sums.gap((first, low), (end, high))
        last = beads[-1] if beads else None
        if last and ((first == end and last.first == last.end) or (low == high and last.partner_first == last.partner_end)):
            count = last.end - last.first + last.partner_end - last.partner_first
            mean = (last.sureness * count + sureness) / (count + 1)
            beads[-1] = Bead(last.first, end, last.partner_first, high, mean)
        else:
            beads.append(Bead(first, end, low, high, sureness))
    return beads
