"""The rule unusual-length."""

from __future__ import annotations

from collections.abc import Iterator
from math import log

from ...bilingual.lengths import LengthModel, weight
from ...core.alignment import Partner
from ...core.document import Passage
from ...core.finding import Finding, Severity
from ...core.rule import Bad, Good, Rule, Scope

_SHORTEST = 25.0
"""Letters of the longer side: a shorter text may be rendered by a word."""
_FAR, _FAR_IN_LETTERS = log(3.3), 20.0
_FARTHEST = log(6)
_DEVIATIONS, _NOTABLE = 4.3, log(1.6)
"""Of 11,000 pairs of sentences in three languages none lies beyond 3.2 standard deviations."""
_LEAST_SURE = 0.8
_LEAST, _MOST = 0.66, 0.9


class UnusualLength(Rule):
    """A translation is much shorter or longer than its source.

    What it finds: a paragraph or sentence whose length is far from what its source lets expect. Characters are weighed by
    their script, the ratio of the two languages and its scatter are learned from the document itself (medians), and for single
    sentences those of all languages hold.

    Why it matters: something was left out or added, or the text belongs to another source.

    When it errs: where a free translation sums up, or explains what its readers do not know.

    The fix is to compare the two.
    """

    scope = Scope.DOCUMENT
    severity = Severity.MAJOR
    needs = frozenset({Partner.SOURCE})
    bad = (
        Bad(
            "⟦The ferry leaves.⟧",
            source="Die Fähre nach Alder legt um 12:15 Uhr vom alten Anleger ab, nimmt auch Fahrräder mit und kommt gegen Abend wieder an.",
        ),
        Bad(
            "⟦The boat leaves at noon and comes back in the evening, weather permitting, and everyone who wants to see the seals on the "
            "way should stand on the left and be quiet.⟧",
            source="船中午离开，晚上回来。",
            source_language="zh",
        ),
        Bad(
            "The harbour was built in 1887 by Captain Lund.\n\n⟦Boats came.⟧\n\nToday it is a museum with a café.",
            source="Der Hafen wurde 1887 von Kapitän Lund gebaut.\n\n"
            "Die Boote brachten Hering, Salz und Holz von den Inseln, nahmen Mehl und "
            "Werkzeug mit zurück und lagen im Winter auf dem Strand.\n\nHeute ist er ein Museum mit einem Café.",
        ),
    )
    good = (
        Good(
            "The library is closed on Mondays.",
            "a Chinese sentence is written with few characters",
            source="图书馆星期一不开门。",
            source_language="zh",
        ),
        Good("Sorry!", "short texts may differ by much", source="Entschuldigen Sie bitte!"),
        Good(
            "The ferry leaves at noon. It comes back in the evening.",
            "sentences parted, the content kept",
            source="Die Fähre legt mittags ab und kommt am Abend zurück.",
        ),
        Good(
            "The ferry leaves at noon. Tickets are sold on board, and children travel free.\n\nDogs are welcome.\n\nThe café closes at 6.",
            "paragraphs joined, the content kept",
            source="Die Fähre legt mittags ab.\n\nFahrkarten gibt es an Bord, und Kinder fahren umsonst.\n\nHunde sind willkommen.\n\n"
            "Das Café schließt um 18 Uhr.",
        ),
    )

    def check(self, passage: Passage) -> Iterator[Finding]:
        document = passage.document
        rows = [(pair, weight(pair.source.text), weight(pair.text)) for pair in document.pairs(Partner.SOURCE) if pair.source]
        model = LengthModel.learned([(theirs, ours) for _, theirs, ours in rows])
        for pair, theirs, ours in rows:
            score = _score(model, theirs, ours)
            source = pair.source
            if score and source and _is_sure(pair):
                amount = "shorter" if ours < theirs * model.ratio else "longer"
                message = f"This is much {amount} than its source lets expect: {len(pair.text):,} characters for {len(source.text):,}."
                there = [(Partner.SOURCE, source.span.start, source.span.end)]
                yield self.finding(pair, 0, len(pair.text), message, score=score, counterparts=there)


def _score(model: LengthModel, source: float, own: float) -> float:
    """How likely the length of one's own text is a fault; 0 if it is not unusual."""
    expected = source * model.ratio
    if max(expected, own) < _SHORTEST:
        return 0.0
    distance = abs(log((own + 1) / (expected + 1)))
    is_far = distance > _FAR and abs(own - expected) > _FAR_IN_LETTERS
    if not is_far and (distance < _NOTABLE or abs(model.deviation(source, own)) < _DEVIATIONS):
        return 0.0
    return _LEAST + (_MOST - _LEAST) * min(distance / _FARTHEST, 1.0)


def _is_sure(pair: Passage) -> bool:
    """True if the pair is one block beside what surely belongs to it."""
    bead = pair.document.alignments[Partner.SOURCE].bead_of(pair.number) if pair.number is not None else None
    return bead is not None and bead.sureness >= _LEAST_SURE
