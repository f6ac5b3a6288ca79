"""The underline stands under the span, whatever the characters, and long lines are cut around it."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tqcheck.readers.reading import Reading
from tqcheck.reporters.display import Display
from tqcheck.reporters.excerpt import Excerpt, excerpt


def shown(marked: str, width: int = 160) -> Excerpt:
    start = marked.index("⟦")
    end = marked.index("⟧") - 1
    return excerpt(Reading("a.txt", marked.replace("⟦", "").replace("⟧", "")), start, end, Display(), width)


@pytest.mark.parametrize(
    ("marked", "text", "indent", "length"),
    [
        ("one ⟦two⟧ three", "one two three", 4, 3),
        ("東京 ⟦two⟧", "東京 two", 5, 3),
        ("two ⟦東京⟧", "two 東京", 4, 4),
        ("cafe\u0301 ⟦au⟧", "cafe\u0301 au", 5, 2),
        ("\t⟦tab⟧\tafter", "    tab    after", 4, 3),
        ("😀 ⟦x⟧", "😀 x", 3, 1),
        ("\x1b[2J⟦x⟧", "\\x1b[2Jx", 7, 1),
        ("a⟦\u200b⟧b", "a\\u200bb", 1, 6),
        ("a⟦⟧ b", "a b", 1, 1),
        ("e⟦\u0301⟧ b", "e\u0301 b", 1, 1),
        ("end⟦⟧", "end", 3, 1),
        ("first\n⟦second⟧\nthird", "second", 0, 6),
        ("first\r\n⟦second⟧\r\nthird", "second", 0, 6),
        ("fir⟦st\nsecond⟧ third", "first", 3, 2),
        ("first⟦\nsecond⟧", "first", 5, 1),
        ("", "", 0, 1),
    ],
)
def test_underline(marked: str, text: str, indent: int, length: int) -> None:
    found = shown(marked or "⟦⟧")
    assert (found.text, found.indent, found.length) == (text, indent, length)


def test_a_span_over_lines_says_where_it_ends() -> None:
    found = shown("a\nb ⟦c\nd\ne⟧\nf")
    assert (found.number, found.last_line) == (2, 4)
    assert shown("a ⟦b\n⟧c").last_line == 1


def test_a_long_line_is_cut_around_the_span() -> None:
    found = shown("left " * 100 + "⟦here⟧" + " right" * 100, width=60)
    assert found.text.startswith("…")
    assert found.text.endswith("…")
    assert len(found.text) <= 62
    assert found.text[found.indent : found.indent + found.length] == "here"


def test_what_one_side_does_not_need_goes_to_the_other() -> None:
    found = shown("⟦here⟧" + " right" * 100, width=60)
    assert found.indent == 0
    assert len(found.text) == 61
    found = shown("left " * 100 + "⟦here⟧", width=60)
    assert len(found.text) == 61
    assert found.text.endswith("here")


def test_a_long_span_is_cut_and_the_underline_reaches_the_cut() -> None:
    found = shown("before ⟦" + "x" * 500 + "⟧ after", width=60)
    assert found.text == "before " + "x" * 53 + "…"
    assert found.text[found.indent :].startswith("x" * (found.length - 1))


def test_a_huge_line_costs_no_more_than_its_window() -> None:
    reading = Reading("a.txt", "word " * 2_000_000)
    display = Display()
    reading.place(0)
    began = time.perf_counter()
    for start in range(0, 10_000_000, 100_000):
        excerpt(reading, start, start + 50_000, display, 160)
    assert time.perf_counter() - began < 2


@given(st.text(st.characters(), max_size=60), st.integers(0, 60), st.integers(0, 60), st.integers(20, 80))
def test_any_span_of_any_text(text: str, start: int, length: int, width: int) -> None:
    start = min(start, len(text))
    end = min(start + length, len(text))
    found = excerpt(Reading("a.txt", text), start, end, Display(), width)
    assert found.length >= 1
    assert Display().columns(found.text) <= width + 2
    assert found.indent <= Display().columns(found.text)
