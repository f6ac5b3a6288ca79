"""Where a finding stands in a translation, if what it tells of stands in the source."""

from __future__ import annotations

from ...core.alignment import Partner
from ...core.document import Passage
from ...core.pattern import pattern

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


def missing_from(passage: Passage, source: Passage, place: int) -> Place:
    """The sentence that should hold what stands at a place of the source; the whole passage where that is not plain to see."""
    own, theirs = passage.sentences, source.sentences
    if len(own) == len(theirs):
        for mine, other in zip(own, theirs, strict=True):
            if other.start <= place < other.end:
                return _trimmed(passage.text, mine.start, mine.end)
    return _trimmed(passage.text, 0, len(passage.text))


def counterpart(partner: Partner, beside: Passage, start: int, end: int) -> tuple[Partner, int, int]:
    """A place of the passage of a partner as one of its document."""
    return partner, beside.start + start, beside.start + end


def _trimmed(text: str, start: int, end: int) -> Place:
    stretch = text[start:end]
    start += len(stretch) - len(stretch.lstrip())
    return start, start + len(stretch.strip())
