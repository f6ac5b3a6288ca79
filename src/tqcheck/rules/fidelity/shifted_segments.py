"""The rule shifted-segments."""

from __future__ import annotations

from collections.abc import Iterator

from ...bilingual.in_step import Shift, shifts
from ...core.alignment import Partner
from ...core.document import Document, Passage
from ...core.finding import Finding, Severity
from ...core.rule import Bad, Good, Rule, Scope
from ._gaps import Gaps

_SCORE, _SCORE_OF_MOVED = 0.85, 0.7


class ShiftedSegments(Rule):
    """Translations stand beside the wrong segments of the source.

    What it finds: in a document or a table with as many segments as its source, a run of segments that render those before or after the
    ones with their numbers (paragraph 5 says what paragraph 6 of the source says), told by lengths, numbers and marks; and single
    paragraphs that stand in another place than in the source.

    Why it matters: each of these segments is wrong for its source, although each is well translated.

    When it errs: in lists whose order follows the alphabet of each language.

    The fix is to bring the segments back beside their sources.
    """

    scope = Scope.DOCUMENT
    severity = Severity.MAJOR
    needs = frozenset({Partner.SOURCE})
    bad = (
        Bad(
            "The ferry to Alder leaves at 12:15.\n\n⟦Captain Lund has sailed this way since 1987, and his father did so before him.⟧\n\n"
            "Is there a café?\n\nThe return is at 18:40, on Sundays at 19:55.\n\nWe thank all guests of the year.",
            source="Die Fähre nach Alder legt um 12:15 Uhr ab.\n\nFahrkarten kosten 14 Kronen.\n\n"
            "Kapitän Lund fährt diese Strecke seit 1987, und schon sein Vater tat es.\n\n"
            "Gibt es ein Café?\n\nZurück geht es um 18:40 Uhr, sonntags um 19:55 Uhr.",
        ),
        Bad(
            "The ferry leaves at 12:15 from pier 23.\n\n⟦In 1987 the harbour had 340 boats, and 25 of them were steamers.⟧\n\n"
            "⟦Dogs are welcome on deck, but not inside!⟧\n\nThe café closes at 18:30.",
            source="Die Fähre legt um 12:15 Uhr von Anleger 23 ab.\n\nHunde sind an Deck willkommen, aber nicht innen!\n\n"
            "1987 hatte der Hafen 340 Boote, 25 davon waren Dampfer.\n\nDas Café schließt um 18:30 Uhr.",
        ),
    )
    good = (
        Good(
            "The ferry to Alder leaves at 12:15.\n\nTickets are 14 crowns.\n\nCaptain Lund has sailed this way since 1987.",
            "each beside its own",
            source="Die Fähre nach Alder legt um 12:15 Uhr ab.\n\nFahrkarten kosten 14 Kronen.\n\nKapitän Lund fährt hier seit 1987.",
        ),
        Good(
            "Apples\n\nPears\n\nPlums\n\nSour cherries",
            "short labels say too little to be told apart",
            source="Birnen\n\nPflaumen\n\nÄpfel\n\nSauerkirschen",
        ),
        Good(
            "The ferry leaves at noon.\n\nIt comes back at six.\n\nDogs are welcome, and so are children under 12.",
            "paragraphs joined and parted, the content kept",
            source="Die Fähre legt mittags ab. Um sechs kommt sie zurück.\n\nHunde sind willkommen.\n\nKinder unter 12 Jahren auch.",
        ),
    )

    def check(self, passage: Passage) -> Iterator[Finding]:
        document = passage.document
        source = document.source
        if source is None:
            return
        for shift in (*_moved(document), *_runs(document, source)):
            there = source.blocks.starts[shift.first + shift.by], source.blocks.ends[shift.end - 1 + shift.by]
            span = document.passage(shift.first).span
            score = _SCORE if shift.end - shift.first > 1 else _SCORE_OF_MOVED
            places = [(Partner.SOURCE, *there)]
            yield self.finding(document.whole, span.start, span.end, _message(shift), score=score, counterparts=places)


def _moved(document: Document) -> Iterator[Shift]:
    """Single paragraphs that stand in another place."""
    for first, other in Gaps.of(document).moved.items():
        if first != other:
            yield Shift(first, first + 1, other - first)


def _runs(document: Document, source: Document) -> list[Shift]:
    """The runs that are shifted, if both have as many blocks, and if no gaps at both ends of them were found, which say so better."""
    if len(document) != len(source):
        return []
    gaps = Gaps.of(document)
    if gaps.moved or (gaps.missing and gaps.added):
        return []
    own, partner = ([other.block_text(number) for number in range(len(other))] for other in (document, source))
    return shifts(own, partner)


def _message(shift: Shift) -> str:
    """What stands where, counted from 1."""
    first, there = shift.first + 1, shift.first + 1 + shift.by
    if shift.end - shift.first == 1:
        return f"Segment {first:,} renders segment {there:,} of the source."
    return f"From here to segment {shift.end:,} the translations are shifted: segment {first:,} renders segment {there:,} of the source."
