"""Comments for tqcheck in formats with markup, where their scanners meet them."""

from __future__ import annotations

import re

from .plain import NAME
from .reading import Comment

_BLANK_AFTER = re.compile(r"[^\S\r\n]*+(?=[\r\n]|\Z)")
_FAR = 200


def comment_for_tqcheck(raw: str, start: int, end: int, said: str, *, is_closed: bool = True) -> Comment | None:
    """The comment between two places if it is meant for tqcheck; ``said`` is what stands inside its marks."""
    said = said.strip()
    if not said.startswith(NAME):
        return None
    line_start = max(raw.rfind("\n", max(0, start - _FAR), start), raw.rfind("\r", max(0, start - _FAR), start)) + 1
    is_first = not raw[line_start:start].strip() and (line_start > 0 or start <= _FAR)
    stands_alone = is_first and _BLANK_AFTER.match(raw, end) is not None
    return Comment(start, end, said[len(NAME) :].replace("\r", " ").replace("\n", " "), stands_alone, is_closed)
