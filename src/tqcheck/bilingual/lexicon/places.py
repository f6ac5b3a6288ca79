"""Places by name: which places a text in another language names, and what they are called in English."""

from __future__ import annotations

from functools import cache, cached_property

from ...core.language import primary
from ...core.pattern import pattern
from .peoples import LANDS
from .sound import consonants
from .spelling import SHORTEST_STEM, is_form_of, same_stem
from .tables import rows

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

_SCRIPTS = {
    "zh": ("zh-Hant", "Cjk"),
    "ja": ("Cjk", "Katakana"),
    "hi": ("Devanagari",),
    "mr": ("Devanagari",),
    "ru": ("Cyrillic",),
    "uk": ("Cyrillic",),
    "bg": ("Cyrillic",),
    "sr": ("Cyrillic",),
    "ar": ("Arabic",),
    "fa": ("Arabic",),
    "ko": ("Hangul",),
    "he": ("Hebrew",),
    "el": ("Greek",),
}
_SPACELESS = ("zh", "ja")
_LONGEST = 12
_WORD = pattern(r"[\p{L}\p{M}][\p{L}\p{M}\p{Pd}’']*+")


class Places:
    """The places that some tables of the lexicon name."""

    def __init__(self, tables: Sequence[str], *, spaceless: bool = False) -> None:
        self._spaceless = spaceless
        self.english: dict[str, Sequence[str]] = {}
        for table in tables:
            for form, *english in rows(table):
                self.english[form] = (*self.english.get(form, ()), *english)
        sure = (tables[0], *(table for table in tables if table.startswith("cities.")))
        self._lands = frozenset(form for table in sure for form, *_ in rows(table))

    @cached_property
    def by_beginning(self) -> Mapping[str, Sequence[tuple[Sequence[str], Sequence[str]]]]:
        """first letters of a form -> (its words, its English names)."""
        found: dict[str, list[tuple[Sequence[str], Sequence[str]]]] = {}
        for form, english in self.english.items():
            words = tuple(match.group().lower() for match in _WORD.finditer(form))
            if words:
                found.setdefault(words[0][:SHORTEST_STEM], []).append((words, english))
        return found

    @cached_property
    def english_names(self) -> frozenset[str]:
        """The English names, in small letters, of the lands and large cities."""
        return frozenset(name.lower() for form in self._lands for name in self.english[form])

    def find(self, text: str, *, surely: bool = False) -> Iterator[tuple[int, int, Sequence[str]]]:
        """(start, end, English names) of the places that a text names, from left to right; the longest at each place.

        ``surely``: only those that are nothing else, as far as their length, their capitals and their endings tell.
        """
        return self._in_spaceless(text, surely) if self._spaceless else self._in_words(text, surely)

    def _in_spaceless(self, text: str, surely: bool) -> Iterator[tuple[int, int, Sequence[str]]]:
        place = 0
        while place < len(text):
            if text[place] >= "\u0e00":
                for size in range(min(_LONGEST, len(text) - place), 1, -1):
                    english = self.english.get(text[place : place + size])
                    if english and (not surely or size > 2 or text[place : place + size] in self._lands):
                        yield place, place + size, english
                        place += size - 1
                        break
            place += 1

    def _in_words(self, text: str, surely: bool) -> Iterator[tuple[int, int, Sequence[str]]]:
        found = list(_WORD.finditer(text))
        words = [match.group().lower() for match in found]
        number = 0
        while number < len(words):
            size, english = self._named(words, number, surely, found[number].group()[0].islower())
            if size:
                yield found[number].start(), found[number + size - 1].end(), english
            number += size or 1

    def _named(self, words: Sequence[str], number: int, surely: bool, is_small: bool) -> tuple[int, Sequence[str]]:
        """How many words from here on name a place, and its English names."""
        if not surely:
            return self._longest(words, number, same_stem)
        if is_small:
            return 0, ()
        size, english = self._longest(words, number, is_form_of)
        lands = self._lands_by_beginning.get(words[number][:SHORTEST_STEM], ())
        return (size, english) if size != 1 or any(is_form_of(words[number], form) for form in lands) else (0, ())

    @cached_property
    def _lands_by_beginning(self) -> Mapping[str, Sequence[str]]:
        found: dict[str, list[str]] = {}
        for form in self._lands:
            found.setdefault(form[:SHORTEST_STEM].lower(), []).append(form.lower())
        return found

    def _longest(self, words: Sequence[str], number: int, same: Callable[[str, str], bool]) -> tuple[int, Sequence[str]]:
        best: tuple[int, Sequence[str]] = (0, ())
        for form, english in self.by_beginning.get(words[number][:SHORTEST_STEM], ()):
            if len(form) >= best[0] and len(form) <= len(words) - number and all(map(same, words[number : number + len(form)], form)):
                best = (len(form), english if len(form) > best[0] else (*best[1], *english))
        return best


@cache
def places(code: str) -> Places:
    """The places that a language has names of its own for, by its BCP 47 code; none for one without data."""
    language = primary(code)
    scripts = _SCRIPTS.get(language, ())
    tables = (f"places.{language}", *(f"{kind}.{script}" for kind in ("cities", "places") for script in scripts))
    return Places(tables, spaceless=language in _SPACELESS)


@cache
def tongues(code: str) -> Places:
    """The languages that a language has names for: as adjectives they stand for a people."""
    language = primary(code)
    return Places((f"tongues.{language}",), spaceless=language in _SPACELESS)


@cache
def exonyms() -> Places:
    """Large cities that some language in Latin letters has a name of its own for; it is not said which."""
    return Places(("places.Latin",))


@cache
def english_places() -> frozenset[str]:
    """The English names of all places that the lexicon has, in small letters."""
    names = (name.lower() for table in _ENGLISH_TABLES for _, *english in rows(f"places.{table}") for name in english)
    return frozenset(name for name in names if len(name) > SHORTEST_STEM) | english_lands()


@cache
def english_lands() -> frozenset[str]:
    """Those of CLDR, which has lands, large regions and languages for every language: they are told from other words for sure."""
    names = (name.lower() for table in _LAND_TABLES for _, *english in rows(table) for name in english)
    return frozenset(name for name in names if len(name) > SHORTEST_STEM) | frozenset(LANDS)


_LAND_TABLES = tuple(f"{kind}.{language}" for kind in ("places", "tongues") for language in ("zh", "ru", "ar"))
_ENGLISH_TABLES = ("zh", "ru", "ar", "hi", "ja", "Cyrillic", "Cjk", "Arabic")


def land(name: str) -> str:
    """The small English name of a place, or that of the land for a people, a language or a short form (Dutch, U.S.)."""
    name = name.lower().replace("’", "'").removesuffix("'s").removesuffix("'")
    name = name.removeprefix("the ")
    return LANDS.get(name, name)


def other_names(name: str) -> Iterator[str]:
    """The English names of the land of a name, of its people and its language, as far as they begin in another way."""
    found = land(name)
    yield found
    yield from (other for other, each in LANDS.items() if each == found)


def same_place(name: str, other: str) -> bool:
    """True if two English names stand for the same land or place, or for a place and its people (China, Chinese).

    Names that differ in their spelling alone are the same (Gent, Ghent).
    """
    name, other = land(name), land(other)
    if name == other or (name[:_TELLING] == other[:_TELLING] and min(len(name), len(other)) >= _TELLING):
        return True
    return (
        name[:1] == other[:1] and abs(len(name) - len(other)) <= 1 and len(consonants(name)) >= 3 and consonants(name) == consonants(other)
    )


_TELLING = 4
