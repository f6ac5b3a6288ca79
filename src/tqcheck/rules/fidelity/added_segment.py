"""The rule added-segment."""

from __future__ import annotations

from collections.abc import Iterator

from ...core.alignment import Partner
from ...core.document import Passage
from ...core.finding import Finding, Severity
from ...core.rule import Bad, Good, Rule, Scope
from ._gaps import Gaps


class AddedSegment(Rule):
    """A paragraph of the translation stands for nothing in the source.

    What it finds: paragraphs that have no counterpart in the source, between others that have theirs.

    Why it matters: the reader takes for the author's words what the author never said.

    When it errs: where an edition adds a note for its own readers on purpose.

    The fix is to look whether the paragraph belongs there; nothing is repaired by itself.
    """

    scope = Scope.DOCUMENT
    severity = Severity.MAJOR
    needs = frozenset({Partner.SOURCE})
    bad = (
        Bad(
            "The ferry to Alder leaves at 12:15 from the old pier.\n\n⟦The best hotels of the island can be booked with us, at prices "
            "that you will find nowhere else this summer.⟧\n\nDogs are welcome on the upper deck, but not in the Café Lund.",
            source="Die Fähre nach Alder legt um 12:15 Uhr vom alten Anleger ab.\n\n"
            "Hunde sind auf dem Oberdeck willkommen, im Café Lund jedoch nicht.",
        ),
        Bad(
            "The museum opened in 1931.\n\nGuided tours start at 10:30 and take 45 minutes.\n\n⟦I hope that this translation is of help. "
            "Tell me if you would like me to make it more formal, or shorter.⟧",
            source="Das Museum wurde 1931 eröffnet.\n\nFührungen beginnen um 10:30 Uhr und dauern 45 Minuten.",
        ),
    )
    good = (
        Good(
            "The ferry leaves at noon.\n\nTickets are sold on board, and children travel free.\n\n"
            "Dogs are welcome on deck.\n\nThe café closes at 6.",
            "a paragraph made two, the content kept",
            source="Die Fähre legt mittags ab. Fahrkarten gibt es an Bord, und Kinder fahren umsonst.\n\n"
            "Hunde sind an Deck willkommen.\n\nDas Café schließt um 18 Uhr.",
        ),
        Good("The ferry leaves.\n\nIt sails at noon.", "a text of one block, parted in two", source="Die Fähre fährt mittags ab."),
        Good(
            "The ferry leaves at noon.\n\n* * *\n\nDogs are welcome on deck.",
            "a row of stars is no paragraph",
            source="Die Fähre legt mittags ab.\n\nHunde sind an Deck willkommen.",
        ),
    )

    def check(self, passage: Passage) -> Iterator[Finding]:
        document = passage.document
        for gap in Gaps.of(document).added:
            start, end = document.blocks.starts[gap.first], document.blocks.ends[gap.end - 1]
            count = gap.end - gap.first
            what = "This paragraph has" if count == 1 else f"These {count:,} paragraphs have"
            yield self.finding(document.whole, start, end, f"{what} no counterpart in the source.", score=gap.sureness * 0.85)
