"""How the lines of Markdown begin that are no plain text, and how they end."""

from __future__ import annotations

import re

from ..html.elements import BLOCKS as HTML_BLOCKS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

LINE = re.compile(r"[^\r\n]*+(?:\r\n|\n|\r|\Z)")
FIRST = frozenset("#=-`~$*_[:{<")
"""With these marks begins all that is told by the start of a line and ends a paragraph, but for containers."""
BREAKS = frozenset("*-_")
HEADING = re.compile(r"(#{1,6})(?:[ \t]++|$)")
HEADING_END = re.compile(r"(?:^|[ \t])#++[ \t]*+$")
UNDERLINE = re.compile(r"(?:=++|-++)[ \t]*+$")
BREAK = re.compile(r"(?:(?:\*[ \t]*+){3,}|(?:-[ \t]*+){3,}|(?:_[ \t]*+){3,})$")
FENCE = re.compile(r"(`{3,}+(?=[^`]*+$)|~{3,}+|\$\$(?=[^$]*+$))")
TABLE_RULE = re.compile(r"\|?+[ \t]*+:?+-++:?+[ \t]*+(?:\|[ \t]*+:?+-++:?+[ \t]*+)*\|?+[ \t]*+$")
DEFINITION = re.compile(
    r"""\[(?!\^)((?:[^\[\]\\]|\\.){1,999})\]:\s*+(?:<[^<>\n]*+>|[^\s<]\S*+)
        (?:
            [ \t]*+(?:\n[ \t]*+)?
            (?:"[^"\\\n]*+(?:\\.[^"\\\n]*+)*"|'[^'\\\n]*+(?:\\.[^'\\\n]*+)*'|\([^()\\\n]*+(?:\\.[^()\\\n]*+)*\))
        )?
        [ \t]*+(?:\n|\Z)""",
    re.VERBOSE,
)
LABEL = re.compile(r"^[ \t>]*+\[(?!\^)([^\[\]\n]{1,999})\]:", re.MULTILINE)
COMMENT = re.compile(r"\[//\]: \# (?:\((.*)\)|\"(.*)\"|'(.*)')", re.VERBOSE)
HTML_START = re.compile(
    r"""<(?:(?P<raw>script|pre|style|textarea)(?=[\s>]|$)|(?P<comment>!--)|(?P<ask>\?)|/?(?P<name>[a-z][a-z0-9-]*+)(?=[\s/>]|$))""",
    re.IGNORECASE,
)
ALONE = re.compile(r"""</?[A-Za-z][A-Za-z0-9-]*+[^<>"']*+(?:(?:"[^"]*+"|'[^']*+')[^<>"']*+)*>[ \t]*+$""")
MODULE = re.compile(r"(?:import|export)\b")
PIPE = re.compile(r"\\.|\|")
ALERT = re.compile(r"\[![A-Za-z]{2,20}\][ \t]*+$|:{3,}.*$|\{%.*%\}[ \t]*+$")
HEADING_ATTRIBUTES = re.compile(r"[ \t]*+\{[^{}]*+\}[ \t]*+$")


def begins_html(rest: str, *, in_paragraph: bool) -> bool:
    """True if a block of HTML begins with a line; a tag that parts no blocks must stand alone, and ends no paragraph."""
    match = HTML_START.match(rest)
    if match is None:
        return False
    if match["name"] and match["name"].lower() not in HTML_BLOCKS:
        return not in_paragraph and ALONE.match(rest) is not None
    return True


def end_of_html(rest: str) -> str:
    """What ends the block of HTML that begins with a line, in small letters; empty if a blank line does."""
    match = HTML_START.match(rest)
    if match is None or match["name"]:
        return ""
    if match["raw"]:
        return f"</{match['raw'].lower()}"
    return "-->" if match["comment"] else "?>"


def heading_end(text: str) -> int:
    """Where the text of a heading ends, before closing marks and attributes."""
    end = len(text.rstrip())
    for pattern in (HEADING_END, HEADING_ATTRIBUTES):
        found = pattern.search(text, 0, end)
        end = found.start() if found else end
    return end


def cells(raw: str, start: int, end: int) -> Iterable[tuple[int, int]]:
    """The cells of a row, parted by pipes that are not escaped."""
    while start < end and raw[start] in " \t":
        start += 1
    while end > start and raw[end - 1] in " \t":
        end -= 1
    start += raw.startswith("|", start, end)
    for match in PIPE.finditer(raw, start, end):
        if match.group() == "|":
            yield start, match.start()
            start = match.end()
    if raw[start:end].strip(" \t"):
        yield start, end
