"""Names of a source whose script has capitals."""

from __future__ import annotations

from itertools import pairwise

from ...core.pattern import pattern
from ..lexicon.places import places
from ..lexicon.spelling import SHORTEST_STEM
from ..lexicon.terms import LONGEST
from ..lexicon.words import word_table
from .name import Name

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ..lexicon.words import WordTable

_CAPITALISED = pattern(r"\p{Lu}[\p{L}\p{M}’'-]*+")
_JOINT = pattern(r" (?:(?:i|и|y|e|et|de|del|di|a|und|of|la|le) )?")
# The first word of a sentence, and what stands behind an opening quotation mark, has its capital for another reason.
_BEFORE_FIRST = pattern(r"(?:^|[.!?:…]['\"”’»)\]]*+\s++|['\"“„‘‚«])[\s'\"“„‘‚«»(\[\p{Pd}–—]*+$")
_LONGEST_BEFORE = 12
_LONGEST_NAME = 3
"""Words of a name: longer runs are titles and organisations, which are translated."""
_SHORTEST_WORD = 3
_MOST_LANDS = 12
# German nouns have capitals too; those that are no names end so as a rule.
_SHOUTED = pattern(r"\p{Lu}\p{Ll}*+\p{Lu}|^\p{Lu}+$")
# Slavic adjectives, which have capitals in titles and in the names of institutions.
_ADJECTIVE = pattern(r"(?:[оеоы]го|[ое]му|ы[мхй]|и[мхй]|[аоы][яе]|ej|[ie]go|emu|[iy]ch|[ýí]m|ého|ému|[ýí]ch|sk[áéýí]|ck[áéýí])$")
_INFLECTED = pattern(r"e[nrms]?$")
_NOUN_ENDING = pattern(r"(?:ung|heit|keit|schaft|tion|ismus|ment|tät|nis|tum|chen|lein|ling|ium|ent|eur|ist|ik|ie|er|ern|en|e|es|em|s)$")


def names_by_capitals(text: str, language: str) -> Iterator[Name]:
    """Short runs of capitalised words that no capital at the beginning of a sentence, and no common word, explains."""
    known = word_table(language)
    for run in _runs(text):
        if not _is_inside(text, run[0][0]) and (len(run) == 1 or _may_be_common(text[slice(*run[0])], language, known)):
            del run[0]
        if language == "de":
            yield from _pairs(text, run, known)
        elif 0 < len(run) <= _LONGEST_NAME and _may_be_a_name([text[start:end] for start, end in run], known):
            name = text[run[0][0] : run[-1][1]]
            yield Name(run[0][0], run[-1][1], name, "capital", _lands_like(name, language))


def _lands_like(name: str, language: str) -> Sequence[str]:
    """The English names of lands that begin like a name: it may be that of a people (Němci, Polacy)."""
    forms = places(language).by_beginning.get(name[:SHORTEST_STEM].lower(), ())
    return tuple(dict.fromkeys(each for words, english in forms if len(words) == 1 for each in english))[:_MOST_LANDS]


def _may_be_common(word: str, language: str, known: WordTable) -> bool:
    """True if the first word of a sentence may have its capital for that alone, though another one stands beside it."""
    return bool(known[word.lower()[:LONGEST]]) or len(word) <= _SHORTEST_WORD or (language == "de" and _INFLECTED.search(word) is not None)


def _may_be_a_name(words: list[str], known: WordTable) -> bool:
    if any(_SHOUTED.search(word) or known[word.lower()[:LONGEST]] for word in words):
        return False
    if len(words) == 1 and _ADJECTIVE.search(words[0]):
        return False
    return max(map(len, words)) >= _SHORTEST_WORD


def _pairs(text: str, run: list[tuple[int, int]], known: WordTable) -> Iterator[Name]:
    for (start, _), (last, end) in pairwise(run):
        word = text[last:end]
        if word.isalpha() and not _NOUN_ENDING.search(word) and _may_be_a_name([word], known):
            yield Name(start, end, text[start:end], "pair")


def _runs(text: str) -> Iterator[list[tuple[int, int]]]:
    """(start, end) of the words of each run of capitalised words that stand side by side."""
    run: list[tuple[int, int]] = []
    for match in _CAPITALISED.finditer(text):
        if run and not _JOINT.fullmatch(text, run[-1][1], match.start()):
            yield run
            run = []
        run.append(match.span())
    if run:
        yield run


def _is_inside(text: str, start: int) -> bool:
    return not _BEFORE_FIRST.search(text[max(0, start - _LONGEST_BEFORE) : start])
