"""The rule inconsistent-translation."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from ...core.alignment import Partner
from ...core.document import Passage
from ...core.finding import Finding, Severity
from ...core.rule import Bad, Good, Rule, Scope, excerpt
from ._repeated import Pair, by, likeness, pairs, words_of

_INFLECTED = 4
_ALIKE = 0.5


class InconsistentTranslation(Rule):
    """One sentence of the source is translated in several ways.

    What it finds: a paragraph or string of at least four words that the source says again word for word, and the translation says
    otherwise than the first or the most frequent time. Words that differ in their endings alone do not count.

    Why it matters: readers of a manual look for a difference where there is none.

    When it errs: in literature, where a refrain may be varied, and where a word has two meanings.

    There is no fix: somebody has to choose.
    """

    severity = Severity.NEUTRAL
    scope = Scope.DOCUMENT
    needs = frozenset({Partner.SOURCE})
    uses = frozenset()
    bad = (
        Bad(
            "Moor the boat at the mole.\n\nThe tide is out.\n\n⟦Tie up the ship by the pier.⟧",
            source="Das Boot an der Mole festmachen.\n\nEs ist Ebbe.\n\nDas Boot an der Mole festmachen.",
        ),
        Bad(
            "The ferry leaves at noon.\n\n⟦At twelve o'clock the boat departs.⟧\n\nThe ferry leaves at noon.",
            source="渡轮中午出发去港口。\n\n渡轮中午出发去港口。\n\n渡轮中午出发去港口。",
            source_language="zh",
        ),
    )
    good = (
        Good("Open it\n\nIt is open", "short strings", source="Offen\n\nOffen"),
        Good(
            "Moor the boat at the mole.\n\nMoor the boats at the mole.",
            "an ending",
            source="Das Boot an der Mole festmachen.\n\nDas Boot an der Mole festmachen.",
        ),
        Good(
            "It is late today, Ines.\n\nThe tide is out again.", "two sentences", source="Es ist heute spät, Ines.\n\nEs ist wieder Ebbe."
        ),
    )

    def check(self, passage: Passage) -> Iterator[Finding]:
        document = passage.document
        for rows in by("source", pairs(document)).values():
            for first, other in self._deviating(rows) if len(rows) > 1 else ():
                start, end = document.blocks.starts[other.number], document.blocks.ends[other.number]
                related = document.blocks.starts[first.number], document.blocks.ends[first.number]
                yield self.finding(
                    passage,
                    start,
                    end,
                    f"Elsewhere the same sentence of the source reads “{excerpt(document.text, *related)}”.",
                    score=0.6,
                    related=[related],
                )

    def _deviating(self, rows: Sequence[Pair]) -> Iterator[tuple[Pair, Pair]]:
        """The usual translation and each other one, once."""
        usual = Counter(row.own for row in rows).most_common(1)[0][0]
        first = next(row for row in rows if row.own == usual)
        met = {usual}
        for row in rows:
            if row.own not in met and not self._is_inflected(usual, row.own):
                met.add(row.own)
                yield first, row

    def _is_inflected(self, one: str, other: str) -> bool:
        """True if the words differ in their endings alone, or the two say nearly nothing else."""
        first, second = words_of(one), words_of(other)
        stems = [frozenset(word[:_INFLECTED] for word in words) for words in (first, second)]
        return stems[0] == stems[1] or likeness(*stems) > 1 - _ALIKE / 2
