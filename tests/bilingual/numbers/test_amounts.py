"""The amounts of a text: values, kinds, levels and units."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tqcheck.bilingual.numbers.amount import FIRM, HINT, SOFT, WEAK, Kind
from tqcheck.bilingual.numbers.scanning import amounts

LANGUAGES = ["en", "de", "zh", "ja", "ko", "ru", "hi", "ar", "he", "tr", "fr", "xx"]


def said(text: str, language: str) -> list[tuple[str, str]]:
    """What must be found again: the place, and its most likely value."""
    return [(text[each.start : each.end], str(each.values[0])) for each in amounts(text, language) if each.level > HINT]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "three hundred and twenty-five boats", [("three hundred and twenty-five", "325")]),
        ("en", "It cost $1.5bn in 1985.", [("1.5bn", "1500000000"), ("1985", "1985")]),
        ("en", "one boat, a dozen nets, both oars", []),
        ("de", "2,5 Mio. Boote", [("2,5 Mio", "2500000")]),
        ("zh", "417.6万例，30余万元", [("417.6万", "4176000"), ("30余万", "300000")]),
        ("zh", "二〇二四年的三百二十人", [("二〇二四", "2024"), ("三百二十", "320")]),
        ("zh", "星期三，三角，一般", []),
        ("zh", "第三名，两艘船", [("三", "3"), ("两", "2")]),
        ("ja", "１万１０００店舗", [("１万１０００", "11000")]),
        ("hi", "तीन लाख रुपये और १२३", [("तीन लाख", "300000"), ("१२३", "123")]),
        ("ko", "배 35척", [("35", "35")]),
        ("ru", "5 млн рублей", [("5 млн", "5000000")]),
    ],
)
def test_amounts(language: str, text: str, expected: list[tuple[str, str]]) -> None:
    assert said(text, language) == expected


def test_months_codes_and_roman_numerals_are_known_for_what_they_are() -> None:
    kinds = {"July": Kind.MONTH, "13": Kind.NUMBER, "35": Kind.NUMBER, "4": Kind.CODE, "XIV": Kind.ROMAN}
    text = "On July 13 the F-35 and the A4 met King XIV"
    found = {text[each.start : each.end]: each.kind for each in amounts(text, "en") if each.level}
    assert found == kinds
    assert amounts("7月", "zh")[0].kind is Kind.MONTH


@pytest.mark.parametrize(
    ("language", "text", "unit"),
    [
        ("en", "5 miles", "mile"),
        ("en", "5 square miles", "square-mile"),
        ("en", "$5", "USD"),
        ("en", "5 %", "percent"),
        ("en", "1985 in Lund", ""),
        ("de", "5 Meilen", "mile"),
        ("ru", "в 5 километрах", "kilometer"),
        ("zh", "1000万千瓦", "kilowatt"),
        ("zh", "5平方公里", "square-kilometer"),
        ("ja", "5円", "JPY"),
    ],
)
def test_units(language: str, text: str, unit: str) -> None:
    assert [each.unit for each in amounts(text, language)] == [unit]


def test_a_year_of_an_era_is_one_of_ours_too() -> None:
    assert 2024 in amounts("令和6年", "ja")[0].values


def test_how_far_numbers_must_be_found_again() -> None:
    levels = {"00": SOFT, "0": HINT, "1": WEAK, "2": FIRM, "two": WEAK, "three": FIRM, "first": SOFT, "fourth": WEAK, "thousand": SOFT}
    assert {text: amounts(text, "en")[0].level for text in levels} == levels


@given(
    st.text(alphabet=st.one_of(st.characters(), st.sampled_from("0123456789,. -%$٣十万百半two hundred and")), max_size=60),
    st.sampled_from(LANGUAGES),
)
def test_any_text_has_amounts_in_order(text: str, language: str) -> None:
    found = amounts(text, language)
    assert all(0 <= each.start < each.end <= len(text) and each.values for each in found)
    assert [each.start for each in found] == sorted(each.start for each in found)


@pytest.mark.parametrize("unit", ["9", "1 ", "1,", "十", "一", "two ", "1'000 ", "ein", "and ", "1-", "\ud800", "M", "٣"])
def test_megabytes_of_one_thing(unit: str) -> None:
    for language in ("en", "de", "zh"):
        amounts(unit * 5_000, language)
