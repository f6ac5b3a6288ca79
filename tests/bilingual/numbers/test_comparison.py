"""Two texts compared by their numbers."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tqcheck.bilingual.numbers.comparison import comparison


def differences(text: str, source: str, language: str) -> tuple[list[tuple[str, str]], list[str], list[str]]:
    """(changed, added, missing) as they are written."""
    found = comparison(text, "en", source, language)
    changed = [(text[a.start : a.end], source[b.start : b.end]) for a, b in found.changed if a and b]
    added = [text[a.start : a.end] for a, _ in found.added if a]
    return changed, added, [source[b.start : b.end] for _, b in found.missing if b]


@pytest.mark.parametrize(
    ("text", "source", "language"),
    [
        ("At 15:50 it rained.", "15时50分下了雨。", "zh"),
        ("At 3:40 it rained.", "Um 3.40 Uhr regnete es.", "de"),
        ("At 3:40 p.m. it rained.", "Um 15.40 Uhr regnete es.", "de"),
        ("In the 1980s", "Seit den 80er Jahren des 20. Jahrhunderts", "de"),
        ("In the 1960s and 1970s", "二十世纪六七十年代", "zh"),
        ("He is in his fifties.", "５０代の男性。", "ja"),
        ("The 1920s", "Lata dwudzieste XX wieku", "pl"),
        ("Forty percent", "四成", "zh"),
        ("10 million kilowatts", "1000万千瓦", "zh"),
        ("10 GW", "1000万千瓦", "zh"),
        ("It weighs 88 pounds.", "Es wiegt 40 Kilogramm.", "de"),
        ("It is 68 °F.", "Es sind 20 °C.", "de"),
        ("The 14th Five-Year Plan", "十四五规划", "zh"),
        ("Elizabeth II", "Elisabeth II.", "de"),
        ("The 19th century", "XIX век", "ru"),
        ("Half of the 500,000 boats", "La mitad de los 500 000 barcos", "es"),
        ("Half a million boats", "полмиллиона лодок", "ru"),
        ("May it be so.", "So sei es.", "de"),
        ("2015–2019", "2015 bis 2019", "de"),
        ("Ninety-seven boats", "quatre-vingt-dix-sept bateaux", "fr"),
        ("A two-year-old boat", "двухлетняя лодка", "ru"),
        ("25 boats", "٢٥ قاربا", "ar"),
        ("At 9:30 PM", "Ab 21.30 Uhr", "de"),
        ("At 12:30 AM", "Um 0:30 Uhr", "de"),
        ("At 9:30", "um halb zehn", "de"),
        ("At 9:45", "без четверти десять", "ru"),
        ("one billion colours", "eine Palette mit einer Milliarde Farben", "de"),
        ("Twenty-two boats", "dvaadvacet člunů", "cs"),
        ("two and a half million", "dos millones y medio", "es"),
        ("2.5 million", "due milioni e mezzo", "it"),
        ("2.5 million", "два с половиной миллиона", "ru"),
        ("2.5 million", "dva a půl milionu", "cs"),
        ("The 1960s", "Gli anni Sessanta", "it"),
        ("In 24 hours", "за сутки", "ru"),
        ("The top three", "тройка лидеров", "ru"),
        ("$3.5 billion", "3.500 millones de dólares", "es"),
        ("8:30", "8h30", "fr"),
        ("Half a million boats", "500 000 bateaux", "fr"),
        ("250,000 boats", "un quart de million de bateaux", "fr"),
        ("500,000 boats", "mezzo milione di barche", "it"),
        ("Two dozen boats", "24 čluny", "cs"),
        ("20 years", "dos décadas", "es"),
        ("A 19-year-old", "il diciannovenne", "it"),
        ("A 30-year-old", "una treintañera", "es"),
        ("In 1984", "nel millenovecentottantaquattro", "it"),
        ("Two weeks", "quinze jours", "fr"),
        ("Five-year plan", "plan quinquenal", "es"),
    ],
)
def test_the_same_in_another_form(text: str, source: str, language: str) -> None:
    assert differences(text, source, language) == ([], [], [])


def test_one_fault_is_one_change() -> None:
    assert differences("21 boats and 7 nets", "25 Boote und 7 Netze", "de") == ([("21", "25")], [], [])
    assert differences("A nine-day fair", "Ein siebentägiger Markt", "de")[0] == [("nine", "siebentägiger")]
    assert differences("12 boats, 12 nets", "11 Boote, 12 Netze", "de")[0] == [("12", "11")]
    assert differences("15 boats and 9 nets", "Boote und 9 Netze", "de") == ([], ["15"], [])
    assert differences("boats and 9 nets", "15 Boote und 9 Netze", "de") == ([], [], ["15"])


def test_numbers_are_not_converted_into_their_own_unit() -> None:
    assert differences("475 miles", "491 Meilen", "de")[0] == [("475", "491")]


def test_units_of_one_measure() -> None:
    assert comparison("5 kilometers", "en", "5 Meilen", "de").units
    assert not comparison("5 miles (8 km)", "en", "5 Meilen (8 km)", "de").units
    assert not comparison("5 dollars", "en", "5 A$", "de").units


@given(st.lists(st.integers(2, 9999), max_size=8))
def test_digits_in_any_order_are_found(numbers: list[int]) -> None:
    own = " and ".join(map(str, numbers))
    assert differences(own, " und ".join(map(str, reversed(numbers))), "de") == ([], [], [])


@given(st.text(max_size=40), st.text(max_size=40), st.sampled_from(["de", "zh", "ru", "hi", "ar"]))
def test_any_two_texts_are_compared(text: str, source: str, language: str) -> None:
    comparison(text, "en", source, language)


def test_many_numbers_are_compared_in_linear_time() -> None:
    comparison(" ".join(map(str, range(2_000))), "en", " ".join(map(str, range(3_000, 5_000))), "de")
