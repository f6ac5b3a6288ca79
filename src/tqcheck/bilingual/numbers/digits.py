"""Digits: what a row of digits with marks between them may say, by the marks of its language."""

from __future__ import annotations

from fractions import Fraction
from functools import lru_cache
from unicodedata import decimal

from ...core.pattern import pattern

TYPE_CHECKING = False
if TYPE_CHECKING:
    import regex

MOST_DIGITS = 24
"""Longer rows are codes, not numbers: they have no value."""
SPACES = " \u00a0\u2009\u202f"
DIGITS = (
    rf"\p{{Nd}}{{1,3}}(?:[{SPACES}'’]\p{{Nd}}{{3}}(?!\p{{Nd}})){{1,6}}(?:[.,]\p{{Nd}}{{1,9}})?(?![\p{{Nd}}]|[.,]\p{{Nd}})"
    r"|\p{Nd}++(?:[.,٫٬．，]\p{Nd}++)*+"
)
_GROUPED = pattern(r"\d{1,3}(?:,\d{3}){1,9}|\d{1,2}(?:,\d{2}){1,9},\d{3}")
_MARK = pattern(r"[.,]")


def plain(text: str) -> str:
    """Digits of any script as ASCII digits, full-width and Arabic marks as ``.`` and ``,``, without spaces and apostrophes."""
    made = []
    for character in text:
        if character.isdecimal():
            made.append(str(decimal(character)))
        elif character in ".．٫":
            made.append("," if character == "٫" else ".")
        elif character in ",，٬":
            made.append("." if character == "٬" else ",")
    return "".join(made)


@lru_cache(maxsize=1024)
def readings(text: str, decimal_mark: str, group_mark: str) -> tuple[list[Fraction], list[list[Fraction]]]:
    """What a row of digits may say as one number, and its parts where it may also be several; a code has no values."""
    if len(text) > MOST_DIGITS * 2:
        return [], []
    if " " in text:
        apart = [readings(piece, decimal_mark, group_mark)[0] for piece in text.split(" ")]
        return readings(text.replace(" ", "\u00a0"), decimal_mark, group_mark)[0], [part for part in apart if part]
    digits = plain(text)
    pieces = _MARK.split(digits)
    if len(digits) > MOST_DIGITS or "" in pieces:  # regex knows digits of scripts that are newer than this Python
        return [], []
    if len(pieces) == 1:
        return [Fraction(int(digits))], []
    parts = [[Fraction(int(piece))] for piece in pieces]
    if "٫" in text or "٬" in text:
        decimal_mark, group_mark = ",", "."
    if found := _as_group(digits, decimal_mark, group_mark):
        return found, []
    return _as_decimal(digits), parts


def _as_group(digits: str, decimal_mark: str, group_mark: str) -> list[Fraction]:
    """The number, if the marks in it can only part groups, or groups and decimals."""
    for mark, other in ((",", "."), (".", ",")):
        whole, _, rest = digits.partition(other)
        if mark not in whole or other in rest or (rest and mark in rest) or not _is_grouped(whole.replace(mark, ",")):
            continue
        if whole.count(mark) == 1 and not rest and decimal_mark == mark and group_mark != mark:
            continue
        return [Fraction(f"{whole.replace(mark, '')}.{rest or 0}")]
    return []


def _as_decimal(digits: str) -> list[Fraction]:
    """The number, if there is one mark, and it can only part decimals."""
    if len(_MARK.split(digits)) != 2:
        return []
    return [Fraction(digits.replace(",", "."))]


def _is_grouped(whole: str) -> bool:
    match: regex.Match[str] | None = _GROUPED.fullmatch(whole)
    return match is not None
