"""Words and sentences of a text, with their places.

A word is a run of letters, marks and digits with the apostrophes, decimal points and initials' full stops inside it
(don’t, 3.14, 10:30, U.S.). A hyphen parts words; `Words.joint` tells what stands between two of them.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cached_property

import regex

from .language import Language

_WORD = regex.compile(r"(?:\p{L}\.){2,}|\p{Nd}++(?:[.,:٫٬]\p{Nd}++)*+(?:\w++)?|[\p{L}\p{M}\p{N}_]++(?:['’‘ʼ][\p{L}\p{M}]++)*+")
_STOP = regex.compile(r"[.!?…。！？]++[\"'”’»›)\]]*+(?=\s|\Z)")
_LAST_WORD = regex.compile(r"[^\s(\[“‘\"']*+\Z")
_LOOK_AHEAD = 40
_LOOK_BACK = 24
_OPENERS = "\"'“‘«„‚([¿¡—–-"


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

    def __getitem__(self, index):  # type: ignore[no-untyped-def,override]
        """The word as it is written."""
        return self.text[self.starts[index] : self.ends[index]]

    def joint(self, index: int) -> str:
        """What stands between word ``index`` and the next one."""
        return self.text[self.ends[index] : self.starts[index + 1]]

    def at(self, place: int) -> int:
        """The index of the first word that ends after ``place`` (may be ``len(self)``)."""
        return bisect_right(self.ends, place)


def sentences(text: str, language: Language) -> Iterator[tuple[int, int]]:
    """(start, end) of each sentence, without the white space around it.

    A sentence ends at a final mark (with the closing marks that follow it) before white space and a letter that is
    not lower case, a digit or an opening mark, unless the word before is an abbreviation of the language, an initial
    or, for a full stop, the number of a list.
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
    after = text[end : end + _LOOK_AHEAD].lstrip()[:2]
    if not after:
        return True
    if after[0].islower() or (after[0] in _OPENERS and after[1:].islower()):
        return False
    if text[mark] != "." or text[mark : mark + 2] == "..":
        return True
    before = text[max(start, mark - _LOOK_BACK) : mark]
    word = _LAST_WORD.search(before).group()  # type: ignore[union-attr]
    if word.lower() in language.words("sentences", "abbreviations"):
        return False
    if word.lower() in language.words("sentences", "abbreviations_before_number") and after[0].isdigit():
        return False
    if len(word) == 1 and word.isupper():
        return False
    is_list_number = word.isdigit() and mark - start < _LOOK_BACK and before.strip() == word
    return not is_list_number


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end:
        yield start, end
