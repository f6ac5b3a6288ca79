"""Amount: a place of a text that says a number, with what it may stand for."""

from __future__ import annotations

from enum import StrEnum

from ...core.record import Row

TYPE_CHECKING = False
if TYPE_CHECKING:
    from fractions import Fraction

SOFT, HINT, WEAK, FIRM = 0, 1, 2, 3
"""How far a number must be found again: it only excuses; it counts beside a weak one that changed; beside any; alone."""


class Kind(StrEnum):
    """What an amount is, as far as that decides what it may be compared with."""

    NUMBER = "number"
    ORDINAL = "ordinal"
    CODE = "code"
    """Digits in a name: ``F-35``."""
    MONTH = "month"
    ROMAN = "roman"


class Amount(Row):
    """``start`` and ``end`` are code points of the text, half open.

    ``values``: what it may say, the most likely first. ``parts``: the values of its parts, for what may also be several
    numbers (``3.40``). ``level``: from `SOFT` to `FIRM`. ``unit``: CLDR's name of the unit, or the ISO 4217 code of the currency.
    """

    start: int
    end: int
    values: tuple[Fraction, ...]
    parts: tuple[tuple[Fraction, ...], ...] = ()
    level: int = FIRM
    kind: Kind = Kind.NUMBER
    unit: str = ""
