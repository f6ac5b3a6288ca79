"""Brackets that nobody needs."""

from __future__ import annotations

from collections.abc import Mapping
from random import Random

from ..core.document import Passage
from .fault import Fault, Planter, behind, brackets_of, inserted, one_of, plain_words, replaced, space_of


def clarification(passage: Passage, random: Random) -> Fault | None:
    """Explain a pronoun of a speech in brackets."""
    words, glosses = passage.words, passage.language.phrases("planting", "glosses")
    pronouns = passage.language.words("planting", "glossed_pronouns")
    places = [words.ends[n] for n in range(len(words) - 1) if words.lower[n] in pronouns and passage.in_speech(words.starts[n])]
    if not passage.language.is_unspaced:
        places = [place for place in places if passage.text[place : place + 1] == " "]
    place = one_of(random, places)
    if place is None or not glosses:
        return None
    opener, closer = brackets_of(passage.language)
    return behind(place, f"{opener}{random.choice(glosses)}{closer}", passage.language)


def lone_word(passage: Passage, random: Random) -> Fault | None:
    """Put a conjunction that stands between plain words into brackets."""
    words = passage.words
    conjunctions = passage.language.words("planting", "bracketed_words")
    if passage.language.is_unspaced:
        return _phrase_in_brackets(passage, random)
    number = one_of(random, [n for n in plain_words(passage, length=1) if words.lower[n] in conjunctions])
    if number is None:
        return None
    start, end = words.starts[number], words.ends[number]
    opener, closer = brackets_of(passage.language)
    return replaced(start, end, f"{opener}{passage.text[start:end]},{closer}")


def _phrase_in_brackets(passage: Passage, random: Random) -> Fault | None:
    """The same in a script without spaces, for conjunctions of several letters, which are no part of a longer word."""
    text = passage.text
    found = [
        (at, phrase)
        for phrase in passage.language.phrases("planting", "bracketed_words")
        if len(phrase) > 1 and (at := text.find(phrase)) > 0
    ]
    if not found:
        return None
    at, phrase = random.choice(found)
    opener, closer = brackets_of(passage.language)
    return replaced(at, at + len(phrase), f"{opener}{phrase}{closer}")


def unbalanced(passage: Passage, random: Random) -> Fault | None:
    """Open a bracket before a word and never close it."""
    if any(bracket in passage.characters for bracket in "()[]（）"):
        return None
    number = one_of(random, plain_words(passage))
    return None if number is None else inserted(passage.words.starts[number], brackets_of(passage.language)[0])


def empty(passage: Passage, random: Random) -> Fault | None:
    """Leave an empty bracket after a word."""
    number = one_of(random, plain_words(passage))
    return None if number is None else behind(passage.words.ends[number], "".join(brackets_of(passage.language)), passage.language)


def wrong_width(passage: Passage, random: Random) -> Fault | None:
    """Put a word into full-width brackets."""
    number = one_of(random, plain_words(passage, length=4))
    if number is None or passage.language.is_unspaced:
        return None
    start, end = passage.words.starts[number], passage.words.ends[number]
    return replaced(start, end, f"（{passage.text[start:end]}）")


def note(passage: Passage, random: Random) -> Fault | None:
    """Leave a translator's note after a sentence."""
    notes = passage.language.phrases("planting", "notes")
    if not notes or not passage.sentences:
        return None
    place = random.choice(passage.sentences).end
    return inserted(place, space_of(passage.language) + random.choice(notes))


PLANTERS: Mapping[str, Planter] = {
    "clarification-in-speech": clarification,
    "lone-word-in-brackets": lone_word,
    "unbalanced-bracket": unbalanced,
    "empty-bracket": empty,
    "wrong-width-bracket": wrong_width,
    "translator-note": note,
}
