"""What the rules of this family share: where a text talks about a thing and does not suffer from it."""

from __future__ import annotations

import regex

from ...core.document import Passage

_CODE = regex.compile(r"``[^`]{1,200}+``|`[^`]{1,200}+`")
_MARKUP = regex.compile(r"</?(?:p|div|span|a|br|b|i|em|strong|ul|ol|li|td|tr|table|h[1-6]|img|html|body)\b[^<>]{0,300}+>", regex.IGNORECASE)
_LONGEST_EXCERPT = 40
SHORT_QUOTATION = 120


def in_code(passage: Passage, place: int) -> bool:
    """True if the place lies between backticks."""
    return "`" in passage.characters and any(match.start() <= place < match.end() for match in _CODE.finditer(passage.text))


def is_markup(passage: Passage) -> bool:
    """True if the block holds HTML tags, so that entities and tags are at home in it."""
    return "<" in passage.characters and _MARKUP.search(passage.text) is not None


def in_quotation(passage: Passage, place: int) -> bool:
    """True if the place lies inside a pair of quotation marks that holds a sentence at most."""
    return any(pair.opener < place < pair.closer <= pair.opener + SHORT_QUOTATION for pair in passage.quotation.quoted)


def excerpt(text: str) -> str:
    """The text as a message shows it: one line, without control characters, and not longer than a line."""
    text = "".join(character if character.isprintable() else " " for character in text).strip()
    return text if len(text) <= _LONGEST_EXCERPT else text[: _LONGEST_EXCERPT - 1].rstrip() + "…"
