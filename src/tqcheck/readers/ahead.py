"""Looking ahead for the end of what was opened, without looking at the same characters again and again."""

from __future__ import annotations


class Ahead:
    """Finds marks in a text from places that only grow, so that all searches together cost linear time."""

    def __init__(self, text: str, end: int | None = None) -> None:
        self._text = text
        self._end = len(text) if end is None else end
        self._next: dict[str, int] = {}

    def find(self, mark: str, place: int) -> int:
        """The first place of the mark from ``place`` on; -1 if there is none."""
        if mark in self._next and (self._next[mark] >= place or self._next[mark] < 0):
            return self._next[mark]
        found = self._next[mark] = self._text.find(mark, place, self._end)
        return found
