"""Signs: what speaks for, and what against, one text being a translation of another, counted in ways that differ."""

from __future__ import annotations

from math import log, log1p

from ..core.pattern import pattern
from ..core.record import Row
from ..lang import load
from .lexicon.terms import LONGEST, terms
from .lexicon.words import word_table
from .names.answers import answers
from .names.hearing import Hearing, hear
from .names.mentions import mentions
from .names.own import names_of
from .romanised import romanised

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

LEAST_TERMS = 5
"""Content terms of a text that can be judged."""
MOST_CHARACTERS = 2500
MOST_NAMES = 24
_MOST_LOANS = 40
_WORD = pattern(r"[\p{L}\p{M}]++")
_DIGITS = pattern(r"\p{Nd}++(?:[.,٬'\u2019\u00a0\u202f ]\p{Nd}{3}(?!\p{Nd}))*+")
_MYRIADS = pattern(r"\p{Nd}[千万萬億亿]")
_LARGEST_HOUR_OR_MONTH = 12
_LONGEST_NUMBER = 15
_SHORTEST_LOAN = 6
_LOAN_SOUNDS = 0.22
_NEAR, _FAR = 0.25, 0.5
_QUESTION = "?？"
_CLOSING = "\"'”’」』» "
# How much a character says: an English text has about three times as many as a Chinese one.
_HAN_WEIGHT, _KANA_WEIGHT = 3.0, 1.6


class Signs(Row):
    """Counts; ``terms`` and ``known`` are what there is to be found, of the text and of its partner."""

    terms: int
    covered: float
    known: float
    answered: float
    loans: int
    heard: int
    unheard: int
    there: int
    gone: int
    numbers: int
    numbers_apart: int
    questions_apart: int
    length_apart: float

    def features(self) -> Sequence[float]:
        """What `relatedness.WEIGHTS` weigh, in the same order: shares, logarithms of counts, and counts that are cut at two or three."""
        return (
            log1p(self.covered),
            self.covered / max(self.terms, 1),
            log1p(self.answered),
            self.answered / max(self.known, 0.5),
            log1p(self.terms),
            log1p(self.known),
            *(float(min(2, count)) for count in (self.heard, self.unheard, self.there, self.gone, self.numbers, self.numbers_apart)),
            float(self.questions_apart),
            float(min(3, self.loans)),
            self.length_apart,
            max(0.0, self.length_apart - 0.5),
        )


def signs(text: str, partner: str, language: str) -> Signs | None:
    """What an English text and its partner in another language have in common, and what not; None if that would say little.

    That is so if the lexicon has no words of the language, if the text is very short, or if one of them is no sentence any more.
    """
    table = word_table(language)
    own = _content(text)
    if not len(table) or len(own) < LEAST_TERMS or max(len(text), len(partner)) > MOST_CHARACTERS:
        return None
    offered: dict[str, float] = {}
    known = answered = 0.0
    theirs = list(dict.fromkeys(terms(partner)))
    for row in filter(None, map(table.__getitem__, theirs)):
        known += max(row.values())
        answered += max((share for english, share in row.items() if english in own), default=0.0)
        for english, share in row.items():
            offered[english] = max(offered.get(english, 0.0), share)
    alike = {romanised(term)[:LONGEST] for term in theirs if len(term) > 3 and term[0] < "\u0600"}
    covered = {term: max(offered.get(term, 0.0), 0.8 if len(term) > 3 and term in alike else 0.0) for term in own}
    hearing = hear(partner, language)
    mine, others = _numbers(text), _numbers(partner)
    return Signs(
        len(own),
        sum(covered.values()),
        known,
        answered,
        _loans(text, covered, hearing),
        *_mentions(text, hearing),
        *_names(text, partner, language),
        len(mine & others),
        0 if _MYRIADS.search(partner) else sum(number > _LARGEST_HOUR_OR_MONTH for number in mine ^ others),
        _is_question(text) != _is_question(partner),
        abs(log((_weight(text) + 10) / (_weight(partner) + 10))),
    )


def _content(text: str) -> Collection[str]:
    function_words = load("en").function_words
    words = (word for word in _WORD.findall(text.lower()) if len(word) > 2 and word not in function_words)
    return {word[:LONGEST] for word in words}


def _loans(text: str, covered: Mapping[str, float], hearing: Hearing) -> int:
    """The small words of the text that the lexicon does not find in the partner, but that sound like a word there (президент)."""
    words = sorted({word for word in _WORD.findall(text) if len(word) >= _SHORTEST_LOAN and word.islower()})[:_MOST_LOANS]
    return sum(covered.get(word[:LONGEST], 0.0) < 0.3 and hearing.far_from_words(word) < _LOAN_SOUNDS for word in words)


def _mentions(text: str, hearing: Hearing) -> tuple[int, int]:
    """How many names of the text the partner has, and how many it has not."""
    judged = [mention for run in mentions(text) for mention in run if mention.kind in ("place", "unknown")][:MOST_NAMES]
    far = [hearing.far_from_place(mention.word) if mention.kind == "place" else hearing.far_from_name(mention.word) for mention in judged]
    return sum(each < _NEAR for each in far), sum(each > _FAR for each in far)


def _names(text: str, partner: str, language: str) -> tuple[int, int]:
    """How many names of the partner the text has, and how many it has not."""
    far = [answers(text).far(name) for name in names_of(partner, language)[:MOST_NAMES]]
    return sum(each < _NEAR for each in far), sum(each > _FAR for each in far)


def _numbers(text: str) -> set[int]:
    found = ("".join(str(int(digit)) for digit in match.group() if digit.isdecimal()) for match in _DIGITS.finditer(text))
    return {int(number[:_LONGEST_NUMBER]) for number in found if number}  # regex knows digits that are newer than this Python


def _is_question(text: str) -> bool:
    return text.rstrip(_CLOSING)[-1:] in tuple(_QUESTION)


def _weight(text: str) -> float:
    han = sum("\u4e00" <= character <= "\u9fff" for character in text)
    kana = sum("\u3040" <= character <= "\u30ff" for character in text)
    return len(text) + (_HAN_WEIGHT - 1) * han + (_KANA_WEIGHT - 1) * kana
