"""Nothing that is printed can move the cursor, and every character's columns are known."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tqcheck.reporters.display import MAX_WIDTH, Display


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain “text” é 東京 😀", "plain “text” é 東京 😀"),
        ("\x1b[31mred\x07", "\\x1b[31mred\\x07"),
        ("a\r\nb", "a\\x0d\\x0ab"),
        ("\x85\u2028", "\\x85\\u2028"),
        ("right\u202eto left", "right\\u202eto left"),
        ("zero\u200bwidth", "zero\\u200bwidth"),
        ("\ud800", "\\ud800"),
        ("\U000e0041", "\\U000e0041"),
        ("می\u200cآید", "می\u200cآید"),
        ("a\tb", "a    b"),
    ],
)
def test_what_could_harm_is_escaped(text: str, shown: str) -> None:
    assert Display().plain(text) == shown


@pytest.mark.parametrize(
    ("text", "columns"), [("abc", 3), ("東京", 4), ("e\u0301", 1), ("😀", 2), ("\t", 4), ("ﾊ", 1), ("！", 2), ("\x1b", 4)]
)
def test_columns(text: str, columns: int) -> None:
    assert Display().columns(text) == columns


def test_what_the_encoding_lacks_is_escaped_and_measured_so() -> None:
    display = Display(encoding="latin-1")
    assert display.plain("é “x”") == "é \\u201cx\\u201d"
    assert display.columns("“") == 6


def test_colours_only_when_asked_for() -> None:
    assert Display().paint("a", "red") == "a"
    assert Display(colour=True).paint("a", "bold", "red") == "\x1b[1;31ma\x1b[0m"
    assert Display(colour=True).paint("", "red") == ""


def test_width_has_an_upper_bound() -> None:
    assert Display(width=1000).width == MAX_WIDTH
    assert Display(width=80).width == 80


@given(st.text(st.characters()), st.sampled_from(["utf-8", "ascii", "latin-1", "cp1251", "gb18030"]))
def test_any_text_can_be_printed_anywhere(text: str, encoding: str) -> None:
    shown = Display(encoding=encoding).plain(text)
    shown.encode(encoding)
    assert not any(character < " " or "\x7f" <= character <= "\x9f" or character in "\u2028\u2029\u202e" for character in shown)
