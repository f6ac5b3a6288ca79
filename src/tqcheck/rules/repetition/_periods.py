"""Words that are built of one part again and again."""

from __future__ import annotations

from collections.abc import Iterator

from ...core.language import Language
from ...core.pattern import pattern

_MIN_LONG_WORD = 12
_PARTS = pattern(r"(.{3,12}?)\1{3}")
# A script without spaces between words writes a short word many times as if it were one.
_SHORT_PARTS = pattern(r"(.{2,12}?)\1{5}")


def periods(word: str) -> Iterator[tuple[int, int, str]]:
    """(start, end, part) of each stretch of a word that is one part at least four times, or six if the part is short."""
    if len(word) < _MIN_LONG_WORD:
        return
    search = (_PARTS if word.isascii() else _SHORT_PARTS).search
    place = 0
    while match := search(word, place):
        part = match.group(1)
        place = _end(word, *match.span(), len(part))
        if (part + part).find(part, 1) == len(part):
            yield match.start(), place, part


def _end(word: str, start: int, end: int, length: int) -> int:
    """Where the copies of a part end that fill a word from one place to another; by strides, as a pattern remembers each copy."""
    stride = end - start
    while stride:
        if word[end : end + stride] == word[start : start + stride]:
            end += stride
            stride = end - start
        else:
            stride = stride // length // 2 * length
    return end


def is_periodic(word: str, _language: Language) -> bool:
    """True if the word has such a stretch; a trigger."""
    return next(periods(word), None) is not None
