"""Spacing, marks and capitals gone wrong."""

from __future__ import annotations

from collections.abc import Mapping
from random import Random

import regex

from ..core.document import Passage
from .fault import Fault, Planter, inserted, one_of, plain_words, replaced, space_of
from .quotes import space_inside

_BRACKET = regex.compile(r"[(（][^()（）]{3,60}+[)）]")
_MARKS = ("?", ";", ":")


def space_before(passage: Passage, random: Random) -> Fault | None:
    """Put a space before a comma."""
    place = one_of(random, _commas(passage))
    return None if place is None else replaced(place, place + 1, f" {_comma(passage)}")


def missing_space(passage: Passage, random: Random) -> Fault | None:
    """Take the space after a comma away."""
    place = one_of(random, _commas(passage))
    return None if place is None or passage.language.is_unspaced else Fault(place + 1, place + 2, "", place, place + 1)


def doubled_mark(passage: Passage, random: Random) -> Fault | None:
    """Write a comma twice."""
    place = one_of(random, _commas(passage))
    return None if place is None else replaced(place, place + 1, _comma(passage) * 2)


def foreign_mark(passage: Passage, random: Random) -> Fault | None:
    """Write a comma as another script does."""
    place = one_of(random, _commas(passage))
    return None if place is None else replaced(place, place + 1, passage.language.value("planting", "foreign_comma", "，"))


def misplaced_mark(passage: Passage, random: Random) -> Fault | None:
    """Put a mark after an article, where none can stand."""
    language = passage.language
    articles = language.words("words", "articles") & language.words("mechanics", "needs_a_follower")
    number = one_of(random, [n for n in plain_words(passage, length=1) if passage.words.lower[n] in articles])
    return None if number is None else inserted(passage.words.ends[number], random.choice(_MARKS))


def capital_inside(passage: Passage, random: Random) -> Fault | None:
    """Write a preposition inside a sentence with a capital."""
    words = passage.words
    language = passage.language
    prepositions = language.words("words", "prepositions") - language.words("mechanics", "may_be_names")
    places = [
        n for n in plain_words(passage, length=2) if words.lower[n] in prepositions and words[n - 1].islower() and words[n + 1].islower()
    ]
    number = one_of(random, places)
    if number is None or passage.is_heading:
        return None
    start, end = words.starts[number], words.ends[number]
    return replaced(start, end, words[number].capitalize())


def lower_start(passage: Passage, random: Random) -> Fault | None:
    """Begin a sentence in lower case."""
    text = passage.text
    starts = [span.start for span in passage.sentences if text[span.start].isupper() and text[span.start + 1 : span.start + 2].islower()]
    place = one_of(random, starts)
    return None if place is None or passage.is_heading else replaced(place, place + 1, text[place].lower())


def space_inside_brackets(passage: Passage, random: Random) -> Fault | None:
    """Put a space before a closing bracket."""
    place = one_of(random, [match.end() - 1 for match in _BRACKET.finditer(passage.text)])
    return None if place is None else replaced(place, place + 1, f" {passage.text[place]}")


def _commas(passage: Passage) -> list[int]:
    comma, space = _comma(passage), space_of(passage.language)
    between = regex.compile(rf"(?<=[\p{{Ll}}\p{{Lo}}]){comma}{space}(?=[\p{{Ll}}\p{{Lo}}])")
    return [match.start() for match in between.finditer(passage.text)]


def _comma(passage: Passage) -> str:
    return str(passage.language.value("planting", "comma", ","))


PLANTERS: Mapping[str, Planter] = {
    "space-before-mark": space_before,
    "missing-space": missing_space,
    "doubled-mark": doubled_mark,
    "foreign-mark": foreign_mark,
    "misplaced-mark": misplaced_mark,
    "capital-in-mid-sentence": capital_inside,
    "lowercase-start": lower_start,
    "space-inside-quotes": space_inside,
    "space-inside-brackets": space_inside_brackets,
}
