"""Han characters: what they mean in English, how they are read, and which ones write foreign names."""

from __future__ import annotations

from functools import cache

from .sound import consonants
from .tables import rows

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


@cache
def _characters() -> Mapping[str, Sequence[str]]:
    return {row[0]: row[1:] for row in rows("han")}


def senses(character: str) -> Sequence[str]:
    """The English terms by which a character is explained, at most eight."""
    found = _characters().get(character)
    return found[0].split() if found else ()


@cache
def readings(character: str) -> frozenset[str]:
    """How a character is read in Japanese, in small Latin letters."""
    found = _characters().get(character)
    return frozenset(found[1].split()) if found else frozenset()


@cache
def family_names() -> Mapping[str, frozenset[str]]:
    """Japanese family names in Han characters -> how they are read, in small Latin letters with short vowels."""
    return {row[0]: frozenset(map(_plain, row[1:])) for row in rows("people.ja")}


@cache
def transcribes(character: str, *, only: bool = False) -> bool:
    """True if Chinese writes foreign names with the character; with ``only`` if it does little else."""
    found = _characters().get(character)
    return bool(found and len(found) > 2 and found[2] and (found[2] == "2" or not only))


def reads(run: str, name: str) -> bool:
    """True if characters that stand side by side in a run of Han can be read in Japanese as a name in small Latin letters.

    A sound may be voiced inside a word (rendaku), and long vowels are not told from short ones.
    """
    name = _plain(name)
    if len(name) < 3:
        return False
    if any(name in family_names().get(run[begin : begin + size], ()) for begin in range(len(run) - 1) for size in (2, 3)):
        return True
    reached: set[int] = set()
    for character in run:
        reached = {begin + len(each) for begin in (0, *reached) for each in _spoken(character) if _begins(name, each, begin)}
        if len(name) in reached:
            return True
    return False


@cache
def _spoken(character: str) -> frozenset[str]:
    whole = frozenset(map(_plain, readings(character)))
    return whole | {stem for reading in whole for ending in _ENDINGS if len(stem := reading.removesuffix(ending)) > 1}


# Of verbs and adjectives; what is written in kana in a text is left out in a name (渡る, 渡辺).
_ENDINGS = ("ru", "su", "ku", "mu", "bu", "tsu", "i", "u", "eru", "iru", "aru")


def _plain(latin: str) -> str:
    for long, short in (("ou", "o"), ("oo", "o"), ("uu", "u"), ("ō", "o"), ("ū", "u"), ("oh", "o")):
        latin = latin.replace(long, short)
    return latin


def _begins(name: str, reading: str, begin: int) -> bool:
    here = name[begin : begin + len(reading)]
    if here == reading:
        return True
    return begin > 0 and len(here) == len(reading) and here[1:] == reading[1:] and consonants(here[0]) == consonants(reading[0]) != ""
