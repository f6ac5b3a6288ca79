"""Words of another language in the same script: known by their letters, since no list holds them all.

A word is looked at when the vocabulary of the language does not know it, neither as it is nor by its endings and
beginnings. What remains is rare, misspelt, borrowed or foreign; the letters tell how likely it is the last.
"""

from __future__ import annotations

from collections.abc import Container, Iterator
from functools import lru_cache

from ...core.document import Passage
from ...core.language import Language
from ...core.pattern import pattern
from ...core.record import Row
from ...lang.common_words import common_words
from ...lang.vocabulary import LONGEST_WORD, Vocabulary, vocabulary
from ._stretches import may_begin_a_stretch, stretches

FLOOR = -1.0
"""Log-odds below which an unknown word is left alone; rare and misspelt words are unknown too."""
OF_THE_LIST = 2.0
OF_A_STRETCH = 2.5
DERIVED = 0.6
"""What the log-odds lose when endings or beginnings make the word of a known one."""
_NOUN_TAIL = 5
_SHORTEST_COMPOUND = 10
_LATIN = pattern(r"\p{Script=Latin}++")
_NUMBERED = pattern(r"(?<!\p{Nd})\p{Nd}++(?=\p{Ll}{6})")
_ELIDED = pattern(r"(?:l|d|qu|j|n|s|c|m|t|dell|nell|all|un|sull|dall|quest|jusqu)'(?=\w{3})")


class ForeignWord(Row):
    """The number of a word in its passage and the log-odds that it is of another language."""

    number: int
    strength: float


def foreign_words(passage: Passage) -> Iterator[ForeignWord]:
    """The words of a passage that look foreign, by place, without regard to what stands around them."""
    known = vocabulary(passage.language.code)
    if known is None:
        yield from _of_stretches(passage)
        return
    words, language = passage.words, passage.language
    listed = language.words("leftovers", "foreign_words")
    unknown = {word for word in set(words.lower) if word in listed or word not in known.words}
    small = {word for number, word in enumerate(words.lower) if word in unknown and words[number] == word}
    strengths: dict[str, float] = {}
    for word in unknown:
        strength = OF_THE_LIST if word in listed and word in small else _judged(word, language, is_small=word in small)
        if strength >= FLOOR:
            strengths[word] = strength
    if strengths:
        for number, word in enumerate(words.lower):
            if word in strengths and _is_cased_so(passage, number):
                yield ForeignWord(number, strengths[word])


def _of_stretches(passage: Passage) -> Iterator[ForeignWord]:
    """The words of each stretch; where it has capitals, its common words may be those of a name or title."""
    words = passage.words
    for stretch in stretches(passage):
        numbers = range(stretch.first, stretch.last + 1)
        may_be_name = any(words[number][0].isupper() for number in numbers)
        for number in numbers:
            is_little = may_be_name and words.lower[number] in common_words()
            yield ForeignWord(number, OF_THE_LIST if is_little or not words[number].islower() else OF_A_STRETCH)


def may_be_foreign(word: str, language: Language) -> bool:
    """True if the word, where it is written small, looks foreign; a trigger."""
    known = vocabulary(language.code)
    if known is None:
        return may_begin_a_stretch(word, language)
    return word in language.words("leftovers", "foreign_words") or (
        word not in known.words and _judged(word, language, is_small=True) >= FLOOR
    )


def may_be_foreign_noun(word: str, language: Language) -> bool:
    """True if the word, where it is written with a capital, is a noun of another language; a trigger."""
    return vocabulary(language.code) is not None and _is_noun(word, language)


def _is_cased_so(passage: Passage, number: int) -> bool:
    """True for a small word, and for a capitalised noun of the list: capitals are names otherwise."""
    word = passage.words[number]
    return word.islower() or (word[0].isupper() and word[1:].islower() and _is_noun(word.lower(), passage.language))


def _judged(word: str, language: Language, *, is_small: bool) -> float:
    """The strength of an unknown word, which the text also writes small or not, -inf if it is none to be judged."""
    if len(word) < 2 or len(word) > LONGEST_WORD:
        return float("-inf")
    if not is_small:
        return OF_THE_LIST if _is_noun(word, language) else float("-inf")
    if (word.isascii() and word.isalpha()) or _LATIN.fullmatch(word):
        return strength(word, language)
    core = _ELIDED.sub("", word, count=1) if "'" in word else _NUMBERED.sub("", word, count=1)
    if core == word or not _LATIN.fullmatch(core) or _knows(core, language):
        return float("-inf")
    return max(strength(core, language), 0.0)


def strength(word: str, language: Language) -> float:
    """The log-odds that an unknown lower-case word is of another language."""
    return _strength(word, language.code, language)


@lru_cache(maxsize=50_000)
def _strength(word: str, code: str, language: Language) -> float:
    known = vocabulary(code)
    if known is None or word in language.words("leftovers", "loanwords") or word in language.words("leftovers", "agencies"):
        return float("-inf")
    strength = known.foreignness(word)
    return strength - DERIVED if strength >= FLOOR and _is_derived(word, known, language) else strength


def _knows(word: str, language: Language) -> bool:
    known = vocabulary(language.code)
    return known is not None and word in known.words


def _is_derived(word: str, known: Vocabulary, language: Language) -> bool:
    """True if endings, beginnings or a second known word make the word of a known one."""
    words = known.words
    if _is_inflected(word, words, language):
        return True
    beginnings = language.phrases("leftovers", "word_beginnings")
    for beginning in beginnings if word.startswith(beginnings) else ():
        rest = word[len(beginning) :]
        if len(rest) > 3 and word.startswith(beginning) and (rest in words or _is_inflected(rest, words, language)):
            return True
    return any(
        word[:place] in words and (word[place:] in words or _is_inflected(word[place:], words, language))
        for place in range(4, len(word) - 3)
    )


def _is_inflected(word: str, words: Container[str], language: Language) -> bool:
    endings = language.phrases("leftovers", "word_endings")
    for ending in endings if word.endswith(endings) else ():
        stem = word[: -len(ending)]
        if len(stem) < 3 or not word.endswith(ending):
            continue
        if stem in words or (ending[0] in "aeiou" and (stem + "e" in words or (stem[-1] == stem[-2] and stem[:-1] in words))):
            return True
        if stem[-1] == "i" and stem[:-1] + "y" in words:
            return True
    return False


@lru_cache(maxsize=50_000)
def _is_noun(word: str, language: Language) -> bool:
    """True for a noun that another language writes with a capital, also inflected or as the end of a compound."""
    nouns = language.words("leftovers", "foreign_nouns")
    if not nouns or len(word) < 3:
        return False
    stems = [word, *(word[: -len(ending)] for ending in ("innen", "en", "er", "es", "e", "n", "s", "in") if word.endswith(ending))]
    if word in nouns or any(stem in nouns and len(stem) > 3 for stem in stems):
        return True
    tails = language.pattern("leftovers", "foreign_noun_patterns")
    may_end_so = word.endswith(language.phrases("leftovers", "foreign_noun_endings"))
    if len(word) >= 8 and may_end_so and tails is not None and tails.fullmatch(word):
        return True
    ends = language.words("leftovers", "foreign_noun_tails")
    return any(stem[place:] in ends for stem in stems for place in range(3, len(stem) - _NOUN_TAIL + 1) if len(stem) >= _SHORTEST_COMPOUND)
