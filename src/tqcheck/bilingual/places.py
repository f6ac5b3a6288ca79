"""Where a finding stands in a translation, if what it tells of stands in the source."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ..core.alignment import Partner
    from ..core.passage import Passage


def missing_from(passage: Passage, beside: Passage, place: int) -> tuple[int, int]:
    """The sentence that should hold what stands at a place of its counterpart; the whole passage where that is not plain to see."""
    own, theirs = passage.sentences, beside.sentences
    if len(own) == len(theirs):
        for mine, other in zip(own, theirs, strict=True):
            if other.start <= place < other.end:
                return trimmed(passage.text, mine.start, mine.end)
    return trimmed(passage.text, 0, len(passage.text))


def counterpart(partner: Partner, beside: Passage, start: int, end: int) -> tuple[Partner, int, int]:
    """A place of the passage of a partner as one of its document."""
    return partner, beside.start + start, beside.start + end


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """A stretch of the text without the white space around it."""
    stretch = text[start:end]
    start += len(stretch) - len(stretch.lstrip())
    return start, start + len(stretch.strip())
