"""What the rules of this family share: joints between words, and places for messages."""

from __future__ import annotations

from ...core.document import Passage
from ._unspaced import repeats

SOFT = " \u00a0\u2009\u202f\t\n"


def is_soft(passage: Passage, first: int, last: int, *, also: str = "") -> bool:
    """True if only white space, or characters of ``also``, stand between the words ``first`` to ``last``."""
    allowed = SOFT + also
    words = passage.words
    return all(not words.joint(number).strip(allowed) for number in range(first, last))


def said(passage: Passage, first: int, last: int) -> str:
    """The words ``first`` to ``last`` (half open) as they are written, shortened for a message."""
    text = passage.text[passage.words.starts[first] : passage.words.ends[last - 1]]
    return text if len(text) <= 50 else text[:24].rstrip() + " … " + text[-24:].lstrip()


def says_again(passage: Passage) -> bool:
    """True if a word that carries content is said twice there, at once or with one other word between."""
    lower, small = passage.words.lower, passage.language.function_words
    said_again = (word for echo in passage.echoes for word in lower[echo.start : echo.end])
    return any(len(word) > 1 and word not in small for word in said_again) or repeats(passage)
