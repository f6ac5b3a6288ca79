"""The rule broken-title-case."""

from __future__ import annotations

from collections.abc import Iterator

from ...core.document import Passage
from ...core.finding import Finding
from ...core.quotation import Quoted
from ...core.rule import Bad, Good, Rule

_MIN_WORDS = 3
_MAX_WORDS = 18
_SHARE = 0.6
_LONGEST_TITLE = 600


class BrokenTitleCase(Rule):
    """A title in title case breaks off into small letters.

    What it finds: a quoted title whose words have capitals, a common word among them, and in which one content word
    or two are small.

    Why it matters: the title was put together from pieces.

    When it errs: in titles that mix a name and a sentence.

    The fix writes the small content word with a capital.
    """

    triggers = '“"‘«'
    languages = ("en",)
    bad = (
        Bad(
            "The headline was “Norland Will Send Ships and ⟦boats⟧ to Port Alder”.",
            fixed="The headline was “Norland Will Send Ships and Boats to Port Alder”.",
        ),
        Bad(
            "The song “How ⟦winter⟧ Came And Went At the Harbour” is old.",
            fixed="The song “How Winter Came And Went At the Harbour” is old.",
        ),
    )
    good = (
        Good("The headline was “Norland Will Send Ships to Port Alder”.", "title case throughout"),
        Good("“President Ines Roth said on Friday that Norland will send ships,” he wrote.", "a sentence with names"),
        Good("The song “How winter came to the harbour” is old.", "a title in small letters"),
        Good("The book “Of Ships and the Sea” is short.", "articles and conjunctions are small in titles"),
    )

    def check(self, passage: Passage) -> Iterator[Finding]:
        for pair in passage.quotation.quoted:
            number = self._small_word(passage, pair)
            if number is None:
                continue
            words = passage.words
            start, end = words.starts[number], words.ends[number]
            yield self.finding(
                passage,
                start,
                end,
                f"“{words[number]}” is small in a title whose other words have capitals.",
                score=0.75,
                edits=[(start, start + 1, passage.text[start].upper())],
            )

    def _small_word(self, passage: Passage, pair: Quoted) -> int | None:
        text = passage.text
        if text[pair.closer - 1] in ".,!" or text[pair.opener + 1].islower() or pair.closer - pair.opener > _LONGEST_TITLE:
            return None
        words, language = passage.words, passage.language
        numbers = range(words.at(pair.opener), words.at(pair.closer - 1) + 1)
        if not _MIN_WORDS <= len(numbers) <= _MAX_WORDS or numbers.stop > len(words):
            return None
        common = language.words("mechanics", "common_words") | language.words("words", "auxiliaries")
        little = (
            common | language.words("words", "articles") | language.words("words", "prepositions") | language.words("words", "conjunctions")
        )
        content = [n for n in numbers if words.lower[n] not in little]
        small = [n for n in content if words[n][0].islower()]
        capital = len(content) - len(small)
        is_title = any(words.lower[n] in common | language.words("words", "prepositions") and words[n][0].isupper() for n in numbers[1:])
        if not is_title or not words[numbers[0]][0].isupper() or not 1 <= len(small) <= 2 or capital < 2:
            return None
        return small[0] if capital / len(content) >= _SHARE else None
