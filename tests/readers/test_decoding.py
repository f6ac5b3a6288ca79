"""Unicode in every encoding is read; anything else is an error that says what it is and how to help it."""

from __future__ import annotations

import codecs
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tqcheck import ReadingError
from tqcheck.readers.decoding import decoded, encoded

TEXT = "Ein Gruß, a naïve café.\r\nSecond “line”, with 😀 and 東京。\n"
MARKS = {
    "utf-8": codecs.BOM_UTF8,
    "utf-16-le": codecs.BOM_UTF16_LE,
    "utf-16-be": codecs.BOM_UTF16_BE,
    "utf-32-le": codecs.BOM_UTF32_LE,
    "utf-32-be": codecs.BOM_UTF32_BE,
}


def why(data: bytes) -> str:
    with pytest.raises(ReadingError) as caught:
        decoded(data, "a.txt")
    assert caught.value.name == "a.txt"
    assert "\n" not in caught.value.why
    return caught.value.why


@pytest.mark.parametrize("encoding", MARKS)
def test_byte_order_mark(encoding: str) -> None:
    found = decoded(MARKS[encoding] + TEXT.encode(encoding), "a.txt")
    assert (found.text, found.encoding, found.has_mark) == (TEXT, encoding, True)


@pytest.mark.parametrize("encoding", MARKS)
@pytest.mark.parametrize("text", [TEXT, "a b", "They left.\n", "他来了。我一个人走了，不知道去哪里。\n", "Он ушёл. Она нет.\n"])
def test_without_a_mark(encoding: str, text: str) -> None:
    found = decoded(text.encode(encoding), "a.txt")
    assert (found.text, found.encoding, found.has_mark) == (text, encoding, False)


def test_a_second_mark_is_part_of_the_text() -> None:
    assert decoded(codecs.BOM_UTF8 * 2 + b"a", "a.txt").text == "\ufeffa"


def test_an_empty_file_is_a_text() -> None:
    assert decoded(b"", "a.txt").text == ""
    assert decoded(codecs.BOM_UTF8, "a.txt").text == ""


@pytest.mark.parametrize(
    ("encoding", "label", "text"),
    [
        ("cp1252", "windows-1252", "Die Straße führt über die Brücke zum Café an der Böschung, „sagt“ er.\n"),
        ("cp1251", "windows-1251", "Поезд пришёл вечером, и никто его не встречал.\n"),
        ("koi8_r", "KOI8-R", "Поезд пришёл вечером, и никто его не встречал.\n"),
        ("cp932", "SHIFT-JIS", "列車は夕方に着いたが、誰も迎えに来なかった。\n"),
        ("euc_jp", "EUC-JP", "列車は夕方に着いたが、誰も迎えに来なかった。\n"),
        ("iso2022_jp", "ISO2022-JP", "列車は夕方に着いた。\n"),
        ("gbk", "GB18030", "火车傍晚到站，可是没有人来接他。\n"),
        ("big5", "BIG5", "火車傍晚到站，可是沒有人來接他。\n"),
    ],
)
def test_another_encoding_is_named_with_a_way_out(encoding: str, label: str, text: str) -> None:
    message = why((text * 3).encode(encoding))
    assert f"it looks like {label}" in message
    assert f"iconv -f {label} -t UTF-8" in message


def test_the_first_byte_that_is_not_utf8_is_named_with_its_line() -> None:
    assert "byte 0xE9 in line 3" in why(b"one\r\ntwo\rcaf\xe9 au lait, et voil\xe0 tout\n")


def test_damaged_utf8_is_called_so() -> None:
    sound = "Žluťoučký kůň pěl ďábelské ódy. ".encode()
    assert "UTF-8, but damaged (byte 0xFF in line 1)" in why(sound + b"\xff" + sound)
    assert "damaged" in why(sound + "ó".encode()[:1])


def test_a_damaged_file_with_a_mark_is_called_so() -> None:
    assert "says UTF-16-LE, but it is damaged at byte 4" in why(codecs.BOM_UTF16_LE + b"a\0b")
    assert "says UTF-8, but it is damaged at byte 4" in why(codecs.BOM_UTF8 + b"a\xff")


@pytest.mark.parametrize(
    ("data", "word"),
    [
        (b"%PDF-1.7\n", "PDF"),
        (b"PK\x03\x04aaaa", "DOCX"),
        (b"\x89PNG\r\n\x1a\n\0", "image"),
        (b"\x1f\x8b\x08\0", "gzip"),
        (b"\x7fELF\x02\x01\x01\0\0\0\0\0", "binary"),
        (bytes(range(256)), "binary"),
        (b"\0" * 64, "binary"),
        (b"text with a \0 in it", "binary"),
        (bytes([1, 2, 3, 4, 255, 254, 5, 6]), "binary"),
    ],
)
def test_what_is_no_text_is_called_so(data: bytes, word: str) -> None:
    message = why(data)
    assert word in message
    assert "not plain text" in message


@given(st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"])), st.sampled_from(sorted(MARKS)))
def test_every_text_with_a_mark_comes_back(text: str, encoding: str) -> None:
    assert decoded(MARKS[encoding] + text.encode(encoding), "a.txt").text == text


@given(st.binary())
def test_any_bytes_are_a_text_or_a_reading_error(data: bytes) -> None:
    with suppress(ReadingError):
        found = decoded(data, "a.txt")
        assert encoded(found.text, found.encoding, has_mark=found.has_mark) == data
