"""Tokens: the digits, numerals and words of a text, with their places."""

from __future__ import annotations

from enum import IntEnum

from ...core.pattern import pattern
from ...core.record import Row
from .digits import DIGITS
from .words import folded

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

HAN_NUMERALS = "〇零一二三四五六七八九十百千万亿億兆萬两兩廿卅壹贰貳弐叁參参肆伍陆陸柒捌玖拾佰仟"
_TOKEN = pattern(
    rf"(?V1)({DIGITS})|((?:(?![千兆百](?:[瓦克米焦卡帕比赫]|字节|位元))[{HAN_NUMERALS}])++)|([\p{{Han}}\p{{Hiragana}}\p{{Katakana}}])"
    r"|([\p{L}--\p{Han}--\p{Hiragana}--\p{Katakana}](?:[\p{L}--\p{Han}--\p{Hiragana}--\p{Katakana}]|[\p{M}\u00ad'’ʼ॰])*+)"
)


class Sort(IntEnum):
    """What a token is made of: the number of its group in the pattern."""

    DIGITS = 1
    NUMERAL = 2
    SYMBOL = 3
    """One Chinese or Japanese character that is no numeral."""
    WORD = 4


_SORTS = {int(sort): sort for sort in Sort}


class Token(Row):
    """``text`` is what stands at ``start``–``end``; ``word`` the same `folded`."""

    sort: Sort
    start: int
    end: int
    text: str
    word: str


def tokens(text: str) -> list[Token]:
    """The tokens of a text, in order; marks and spaces are none."""
    return list(_tokens(text))


def _tokens(text: str) -> Iterator[Token]:
    for match in _TOKEN.finditer(text):
        found = match.group()
        sort = _SORTS[match.lastindex or 1]
        yield Token(sort, match.start(), match.end(), found, folded(found).strip("'") if sort is Sort.WORD else found)
