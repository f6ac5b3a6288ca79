"""What the rules of this family share: where a text talks about a thing and does not suffer from it."""

from __future__ import annotations

import sys
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from ...core.document import Passage
from ...core.pattern import pattern
from ...core.quotation import Quoted

_CODE = pattern(r"``[^`]{1,200}+``|`[^`]{1,200}+`")
_MARKUP = pattern(r"(?i)</?(?:p|div|span|a|br|b|i|em|strong|ul|ol|li|td|tr|table|h[1-6]|img|html|body)\b[^<>]{0,300}+>")
_LONGEST_EXCERPT = 40
SHORT_QUOTATION = 120
_NEAREST = 8
"""How many pairs before a place are asked whether they hold it; a linear search would be quadratic in all."""


def code_spans(passage: Passage) -> list[tuple[int, int]]:
    """(start, end) of what stands between backticks, by place."""
    return [match.span() for match in _CODE.finditer(passage.text)] if "`" in passage.characters else []


def in_code(spans: Sequence[tuple[int, int]], place: int) -> bool:
    """True if the place lies in one of the `code_spans`."""
    at = bisect_right(spans, (place, sys.maxsize)) - 1
    return at >= 0 and place < spans[at][1]


def is_markup(passage: Passage) -> bool:
    """True if the block holds HTML tags, so that entities and tags are at home in it."""
    return "<" in passage.characters and _MARKUP.search(passage.text) is not None


def quotations_around(passage: Passage, start: int, end: int) -> Iterator[Quoted]:
    """The pairs of quotation marks around a stretch, the innermost first."""
    quoted = passage.quotation.quoted
    at = bisect_left(quoted, start, key=_opener)
    for pair in reversed(quoted[max(0, at - _NEAREST) : at]):
        if end <= pair.closer:
            yield pair


def in_quotation(passage: Passage, place: int) -> bool:
    """True if the place lies inside a pair of quotation marks that holds a sentence at most."""
    return any(pair.closer - pair.opener <= SHORT_QUOTATION for pair in quotations_around(passage, place, place))


def _opener(pair: Quoted) -> int:
    return pair.opener


def excerpt(text: str) -> str:
    """The text as a message shows it: one line, without control characters, and not longer than a line."""
    text = "".join(character if character.isprintable() else " " for character in text).strip()
    return text if len(text) <= _LONGEST_EXCERPT else text[: _LONGEST_EXCERPT - 1].rstrip() + "…"
