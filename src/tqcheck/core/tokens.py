"""Words and sentences of a text, with their places.

A word is a run of letters, marks and digits with the apostrophes, decimal points and initials' full stops inside it
(don’t, 3.14, 10:30, U.S.). A hyphen parts words; `Words.joint` tells what stands between two of them.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import overload

import regex

from .language import Language

_WORD = regex.compile(r"(?:\p{L}\.){2,}|\p{Nd}++(?:[.,:٫٬]\p{Nd}++)*+(?:\w++)?|[\p{L}\p{M}\p{N}_]++(?:['’‘ʼ][\p{L}\p{M}]++)*+")
# Closing marks belong to the sentence, and so do the numbers of its notes.
_STOP = regex.compile(r"[.!?…。！？]++[\"'”’»›)\]]*+(?:\[\p{Nd}{1,3}\]|[¹²³⁰⁴-⁹])*+(?=\s|\Z)")
_LAST_WORD = regex.compile(r"[^\s(\[“‘\"']*+\Z")
_FIRST_WORD = regex.compile(r"[\p{L}\p{N}]++")
_INITIALS = regex.compile(r"(?:\p{L}\.)*+\p{L}")
_LIST_NUMBER = regex.compile(r"\p{Nd}{1,3}(?:\.\p{Nd}{1,3})*+|[a-zA-Z]|[ivxIVX]{1,4}")
_REPORTING_CLAUSE = regex.compile(r"\s++(?:\p{Lu}[\p{L}.’'-]*+\s++){1,3}(\p{Ll}++)")
_LOOK_AHEAD = 60
_LOOK_BACK = 24
_OPENERS = " \t\n\"'“‘«„‚([¿¡—–-"
_CLOSING_QUOTES = ("”", "’", '"', "'", "»", "›")


class Words(Sequence[str]):
    """The words of a text as parallel lists: ``lower`` (lower case, ’ as '), ``starts`` and ``ends`` (code points of the text).

    Most rules look at ``lower`` alone, so the places are only made when they are asked for.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        # İ is the one letter that grows when it is lowered (Unicode 16, SpecialCasing.txt); places must stay.
        self.lower: list[str] = _WORD.findall(text.replace("İ", "I").lower().replace("’", "'"))

    @cached_property
    def _spans(self) -> list[tuple[int, int]]:
        return [match.span() for match in _WORD.finditer(self.text)]

    @cached_property
    def starts(self) -> list[int]:
        """Where each word begins."""
        return [start for start, _ in self._spans]

    @cached_property
    def ends(self) -> list[int]:
        """Where each word ends."""
        return [end for _, end in self._spans]

    def __len__(self) -> int:
        return len(self.lower)

    @overload
    def __getitem__(self, index: int) -> str: ...

    @overload
    def __getitem__(self, index: slice) -> list[str]: ...

    def __getitem__(self, index: int | slice) -> str | list[str]:
        """The word as it is written."""
        if isinstance(index, slice):
            return [self.text[start:end] for start, end in self._spans[index]]
        return self.text[self.starts[index] : self.ends[index]]

    def joint(self, index: int) -> str:
        """What stands between word ``index`` and the next one."""
        return self.text[self.ends[index] : self.starts[index + 1]]

    def at(self, place: int) -> int:
        """The index of the first word that ends after ``place`` (may be ``len(self)``)."""
        return bisect_right(self.ends, place)


def sentences(text: str, language: Language) -> Iterator[tuple[int, int]]:
    """(start, end) of each sentence, without the white space around it.

    A sentence ends at a final mark (with the closing marks that follow it) before white space, unless a small letter
    follows, or a clause that reports the speech which the mark ends. A full stop is no end either after an initial,
    after the number of a list, or after an abbreviation of the language; some abbreviations and initials may stand at
    an end, and do so when a word follows that often begins a sentence.
    """
    start = 0
    for match in _STOP.finditer(text):
        end = match.end()
        if end < len(text) and not _is_end(text, match.start(), end, start, language):
            continue
        yield from _trimmed(text, start, end)
        start = end
    yield from _trimmed(text, start, len(text))


def _is_end(text: str, mark: int, end: int, start: int, language: Language) -> bool:
    after = text[end : end + _LOOK_AHEAD]
    opened = after.lstrip(_OPENERS)
    if opened[:1].islower():
        return False
    if text[mark] != "." or text[mark : mark + 2] == "..":
        return not (text[end - 1] in _CLOSING_QUOTES and _reports(after, language))
    last_word = _LAST_WORD.search(text[max(start, mark - _LOOK_BACK) : mark])
    word = last_word.group() if last_word else ""
    is_first = mark - start < _LOOK_BACK and not text[start : mark - len(word)].strip()
    return _ends_after(word, opened, language, is_first=is_first)


def _ends_after(word: str, opened: str, language: Language, *, is_first: bool) -> bool:
    """True if a full stop after ``word`` and before what ``opened`` begins with ends a sentence."""
    lower = word.lower()
    if lower in language.words("sentences", "abbreviations_before_number") and opened[:1].isdigit():
        return False
    if is_first and _LIST_NUMBER.fullmatch(word):
        return False
    if lower in language.words("sentences", "abbreviations_that_may_end"):
        return _starts(opened, language)
    if lower in language.words("sentences", "abbreviations"):
        return False
    are_initials = (word.isupper() or "." in word) and _INITIALS.fullmatch(word)
    return not are_initials or _starts(opened, language)


def _starts(opened: str, language: Language) -> bool:
    """True if the first word is one that often begins a sentence."""
    match = _FIRST_WORD.match(opened)
    word = match.group().lower() if match else ""
    return word in language.function_words or word in language.words("sentences", "starters")


def _reports(after: str, language: Language) -> bool:
    """True for ``Anna Lund asked``: a name and a verb that reports speech. A pronoun would not have a capital there."""
    match = _REPORTING_CLAUSE.match(after)
    return match is not None and match.group(1) in language.words("words", "reporting_verbs") and not _starts(after.lstrip(), language)


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end:
        yield start, end
