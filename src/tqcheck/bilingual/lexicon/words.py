"""Words by concept: which English terms a term of another language may stand for."""

from __future__ import annotations

from functools import cache

from ...core.language import primary
from .han import senses
from .tables import rows

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

_SENSE = 0.1
"""How probable each English term is by which a Han character is explained."""
_NOTHING: Mapping[str, float] = {}


class WordTable:
    """The terms of a language and what they stand for in English."""

    def __init__(self, code: str) -> None:
        language = "zh" if code.startswith("zh") else primary(code)
        self._rows = {row[0]: row[1:] for row in rows(f"words.{language}")}
        self._has_han = language in ("zh", "ja")
        self._made: dict[str, Mapping[str, float]] = {}

    def __len__(self) -> int:
        return len(self._rows)

    def __getitem__(self, term: str) -> Mapping[str, float]:
        """English term -> how probable it is as a translation of the term, from 0 to 1; empty for an unknown term."""
        found = self._made.get(term)
        if found is None:
            found = self._make(term)
            if found:
                self._made[term] = found
        return found

    def _make(self, term: str) -> Mapping[str, float]:
        pairs = (pair.rpartition("=") for pair in self._rows.get(term, ()))
        found = {english: int(percent) / 100 for english, _, percent in pairs}
        if self._has_han and len(term) == 1:
            for sense in senses(term):
                found.setdefault(sense, _SENSE)
        return found or _NOTHING


@cache
def word_table(code: str) -> WordTable:
    """The words of a language, by its BCP 47 code; an empty table for one without data."""
    return WordTable(code)
