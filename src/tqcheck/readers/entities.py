"""Character references of HTML and XML: what ``&amp;`` and ``&#8217;`` stand for."""

from __future__ import annotations

import re

ENTITY = r"&(?:\#(?:[0-9]{1,7}|[xX][0-9a-fA-F]{1,6})|[A-Za-z][A-Za-z0-9]{1,31});"
_SOFT_HYPHEN = "\u00ad"
_ENTITY = re.compile(ENTITY)


def entity_at(text: str, place: int) -> tuple[int, str] | None:
    """Where the reference ends that begins at a place, and what it stands for; None if none does. A soft hyphen stands for nothing."""
    match = _ENTITY.match(text, place)
    if match is None:
        return None
    from html import unescape

    meant = unescape(match.group())
    if meant == match.group():
        return None
    return match.end(), meant.replace(_SOFT_HYPHEN, "").replace("\0", "\ufffd")


def escaped(text: str, *, in_attribute: bool = False) -> str:
    """A text as HTML and XML write it."""
    text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return text.replace('"', "&quot;").replace("'", "&#39;") if in_attribute else text
