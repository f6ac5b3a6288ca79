"""Vocabulary: which words a language knows, and how foreign the letters of an unknown word look.

The data lie in ``vocabulary_data``: ``<code>.words`` and ``<code>.letters``, with their provenance in their heads. They
are read when first asked for, and once.
"""

from __future__ import annotations

import os
from functools import cache

from ..core.language import primary
from ..core.scanning import has_line
from ..prepared import checksum, prepared

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Container, Iterable, Iterator, Mapping

LONGEST_WORD = 30
"""Longer ones are no words; they are called neither known nor foreign."""
_FOLDER = os.path.join(os.path.dirname(os.path.abspath(__file__)), "vocabulary_data")
_FEW = 4000


class WordList:
    """The words of a file that has one a line, sorted; looked up in the text of the file until that has been done often.

    To make a set of all words takes longer than to check a page, which asks for a few hundred.
    """

    def __init__(self, text: str) -> None:
        self._text = text
        self._asked = 0
        self._set: frozenset[str] | None = None

    def __contains__(self, word: object) -> bool:
        if self._set is None:
            self._asked += 1
            if self._asked <= _FEW and isinstance(word, str):
                return has_line(self._text, word)
            self._set = frozenset(self)
        return word in self._set

    def __iter__(self) -> Iterator[str]:
        return iter(self._text.split("\n"))


class Vocabulary:
    """``words``: lower-case words that the language knows. ``weights`` is asked once for what `Vocabulary.weights` then holds."""

    def __init__(self, words: Container[str], weights: Callable[[], Mapping[str, float]]) -> None:
        self.words = words
        self._read = weights
        self._weights: Mapping[str, float] | None = None

    @property
    def weights(self) -> Mapping[str, float]:
        """What each sequence of letters says, in tenths of a logit; ``*`` is added to every word."""
        if self._weights is None:
            self._weights = self._read()
        return self._weights

    def foreignness(self, word: str) -> float:
        """The log-odds that a lower-case word that is not in ``words`` belongs to another language of the same script."""
        return (self.weights["*"] + sum(self.weights.get(letters, 0) for letters in set(_sequences(word)))) / 10


@cache
def vocabulary(code: str) -> Vocabulary | None:
    """The vocabulary of a BCP 47 code or of its language, None if there are no data for it."""
    language = primary(code)
    if not os.path.isfile(os.path.join(_FOLDER, f"{language}.words")):
        return None
    return Vocabulary(WordList(_body(f"{language}.words")), lambda: _weights(language))


def to_prepare() -> Iterator[tuple[str, int, tuple[Iterable[str], Iterable[int]]]]:
    """The letters of every language that has them, and their weights, for `tqcheck.prepare`."""
    for name in sorted(os.listdir(_FOLDER)):
        code, _, kind = name.partition(".")
        if kind == "letters":
            letters = _letters(code)
            yield f"letters_{code}", _sources(code), (tuple(letters), tuple(letters.values()))


def _weights(code: str) -> Mapping[str, int]:
    rows = prepared(f"letters_{code}", _sources(code))
    return dict(zip(*rows, strict=True)) if rows else _letters(code)


def _letters(code: str) -> dict[str, int]:
    return {letters: int(tenths) for letters, tenths in (line.rsplit(" ", 1) for line in _body(f"{code}.letters").split("\n"))}


def _sources(code: str) -> int:
    with open(os.path.join(_FOLDER, f"{code}.letters"), "rb") as file:
        return checksum([file.read()])


def _body(name: str) -> str:
    """The lines of a file without its head, and without the last line end."""
    with open(os.path.join(_FOLDER, name), encoding="utf-8") as file:
        text = file.read()
    start = 0
    while text.startswith("#", start):
        start = text.index("\n", start) + 1
    return text[start:].rstrip("\n")


def _sequences(word: str) -> Iterator[str]:
    """The sequences of one to three letters, and both ends with three letters; ^ and $ mark the ends."""
    framed = f"^{word}$"
    yield framed[:4]
    yield framed[-4:]
    for size in (1, 2, 3):
        for start in range(len(framed) - size + 1):
            yield framed[start : start + size]
