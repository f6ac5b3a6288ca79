"""What the rules of this family share: stretches of a text that are no prose."""

from __future__ import annotations

from collections.abc import Iterator

from ...core.pattern import pattern

TYPE_CHECKING = False
if TYPE_CHECKING:
    import regex

_TOKEN = pattern(r"\S++")
_ADDRESS = pattern(r"(?i)://|www\.|@\w|\w@|[\\#<>{}=_|]|\w/\w|\.\w{2,4}/|\.(?:com|org|net|html?|php|ua|ru|de|uk|cn|io)\b")


def token_at(text: str, place: int) -> str:
    """The run without white space around a place, at most 80 characters to either side."""
    start = max(text.rfind(" ", max(0, place - 80), place) + 1, place - 80, 0)
    match = _TOKEN.match(text, start, place + 80)
    return text[start : match.end() if match else place]


def is_address_or_code(text: str, place: int) -> bool:
    """True if the place lies in a web address, an e-mail address, a file path, a tag or a piece of code."""
    return _ADDRESS.search(token_at(text, place)) is not None


def matches(pattern: regex.Pattern[str], text: str) -> Iterator[regex.Match[str]]:
    """The matches of a pattern that do not lie in an address or in code."""
    return (match for match in pattern.finditer(text) if not is_address_or_code(text, match.start()))
