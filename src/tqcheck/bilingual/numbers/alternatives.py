"""Alternatives: what else a number may say by what stands beside it."""

from __future__ import annotations

from fractions import Fraction

from .composing import is_scale
from .tokens import Sort

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .scanning import Scan

_ERAS = {"令和": 2018, "平成": 1988, "昭和": 1925, "大正": 1911, "明治": 1867, "民国": 1911, "民國": 1911}
_TENTHS = "成割"
_HALF = Fraction(1, 2)
_AND = frozenset({"and", "a", "y", "e", "et", "с", "і", "з", "i", "o", "og", "och", "en", "und"})
_MOST_JOINERS = 2
_FARTHEST_SCALE = 3
_DOZENS = frozenset({10, 12, 20, 100, 1000})


def alternatives(scan: Scan, place: int, end: int, value: Fraction) -> tuple[Fraction, ...]:
    """What else than ``value`` the number in the tokens ``place``–``end`` may say."""
    stop = scan.tokens[end - 1].end
    return (
        *_tenths(scan, stop, value),
        *_hours_before(scan, place, value),
        *_era_years(scan, place, value),
        *_and_a_half(scan, end, value),
        *_italian_century(scan, place, end, value),
        *_dozens(scan, end, value),
    )


def share_of_a_scale(scan: Scan, place: int) -> list[Fraction]:
    """``half a million``, ``un quart de million``: what a word for a share says together with the scale after it."""
    shares = [share for share in scan.known.soft.get(scan.tokens[place].word, ()) if share < 1]
    for token in scan.tokens[place + 1 : place + 1 + _FARTHEST_SCALE] if shares else ():
        atoms = scan.known.words.of_word(token.word) if token.sort is Sort.WORD else None
        if atoms and len(atoms) == 1 and is_scale(atoms[0]):
            return [share * atoms[0].value for share in shares]
    return []


def _dozens(scan: Scan, end: int, value: Fraction) -> list[Fraction]:
    """``two dozen``, ``zwei Jahrzehnte``: what a number says together with the word after it."""
    token = scan.tokens[end] if end < len(scan.tokens) else None
    return [value * each for each in scan.known.soft.get(token.word, ()) if each in _DOZENS] if token and value.denominator == 1 else []


def _and_a_half(scan: Scan, end: int, value: Fraction) -> list[Fraction]:
    """``two and a half million``, ``dos millones y medio``: the half is one of the last scale, or of the one that follows."""
    at = end
    while at < min(end + _MOST_JOINERS, len(scan.tokens)) and scan.tokens[at].word in _AND:
        at += 1
    if at == end or at >= len(scan.tokens) or _HALF not in scan.known.soft.get(scan.tokens[at].word, ()):
        return []
    before, after = (scan.known.words.of_word(scan.tokens[near].word) for near in (end - 1, min(at + 1, len(scan.tokens) - 1)))
    if before and is_scale(before[-1]):
        return [value + before[-1].value / 2]
    return [value + _HALF, *((value + _HALF) * atom.value for atom in (after or ())[:1] if is_scale(atom))]


def _italian_century(scan: Scan, place: int, end: int, value: Fraction) -> list[Fraction]:
    """The years that ``il Novecento`` stands for."""
    is_one = scan.known.code == "it" and end - place == 1 and scan.tokens[place].sort is Sort.WORD
    return [value + 1000] if is_one and value % 100 == 0 and 200 <= value <= 900 and scan.tokens[place].text[0].isupper() else []


def _era_years(scan: Scan, place: int, value: Fraction) -> list[Fraction]:
    """The years of our era that a year of another one may mean: 令和6 is 2024."""
    start = scan.tokens[place].start
    before = scan.text[max(0, start - 2) : start]
    return [value + _ERAS[before]] if before in _ERAS else []


def _tenths(scan: Scan, end: int, value: Fraction) -> list[Fraction]:
    """The per cent that a number of tenths before a place may mean: 四成, 4割."""
    return [value * 10] if scan.text[end : end + 1] in _TENTHS and end < len(scan.text) and value < 10 else []


def _hours_before(scan: Scan, place: int, value: Fraction) -> list[Fraction]:
    """The hour that has begun where the next one is named: ``halb zehn`` and a quarter to ten are after nine."""
    if not 0 < value <= 12:
        return []
    near = (scan.known.soft.get(token.word, ()) for token in scan.tokens[max(0, place - 2) : place])
    return [value - 1 or Fraction(12)] if any(30 in values or 15 in values for values in near) else []
