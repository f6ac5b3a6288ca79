"""Text that breaks off."""

from __future__ import annotations

from collections.abc import Mapping
from random import Random

from ..core.document import Passage
from .fault import Fault, Planter, inserted, one_of, plain_words


def broken_sentence(passage: Passage, random: Random) -> Fault | None:
    """Put a full stop after an article and begin a new sentence."""
    words = passage.words
    articles = passage.language.words("words", "articles")
    number = one_of(random, [n for n in plain_words(passage, length=1) if words.lower[n] in articles and words[n + 1].islower()])
    if number is None:
        return None
    end = words.ends[number]
    return Fault(end, end + 2, ". " + passage.text[end + 1].upper(), words.starts[number], end + 3)


def stranded_words(passage: Passage, random: Random) -> Fault | None:
    """Leave a function word behind the last sentence."""
    prepositions = sorted(passage.language.words("words", "prepositions"))
    if not prepositions or len(passage.words) < 8 or not passage.text.endswith("."):
        return None
    return inserted(len(passage.text), f" {random.choice(prepositions)}.")


def cut_text(passage: Passage, random: Random) -> Fault | None:
    """Break the document's last block off after a function word."""
    words = passage.words
    if passage.following is not None or len(words) < 12:
        return None
    functional = passage.language.words("words", "articles") | passage.language.words("words", "conjunctions")
    number = one_of(random, [n for n in plain_words(passage, length=1) if n > 6 and words.lower[n] in functional])
    if number is None:
        return None
    return Fault(words.ends[number], len(passage.text), "", words.starts[number], words.ends[number])


def lost_final_mark(passage: Passage, _random: Random) -> Fault | None:
    """Take the final full stop of a long paragraph away."""
    words = passage.words
    if len(words) < 20 or not passage.text.endswith(".") or len(passage.sentences) < 2:
        return None
    end = len(passage.text)
    return Fault(end - 1, end, "", words.starts[-1], end - 1)


PLANTERS: Mapping[str, Planter] = {
    "broken-sentence": broken_sentence,
    "stranded-words": stranded_words,
    "cut-text": cut_text,
    "missing-final-mark": lost_final_mark,
}
