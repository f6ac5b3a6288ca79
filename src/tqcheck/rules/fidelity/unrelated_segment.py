"""The rule unrelated-segment."""

from __future__ import annotations

from collections.abc import Iterator
from math import exp

from ...bilingual.relatedness import UNRELATED, strangeness
from ...core.alignment import Partner
from ...core.document import Passage
from ...core.finding import Finding, Severity
from ...core.rule import Bad, Good, Rule, Scope, excerpt

_HIGHEST = 0.97


class UnrelatedSegment(Rule):
    """The translation says something else altogether: it belongs to another source.

    What it finds: a segment that has next to nothing of its source: no words that translate words of it, no names, no numbers, as
    far as a lexicon of some thousand words, the sound of names and loanwords, and the length of both can tell.

    Why it matters: the reader gets a sentence that the author never wrote, and another one is lost.

    When it errs: with very free translations of short sentences that have neither names nor numbers. Texts of less than five content
    words, and of languages that the lexicon does not know, are left alone.

    There is no fix: look whether the segments have slipped.
    """

    scope = Scope.PAIR
    severity = Severity.CRITICAL
    languages = ("en",)
    needs = frozenset({Partner.SOURCE})
    uses = frozenset()
    bad = (
        Bad(
            "⟦In 1987 the museum bought four paintings by unknown masters from a dealer.⟧",
            source="Wegen des starken Windes fahren heute keine Schiffe zu den Inseln vor der Küste von Norwegen.",
        ),
        Bad(
            "⟦My grandmother baked bread with nuts every Sunday morning.⟧",
            source="挪威的火车从2019年起不再停靠这个车站。",
            source_language="zh",
        ),
    )
    good = (
        Good(
            "Strong winds keep all ships for the Norwegian islands in port today.",
            "a free translation",
            source="Wegen des starken Windes fahren heute keine Schiffe zu den Inseln vor der Küste von Norwegen.",
        ),
        Good(
            "Trains have not stopped at this station in Norway since 2019.",
            source="挪威的火车从2019年起不再停靠这个车站。",
            source_language="zh",
        ),
        Good("Not at all!", "too short to be judged", source="Keine Ursache, das habe ich gern gemacht!"),
        Good(
            "Trains have not stopped here for years, I am told.",
            "a language that the lexicon does not know",
            source="Zug",
            source_language="und",
        ),
    )

    def check(self, passage: Passage) -> Iterator[Finding]:
        source = passage.source
        if source is None or source.language.is_variety_of(passage.language):
            return
        odds = strangeness(passage.text, source.text, source.language.code)
        if odds is not None and odds > UNRELATED:
            message = f"This does not translate “{excerpt(source.text)}”: the two have next to nothing in common."
            score = min(_HIGHEST, 1 / (1 + exp(1 - odds)))
            counterparts = [(Partner.SOURCE, source.start, source.start + len(source.text))]
            yield self.finding(passage, 0, len(passage.text), message, score=score, counterparts=counterparts)
