"""Names and dates that conflict."""

from __future__ import annotations

from collections.abc import Mapping
from random import Random

import regex

from ..core.document import Passage
from .fault import FINAL_STOPS, Fault, Planter, inserted, one_of, replaced

_NAME = regex.compile(r"(?<!\p{Lu}\p{Ll}{0,12} )\b(\p{Lu}\p{Ll}{2,}+) (\p{Lu}\p{Ll}{5,}+)\b(?! \p{Lu})")
_SENTENCE_END = regex.compile(r"(?<=\p{Ll}{3})\.(?=\s|\Z)")
_VOWELS = "aeiou"


def misspelt_name(passage: Passage, random: Random) -> Fault | None:
    """Write another vowel in a full name where it comes for the last time, if the text has it at least three times."""
    text, end = passage.document.text, passage.span.end
    names = [name for name in _NAME.finditer(passage.text) if text.count(name.group()) > 2 and name.group() not in text[end:]]
    titles = passage.language.words("consistency", "titles")
    names = [name for name in names if name.group(1).lower() not in titles]
    if not names:
        return None
    name = random.choice(names)
    surname = name.group(2)
    vowels = passage.language.value("planting", "vowels", _VOWELS)
    tail = passage.language.value("consistency", "inflected_tail", 0)
    place = one_of(random, [at for at in range(1, len(surname) - tail) if surname[at] in vowels])
    if place is None:
        return None
    other = random.choice([vowel for vowel in vowels if vowel != surname[place]])
    return replaced(name.start(), name.end(), f"{name.group(1)} {surname[:place]}{other}{surname[place + 1 :]}")


def wrong_weekday(passage: Passage, random: Random) -> Fault | None:
    """Put a date with a wrong weekday before the final full stop of a sentence."""
    language = passage.language
    dates, joint = language.phrases("planting", "wrong_weekdays"), language.value("planting", "date_joint", " on ")
    ends = [
        span.end - 1
        for span in passage.sentences
        if passage.text[span.end - 2 : span.end - 1].isalpha() and passage.text[span.end - 1] in FINAL_STOPS
    ]
    place = one_of(random, ends)
    if place is None or not dates:
        return None
    date = random.choice(dates)
    return inserted(place, joint + date, gold=(len(joint), len(joint + date)))


PLANTERS: Mapping[str, Planter] = {"conflicting-name": misspelt_name, "weekday-against-date": wrong_weekday}
