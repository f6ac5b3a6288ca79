"""XML written by hand: in ASCII, so that no encoding can harm it, and without what XML 1.0 cannot hold."""

from __future__ import annotations

import re

DECLARATION = '<?xml version="1.0" encoding="utf-8"?>\n'
# https://www.w3.org/TR/xml/#charsets: these may not stand in a document, not even as references.
_IMPOSSIBLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
# References keep tabs and line ends from being read as spaces, and all of ASCII's own marks from being read as markup.
_MARKED = re.compile("[\t\n\r&<>\"'\x7f]")


def possible(text: str) -> str:
    """The text with what XML cannot hold written as escapes (``\\x1b``, ``\\ud800``)."""
    return _IMPOSSIBLE.sub(lambda match: f"\\x{ord(match[0]):02x}" if match[0] < "\x7f" else f"\\u{ord(match[0]):04x}", text)


def escaped(text: str) -> str:
    """The text as it may stand in an attribute or an element."""
    marked = _MARKED.sub(lambda match: f"&#{ord(match[0])};", possible(text))
    return marked.encode("ascii", "xmlcharrefreplace").decode()


def element(name: str, content: str | None = None, /, **attributes: object) -> str:
    """An element with attributes; ``content`` is XML already."""
    written = "".join(f' {key}="{escaped(str(value))}"' for key, value in attributes.items())
    return f"<{name}{written} />" if content is None else f"<{name}{written}>{content}</{name}>"
