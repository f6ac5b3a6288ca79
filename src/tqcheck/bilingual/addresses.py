"""Addresses and signs that are the same in every language: URLs, e-mail, paths, @names, #tags and emoji."""

from __future__ import annotations

from collections import Counter

from ..core.pattern import pattern
from ..core.record import Row

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

_FOUND = pattern(
    r"""(?xi)
      (?P<url>  (?:https?|ftps?|sftp|file|mailto|tel|git|ssh):(?://)?[^\s<>"“”„»«‘’「」『』（）()\[\]{}，。、；！？｜\\^`\p{Han}\p{Hiragana}\p{Katakana}\p{Hangul}]{2,2000}
              | (?<![a-z0-9@.])www\.[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}
                (?:/[^\s<>"“”„»«，。、；！？（）()\p{Han}\p{Hiragana}\p{Katakana}]{0,2000})? )
    | (?P<mail> (?<![a-z0-9.+_-])[a-z0-9][a-z0-9.+_-]{0,63}@[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){1,8} )
    | (?P<path> (?<![\w:/\\.<])[a-z]:\\(?:[\w.\ -]{1,100}\\){0,20}[\w.-]{1,100}
              | (?<![\w/\\.<])(?:~|\.\.?)?/(?:[a-z0-9_.-]{1,100}/){1,20}[a-z0-9_.-]{0,99}[a-z0-9_](?!\w) )
    | (?P<name> (?<![\w.@/])@[a-z_][a-z0-9_.]{1,39}(?<!\.) )
    | (?P<tag>  (?<![\w&/\#])[\#＃](?=[\p{L}\p{Nd}_]{0,60}\p{L})[\p{L}\p{M}\p{Nd}_]{2,60}+(?!\#) )
    """
)
_EMOJI = pattern(
    r"\p{Regional_Indicator}{2}|[\p{Emoji_Presentation}--\p{Regional_Indicator}]|(?:(?![©®™‼⁉↔-↪])\p{Extended_Pictographic})\uFE0F".join(
        ("(?V1)(?:", r")(?:[\U0001F3FB-\U0001F3FF\uFE0F]|\u200D\p{Extended_Pictographic}){0,9}")
    )
)
_BEHIND = ".,;:!?'*_~-"
_LOCALE = pattern(r"(?i)(?:(?<=[/._=&?-])|\A)[a-z]{2}(?:[-_][a-z]{2,4})?(?=[/._&#?]|\Z)")
"""The piece of an address that names a language or a country, as /de/, de.example.org, ?lang=de and example.de do."""


class Address(Row):
    """An address in a text: its kind (url, mail, path, name, tag, emoji), its places, and what is compared of it."""

    kind: str
    start: int
    end: int
    compared: str


def addresses(text: str) -> list[Address]:
    """The addresses of a text, ordered by place."""
    found = []
    for match in _FOUND.finditer(text):
        end = match.end()
        while end > match.start() + 1 and text[end - 1] in _BEHIND:
            end -= 1
        kind = str(match.lastgroup)
        found.append(Address(kind, match.start(), end, _compared(kind, text[match.start() : end])))
    return found


def emoji(text: str) -> list[Address]:
    """The emoji of a text, ordered by place; shades of skin and the choice between picture and letter do not tell them apart."""
    if text.isascii():
        return []
    return [Address("emoji", *match.span(), _plain(match.group())) for match in _EMOJI.finditer(text)]


def unmatched(own: Iterable[Address], theirs: Iterable[Address]) -> tuple[list[Address], list[Address]]:
    """What one text has and the other has not, each way, counting how often."""
    first, second = list(own), list(theirs)
    return _without(first, second), _without(second, first)


def is_localised(one: str, other: str) -> bool:
    """True if two addresses differ in what names a language or a country, and then perhaps in the path, but have one host."""
    if _LOCALE.findall(one) == _LOCALE.findall(other):
        return False
    first, second = _LOCALE.sub("", one), _LOCALE.sub("", other)
    return first == second or first.split("/")[0] == second.split("/")[0]


def _without(some: list[Address], others: list[Address]) -> list[Address]:
    left = Counter((each.kind, each.compared) for each in others)
    result = []
    for each in some:
        if left[each.kind, each.compared]:
            left[each.kind, each.compared] -= 1
        else:
            result.append(each)
    return result


def _compared(kind: str, text: str) -> str:
    if kind == "url":
        _, found, rest = text.partition("//")
        rest = (rest if found else text).rstrip("/")
        host, slash, path = rest.partition("/")
        return host.lower().removeprefix("www.") + slash + path
    return text.lower() if kind in ("mail", "name", "tag") else text


def _plain(emoji: str) -> str:
    return "".join(character for character in emoji if character != "\ufe0f" and not "\U0001f3fb" <= character <= "\U0001f3ff")
