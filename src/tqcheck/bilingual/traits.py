"""What can be found again of a text in its translation, as keys that are equal on both sides.

`Traits.keys` are equal in both languages: numbers, names and cognates (the beginnings of words, written in Latin letters),
marks. `Traits.words` are those of one language: beginnings of words, or pairs of characters where words are not parted.
"""

from __future__ import annotations

from ..core.pattern import pattern
from ..core.record import Row
from .lengths import weight
from .romanised import romanised

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_LONGEST = 4000
"""Code points of a text that are looked at: enough to know it by."""
_NUMBER = pattern(r"\p{Nd}++(?:[.,’'\u00A0\u202F ]\p{Nd}{3}(?!\p{Nd}))*+")
_WORD = pattern(r"[\p{L}\p{M}]++")
_UNSPACED = pattern(
    r"[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}々ー]++"
)
_HAN = pattern(r"[\p{Script=Han}]++")
_KATAKANA = pattern(r"[\p{Script=Katakana}ー]{3,}+")
_STEM = 5
_COGNATE = 4
_SOUNDS = str.maketrans("bpfvwdtgkqcxszjlrmnhaeiouy", "PPPPPTTKKKKKSSSLLMN.......")
_CLOSERS = "\"'”’»›)]」』）】 \t\n\u3000"
_QUESTIONS, _CALLS, _PAUSES = "?？؟;", "!！", "…‥"
_QUOTES = frozenset('"“”„«»「」『』‹›')
_BRACKETS = frozenset("()（）[]【】")
_TOO_SMALL = 10
"""Smaller numbers are often written as words."""


class Traits(Row):
    """``length``: see `weight`. ``keys``: what is the same on both sides. ``expected``: those of them that a translation keeps.
    ``words``: what is of one language."""

    length: float
    keys: frozenset[str]
    expected: frozenset[str]
    words: frozenset[str]


def traits(text: str) -> Traits:
    """The traits of a text."""
    length = max(weight(text), 1.0)
    text = text[:_LONGEST]
    expected = kept_keys(text)
    words = frozenset(_words(text))
    return Traits(length, expected.union(_cognates(text)), expected, words)


def kept_keys(text: str) -> frozenset[str]:
    """The keys that a translation keeps: numbers and marks."""
    return frozenset((*_numbers(text[:_LONGEST]), *_marks(text[:_LONGEST])))


def _numbers(text: str) -> Iterator[str]:
    for match in _NUMBER.finditer(text):
        digits = "".join(filter(str.isdecimal, match.group()))[:20]
        if digits and int(digits) > _TOO_SMALL:  # regex knows digits of scripts that are newer than this Python
            yield f"#{int(digits)}"


def _marks(text: str) -> Iterator[str]:
    end = text.rstrip(_CLOSERS)[-1:]
    if end and end in _QUESTIONS:
        yield "?"
    if end and end in _CALLS:
        yield "!"
    if end in _PAUSES or text.rstrip(_CLOSERS).endswith("..."):
        yield "…"
    if not _QUOTES.isdisjoint(text):
        yield "“"
    if not _BRACKETS.isdisjoint(text):
        yield "("


def _words(text: str) -> Iterator[str]:
    for run in _UNSPACED.findall(text):
        yield from (run[place : place + 2] for place in range(max(len(run) - 1, 1)))
    for word in _WORD.findall(_UNSPACED.sub(" ", text)):
        yield word[:_STEM].lower()


def _cognates(text: str) -> Iterator[str]:
    spaced = _UNSPACED.sub(" ", text)
    for word, latin in _in_latin(_WORD.findall(spaced)):
        if len(latin) >= _COGNATE:
            yield f"~{latin[:_COGNATE]}"
        if word[:1].isupper() or not word.isascii():
            yield from _sound(latin)
    for _, latin in _in_latin(_KATAKANA.findall(text)):
        yield from _sound(latin)
    for run in _HAN.findall(text):
        yield from _han_sounds(romanised(" ".join(run)).split())


def _in_latin(words: Iterable[str]) -> Iterator[tuple[str, str]]:
    distinct = list(dict.fromkeys(words))
    return zip(distinct, romanised("\n".join(distinct)).split("\n"), strict=False)


def _sound(latin: str) -> Iterator[str]:
    """The first consonants of a name, those made one that languages write for each other."""
    consonants = latin.translate(_SOUNDS).replace(".", "")[:_COGNATE]
    if len(consonants) >= _COGNATE - 1:
        yield f"*{consonants}"


def _han_sounds(syllables: list[str]) -> Iterator[str]:
    """A place or a person has two or three syllables."""
    for first in range(len(syllables) - 1):
        yield f"~{''.join(syllables[first : first + 2])[:_COGNATE]}"
        yield from _sound("".join(syllables[first : first + 3]))
