"""Fault: one change to one block, and where its gold place is after the change."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from random import Random

from ..core.document import Passage
from ..core.language import Language

FINAL_STOPS = (".", "。")


@dataclass(frozen=True, slots=True)
class Fault:
    """Replace ``start``–``end`` of the block by ``text``; ``gold_start``–``gold_end`` is the fault's place afterwards.

    The gold place must not begin after the end of the new text, so that later blocks do not move it.
    """

    start: int
    end: int
    text: str
    gold_start: int
    gold_end: int


Planter = Callable[[Passage, Random], Fault | None]
"""Makes one fault in a block at a place chosen by chance, or None where the block has no place for it."""


def inserted(place: int, text: str, *, gold: tuple[int, int] | None = None) -> Fault:
    """Put ``text`` in at ``place``; gold is the new text or a part of it (places within ``text``)."""
    start, end = gold or (0, len(text))
    return Fault(place, place, text, place + start, place + end)


def behind(place: int, text: str, language: Language) -> Fault:
    """Put ``text`` in behind a word, with the space that the language writes between words; gold is the new text alone."""
    space = space_of(language)
    return inserted(place, space + text, gold=(len(space), len(space + text)))


def replaced(start: int, end: int, text: str) -> Fault:
    """Write ``text`` in the place of what stands there; gold is the new text."""
    return Fault(start, end, text, start, start + len(text))


def one_of(random: Random, places: Sequence[int]) -> int | None:
    """One of the places by chance, or None if there are none."""
    return random.choice(places) if places else None


def space_of(language: Language) -> str:
    """What stands between two words."""
    return "" if language.is_unspaced else " "


def brackets_of(language: Language) -> tuple[str, str]:
    """The round brackets that a text in the language has."""
    return ("（", "）") if language.is_unspaced else ("(", ")")


def plain_words(passage: Passage, *, length: int = 3) -> list[int]:
    """The numbers of lower-case words of at least ``length`` letters, with a word and a space on either side, outside brackets.

    In a script without spaces each letter is a word, and stands between two others.
    """
    words, space = passage.words, space_of(passage.language)
    least = 1 if passage.language.is_unspaced else length
    return [
        number
        for number in range(1, len(words) - 1)
        if len(words.lower[number]) >= least
        and _is_plain(words[number], passage.language)
        and words.joint(number - 1) == space == words.joint(number)
    ]


def _is_plain(word: str, language: Language) -> bool:
    return word.replace("’", "").replace("ʼ", "").isalpha() and (not language.has_case or word.islower())
