"""Where the terms of a glossary stand in a text, with the endings that languages add.

A word is one of a term if both begin alike: the letters that the term may lose at its end, and those that the word may have
instead, depend on the language (`_ENDINGS`), since nearly all of these languages inflect by endings. Marks on letters do not count
(Hafen, Häfen), in languages that join words a term may be part of one, and in languages that write words together it is looked up
letter by letter.
"""

from __future__ import annotations

from functools import lru_cache
from unicodedata import category, normalize

from ...core.language import primary
from ...core.pattern import pattern
from ...core.record import Row

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ...core.glossary import Entry, Glossary, Term

_WORD = pattern(r"[\p{L}\p{M}\p{Nd}]++")
_ENDINGS = {
    "en": (1, 3), "de": (2, 3), "nl": (2, 3), "sv": (1, 4), "da": (1, 4), "nb": (1, 4), "fr": (2, 3), "es": (2, 3), "it": (2, 3),
    "pt": (2, 4), "ru": (3, 4), "uk": (3, 4), "pl": (3, 4), "cs": (3, 4), "sk": (3, 4), "hi": (1, 3), "tr": (1, 12), "fi": (2, 12),
    "hu": (1, 12), "ko": (0, 4), "ar": (2, 4), "he": (2, 3),
}  # fmt: skip
"""How many letters a term may lose at its end, and how many a word may have instead: the longest endings of nouns and adjectives."""
_OTHERS = (2, 4)
_JOINING = frozenset({"de", "nl", "sv", "da", "nb", "no", "fi", "hu"})
_WITH_PREFIXES = frozenset({"ar", "he", "fa", "ur"})
"""Articles and prepositions are written as one with the word (ال, ב)."""
_UNSPACED = frozenset({"zh", "ja", "th", "lo", "km", "my", "yue"})
_KEY, _LEAST_STEM, _LEAST_STRICT_STEM, _MOST_PREFIX, _WIDEST_GAP = 3, 3, 4, 3, 2


class Match(Row):
    """A term in a text: the number of its entry, the term, and its place."""

    entry: int
    term: Term
    start: int
    end: int


class Terms:
    """Finds terms in texts of one language. ``is_strict``: only with endings that leave little doubt."""

    def __init__(self, terms: Sequence[tuple[int, Term]], code: str, *, is_strict: bool) -> None:
        self._language = primary(code).lower()
        self._lost, self._added = _ENDINGS.get(self._language, _OTHERS)
        # A syllable of Korean is one character: two are a word that takes particles.
        self._least = 2 if self._language == "ko" else _LEAST_STRICT_STEM if is_strict else _LEAST_STEM
        self._key = min(_KEY, self._least)
        self._is_strict = is_strict
        self._by_key: dict[str, list[tuple[int, Term, list[str]]]] = {}
        for number, term in terms:
            words = [term.text] if self._is_whole else [_folded(word) for word in _WORD.findall(term.text)]
            if words:
                key = words[0][:2] if self._is_whole else words[0][: self._key]
                self._by_key.setdefault(key if not self._is_whole or term.is_cased else key.casefold(), []).append((number, term, words))

    @property
    def _is_whole(self) -> bool:
        return self._language in _UNSPACED

    def found(self, text: str) -> list[Match]:
        """The terms in a text, ordered by place; one that is part of a longer one is left out."""
        if not self._by_key:
            return []
        matches = sorted(self._in_letters(text) if self._is_whole else self._in_words(text), key=lambda each: (each.start, -each.end))
        kept: list[Match] = []
        end = 0
        for match in matches:
            is_same = bool(kept) and (match.start, match.end) == (kept[-1].start, kept[-1].end)
            if match.end > end or is_same:
                kept.append(match)
                end = match.end
        return kept

    def _in_letters(self, text: str) -> Iterator[Match]:
        lower = text.lower() if len(text.lower()) == len(text) else text
        for place in range(len(text)):
            for length in (1, 2):
                for number, term, _ in self._by_key.get(lower[place : place + length], ()):
                    written = (text if term.is_cased else lower)[place : place + len(term.text)]
                    if len(term.text[:2]) == length and written == (term.text if term.is_cased else term.text.lower()):
                        yield Match(number, term, place, place + len(term.text))

    def _in_words(self, text: str) -> Iterator[Match]:
        places = [match.span() for match in _WORD.finditer(text)]
        words = [_folded(text[start:end]) for start, end in places]
        for first, word in enumerate(words):
            for beginning in self._beginnings(word):
                for number, term, wanted in self._by_key.get(word[beginning : beginning + self._key], ()):
                    last = first + len(wanted) - 1
                    if last >= len(words) or not self._are_together(places, first, last):
                        continue
                    start, end = places[first][0] + beginning, places[last][1]
                    having = [word[beginning:], *words[first + 1 : last + 1]]
                    if all(map(self._is_form, wanted, having)) and (not term.is_cased or text[start:end][:1] == term.text[:1]):
                        yield Match(number, term, start, end)

    def _beginnings(self, word: str) -> Sequence[int]:
        """Where in a word a term may begin."""
        if self._language in _WITH_PREFIXES:
            return range(min(_MOST_PREFIX, max(0, len(word) - 2)) + 1)
        if self._language in _JOINING and not self._is_strict:
            return range(max(1, min(len(word) - _LEAST_STEM, 40)))
        return (0,)

    def _are_together(self, places: Sequence[tuple[int, int]], first: int, last: int) -> bool:
        return all(places[number + 1][0] - places[number][1] <= _WIDEST_GAP for number in range(first, last))

    def _is_form(self, wanted: str, word: str) -> bool:
        if wanted == word:
            return True
        lost = min(self._lost, len(wanted) // 4) if self._is_strict else self._lost
        alike = _alike(wanted, word)
        if alike < max(self._least, len(wanted) - lost):
            return False
        is_joined = self._language in _JOINING and not self._is_strict and alike == len(wanted)
        added = min(self._added, (len(wanted) + 1) // 2) if self._is_strict else self._added
        return is_joined or len(word) - alike <= added


class Matcher:
    """The entries of a glossary for one pair of languages, and the terms of each kind, ready to be looked up."""

    def __init__(self, entries: Sequence[Entry], source: str, target: str) -> None:
        self.entries = entries
        rows = list(enumerate(entries))
        self.sources = Terms([(number, term) for number, entry in rows for term in entry.sources], source, is_strict=True)
        self.targets = Terms([(number, term) for number, entry in rows for term in entry.targets], target, is_strict=False)
        self.forbidden = Terms([(number, term) for number, entry in rows for term in entry.forbidden], target, is_strict=True)
        self.kept = [term for entry in entries for term in entry.kept]


@lru_cache(maxsize=16)
def matcher(glossary: Glossary, source: str, target: str) -> Matcher:
    """The matcher of a glossary for a pair of languages (BCP 47 codes); made once."""
    return Matcher(tuple(glossary.entries(source, target)), source, target)


def _folded(word: str) -> str:
    """The word in small letters without marks on them; the marks of scripts whose vowels are marks stay."""
    if word.isascii():
        return word.lower()
    parts = normalize("NFD", word.casefold())
    return normalize("NFC", "".join(part for part in parts if category(part) != "Mn" or part > "\u036f"))


def _alike(one: str, other: str) -> int:
    """How many letters two words have in common at their beginnings."""
    for number, (first, second) in enumerate(zip(one, other, strict=False)):
        if first != second:
            return number
    return min(len(one), len(other))
