"""The map from text to raw file, and the taking that records it."""

from __future__ import annotations

from tqcheck.core.blocks import Kind
from tqcheck.readers.prose import Prose, Taking

RAW = "<p>One &amp; <b>two</b>\r\nthree</p>"


def taken() -> Prose:
    taking = Taking(RAW)
    taking.begin(Kind.HEADING)
    taking.keep(3, 7)
    taking.replace(7, 12, "&")
    taking.keep(12, 13)
    taking.keep(16, 19)
    taking.keep(23, 30)
    assert taking.end() == 0
    taking.begin()
    taking.keep(24, 25)
    assert taking.end() is None, "a block without ink is none"
    return taking.prose()


def test_blocks_and_text() -> None:
    prose = taken()
    assert prose.text.startswith("One & two\nthree")
    assert [(block.span.start, block.span.end, block.kind) for block in prose.blocks] == [(0, 15, Kind.HEADING)]


def test_places_and_spans_lead_back() -> None:
    pieces, text = taken().pieces, taken().text

    def raw(marked: str) -> str:
        start = text.index(marked)
        first, last = pieces.raw_span(start, start + len(marked))
        return RAW[first:last]

    assert [raw("One"), raw("&"), raw("& two"), raw("\nthr"), raw("two")] == ["One", "&amp;", "&amp; <b>two", "\r\nthr", "two"]
    assert pieces.raw_place(text.index("two")) == 16
    assert pieces.raw_span(9, 9) == (19, 19), "an empty span clings to the character before it"
    assert pieces.raw_span(0, 0) == (3, 3)


def test_places_of_the_file_lead_to_the_text() -> None:
    pieces = taken().pieces
    assert [pieces.text_place(place) for place in (0, 3, 4, 7, 9, 13, 16, 18)] == [0, 0, 1, 4, 5, 6, 6, 8]
    assert pieces.text_place(len(RAW)) == 15
