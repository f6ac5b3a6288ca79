"""The names that a source has, as far as its script, its capitals or the lexicon show them."""

from __future__ import annotations

from functools import lru_cache

from ...core.language import primary
from ...core.pattern import pattern
from ..lexicon.han import transcribes
from ..lexicon.places import english_lands, places
from ..lexicon.terms import LONGEST
from ..lexicon.words import WordTable, word_table
from .capitals import names_by_capitals
from .name import Name
from .spaceless import chinese_names, japanese_names

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_SPACELESS = {"zh": chinese_names, "ja": japanese_names}
_UNCASED = frozenset(("hi", "ko", "th", "ar", "he", "fa", "mr"))
"""Scripts without capitals, in which names are words like others."""
_SHORTEST_UNCASED = 5
_SHORTEST_HAN = 2
_LIKELY = 0.5
_LATIN = pattern(r"[\p{Latin}](?:[\p{Latin}\p{M}]|[’'.-](?=\p{Latin}))++")
_CAPITALISED = pattern(r"\p{Lu}\p{Ll}{3,}+(?![\p{L}\p{Pd}])")
_KATAKANA = pattern(r"[\p{Katakana}ー]")


@lru_cache(maxsize=8)
def names_of(text: str, language: str) -> Sequence[Name]:
    """The same as `names`, all of them; the last ones are kept, as by `hear`."""
    return tuple(names(text, language))


def names(text: str, language: str) -> Iterator[Name]:
    """The names of a source that are sure to be some: places first, then from left to right what is no part of them."""
    language = primary(language)
    covered: set[int] = set()
    for name in _places(text, language):
        covered.update(range(name.start, name.end))
        yield name
    yield from (name for name in _others(text, language) if name.start not in covered and name.end - 1 not in covered)


def _places(text: str, language: str) -> Iterator[Name]:
    known = word_table(language)
    for start, end, english in places(language).find(text, surely=True):
        name = text[start:end]
        may_be_a_word = language in _UNCASED and (len(name) < _SHORTEST_UNCASED or _is_word(name, english, known))
        if not may_be_a_word and not _is_cut(text, start, end):
            kind = "land" if any(each.lower() in english_lands() for each in english) else "place"
            yield Name(start, end, name, kind, english)


def _is_word(name: str, english: Sequence[str], known: WordTable) -> bool:
    """True if the lexicon has the name as a word that means something else than the place."""
    places = {each.lower()[:LONGEST] for each in english}
    return any(term not in places and share > _LIKELY for term, share in known[name[:LONGEST]].items())


def _others(text: str, language: str) -> Iterator[Name]:
    if language in _SPACELESS:
        yield from _SPACELESS[language](text)
    if language in _SPACELESS or language in _UNCASED:
        yield from (Name(*match.span(), match.group(), "latin") for match in _LATIN.finditer(text))
    else:
        yield from _places_of_english(text)
        yield from names_by_capitals(text, language)


def _places_of_english(text: str) -> Iterator[Name]:
    """Lands and capitals that are written as in English (Iran, Paris)."""
    for match in _CAPITALISED.finditer(text):
        if match.group().lower() in english_lands():
            yield Name(*match.span(), match.group(), "land", (match.group(),))


def _is_cut(text: str, start: int, end: int) -> bool:
    """True if the place begins or ends inside a run of katakana, or of Han that write a longer foreign name."""
    if end - start == _SHORTEST_HAN and start and transcribes(text[start - 1], only=True):
        return transcribes(text[start]) and transcribes(text[end - 1])
    around = text[max(0, start - 1) : start] + text[end : end + 1]
    return bool(_KATAKANA.match(text[start])) and _KATAKANA.search(around) is not None
