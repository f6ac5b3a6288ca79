"""What tools and pages leave in a text."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from random import Random

from ..core.document import Passage
from .fault import Fault, Planter, behind, inserted, one_of, plain_words, replaced

_LOOK_ALIKE = {"a": "а", "c": "с", "e": "е", "o": "о", "p": "р"}
"""Latin letters and the Cyrillic ones that look like them (Unicode confusables)."""
_LOOK_ALIKES = {"Latn": _LOOK_ALIKE, "Cyrl": {other: letter for letter, other in _LOOK_ALIKE.items()}}


def untranslated(passage: Passage, random: Random) -> Fault | None:
    """Write a word of another script in the place of one."""
    number = one_of(random, plain_words(passage, length=4))
    foreign = passage.language.phrases("planting", "untranslated")
    if number is None or not foreign:
        return None
    return replaced(passage.words.starts[number], passage.words.ends[number], random.choice(foreign))


def mojibake(passage: Passage, random: Random) -> Fault | None:
    """Read a typographic apostrophe or dash as Windows-1252."""
    if passage.language.script not in ("Latn", "Zyyy"):
        return _garbled_word(passage, random)
    places = [
        place for place, character in enumerate(passage.text) if character in "’–—é" or (character > "\u00bf" and character.islower())
    ]
    place = one_of(random, places)
    if place is None:
        return None
    return replaced(place, place + 1, _garbled(passage.text[place]))


def _garbled(text: str) -> str:
    return text.encode("utf-8").decode("cp1252", "replace")


def _garbled_word(passage: Passage, random: Random) -> Fault | None:
    """Read a word of a script beyond Latin as Windows-1252."""
    words, size = passage.words, 3 if passage.language.is_unspaced else 1
    plain = set(plain_words(passage, length=4))
    number = one_of(random, sorted(n for n in plain if all(n + k in plain for k in range(size))))
    if number is None:
        return None
    start, end = words.starts[number], words.ends[number + size - 1]
    return replaced(start, end, _garbled(passage.text[start:end]))


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
        return behind(passage.words.ends[number], random.choice(tokens), passage.language)

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
        if number is None:
            return None
        inside = 1 if passage.language.is_unspaced else 2
        return inserted(passage.words.starts[number] + inside, random.choice(characters))

    return plant


def homoglyph(passage: Passage, random: Random) -> Fault | None:
    """Write a letter of a word in another script."""
    alike = _LOOK_ALIKES.get(passage.language.script, {})
    numbers = [number for number in plain_words(passage, length=5) if set(passage.words[number]) & set(alike)]
    number = one_of(random, numbers)
    if number is None:
        return None
    word = passage.words[number]
    letter = random.choice(sorted(set(word) & set(alike)))
    return replaced(passage.words.starts[number], passage.words.ends[number], word.replace(letter, alike[letter], 1))


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
