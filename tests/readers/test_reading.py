"""Lines and columns are those that an editor shows."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tqcheck.readers import plain
from tqcheck.readers.reading import Reading


def place(text: str, marked: str) -> tuple[int, int]:
    found = Reading("a.txt", text).place(text.index(marked))
    return found.line, found.column


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_line_ends(end: str) -> None:
    text = end.join(["first", "second line", "", "fourth X"])
    assert place(text, "first") == (1, 1)
    assert place(text, "line") == (2, 8)
    assert place(text, "X") == (4, 8)


def test_mixed_line_ends() -> None:
    assert place("a\r\nb\rc\nd\n\re\r\r\nX", "X") == (8, 1)


@pytest.mark.parametrize("mark", ["\x85", "\u2028", "\u2029", "\v", "\f"])
def test_other_line_ends_of_unicode_do_not_count(mark: str) -> None:
    assert place(f"one{mark}two X", "X") == (1, 9)


def test_columns_are_code_points() -> None:
    assert place("😀 X", "X") == (1, 3)
    assert place("👩‍🚀 X", "X") == (1, 5)
    assert place("e\u0301 X", "X") == (1, 4)
    assert place("\t\tX", "X") == (1, 3)
    assert place("東京 X", "X") == (1, 4)


def test_the_byte_order_mark_takes_no_column() -> None:
    reading = plain.read("\ufeffX\n".encode(), "a.txt")
    assert reading.text == "X\n"
    assert (reading.place(0).line, reading.place(0).column) == (1, 1)


def test_the_end_of_the_text_has_a_place() -> None:
    assert Reading("a.txt", "ab\n").place(3) == Reading("a.txt", "\n").place(0).__class__(2, 1)
    assert Reading("a.txt", "").place(0).column == 1


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", ""])
def test_a_line_is_without_its_line_end(end: str) -> None:
    text = f"one\ntwo{end}"
    line = Reading("a.txt", text).line_at(5)
    assert (line.number, text[line.start : line.end]) == (2, "two")


@given(st.text(alphabet="ab\r\n\u2028😀"))
def test_places_agree_with_a_plain_count(text: str) -> None:
    reading = Reading("a.txt", text)
    lines = text.replace("\r\n", "\n\0").replace("\r", "\n").replace("\n\0", "\0\n").split("\n")
    counted = [(number, column) for number, line in enumerate(lines, 1) for column in range(1, len(line) + 2)]
    assert [(reading.place(at).line, reading.place(at).column) for at in range(len(text) + 1)] == counted
    for at in range(len(text) + 1):
        line = reading.line_at(at)
        assert line.number == reading.place(at).line
        assert not set(text[line.start : line.end]) & set("\r\n")


def test_comments_are_no_text() -> None:
    raw = "One line.\r\n  <!-- tqcheck: off -->  \r\nThe next. <!-- tqcheck: on --> Its end.\r\n// tqcheck: off"
    reading = plain.reading(raw, "a.txt")
    assert [comment.text for comment in reading.comments] == [" off ", " on ", " off"]
    assert [comment.stands_alone for comment in reading.comments] == [True, False, True]
    assert reading.text == "One line." + " " * 25 + "  \r\nThe next." + " " * 22 + "Its end." + " " * 17
    assert [reading.text[start:end].split()[0] for start, end in reading.paragraphs] == ["One", "The"]


def test_what_only_looks_like_a_comment_is_text() -> None:
    for raw in ("See tqcheck: it helps.", "Not # tqcheck: off", "<!-- a remark -->", "<!-- tqcheck: off\n-->", "#tqcheck off"):
        assert plain.reading(raw, "a.txt").text == raw


def test_paragraphs_are_numbered() -> None:
    reading = plain.reading("  First.\n\nSecond.\n", "a.txt")
    assert [reading.paragraph_number(place) for place in (0, 2, 9, 10, 18)] == [-1, 0, 0, 1, 1]
