"""What the elements of HTML mean for their text."""

from __future__ import annotations

import re

from ...core.blocks import Kind

_PARTING = (
    "address", "article", "aside", "audio", "blockquote", "body", "canvas", "center", "dd", "details", "dialog", "dir", "div", "dl",
    "fieldset", "figure", "footer", "form", "frameset", "head", "header", "hr", "html", "iframe", "main", "menu", "noscript", "object",
    "ol", "p", "pre", "search", "section", "table", "tbody", "template", "tfoot", "thead", "tr", "ul", "video",
)  # fmt: skip
BLOCKS = {
    **dict.fromkeys(_PARTING, Kind.PARAGRAPH),
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6", "title", "caption", "legend", "summary", "dt", "hgroup"), Kind.HEADING),
    **dict.fromkeys(("td", "th", "option", "optgroup", "button", "label", "figcaption", "textarea", "select", "nav"), Kind.CELL),
    "li": Kind.ITEM,
}
"""The elements that part their text from what stands around them, and the kind of block that it is."""
KINDLESS = frozenset(("div", "p", "section", "article"))
"""Inside an item or a cell these change no kind."""
DROPPED = frozenset((
    "audio", "canvas", "iframe", "math", "noscript", "object", "pre", "rp", "rt", "rtc", "script", "style", "svg", "template", "video",
))  # fmt: skip
"""Elements whose text is none that is read."""
CODE = frozenset(("code", "kbd", "samp", "tt", "var"))
"""Elements for which a word stands in."""
RAW_TEXT = frozenset(("script", "style", "textarea", "title"))
"""Elements in which no tag begins but their own end."""
VOID = frozenset(("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr"))
IMAGES = frozenset(("img", "input", "embed"))
SHOWN_ATTRIBUTES = ("alt", "title")
"""Attributes whose text is shown."""
TAG = re.compile(
    r"""<(?P<close>/?)(?P<name>[A-Za-z][^\s/<>]*+)(?P<attributes>[^<>"']*+(?:(?:"[^"]*+"|'[^']*+')[^<>"']*+)*)>""",
)
ATTRIBUTE = re.compile(r"""([^\s"'<>/=]++)\s*+=\s*+(?:"([^"]*)"|'([^']*)'|([^\s"'=<>`]++))""")
DESCRIPTION = re.compile(r"""(?i)\b(?:name|property)\s*=\s*["']?(?:og:|twitter:)?(?:description|title)\b""")
NOT_TRANSLATED = re.compile(r"""(?i)\btranslate\s*=\s*["']?no\b|\bclass\s*=\s*["'][^"']{0,200}\bnotranslate\b""")
NOTE_MARK = re.compile(r"""(?i)\b(?:role|epub:type|class)\s*=\s*["']?[^"'>]{0,200}(?:noteref|footnote-ref|footnote-back|footnoteref)""")
HAS_ALT = re.compile(r"""(?i)\balt\s*=\s*(["'])[^"']""")
NUMBERED_NOTE = re.compile(r"\s*+(?:<a\b|\[|\d{1,3}\]?\s*+</sup)", re.IGNORECASE)
