"""The rule low-similarity."""

from __future__ import annotations

from collections.abc import Iterator

from ...core.alignment import Partner
from ...core.document import Passage
from ...core.finding import Finding, Severity
from ...core.rule import Bad, Good, Rule, Scope
from ...metrics.outliers import outliers
from ._logbook import reference, translation

_HANDED_OVER = "Marrek's daughter signed the customs paper and went home early."
_TOLD = "The bridge toll was paid in copper, said the clerk."


class LowSimilarity(Rule):
    """A stretch is far less like the reference than the rest of the text.

    What it finds: paragraphs and lines with hardly a word of the reference that belongs to them, no more than of others, in a text that is
    otherwise near to its reference (chrF of sacrebleu; median and median absolute deviation of the stretches that are about as long). What
    is low depends on the text alone.

    Why it matters: such a stretch says something else: it was left out of order, invented, or not understood.

    When it errs: where a free translation shares no word with the reference. It is silent where fewer than 50 stretches can be compared,
    and about stretches of less than 40 characters (15 where words are not written apart).

    There is no fix: the source has to be looked at.
    """

    scope = Scope.DOCUMENT
    severity = Severity.MAJOR
    needs = frozenset({Partner.REFERENCE})
    bad = (
        Bad(translation({31: f"⟦{_HANDED_OVER}⟧"}), reference=reference({})),
        Bad(translation({7: f"⟦{_TOLD}⟧", 44: f"⟦{_HANDED_OVER}⟧"}), reference=reference({})),
    )
    good = (
        Good(translation({}), "another good translation", reference=reference({})),
        Good(
            translation({0: "On day 1, behind the mole, the pilot had to wait."}),
            "a paraphrase",
            reference=reference({}),
        ),
        Good(translation({0: _HANDED_OVER}), "so says the reference", reference=reference({0: _HANDED_OVER})),
        Good(f"{_HANDED_OVER}\n\n{_TOLD}", "too little text to know what is usual", reference=f"{_TOLD}\n\n{_HANDED_OVER}"),
    )

    def check(self, passage: Passage) -> Iterator[Finding]:
        pairs = list(passage.document.pairs(Partner.REFERENCE))
        texts = [(pair.text, pair.reference.text if pair.reference else "") for pair in pairs]
        for outlier in outliers(texts, passage.language.code):
            pair = pairs[outlier.number]
            assert pair.reference is not None
            yield self.finding(
                pair,
                0,
                len(pair.text),
                f"This has no more in common with its part of the reference than with others: chrF {outlier.similarity:.0f}, where "
                f"{outlier.usual:.0f} is usual.",
                score=0.7,
                counterparts=[(Partner.REFERENCE, pair.reference.span.start, pair.reference.span.end)],
            )
