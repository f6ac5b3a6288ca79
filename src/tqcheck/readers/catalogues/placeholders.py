"""Placeholders: what a program puts into a string, and the markup that it may hold. Neither is prose."""

from __future__ import annotations

import re
from typing import NamedTuple

from ...bilingual.placeholders import branches
from .message import STAND_IN

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    Change = tuple[int, int, str]
    """Start and end of a stretch of a string, and what is read instead."""

MOST_LEVELS = 3
"""A choice (ICU's plural and select) that stands deeper inside others is read as one word."""
_CHOICE_START = r"\{\s*+[\w.]++\s*+,\s*+(?:plural|selectordinal|select)\s*+,"
_CHOICE = re.compile(_CHOICE_START)
_FOUND = re.compile(
    rf"""
    (?P<choice>{_CHOICE_START})
  | (?P<word>
        {STAND_IN}
      | \{{\{{[^{{}}\n]*+\}}\}}                                       # {{{{name}}}}
      | [$\#%]?\{{\s*+[\w.$@-]*+\s*+(?:[!,:|][^{{}}]*+)?\}}          # {{name}}, ${{name}}, #{{name}}, %{{name}}, {{0, number}}
      | %(?:\([\w.]++\)|<[\w.]++>)[-+\#0]?\d*(?:\.\d+)?[a-zA-Z]?      # %(name)s, %<name>d
      | (?<!\d)%(?:\d++\$)?[-+\#0']*+(?:\d++|\*)?(?:\.(?:\d++|\*))?(?:hh|h|ll|l|L|q|j|z|t)?[@diouxXeEfFgGaAcCsSp](?![a-z]{{3}})
      | (?<!\d)%\d{{1,2}}(?![\d%])                                     # Qt's %1
      | %\#@\w++@                                                       # Apple: a part that depends on a number
      | %[A-Za-z_]\w*+%                                               # %name%
      | \$[A-Za-z_]\w*+\$                                             # $NAME$
      | \$t\([^()\n]*+\)                                              # i18next: another string
      | <[0-9]++\s*+/>
      | (?:https?|ftp)://[^\s<>"'{{}}|]*[^\s<>"'{{}}|.,;:!?)\]]
      | [\w.+-]{{1,64}}@[\w-]{{1,63}}(?:\.[\w-]{{1,63}}){{1,8}}
    )
  | (?P<percent>%%)
  | (?P<apostrophe>(?<=[\w}}])''(?=\w))
  | (?P<line></?(?:br|p|div|li|ul|ol|h[1-6]|tr)(?:\s[^<>]{{0,500}})?/?>)
  | (?P<tag></?(?:[0-9]++|[a-zA-Z][\w:-]*+(?:\s[^<>]{{0,500}})?)/?>|<!--[^<>]*+-->)
    """,
    re.VERBOSE | re.IGNORECASE,
)
_PARAGRAPHS = re.compile(r"\n[ \t]*+\n\s*+")


class Choice(NamedTuple):
    """A choice of ICU: where it starts and ends, and start and end of each branch, without its braces."""

    start: int
    end: int
    branches: list[tuple[int, int]]


def forms(text: str) -> list[tuple[int, int]]:
    """Start and end of each stretch that is read for itself: a paragraph, or a branch of a choice that is the whole string."""
    return [part for start, end in _forms(text, 0, len(text), 0) for part in _paragraphs(text, start, end)]


def _paragraphs(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    for match in _PARAGRAPHS.finditer(text, start, end):
        yield start, match.start()
        start = match.end()
    yield start, end


def _forms(text: str, start: int, end: int, level: int) -> Iterator[tuple[int, int]]:
    blank = len(text[start:end]) - len(text[start:end].lstrip())
    choice = _choice(text, start + blank, end) if level < MOST_LEVELS and _CHOICE.match(text, start + blank, end) else None
    if choice is None or text[choice.end : end].strip():
        yield start, end
        return
    for branch_start, branch_end in choice.branches:
        yield from _forms(text, branch_start, branch_end, level + 1)


def changes(text: str, start: int, end: int, level: int = 0) -> Iterator[Change]:
    """What is not read as it is written between two places of a string, in order: placeholders are `STAND_IN`, tags are nothing.

    Of a choice inside a sentence its last branch is read, which ICU asks to be the one for all other cases.
    """
    place = start
    while (match := _FOUND.search(text, place, end)) is not None:
        place = match.end()
        if match["choice"] is None:
            yield match.start(), match.end(), _reads(match)
            continue
        choice = _choice(text, match.start(), end) if level < MOST_LEVELS else None
        if choice is None:
            _, closed = branches(text, match.start(), end)
            place = end if closed is None else closed
            yield match.start(), place, STAND_IN
            continue
        place = choice.end
        branch_start, branch_end = choice.branches[-1]
        yield choice.start, branch_start, ""
        yield from changes(text, branch_start, branch_end, level + 1)
        yield branch_end, choice.end, ""


def _reads(match: re.Match[str]) -> str:
    if match["word"] is not None:
        return STAND_IN
    if match["apostrophe"] is not None:  # MessageFormat of Java and ICU
        return "'" if "{" in match.string else "''"
    return "%" if match["percent"] else "\n" if match["line"] else ""


def _choice(text: str, start: int, end: int) -> Choice | None:
    """The choice that starts at a place; None if it is not closed, or has no branches."""
    found, closed = branches(text, start, end)
    return Choice(start, closed, found) if found and closed is not None else None
