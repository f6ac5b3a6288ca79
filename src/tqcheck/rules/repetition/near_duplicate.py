"""The rule near-duplicate."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from ...core.document import Passage
from ...core.finding import Finding, Severity
from ...core.rule import Bad, Good, Rule, Scope, Stage

_MIN_WORDS = 8
_MIN_LETTERS = 20
"""In scripts without spaces, where a letter counts as a word."""
_SHARE = 0.7
_REACH = 6
_MOST_ODD = 2
_LONGEST_ODD = 4


class _Sentence(NamedTuple):
    passage: Passage
    start: int
    end: int
    words: frozenset[str]
    order: list[str]

    def pairs(self) -> frozenset[tuple[str, str]]:
        """The pairs of neighbouring words."""
        return frozenset(pairwise(self.order))


class NearDuplicate(Rule):
    """Two sentences close to each other say nearly the same.

    What it finds: two sentences of at least eight words, at most six long sentences apart, that share all but two short
    words and seven in ten of their pairs of words.

    Why it matters: one passage was translated twice in two wordings.

    When it errs: in instructions and lists whose items are built alike; items that differ in a number are left out. Its
    precision is not known yet, so it is a preview.

    There is no fix: the better wording must be chosen by a person.
    """

    scope = Scope.DOCUMENT
    stage = Stage.PREVIEW
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
        Bad(
            "镇议会在星期一决定永久关闭老城区的旧渡轮港口。⟦镇议会在星期一决定永久关掉老城区的旧渡轮港口。⟧下雨了。",
            language="zh",
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
        recent: deque[_Sentence] = deque(maxlen=_REACH)
        for sentence in _sentences(passage):
            twin = next((other for other in recent if _says_the_same(sentence, other)), None)
            recent.append(sentence)
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


def _says_the_same(sentence: _Sentence, other: _Sentence) -> bool:
    """True if nearly all words are shared, none of the others is a number or a long word, and most pairs are shared."""
    if abs(len(sentence.words) - len(other.words)) > _MOST_ODD:
        return False
    odd = sentence.words ^ other.words
    if len(odd) > _MOST_ODD or any(len(word) > _LONGEST_ODD or word[0].isdigit() for word in odd):
        return False
    ours, theirs = sentence.pairs(), other.pairs()
    return ours != theirs and len(ours & theirs) >= _SHARE * max(len(ours), len(theirs))


def _sentences(passage: Passage) -> Iterator[_Sentence]:
    for block in passage.document.passages:
        lower = block.words.lower
        least = _MIN_LETTERS if block.language.is_unspaced else _MIN_WORDS
        if len(lower) < least:
            continue
        spans = block.sentences
        if len(spans) == 1:
            yield _Sentence(block, spans[0].start, spans[0].end, frozenset(lower), lower)
            continue
        for span in spans:
            words = lower[block.words.at(span.start) : block.words.at(span.end)]
            if len(words) >= least:
                yield _Sentence(block, span.start, span.end, frozenset(words), words)
