"""What stands around a number and says how it is meant: units, currencies, months, eras, weekdays, counters."""

from __future__ import annotations

from fractions import Fraction

from .amount import FIRM, HINT, SOFT, WEAK
from .tokens import Sort

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .scanning import Scan
    from .tokens import Token

_WEEKDAYS = ("星期", "周", "週", "礼拜", "禮拜")
_SEVERAL = "数數几幾好多"
_LONGEST_UNIT = 8
_PREFIXES = {
    "$": "USD",
    "€": "EUR",
    "£": "GBP",
    "¥": "JPY",
    "￥": "CNY",
    "₹": "INR",
    "₽": "RUB",
    "₴": "UAH",
    "₩": "KRW",
    "₺": "TRY",
    "₪": "ILS",
}
_SUFFIXES = {"%": "percent", "％": "percent", "٪": "percent", "°C": "celsius", "℃": "celsius", "°F": "fahrenheit", "℉": "fahrenheit"}
_FEW = 3
_HYPHENS = ("-", "‑", "–", " ")
_NAMES = {"covid": 19, "ковид": 19, "cov": 2}


def unit_beside(scan: Scan, place: int, end: int) -> str:
    """The unit or currency of the number in the tokens ``place``–``end``; empty if none is known."""
    text, start, stop = scan.text, scan.tokens[place].start, scan.tokens[end - 1].end
    if sign := _PREFIXES.get(text[:start].rstrip()[-1:] if start < 2 else text[max(0, start - 2) : start].rstrip()[-1:]):
        return sign
    after = text[stop : stop + 3].lstrip(" \u00a0\u202f")
    for sign, unit in (*_SUFFIXES.items(), *_PREFIXES.items()):
        if after.startswith(sign):
            return unit
    return _unit_word(scan, end)


def _unit_word(scan: Scan, at: int) -> str:
    """The unit that the tokens from a place on name, the longest first."""
    known = scan.known
    for count in range(min(_FEW, len(scan.tokens) - at), 0, -1):
        row = scan.tokens[at : at + count]
        if any(scan.gap(at + step) not in (" ", "", "-", "\u00a0", "\u202f") for step in range(count)):
            continue
        word = " ".join(token.word for token in row)
        short = scan.text[row[0].start : row[-1].end]
        if found := known.units.get(word) or known.units.get(short) or known.currencies.get(word) or known.currencies.get(short):
            return found
    if at < len(scan.tokens) and scan.tokens[at].sort in (Sort.SYMBOL, Sort.NUMERAL) and not scan.gap(at):
        start = scan.tokens[at].start
        for length in range(_LONGEST_UNIT, 0, -1):
            word = scan.text[start : start + length]
            if found := known.units.get(word) or known.currencies.get(word):
                return found
    return ""


def month_before(scan: Scan, place: int, taken: int) -> bool:
    """True if the digits at a token are the number of a month: 7月."""
    if taken != 1 or scan.known.code not in ("zh", "ja", "ko", "yue"):
        return False
    end = scan.tokens[place].end
    return scan.text[end : end + 1] in ("月", "월") and scan.tokens[place].text.isdecimal() and 0 < int(scan.tokens[place].text[:3]) <= 12


def is_weekday(scan: Scan, place: int) -> bool:
    """True if a numeral is the name of a weekday: 星期三."""
    start = scan.tokens[place].start
    return len(scan.tokens[place].text) == 1 and scan.text[max(0, start - 2) : start].endswith(_WEEKDAYS)


def level_of_digits(scan: Scan, place: int, value: Fraction, glued: Token | None) -> int:
    """How far digits must be found again; ``glued`` is the word that they are a part of (A4). A virus may be called by its name alone."""
    before = glued or (scan.tokens[place - 1] if place and scan.gap(place) in _HYPHENS else None)
    if before and _NAMES.get(before.word) == value:
        return SOFT
    if not value:
        return HINT if len(scan.tokens[place].text) == 1 else SOFT
    return FIRM if value > 1 and not glued else WEAK


def level_of_numeral(scan: Scan, place: int, end: int, value: Fraction, ordinal: bool = False) -> int:
    """How far Chinese numerals must be found again: alone they are seldom more than a part of a word."""
    start, stop = scan.tokens[place].start, scan.tokens[end - 1].end
    before, after = scan.text[max(0, start - 1) : start], scan.text[stop : stop + 1]
    if value < 2 or ordinal or is_weekday(scan, place) or (before and before in _SEVERAL):
        return SOFT
    text = scan.text[start:stop]
    if all(character in "十百千万亿億兆萬" for character in text) and text != "十":
        return SOFT
    counted = scan.text.startswith(tuple(scan.known.counters), stop)
    if len(text) == 1:
        return WEAK if counted or before == "第" else HINT
    return FIRM if counted and after else WEAK


def level_of_word(scan: Scan, place: int, end: int, value: Fraction, ordinal: bool) -> int:
    """How far a number word must be found again."""
    word = scan.tokens[place].word
    if value < 2 or (ordinal and value <= 2) or (end - place == 1 and word in scan.known.doubtful):
        return SOFT
    if end - place == 1 and value >= 100 and str(value).rstrip("0") == "1":
        return SOFT
    return WEAK if value == 2 or ordinal else FIRM
