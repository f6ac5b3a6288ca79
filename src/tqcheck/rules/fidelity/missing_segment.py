"""The rule missing-segment."""

from __future__ import annotations

from collections.abc import Iterator

from ...core.alignment import Partner
from ...core.document import Document, Passage
from ...core.finding import Finding, Severity
from ...core.rule import Bad, Good, Rule, Scope, excerpt
from ._gaps import Gap, Gaps


class MissingSegment(Rule):
    """A paragraph of the source is missing in the translation.

    What it finds: paragraphs of the source that have no counterpart, between others that have theirs. What is missing has no place of
    its own: the sentence before it is marked, or the first one if nothing stands before.

    Why it matters: the reader never learns what the paragraph says.

    When it errs: where a translation leaves out on purpose what its readers do not need, such as picture credits.

    The fix is to translate the paragraph.
    """

    scope = Scope.DOCUMENT
    severity = Severity.MAJOR
    needs = frozenset({Partner.SOURCE})
    bad = (
        Bad(
            "The ferry to Alder leaves at 12:15 from the old pier.\n\nTickets are 14 crowns on board. ⟦Children under 12 travel free.⟧\n\n"
            "Dogs are welcome on the upper deck, but not in the Café Lund.",
            source="Die Fähre nach Alder legt um 12:15 Uhr vom alten Anleger ab.\n\nFahrkarten kosten an Bord 14 Kronen. Kinder unter 12 "
            "Jahren fahren umsonst.\n\nBei Sturm ab Windstärke 9 fällt die Überfahrt aus, und die Fahrkarten werden an der Kasse im Hafen "
            "erstattet.\n\nHunde sind auf dem Oberdeck willkommen, im Café Lund jedoch nicht.",
        ),
        Bad(
            "⟦The museum opened in 1931.⟧ It shows boats of the whole coast.\n\nGuided tours start at 10:30 and take 45 minutes.\n\n"
            "The garden is open too.",
            source="Das Museum bleibt wegen des Umbaus der beiden Hallen bis zum Frühjahr geschlossen, teilt die Stadt Norland mit.\n\n"
            "Das Museum wurde 1931 eröffnet. Es zeigt Boote der ganzen Küste.\n\n"
            "Führungen beginnen um 10:30 Uhr und dauern 45 Minuten.\n\nAuch der Garten ist geöffnet.",
        ),
    )
    good = (
        Good(
            "The ferry leaves at noon. Tickets are sold on board, and children travel free.\n\n"
            "Dogs are welcome on deck.\n\nThe café closes at 6.",
            "two paragraphs made one, the content kept",
            source="Die Fähre legt mittags ab.\n\nFahrkarten gibt es an Bord, und Kinder fahren umsonst.\n\n"
            "Hunde sind an Deck willkommen.\n\nDas Café schließt um 18 Uhr.",
        ),
        Good("The ferry leaves at noon.", "a text of one block, joined from two", source="Die Fähre legt ab.\n\nSie fährt mittags."),
        Good(
            "The ferry leaves at noon.\n\nDogs are welcome on deck.",
            "a row of stars is no paragraph",
            source="Die Fähre legt mittags ab.\n\n* * *\n\nHunde sind an Deck willkommen.",
        ),
    )

    def check(self, passage: Passage) -> Iterator[Finding]:
        document = passage.document
        source = document.source
        for gap in Gaps.of(document).missing if source else ():
            assert source is not None
            start, end = place_before(document, gap.place)
            first, last = source.blocks.starts[gap.first], source.blocks.ends[gap.end - 1]
            yield self.finding(
                document.whole,
                start,
                end,
                _message(source, gap),
                score=gap.sureness * 0.9,
                counterparts=[(Partner.SOURCE, first, last)],
            )


def place_before(document: Document, number: int) -> tuple[int, int]:
    """The last sentence before a block; the first one of the document, if it has none before."""
    passage = document.passage(max(number - 1, 0))
    sentences = passage.sentences
    if not sentences:
        return passage.span.start, passage.span.end
    span = sentences[-1 if number else 0]
    return passage.start + span.start, passage.start + span.end


def _message(source: Document, gap: Gap) -> str:
    text = excerpt(source.block_text(gap.first))
    where = "after this sentence" if gap.place else "before this sentence"
    if gap.is_single:
        return f"A paragraph of the source is missing {where}: “{text}”"
    return f"{gap.end - gap.first:,} paragraphs of the source are missing {where}, from “{text}”"
