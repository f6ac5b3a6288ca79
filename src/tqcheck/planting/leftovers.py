"""What tools and pages leave in a text."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from random import Random

from ..core.document import Passage
from .fault import Fault, Planter, inserted, one_of, plain_words, replaced

_LOOK_ALIKE = {"a": "а", "c": "с", "e": "е", "o": "о", "p": "р"}
"""Latin letters and the Cyrillic ones that look like them (Unicode confusables)."""


def untranslated(passage: Passage, random: Random) -> Fault | None:
    """Write a word of another script in the place of one."""
    number = one_of(random, plain_words(passage, length=4))
    foreign = passage.language.phrases("planting", "untranslated")
    if number is None or not foreign:
        return None
    return replaced(passage.words.starts[number], passage.words.ends[number], random.choice(foreign))


def mojibake(passage: Passage, random: Random) -> Fault | None:
    """Read a typographic apostrophe or dash as Windows-1252."""
    places = [place for place, character in enumerate(passage.text) if character in "’–—é"]
    place = one_of(random, places)
    if place is None:
        return None
    wrong = passage.text[place].encode("utf-8").decode("cp1252", "replace")
    return replaced(place, place + 1, wrong)


def entity(passage: Passage, random: Random) -> Fault | None:
    """Leave an entity behind between two words."""
    number = one_of(random, plain_words(passage))
    if number is None:
        return None
    return inserted(passage.words.ends[number], random.choice(("&nbsp;", " &amp;amp;", "&#8203;")))


def after_word(*tokens: str) -> Callable[[Passage, Random], Fault | None]:
    """Leave one of the tokens behind a word."""

    def plant(passage: Passage, random: Random) -> Fault | None:
        number = one_of(random, plain_words(passage))
        if number is None:
            return None
        token = random.choice(tokens)
        return inserted(passage.words.ends[number], f" {token}", gold=(1, len(token) + 1))

    return plant


def placeholder(passage: Passage, random: Random) -> Fault | None:
    """Leave a placeholder in the place of a word."""
    number = one_of(random, plain_words(passage, length=4))
    placeholders = passage.language.phrases("planting", "placeholders")
    if number is None or not placeholders:
        return None
    return replaced(passage.words.starts[number], passage.words.ends[number], random.choice(placeholders))


def inside_word(*characters: str) -> Callable[[Passage, Random], Fault | None]:
    """Put one of the characters, which nobody sees, into a word."""

    def plant(passage: Passage, random: Random) -> Fault | None:
        number = one_of(random, plain_words(passage, length=5))
        return None if number is None else inserted(passage.words.starts[number] + 2, random.choice(characters))

    return plant


def homoglyph(passage: Passage, random: Random) -> Fault | None:
    """Write a letter of a word in another script."""
    numbers = [number for number in plain_words(passage, length=5) if set(passage.words[number]) & set(_LOOK_ALIKE)]
    number = one_of(random, numbers)
    if number is None:
        return None
    word = passage.words[number]
    letter = random.choice(sorted(set(word) & set(_LOOK_ALIKE)))
    return replaced(passage.words.starts[number], passage.words.ends[number], word.replace(letter, _LOOK_ALIKE[letter], 1))


def first_line(key: str) -> Callable[[Passage, Random], Fault | None]:
    """Put a line of the language's list before the first block."""

    def plant(passage: Passage, random: Random) -> Fault | None:
        lines = passage.language.phrases("planting", key)
        if passage.number or not lines:
            return None
        line = random.choice(lines)
        return inserted(0, line + "\n\n", gold=(0, len(line)))

    return plant


def last_line(key: str) -> Callable[[Passage, Random], Fault | None]:
    """Put a line of the language's list after the last block."""

    def plant(passage: Passage, random: Random) -> Fault | None:
        lines = passage.language.phrases("planting", key)
        if passage.following is not None or not lines:
            return None
        line = random.choice(lines)
        return inserted(len(passage.text), "\n\n" + line, gold=(2, len(line) + 2))

    return plant


PLANTERS: Mapping[str, Planter] = {
    "untranslated-words": untranslated,
    "mojibake": mojibake,
    "entity-residue": entity,
    "model-token": after_word("<unk>", "</s>", "__PH_2__"),
    "model-chatter": first_line("chatter"),
    "unfilled-placeholder": placeholder,
    "stray-control-character": inside_word("\u200b", "\ufeff", "\x07"),
    "mixed-script-word": homoglyph,
    "site-furniture": last_line("furniture"),
}
