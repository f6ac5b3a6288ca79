"""Orphan speech: sentences after a closed quotation that end with a closing mark which nothing opened."""

from __future__ import annotations

from ...core.document import Passage

_FINAL = ".!?…,"


def orphan_start(passage: Passage, closer: int) -> int | None:
    """Where the orphan speech begins that the closing mark at ``closer`` ends, or None if it is no orphan speech."""
    text = passage.text
    if closer == 0 or text[closer - 1] not in _FINAL:
        return None
    ended = max((pair.closer for pair in passage.quotation.quoted if pair.closer < closer), default=None)
    if ended is None:
        return None
    return next((span.start for span in passage.sentences if ended < span.start < closer), None)
