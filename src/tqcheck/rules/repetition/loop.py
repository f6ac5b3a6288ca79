"""The rule loop."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from ...core.document import Passage
from ...core.finding import Finding, Severity
from ...core.pattern import pattern
from ...core.quotation import Quoted
from ...core.rule import Bad, Good, Rule
from ...core.triggers import ANYWHERE, ECHO, beside, passing, sight
from ._periods import periods
from ._unspaced import is_of_letters, loops
from ._words import said

_MIN_ADJACENT = 3
_MIN_COPIES = 3
_MIN_WORDS_BEFORE = 5
_NEAR = 500
_RUN_OF_MARKS = pattern(r"([.·…_*-])\1{39,}+")


class Loop(Rule):
    """Words, phrases or parts of words come again and again.

    What it finds: a word at least four times in a row, a phrase at least three times, a word that is built of one part
    at least four times, and a very long run of one mark inside a sentence.

    Why it matters: the machine lost its way; what the source said here is missing.

    When it errs: in songs and sounds that the language data does not know.

    The fix keeps one of them; the rest of the sentence may still be missing.
    """

    severity = Severity.CRITICAL
    triggers = (
        sight(ECHO),
        passing(ANYWHERE, "repetition._periods:is_periodic"),
        *(beside(mark, mark) for mark in ".·…_*-"),
    )
    bad = (
        Bad("The ⟦copper copper copper copper copper⟧ lid shines.", fixed="The copper lid shines."),
        Bad("It depends on the ⟦port, port, port, port and port⟧.", fixed="It depends on the port."),
        Bad("He ⟦came home to Norland, came home to Norland, came home to Norland⟧."),
        Bad("The talks began on May ⟦13 13 13 13⟧.", fixed="The talks began on May 13."),
        Bad("The sign says ⟦LampLampLampLamp⟧ here."),
        Bad("The ⟦snowsnowsnowsnow⟧sno falls."),
        Bad("彼は⟦はいはいはいはいはいはいはいはい⟧と言った。", language="ja"),
        Bad("渡轮⟦离开港口离开港口离开港口⟧后没有回来。", language="zh"),
        Bad("The ⟦fore-fore-fore-fore⟧-word is long.", fixed="The fore-word is long."),
    )
    good = (
        Good("Ha ha ha ha ha! No, no, no, no! La la la la la.", "laughter, refusal, song"),
        Good("She waited and waited and waited.", "emphasis"),
        Good("Hahahahahahaha, lalalalalalalalala, zzzzzzzzzzzzzzz", "sounds"),
        Good("彼はドキドキした。哈哈哈哈哈哈哈哈哈哈哈哈", "sounds", language="ja"),
        Good("It fell drop by drop by drop by drop.", "distribution"),
        Good("The crowd cried “open gates, open gates, open gates” all night.", "a quoted slogan"),
        Good("1 1 1 1 1 0 0 0 0", "a row of numbers"),
        Good("Chapter one ........................................... 5", "leader dots"),
        Good("----------------------------------------------------", "a separator"),
    )

    def check(self, passage: Passage) -> Iterator[Finding]:
        yield from self._echoed(passage)
        yield from self._periodic_words(passage)
        yield from self._run_of_marks(passage)

    def _echoed(self, passage: Passage) -> Iterator[Finding]:
        words = passage.words
        allowed = passage.language.words("repetition", "sounds")
        joints = passage.language.words("words", "conjunctions") | passage.language.words("words", "prepositions")
        yield from self._of_letters(passage)
        is_table = bool(passage.echoes) and _is_table(passage)
        for echo in passage.echoes:
            if is_of_letters(passage, echo.start):
                continue
            length, distance = echo.end - echo.start, echo.distance
            first, last = echo.start - distance, echo.end
            phrase = words.lower[first : echo.start]
            enough = length >= _MIN_ADJACENT if distance == 1 else length >= (_MIN_COPIES - 1) * distance
            if not enough or not any(word[0].isalnum() for word in phrase):  # the variation selectors of emoji
                continue
            if all(word in allowed or (is_table and word[0].isdigit()) for word in phrase):
                continue
            if distance == 2 and not joints.isdisjoint(phrase) and length < 4 * distance:
                continue
            if _is_slogan(passage, first, last) or ((distance == 1 or length < 3 * distance) and _is_of_sentences(passage, first, last)):
                continue
            if last + 1 < len(words) and words.lower[last] in joints and words.lower[last + 1] == words.lower[first]:
                last += 2
            start, end = words.starts[first], words.ends[last - 1]
            fixable = not any(mark in passage.text[start:end] for mark in ".;:") and distance == 1
            yield self.finding(
                passage,
                start,
                end,
                f"“{said(passage, first, echo.start)}” comes {1 + length // distance} times in a row.",
                score=0.95 if distance > 1 or length > _MIN_ADJACENT else 0.9,
                edits=[(words.ends[echo.start - 1], end, "")] if fixable else [],
            )

    def _of_letters(self, passage: Passage) -> Iterator[Finding]:
        words = passage.words
        for twice in loops(passage):
            if not _is_slogan(passage, twice.first, twice.last):
                start, end = words.starts[twice.first], words.ends[twice.last - 1]
                part = said(passage, twice.first, twice.first + twice.length)
                yield self.finding(passage, start, end, f"“{part}” comes {twice.copies} times in a row.", score=0.9)

    def _periodic_words(self, passage: Passage) -> Iterator[Finding]:
        words = passage.words
        for number, word in enumerate(words.lower):
            for start, end, part in periods(word):
                place, copies = words.starts[number], (end - start) // len(part)
                message = f"“{part}” comes {copies} times within one word."
                yield self.finding(passage, place + start, place + end, message, score=0.85)

    def _run_of_marks(self, passage: Passage) -> Iterator[Finding]:
        for match in _RUN_OF_MARKS.finditer(passage.text):
            before = passage.text[max(0, match.start() - _NEAR) : match.start()]
            after = passage.text[match.end() : match.end() + _NEAR].lstrip()
            if len(before.split()) >= _MIN_WORDS_BEFORE and not after[:1].isdigit():
                yield self.finding(
                    passage, *match.span(), f"The mark “{match.group(1)}” comes {len(match.group())} times in a row.", score=0.7
                )


def _is_of_sentences(passage: Passage, first: int, last: int) -> bool:
    """True if a sentence ends among the words: sentences and calls that come again belong to other rules."""
    return any(not {".", "!", "?"}.isdisjoint(passage.words.joint(number)) for number in range(first, last - 1))


def _is_slogan(passage: Passage, first: int, last: int) -> bool:
    """True if the words fill a quotation from mark to mark."""
    start, end = passage.words.starts[first], passage.words.ends[last - 1]
    quoted = passage.quotation.quoted
    at = bisect_left(quoted, start - 1, key=_opener)
    return at < len(quoted) and quoted[at].opener == start - 1 and quoted[at].closer - end <= 1


def _opener(pair: Quoted) -> int:
    return pair.opener


def _is_table(passage: Passage) -> bool:
    """True if half of the words are numbers: a table or a row of figures."""
    lower = passage.words.lower
    return 2 * sum(word[0].isdigit() for word in lower) > len(lower)
