"""Phrases and parts of words of the language data, as the scan looks for them."""

from __future__ import annotations

from . import triggers as named
from .characters import UNSPACED, kind_of
from .pattern import pattern

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

_LAST = (named.BEFORE_MARK, named.BEFORE_STOP)


def letter_of(phrase: str, where: int) -> str:
    """Of a phrase in a script without spaces, whose words are letters, the one that is looked for; else nothing."""
    letters = [character for character in phrase if kind_of(character) & UNSPACED]
    return letters[-1 if where in _LAST else 0] if letters else ""


def longest(hint: str) -> tuple[str, int, int]:
    """The longest word of a hint, its number, and the number of words."""
    words = hint.split()
    number = max(range(len(words)), key=lambda number: (len(words[number]), number))
    return words[number], number, len(words)


def any_of(parts: Iterable[str]) -> Callable[[str], object]:
    """A test for words that hold one of the parts."""
    listed = sorted(set(parts))
    return pattern("|".join(map(_escaped, listed))).search if listed else lambda _word: None


def _escaped(part: str) -> str:
    return "".join(character if character.isalnum() else f"\\{character}" for character in part)


def holding(hints: Iterable[str]) -> Callable[[str], bool]:
    """A test for words that belong to one of the hints, each of which may be a part of a word or several words.

    Of several words the longest is looked for: the first may begin inside a word, and the last may end inside one.
    """
    parts: list[str] = []
    heads: list[str] = []
    tails: list[str] = []
    whole: list[str] = []
    for each in hints:
        word, number, count = longest(each)
        lists = parts if count == 1 else tails if number == 0 else heads if number == count - 1 else whole
        lists.append(word)
    starts, ends = tuple(heads), tuple(tails)
    return lambda word: word.startswith(starts) or word.endswith(ends) or word in whole or any(part in word for part in parts)
