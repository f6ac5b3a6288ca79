"""The rule repeated-clause."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from ...core.document import Passage
from ...core.finding import Finding, Severity
from ...core.record import Row
from ...core.rule import Bad, Good, Rule
from ...core.triggers import ANYWHERE, MANY_QUOTES, REPEAT, hint, sight
from ._unspaced import clauses
from ._words import said

_GRAM = 3
_LONG = 5
_NEAR = 4
_MIN_QUOTED = 3
_REACH = 12


class _Again(Row):
    """The words from ``first`` and from ``second`` on, ``length`` of them, are the same."""

    first: int
    second: int
    length: int


class RepeatedClause(Rule):
    """A part of a sentence comes again in the same sentence.

    What it finds: three or more words that come again in their sentence up to the end of a clause, where nothing but
    small words (*where he*, *and the*, *refers to*) stands between; a thing that is told to be the same as itself; and a
    quoted term that comes three times in one sentence.

    Why it matters: the sentence says nothing new the second time; what the source said there is missing.

    When it errs: in tautologies that are meant, and in emphasis.

    There is no fix: what is missing must be translated.
    """

    severity = Severity.MAJOR
    triggers = (sight(REPEAT), hint(ANYWHERE, "repetition", "sameness"), sight(MANY_QUOTES))
    bad = (
        Bad("In May he was sent to the old harbour of Alder, where ⟦he was sent to the old harbour of Alder⟧."),
        Bad("They sell a small copper lamp, but also ⟦a small copper lamp⟧."),
        Bad("五月他被派往奥尔德镇的旧港口，在那里⟦他被派往奥尔德镇的旧港口⟧。", language="zh"),
        Bad("⟦Sea salt is the same as sea salt⟧ and costs less."),
        Bad('No "sea law" holds where a "sea law" ends, says the ⟦"sea law"⟧.'),
    )
    good = (
        Good("He is a member of the city council, and she is a member of the board.", "a parallel of small words"),
        Good("The more ships come to the harbour, the more people come to the town.", "a proportion"),
        Good("We bought ships for the harbour of Alder, ships for the harbour of Holm, and ships for the fair.", "a list"),
        Good("On the one hand it is cheap, on the other hand it is slow.", "a pair of phrases"),
        Good("We shall fight for the harbour, we shall fight for the town.", "anaphora"),
        Good("It runs from the old harbour of Alder to the old harbour of Holm.", "the end is new"),
        Good("He pays on the first day of the month, and she is paid on the first day of the month.", "terms of a contract"),
        Good("There are good old songs and there are good old songs.", "emphasis"),
        Good("他从旧港口走到新港口，又从新港口走到旧港口。", "a way and the way back", language="zh"),
        Good("He teaches at the University of Alder, she at the Technical University of Alder.", "two names"),
    )

    def check(self, passage: Passage) -> Iterator[Finding]:
        yield from self._quoted_terms(passage)
        yield from self._same_as_itself(passage)
        for first, second, length, score in clauses(passage):
            yield self._again(passage, _Again(first, second, length), score)
        lower = passage.words.lower
        if passage.language.is_unspaced:
            return
        if len(lower) < 2 * _GRAM or len(set(zip(lower, lower[1:], lower[2:], strict=False))) == len(lower) - 2:
            return
        for again in _repeats(passage):
            score = self._score(passage, again)
            if score >= 0.5:
                yield self._again(passage, again, score)

    def _again(self, passage: Passage, again: _Again, score: float) -> Finding:
        words, end = passage.words, again.second + again.length
        message = f"“{said(passage, again.second, end)}” stands in the same sentence before."
        related = [(words.starts[again.first], words.ends[again.first + again.length - 1])]
        return self.finding(passage, words.starts[again.second], words.ends[end - 1], message, score=score, related=related)

    def _same_as_itself(self, passage: Passage) -> Iterator[Finding]:
        """A thing that is told to be the same as itself."""
        words, lower = passage.words, passage.words.lower
        for phrase in passage.language.phrases("repetition", "sameness"):
            parts = phrase.split()
            for number in _places(lower, parts):
                length = _said_around(lower, number, number + len(parts))
                if length and lower[number + len(parts)] not in passage.language.function_words:
                    first, last = number - length, number + len(parts) + length
                    message = f"“{said(passage, number + len(parts), last)}” is compared with itself."
                    yield self.finding(passage, words.starts[first], words.ends[last - 1], message, score=0.75)

    def _quoted_terms(self, passage: Passage) -> Iterator[Finding]:
        """A term in marks that comes for the third time in one sentence."""
        if len(passage.quotation.quoted) < _MIN_QUOTED:
            return
        ends = [sentence.end for sentence in passage.sentences]
        count: dict[tuple[int, str], int] = {}
        for pair in passage.quotation.quoted:
            number = bisect_right(ends, pair.opener)
            if bisect_right(ends, pair.closer) != number:
                continue
            term = passage.text[pair.opener + 1 : pair.closer]
            count[number, term] = count.get((number, term), 0) + 1
            if count[number, term] == _MIN_QUOTED:
                message = f"“{term}” stands in this sentence for the third time."
                yield self.finding(passage, pair.opener, pair.closer + 1, message, score=0.75)

    def _score(self, passage: Passage, again: _Again) -> float:
        lower, language = passage.words.lower, passage.language
        if not _ends_a_clause(passage, again.second + again.length) or passage.words.joint(again.second - 1) == "-":
            return 0.0
        if not 0 < again.second - again.first - again.length <= _NEAR:  # before anything of that length is copied
            return 0.0
        between = lower[again.first + again.length : again.second]
        if not language.function_words.union(language.words("repetition", "links")).issuperset(between):
            return 0.0
        length = _own_length(passage, again)
        content = {word for word in lower[again.second : again.second + again.length] if word not in language.function_words}
        joined = between[0] in language.words("repetition", "joints") and not passage.words.joint(again.first + again.length - 1).strip()
        if length < _GRAM + joined or len(content) < 2 or not language.words("repetition", "calls_for_two").isdisjoint(content):
            return 0.0
        return 0.8 if length >= _LONG else 0.7


def _places(lower: Sequence[str], parts: Sequence[str]) -> Iterator[int]:
    """Where a phrase stands among the words."""
    place, last = 0, len(lower) - len(parts)
    while place <= last:
        try:
            place = lower.index(parts[0], place)
        except ValueError:
            return
        if lower[place : place + len(parts)] == parts:
            yield place
        place += 1


def _said_around(lower: Sequence[str], start: int, end: int) -> int:
    """How many words stand directly before ``start`` and again from ``end`` on; 0 if there are none, or more than that."""
    near = lower[max(0, end - _REACH) : start]
    if end >= len(lower) or lower[end] not in near:
        return 0
    length = near[::-1].index(lower[end]) + 1
    again = lower[end : end + length] == lower[start - length : start]
    goes_on = start > length and lower[start - length - 1] == lower[end - 1]
    goes_on = goes_on or lower[end + length : end + length + 1] == lower[start : start + 1]
    return length if again and not goes_on else 0


def _own_length(passage: Passage, again: _Again) -> int:
    """The number of words without the small ones at the beginning; an article counts."""
    lower, language = passage.words.lower, passage.language
    small = language.function_words - language.words("words", "articles")
    first, end = again.second, again.second + again.length
    while first < end and lower[first] in small:
        first += 1
    return end - first


def _ends_a_clause(passage: Passage, number: int) -> bool:
    """True if a mark stands before the word: the part that comes again is not the beginning of something new."""
    return number >= len(passage.words) or bool(passage.words.joint(number - 1).strip(" -"))


def _repeats(passage: Passage) -> Iterator[_Again]:
    """Runs of at least three words that come again in their sentence without touching."""
    words = passage.words
    for sentence in passage.sentences:
        yield from _repeats_within(words.lower, words.at(sentence.start), words.at(sentence.end - 1) + 1)


def _repeats_within(lower: Sequence[str], start: int, end: int) -> Iterator[_Again]:
    end = min(end, len(lower))
    seen: dict[tuple[str, ...], int] = {}
    done = start
    for number in range(start, end - _GRAM + 1):
        gram = tuple(lower[number : number + _GRAM])
        first = seen.setdefault(gram, number)
        if first + _GRAM >= number or number < done:
            continue
        length = _GRAM
        while number + length < end and first + length < number and lower[first + length] == lower[number + length]:
            length += 1
        done = number + length
        yield _Again(first, number, length)
