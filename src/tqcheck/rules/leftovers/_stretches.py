"""Stretches of another language, in a language that has no vocabulary: told by the commonest words of many languages."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence

from ...core.document import Passage
from ...core.language import Language, primary
from ...core.pattern import pattern
from ...core.record import Row
from ...core.span import Span
from ...lang.common_words import common_words
from ...lang.vocabulary import vocabulary

ENGLISH = "en"
_LATIN = pattern(r"\p{Script=Latin}[\p{Script=Latin}\p{M}'’]*+")
_PAUSES = frozenset('.!?()[]{}<>“”„"«»;:/@#_|=\\…—–')
_GAP = 3
"""So many words that no list knows may stand between two common ones."""
_FEWEST = 4
# A common word counts one point, shared by the languages that have it. English has a vocabulary beside its common words.
_POINTS = 2.0
_POINTS_OF_ENGLISH = 1.3
_POINTS_OF_A_COUSIN = 3.0
_COUSINS = (
    frozenset(("cs", "sk", "pl")), frozenset(("ru", "uk", "bg", "mk", "sr", "be")), frozenset(("sv", "da", "no")),
    frozenset(("es", "pt", "it", "fr", "ro")), frozenset(("de", "nl")),
)  # fmt: skip


class Stretch(Row):
    """The words ``first`` to ``last`` (numbers, inclusive) of a passage are of the language ``code``."""

    first: int
    last: int
    code: str


def may_begin_a_stretch(word: str, language: Language) -> bool:
    """True for a common word of another language that this one does not have; a trigger."""
    return bool(_languages_of(word, language))


def stretches(passage: Passage) -> Iterator[Stretch]:
    """The stretches of a passage that are of another language, in order and apart; none where a vocabulary judges single words."""
    behind = 0
    for stretch in _found(passage):
        if stretch.last >= behind:
            yield Stretch(max(stretch.first, behind), stretch.last, stretch.code)
            behind = stretch.last + 1


def _found(passage: Passage) -> Iterator[Stretch]:
    """The stretches by their common words; one that takes the rest of its sentence may overlap with the next one."""
    words, language = passage.words, passage.language
    if vocabulary(language.code) is not None or not _is_judged(language):
        return
    codes = {word: _languages_of(word, language) for word in set(words.lower)}
    if sum(map(bool, codes.values())) < 2:
        return
    run: list[int] = []
    for number, word in enumerate(words.lower):
        if run and not _goes_on(passage, run[-1], number):
            yield from _judged(passage, run, codes)
            run = []
        if codes[word]:
            run.append(number)
    if run:
        yield from _judged(passage, run, codes)


def _languages_of(word: str, language: Language) -> tuple[str, ...]:
    """The languages that have this word among their commonest; none if the language of the text has it too."""
    known = common_words().get(word)
    if known is None or len(word) < 2 or _is_own(word, language) or not _is_judged(language):
        return ()
    return tuple(code for code, _ in known)


def _is_judged(language: Language) -> bool:
    """True if it is known what the language's own words look like: by their script, or since it has common words itself."""
    return language.script not in ("Zyyy", "Latn") or bool(language.function_words)


def _goes_on(passage: Passage, last: int, number: int) -> bool:
    """True while no mark ends the clause, no common word of the text's own language comes, and the last foreign one is near."""
    words = passage.words
    if number - last > _GAP + 1 or not _PAUSES.isdisjoint(words.joint(number - 1)):
        return False
    word, language = words.lower[number], passage.language
    if language.script != "Latn" and not words[number].isascii() and _LATIN.fullmatch(words[last]):
        return _LATIN.fullmatch(words[number]) is not None
    return not _is_own(word, language) or _is_shared(word, passage, last)


def _is_shared(word: str, passage: Passage, last: int) -> bool:
    """True for a word that is common in the text's own language and in that of the foreign word before it as well."""
    theirs = {code for code, _ in common_words().get(passage.words.lower[last], ())}
    return any(code in theirs for code, _ in common_words().get(word, ()))


def _judged(passage: Passage, run: Sequence[int], codes: dict[str, tuple[str, ...]]) -> Iterator[Stretch]:
    lower, common = passage.words.lower, common_words()
    said = {lower[number] for number in run}
    points = Counter[str]()
    for word in said:
        points.update({code: weight for code, weight in common[word] if code in codes[word]})
    code, most = max(points.items(), key=lambda item: (item[1], item[0]))
    numbers = [number for number in run if code in codes[lower[number]]]
    first, last = _grown(passage, numbers[0], numbers[-1], code)
    own = primary(passage.language.code)
    is_cousin = any(own in family and code in family for family in _COUSINS)
    needed = _POINTS_OF_A_COUSIN if is_cousin else _POINTS_OF_ENGLISH if code == ENGLISH else _POINTS
    if most >= needed and len({lower[number] for number in numbers}) > 1 and last - first + 1 >= _FEWEST:
        yield Stretch(*_with_sentence(passage, first, last), code)


def _with_sentence(passage: Passage, first: int, last: int) -> tuple[int, int]:
    """The stretch with the rest of its sentence, if it is most of it and none of the other words is common in the text's language."""
    words = passage.words
    at = max(0, bisect_right(passage.sentences, words.starts[first], key=_start) - 1)
    sentence = passage.sentences[at]
    start, end = words.at(sentence.start), words.at(sentence.end - 1)
    rest = [*range(start, first), *range(last + 1, min(end, len(words)))]
    if len(rest) > last - first + 1 or any(_is_own(words.lower[number], passage.language) for number in rest):
        return first, last
    return min(start, first), max(end - 1, last)


def _start(span: Span) -> int:
    return span.start


def _is_own(word: str, language: Language) -> bool:
    own = primary(language.code)
    return word in language.function_words or any(code == own for code, _ in common_words().get(word, ()))


def _grown(passage: Passage, first: int, last: int, code: str) -> tuple[int, int]:
    """The stretch with the words beside it that belong to it: English ones by their vocabulary, others in another script."""
    words = passage.words
    while first and _belongs(passage, first - 1, code) and _PAUSES.isdisjoint(words.joint(first - 1)):
        first -= 1
    while last + 1 < len(words) and _belongs(passage, last + 1, code) and _PAUSES.isdisjoint(words.joint(last)):
        last += 1
    return first, last


def _belongs(passage: Passage, number: int, code: str) -> bool:
    word, language = passage.words.lower[number], passage.language
    if language.script != "Latn" and code != "ru":
        return _LATIN.fullmatch(passage.words[number]) is not None
    known = vocabulary(code)
    return known is not None and word in known.words and not _is_own(word, language)
