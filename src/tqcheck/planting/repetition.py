"""Things said twice."""

from __future__ import annotations

from collections.abc import Mapping
from random import Random

import regex

from ..core.document import Passage
from ..core.triggers import QUOTES
from .fault import Fault, Planter, inserted, one_of, plain_words, space_of

_NAME = regex.compile(r"\b\p{Lu}\p{Ll}++ \p{Lu}\p{Ll}++\b(?= \p{Ll})")
_CHINESE = regex.compile(r"\p{Han}+")
LOOP_LENGTH = 6
PHRASE_LENGTH = 3
WORD_LETTERS = 2
"""How many letters are taken for a word in a script without spaces."""
PHRASE_LETTERS = 6
SENTENCE_LENGTH = 40
SENTENCE_LETTERS = 14


def doubled_word(passage: Passage, random: Random) -> Fault | None:
    """Say a word twice."""
    size = WORD_LETTERS if passage.language.is_unspaced else 1
    number = one_of(random, _rows(passage, 3, size))
    return None if number is None else _said_again(passage, number, number + size - 1, 1)


def doubled_phrase(passage: Passage, random: Random) -> Fault | None:
    """Say three words twice."""
    size = PHRASE_LETTERS if passage.language.is_unspaced else PHRASE_LENGTH
    number = one_of(random, _rows(passage, 2, size))
    return None if number is None else _said_again(passage, number, number + size - 1, 1)


def loop(passage: Passage, random: Random) -> Fault | None:
    """Say a word many times."""
    size = WORD_LETTERS if passage.language.is_unspaced else 1
    number = one_of(random, _rows(passage, 4, size))
    return None if number is None else _said_again(passage, number, number + size - 1, LOOP_LENGTH)


def duplicate_gloss(passage: Passage, random: Random) -> Fault | None:
    """Repeat a name in brackets."""
    names = list(_NAME.finditer(passage.text))
    if not names:
        return None
    name = random.choice(names)
    return inserted(name.end(), f" ({name.group()})")


def repeated_sentence(passage: Passage, random: Random) -> Fault | None:
    """Say a whole sentence twice."""
    text, space = passage.text, space_of(passage.language)
    least = SENTENCE_LETTERS if passage.language.is_unspaced else SENTENCE_LENGTH
    marks = set(QUOTES + "()（）") - {"’", "'"}
    long = [span for span in passage.sentences if span.end - span.start > least and marks.isdisjoint(text[span.start : span.end])]
    if not long:
        return None
    span = random.choice(long)
    return inserted(span.end, space + text[span.start : span.end])


def _rows(passage: Passage, length: int, size: int) -> list[int]:
    """Where as many plain words stand side by side, no letter of a script without spaces twice among them."""
    plain = set(plain_words(passage, length=length))
    rows = sorted(n for n in plain if all(n + k in plain for k in range(size)))
    lower, language = passage.words.lower, passage.language
    if language.is_unspaced:
        return [n for n in rows if len(set(lower[n : n + size])) == size and _CHINESE.fullmatch("".join(lower[n : n + WORD_LETTERS]))]
    allowed = language.words("repetition", "sounds") | language.words("repetition", "allowed_doubles") if size == 1 else frozenset()
    return [n for n in rows if lower[n] not in allowed]


def _said_again(passage: Passage, first: int, last: int, times: int) -> Fault:
    start, end = passage.words.starts[first], passage.words.ends[last]
    said = passage.text[start:end]
    again = f"{space_of(passage.language)}{said}" * times
    return Fault(end, end, again, start, end + len(again))


PLANTERS: Mapping[str, Planter] = {
    "doubled-word": doubled_word,
    "doubled-phrase": doubled_phrase,
    "loop": loop,
    "duplicate-gloss": duplicate_gloss,
    "repeated-sentence": repeated_sentence,
}
