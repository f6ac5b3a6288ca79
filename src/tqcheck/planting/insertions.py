"""Brackets that nobody needs."""

from __future__ import annotations

from collections.abc import Mapping
from random import Random

from ..core.document import Passage
from .fault import Fault, Planter, inserted, one_of, plain_words


def clarification(passage: Passage, random: Random) -> Fault | None:
    """Explain a pronoun of a speech in brackets."""
    words, glosses = passage.words, passage.language.phrases("planting", "glosses")
    pronouns = passage.language.words("planting", "glossed_pronouns")
    places = [words.ends[n] for n in range(len(words) - 1) if words.lower[n] in pronouns and passage.in_speech(words.starts[n])]
    places = [place for place in places if passage.text[place : place + 1] == " "]
    place = one_of(random, places)
    if place is None or not glosses:
        return None
    bracket = f"({random.choice(glosses)})"
    return inserted(place, f" {bracket}", gold=(1, len(bracket) + 1))


def lone_word(passage: Passage, random: Random) -> Fault | None:
    """Put a conjunction that stands between plain words into brackets."""
    words = passage.words
    conjunctions = passage.language.words("planting", "bracketed_words")
    number = one_of(random, [n for n in plain_words(passage, length=2) if words.lower[n] in conjunctions])
    if number is None:
        return None
    start, end = words.starts[number], words.ends[number]
    bracket = f"({passage.text[start:end]},)"
    return Fault(start, end, bracket, start, start + len(bracket))


def unbalanced(passage: Passage, random: Random) -> Fault | None:
    """Open a bracket before a word and never close it."""
    if any(bracket in passage.characters for bracket in "()[]"):
        return None
    number = one_of(random, plain_words(passage))
    return None if number is None else inserted(passage.words.starts[number], "(")


def empty(passage: Passage, random: Random) -> Fault | None:
    """Leave an empty bracket after a word."""
    number = one_of(random, plain_words(passage))
    return None if number is None else inserted(passage.words.ends[number], " ()", gold=(1, 3))


def wrong_width(passage: Passage, random: Random) -> Fault | None:
    """Put a word into full-width brackets."""
    number = one_of(random, plain_words(passage, length=4))
    if number is None:
        return None
    start, end = passage.words.starts[number], passage.words.ends[number]
    bracket = f"（{passage.text[start:end]}）"
    return Fault(start, end, bracket, start, start + len(bracket))


def note(passage: Passage, random: Random) -> Fault | None:
    """Leave a translator's note after a sentence."""
    notes = passage.language.phrases("planting", "notes")
    if not notes or not passage.sentences:
        return None
    place = random.choice(passage.sentences).end
    return inserted(place, " " + random.choice(notes))


PLANTERS: Mapping[str, Planter] = {
    "clarification-in-speech": clarification,
    "lone-word-in-brackets": lone_word,
    "unbalanced-bracket": unbalanced,
    "empty-bracket": empty,
    "wrong-width-bracket": wrong_width,
    "translator-note": note,
}
