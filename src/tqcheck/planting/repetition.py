"""Things said twice."""

from __future__ import annotations

from collections.abc import Mapping
from random import Random

import regex

from ..core.document import Passage
from .fault import Fault, Planter, inserted, one_of, plain_words

_NAME = regex.compile(r"\b\p{Lu}\p{Ll}++ \p{Lu}\p{Ll}++\b(?= \p{Ll})")
LOOP_LENGTH = 6
PHRASE_LENGTH = 3


def doubled_word(passage: Passage, random: Random) -> Fault | None:
    """Say a word twice."""
    number = one_of(random, plain_words(passage))
    return None if number is None else _said_again(passage, number, number, 1)


def doubled_phrase(passage: Passage, random: Random) -> Fault | None:
    """Say three words twice."""
    plain = set(plain_words(passage, length=2))
    starts = [n for n in plain if all(n + k in plain for k in range(PHRASE_LENGTH))]
    number = one_of(random, sorted(starts))
    return None if number is None else _said_again(passage, number, number + PHRASE_LENGTH - 1, 1)


def loop(passage: Passage, random: Random) -> Fault | None:
    """Say a word many times."""
    number = one_of(random, plain_words(passage, length=4))
    return None if number is None else _said_again(passage, number, number, LOOP_LENGTH)


def duplicate_gloss(passage: Passage, random: Random) -> Fault | None:
    """Repeat a name in brackets."""
    names = list(_NAME.finditer(passage.text))
    if not names:
        return None
    name = random.choice(names)
    return inserted(name.end(), f" ({name.group()})")


def repeated_sentence(passage: Passage, random: Random) -> Fault | None:
    """Say a whole sentence twice."""
    text = passage.text
    long = [span for span in passage.sentences if span.end - span.start > 40 and not any(c in text[span.start : span.end] for c in '“”"()')]
    if not long:
        return None
    span = random.choice(long)
    return inserted(span.end, " " + text[span.start : span.end])


def _said_again(passage: Passage, first: int, last: int, times: int) -> Fault:
    start, end = passage.words.starts[first], passage.words.ends[last]
    said = passage.text[start:end]
    again = f" {said}" * times
    return Fault(end, end, again, start, end + len(again))


PLANTERS: Mapping[str, Planter] = {
    "doubled-word": doubled_word,
    "doubled-phrase": doubled_phrase,
    "loop": loop,
    "duplicate-gloss": duplicate_gloss,
    "repeated-sentence": repeated_sentence,
}
