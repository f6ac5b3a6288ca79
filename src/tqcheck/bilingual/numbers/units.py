"""Units: what they measure, and how one becomes another (factors of the SI: NIST SP 811; names of CLDR)."""

from __future__ import annotations

from fractions import Fraction

from .amount import Amount

_TOLERANCE = Fraction(7, 100)
_MEASURES = {
    "length": (
        "kilometer 1000 meter 1 centimeter 0.01 millimeter 0.001 mile 1609.344 yard 0.9144 foot 0.3048 inch 0.0254 nautical-mile 1852"
    ),
    "area": (
        "square-kilometer 1e6 square-meter 1 square-centimeter 1e-4 square-mile 2589988.11 square-foot 0.09290304 "
        "square-yard 0.83612736 hectare 1e4 acre 4046.8564224 mu 666.667 tsubo 3.305785"
    ),
    "mass": (
        "kilogram 1 gram 0.001 milligram 1e-6 tonne 1000 metric-ton 1000 ton 907.18474 pound 0.45359237 ounce "
        "0.028349523 stone 6.35029318 jin 0.5"
    ),
    "volume": (
        "liter 1 milliliter 0.001 centiliter 0.01 hectoliter 100 cubic-meter 1000 cubic-kilometer 1e12 cubic-foot "
        "28.316846592 gallon 3.785411784 gallon-imperial 4.54609 pint 0.473176473 fluid-ounce 0.0295735 barrel "
        "158.987294928"
    ),
    "speed": "kilometer-per-hour 1 mile-per-hour 1.609344 meter-per-second 3.6 knot 1.852",
    "power": "watt 1 kilowatt 1e3 megawatt 1e6 gigawatt 1e9 horsepower 745.7",
    "energy": "joule 1 kilojoule 1e3 kilowatt-hour 3.6e6 kilocalorie 4184 calorie 4.184",
    "digital": "bit 0.125 byte 1 kilobyte 1e3 megabyte 1e6 gigabyte 1e9 terabyte 1e12",
    "duration": (
        "century 36525 decade 3652.5 year 365.25 month 30.4375 week 7 day 1 hour 0.0416666667 minute 0.000694444444 second 0.0000115740741"
    ),
    "frequency": "hertz 1 kilohertz 1e3 megahertz 1e6 gigahertz 1e9",
    "pressure": "bar 1e5 hectopascal 100",
    "temperature": "celsius 1 fahrenheit 1 kelvin 1",
}
_FREEZING = {
    "celsius": (Fraction(0), Fraction(1)),
    "fahrenheit": (Fraction(32), Fraction(5, 9)),
    "kelvin": (Fraction(27315, 100), Fraction(1)),
}
_ALIKE = tuple(
    frozenset(row.split())
    for row in (
        "USD CAD AUD NZD HKD TWD SGD MXN ARS BRL",
        "JPY CNY TWD HKD KRW",
        "SEK NOK DKK CZK",
        "GBP EGP",
        "INR PKR IDR",
        "SAR IRR",
        "RON BGN",
        "tonne metric-ton ton",
        "gallon gallon-imperial",
        "calorie kilocalorie",
        "mile nautical-mile",
        "bit byte",
    )
)
"""Units and currencies that share a sign or a name, so that a text may mean the one by the other."""
UNITS = {
    name: (measure, Fraction(factor))
    for measure, row in _MEASURES.items()
    for name, factor in zip(row.split()[::2], row.split()[1::2], strict=True)
}
"""By CLDR's name of a unit: what it measures, and how many of the measure's own unit it is."""


def measure_of(unit: str) -> str:
    """What a unit measures; ``money`` for an ISO 4217 code, the unit itself if nothing else is known."""
    if len(unit) == 3 and unit.isupper():
        return "money"
    return UNITS[unit][0] if unit in UNITS else unit


def is_changed(one: Amount, two: Amount) -> bool:
    """True if two equal amounts have units that measure the same and are not the same."""
    if not one.unit or not two.unit or one.unit == two.unit or one.values[0] == 0:
        return False
    if any({one.unit, two.unit} <= family for family in _ALIKE):
        return False
    return measure_of(one.unit) == measure_of(two.unit)


def converts(one: Amount, two: Amount) -> bool:
    """True if two amounts of different units are about the same quantity: 5 miles and 8 km."""
    if one.unit == two.unit or one.unit not in UNITS or two.unit not in UNITS or UNITS[one.unit][0] != UNITS[two.unit][0]:
        return False
    mine, theirs = _quantity(one), _quantity(two)
    if measure_of(one.unit) == "temperature":
        return abs(mine - theirs) <= 1
    return abs(mine - theirs) <= _TOLERANCE * max(abs(mine), abs(theirs))


def _quantity(amount: Amount) -> Fraction:
    if amount.unit in _FREEZING:
        zero, step = _FREEZING[amount.unit]
        return (amount.values[0] - zero) * step
    return amount.values[0] * UNITS[amount.unit][1]
