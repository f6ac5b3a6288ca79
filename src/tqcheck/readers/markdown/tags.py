"""Tags inside Markdown: those of HTML, and in MDX those of JSX with expressions in their attributes."""

from __future__ import annotations

import re

from ...core.record import Record
from ..html.elements import BLOCKS, NOT_TRANSLATED, TAG

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

_JSX_NAME = re.compile(r"<(/?)([A-Za-z_$][\w.:$-]*+)?")
_INLINE = frozenset(("a", "abbr", "b", "cite", "em", "i", "q", "small", "span", "strong", "sup"))
_STOP = re.compile(r"""[<>{"']""")


class Tag(Record):
    """A tag: its name (small letters, unless it is a component), where it ends, and what it does to its text.

    ``parts``: it parts blocks; ``is_kept``: its text is not to be translated.
    """

    name: str
    end: int
    is_end: bool
    is_empty: bool
    parts: bool
    is_kept: bool = False


def tag_at(text: str, place: int, braces: Mapping[int, int] | None = None) -> Tag | None:
    """The tag that begins at a ``<``; None if none does. ``braces`` is given for JSX."""
    if braces is not None:
        return _jsx_tag(text, place, braces)
    match = TAG.match(text, place)
    if match is None:
        return None
    name, attributes = match["name"].lower(), match["attributes"]
    kept = bool(attributes) and name in _INLINE and NOT_TRANSLATED.search(attributes) is not None
    return Tag(name, match.end(), bool(match["close"]), attributes.endswith("/"), name in BLOCKS, kept)


def _jsx_tag(text: str, place: int, braces: Mapping[int, int]) -> Tag | None:
    match = _JSX_NAME.match(text, place)
    if match is None:
        return None
    name = match[2] or ""
    end = _jsx_end(text, match.end(), braces)
    if end is None:
        return None
    parts = not name or name[0].isupper() or "." in name or name in BLOCKS
    return Tag(name, end, bool(match[1]), text[end - 2] == "/", parts)


def _jsx_end(text: str, place: int, braces: Mapping[int, int]) -> int | None:
    while match := _STOP.search(text, place):
        mark = match.group()
        if mark == ">":
            return match.end()
        if mark == "<":
            return None
        end = braces.get(match.start(), -1) if mark == "{" else text.find(mark, match.end())
        if end < 0:
            return None
        place = end + 1
    return None
