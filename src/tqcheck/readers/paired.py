"""Inline marks that open before a letter and close behind one, as reStructuredText and AsciiDoc have them; in linear time."""

from __future__ import annotations


class Paired:
    """Finds the mark that closes what another one opened. Places only grow."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._next: dict[str, int] = {}

    def opens(self, mark: str, place: int) -> bool:
        """True if a mark here may open: no letter before it, and no white space behind it."""
        following = self._text[place + len(mark) : place + len(mark) + 1]
        before = self._text[place - 1] if place else " "
        return bool(following) and not following.isspace() and not (before.isalnum() or before == "_")

    def end(self, mark: str, place: int, *, is_anywhere: bool = False) -> int:
        """Where the mark stands that closes, from ``place`` on; -1 if none does. ``is_anywhere``: inside a word too."""
        key = mark + "…" * is_anywhere
        if key in self._next and (self._next[key] >= place or self._next[key] < 0):
            return self._next[key]
        found = self._text.find(mark, place)
        while found >= 0 and not (is_anywhere or self._closes(mark, found)):
            found = self._text.find(mark, found + 1)
        self._next[key] = found
        return found

    def _closes(self, mark: str, place: int) -> bool:
        following = self._text[place + len(mark) : place + len(mark) + 1]
        return not self._text[place - 1].isspace() and not (following.isalnum() or following == mark[0])
