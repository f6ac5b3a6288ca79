"""Orphan speech: sentences after a closed quotation that end with a closing mark which nothing opened."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from ...core.document import Passage

_FINAL = ".!?…,"


def orphan_start(passage: Passage, closer: int) -> int | None:
    """Where the orphan speech begins that the closing mark at ``closer`` ends, or None if it is no orphan speech."""
    text = passage.text
    if closer == 0 or text[closer - 1] not in _FINAL:
        return None
    closers, sentences = passage.quotation.closers, passage.sentences
    before = bisect_left(closers, closer)
    if before == 0:
        return None
    number = bisect_right(sentences, closers[before - 1], key=lambda span: span.start)
    return sentences[number].start if number < len(sentences) and sentences[number].start < closer else None
