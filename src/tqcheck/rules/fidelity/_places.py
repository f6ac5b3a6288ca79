"""Where a finding stands in a translation, if what it tells of stands in the source."""

from __future__ import annotations

from ...bilingual.places import counterpart, missing_from
from ...core.document import Passage
from ...core.pattern import pattern

__all__ = ["counterpart", "last_word", "missing_from", "up_to"]

_WITHOUT_SPACES = pattern(r"[\p{Han}\p{Hiragana}\p{Katakana}\p{Thai}]")
Place = tuple[int, int]


def last_word(passage: Passage) -> Place:
    """Start and end of the last word, or of all that there is; in scripts without spaces the last character."""
    words, text = passage.words, passage.text
    if not len(words):
        return 0, len(text)
    end = words.ends[-1]
    return (end - 1 if _WITHOUT_SPACES.match(text, end - 1) else words.starts[-1]), end


def up_to(passage: Passage, end: int) -> Place:
    """From the start of the word that stands before a place up to the place."""
    words = passage.words
    number = words.at(end) - 1 if len(words) else -1
    if number < 0:
        return 0, end
    last = words.ends[number] - 1
    return (last if _WITHOUT_SPACES.match(passage.text, last) else words.starts[number]), end
