"""Rows of digits by the marks of their language."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tqcheck.bilingual.numbers.digits import plain, readings


@pytest.mark.parametrize(
    ("text", "decimal", "group", "value"),
    [
        ("1,234.5", ".", ",", "1234.5"),
        ("1.234,5", ",", ".", "1234.5"),
        ("1 234,5", ",", "\u202f", "1234.5"),
        ("1’234.5", ".", "’", "1234.5"),
        ("12,34,567", ".", ",", "1234567"),
        ("4,178,027", ".", ",", "4178027"),
        ("1.234", ",", ".", "1234"),
        ("1.234", ".", ",", "1.234"),
        ("1,234", ",", "\u00a0", "1.234"),
        ("1.234", ",", "\u00a0", "1234"),
        ("١٬٢٣٤٫٥", ".", ",", "1234.5"),
        ("３．４", ".", ",", "3.4"),
        ("१२३", ".", ",", "123"),
        ("3.40", ",", ".", "3.4"),
    ],
)
def test_marks_are_read_by_language(text: str, decimal: str, group: str, value: str) -> None:
    assert readings(text, decimal, group)[0] == [Fraction(value)]


def parts(text: str, decimal: str, group: str) -> list[list[str]]:
    return [[str(value) for value in part] for part in readings(text, decimal, group)[1]]


def test_what_may_be_several_numbers_has_parts() -> None:
    assert parts("3.40", ",", ".") == [["3"], ["40"]]
    assert parts("1.2.3", ".", ",") == [["1"], ["2"], ["3"]]
    assert parts("35 802", ".", ",") == [["35"], ["802"]]
    assert parts("1,234.5", ".", ",") == []


def test_a_long_row_is_a_code() -> None:
    assert readings("9" * 1000, ".", ",") == ([], [])
    assert readings("1." * 20 + "1", ".", ",") == ([], [])


def test_digits_that_this_python_does_not_know_have_no_value() -> None:
    assert readings("\U00011f50" if not "\U00011f50".isdecimal() else "9" * 99, ".", ",") == ([], [])


@given(st.integers(0, 10**12), st.sampled_from([(",", "."), (".", ","), ("\u202f", ","), ("’", "."), (" ", ",")]))
def test_what_is_grouped_reads_back(number: int, marks: tuple[str, str]) -> None:
    group, decimal = marks
    assert Fraction(number) in readings(f"{number:,}".replace(",", group), decimal, group)[0]


@given(st.text())
def test_any_text_is_read_as_digits_and_marks(text: str) -> None:
    assert set(plain(text)) <= set("0123456789.,")
