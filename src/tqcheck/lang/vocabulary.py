"""Vocabulary: which words a language knows, and how foreign the letters of an unknown word look.

The data lie in ``vocabulary_data``: ``<code>.words`` and ``<code>.letters``, with their provenance in their heads. They
are read when first asked for, and once.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files

LONGEST_WORD = 30
"""Longer ones are no words; they are called neither known nor foreign."""


class Vocabulary:
    """``words``: lower-case words that the language knows. ``weights``: what each sequence of letters says, in tenths of a logit."""

    def __init__(self, words: frozenset[str], weights: Mapping[str, int]) -> None:
        self.words = words
        self.weights = weights

    def foreignness(self, word: str) -> float:
        """The log-odds that a lower-case word that is not in ``words`` belongs to another language of the same script."""
        return (self.weights["*"] + sum(self.weights.get(letters, 0) for letters in set(_sequences(word)))) / 10


@cache
def vocabulary(code: str) -> Vocabulary | None:
    """The vocabulary of a BCP 47 code or of its language, None if there are no data for it."""
    folder = files(__package__).joinpath("vocabulary_data")
    language = code.split("-")[0]
    if not folder.joinpath(f"{language}.words").is_file():
        return None
    words = frozenset(_lines(folder.joinpath(f"{language}.words").read_text("utf-8")))
    pairs = (line.rsplit(" ", 1) for line in _lines(folder.joinpath(f"{language}.letters").read_text("utf-8")))
    return Vocabulary(words, {letters: int(tenths) for letters, tenths in pairs})


def _lines(text: str) -> Iterator[str]:
    return (line for line in text.splitlines() if not line.startswith("#"))


def _sequences(word: str) -> Iterator[str]:
    """The sequences of one to three letters, and both ends with three letters; ^ and $ mark the ends."""
    framed = f"^{word}$"
    yield framed[:4]
    yield framed[-4:]
    for size in (1, 2, 3):
        for start in range(len(framed) - size + 1):
            yield framed[start : start + size]
