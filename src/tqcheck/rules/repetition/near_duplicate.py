"""The rule near-duplicate."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from typing import NamedTuple

from ...core.document import Passage
from ...core.finding import Finding, Severity
from ...core.rule import Bad, Good, Rule, Scope

_MIN_WORDS = 8
_GRAM = 4
_SHARE = 0.7
_MOST_COMMON = 4
_REACH = 6


class _Sentence(NamedTuple):
    number: int
    passage: Passage
    start: int
    end: int
    pairs: frozenset[tuple[str, str]]


class NearDuplicate(Rule):
    """Two sentences close to each other say nearly the same.

    What it finds: two sentences of at least eight words, at most six sentences apart, that share seven in ten of their
    pairs of words. Candidates are sentences that share four words in a row that are rare in the text.

    Why it matters: one passage was translated twice in two wordings.

    When it errs: in instructions and lists whose items are built alike; items that differ in a number are left out.

    There is no fix: the better wording must be chosen by a person.
    """

    scope = Scope.DOCUMENT
    severity = Severity.MAJOR
    bad = (
        Bad(
            "The council of the old town decided on Monday to close the harbour for good. ⟦The council of the old town on Monday decided "
            "to close the harbour for good.⟧ It rained."
        ),
        Bad(
            "Press the red button on the left side to open the main gate of the lock. ⟦Press the red button at the left side to open the "
            "main gate of the lock.⟧"
        ),
    )
    good = (
        Good(
            "The first ship took 20 men from the old town to the island of Alder. The second ship took 30 men from the old town to the "
            "island of Holm.",
            "sentences built alike that tell different things",
        ),
        Good("Turn the left screw of the upper plate by 5 mm. Turn the right screw of the upper plate by 7 mm.", "steps of a manual"),
        Good("It rained all day. It rained all night. It rained.", "short sentences"),
    )

    def check(self, passage: Passage) -> Iterator[Finding]:
        known: dict[tuple[str, ...], list[_Sentence]] = {}
        for sentence, words in _sentences(passage):
            grams = {tuple(words[n : n + _GRAM]) for n in range(len(words) - _GRAM + 1)}
            twin = self._twin(sentence, (other for gram in grams for other in known.get(gram, ())[-_MOST_COMMON:]))
            for gram in grams:
                known.setdefault(gram, []).append(sentence)
            if twin is not None:
                base = sentence.passage.start
                yield self.finding(
                    sentence.passage,
                    sentence.start,
                    sentence.end,
                    "This sentence says nearly the same as one shortly before.",
                    score=0.65,
                    related=[(twin.passage.start + twin.start - base, twin.passage.start + twin.end - base)],
                )

    def _twin(self, sentence: _Sentence, others: Iterator[_Sentence]) -> _Sentence | None:
        for other in others:
            if sentence.number - other.number > _REACH or other.pairs == sentence.pairs:
                continue
            shared = len(sentence.pairs & other.pairs)
            if shared >= _SHARE * max(len(sentence.pairs), len(other.pairs)) and _same_facts(sentence.pairs, other.pairs):
                return other
        return None


def _same_facts(first: frozenset[tuple[str, str]], second: frozenset[tuple[str, str]]) -> bool:
    """True if what differs holds no number and, in sum, next to no new word."""
    ours = {word for pair in first for word in pair}
    theirs = {word for pair in second for word in pair}
    odd = ours ^ theirs
    return len(odd) <= 2 and not any(word[0].isdigit() for word in odd) and _are_small(odd)


def _are_small(words: set[str]) -> bool:
    return all(len(word) <= 4 for word in words)


def _sentences(passage: Passage) -> Iterator[tuple[_Sentence, list[str]]]:
    number = 0
    for block in passage.document.passages:
        lower = block.words.lower
        if len(lower) < _MIN_WORDS:
            number += 1
            continue
        for span in block.sentences:
            number += 1
            words = lower[block.words.at(span.start) : block.words.at(span.end - 1) + 1]
            if len(words) >= _MIN_WORDS:
                yield _Sentence(number, block, span.start, span.end, frozenset(itertools.pairwise(words))), words
