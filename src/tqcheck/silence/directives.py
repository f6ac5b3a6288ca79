"""What a comment for tqcheck says: ``ignore RULE[, RULE] [until YYYY-MM-DD] [-- reason]`` and its like."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import NamedTuple

from ..core.rule import excerpt
from ..errors import SettingsError, unknown
from ..readers.reading import Comment

_REASON = re.compile(r"(?:^|\s)(?:--+|[—–])")
_WORD = re.compile(r"[^\s,]+")
_UNTIL = "until"


class Verb(StrEnum):
    """What a directive does: silence one place, a whole file, or a stretch from ``off`` to ``on``."""

    IGNORE = "ignore"
    IGNORE_FILE = "ignore-file"
    OFF = "off"
    ON = "on"


class Directive(NamedTuple):
    """``names`` are rules and families as they are written, none for all; ``until`` is the last day it holds (YYYY-MM-DD)."""

    comment: Comment
    verb: Verb
    names: tuple[str, ...]
    until: str | None = None
    reason: str = ""


def directive(comment: Comment) -> Directive:
    """The directive in a comment; raises `SettingsError` with what is wrong with it. The names are not looked up."""
    if not comment.is_closed:
        raise SettingsError("this comment is not closed in its line")
    said, *reason = _REASON.split(comment.text, maxsplit=1)
    word, *words = _WORD.findall(said) or [""]
    verb = _verb(word)
    until = None
    if _UNTIL in words:
        number = words.index(_UNTIL)
        until = _day(" ".join(words[number + 1 :]))
        words = words[:number]
    if verb is Verb.IGNORE and not words:
        raise SettingsError("ignore needs the name of a rule: ignore RULE")
    if verb is Verb.ON and until:
        raise SettingsError("on takes no date; off does")
    return Directive(comment, verb, tuple(dict.fromkeys(words)), until, "".join(reason).strip())


def _verb(word: str) -> Verb:
    if not word:
        raise SettingsError(f"this comment says nothing; it can say {', '.join(Verb)}")
    if word not in set(Verb):
        raise SettingsError(f"{unknown('directive', excerpt(word), map(str, Verb))} (there are {', '.join(Verb)})")
    return Verb(word)


def _day(word: str) -> str:
    from datetime import date

    try:
        return date.fromisoformat(word).isoformat()
    except ValueError:
        raise SettingsError(f"until needs one day, such as 2030-12-31, not {excerpt(word)!r}") from None
