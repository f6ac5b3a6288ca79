"""What holds for every reader, whatever stands in a file: the map from text to file is true."""

from __future__ import annotations

from itertools import pairwise

import pytest
from generators import CHOSEN, GENERATORS, any_text
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tqcheck.errors import ReadingError
from tqcheck.formats import READERS, SUFFIXES, Format, format_of
from tqcheck.readers.files import read, written
from tqcheck.readers.reading import Reading

HARDLY = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def test_every_format_has_a_generator_and_every_suffix_a_format() -> None:
    assert set(GENERATORS) == set(READERS)
    assert set(SUFFIXES.values()) <= set(READERS)
    assert all(format_of(f"a{suffix.upper()}") == format_of(f"dir.x/b{suffix}") for suffix in SUFFIXES)
    assert format_of("a.strange").name == format_of("a").name == format_of("a.md/b").name == "text"


def format_named(name: str) -> Format:
    return Format(name, tuple(CHOSEN.get(name, ())))


@pytest.mark.parametrize("name", READERS)
@HARDLY
@given(data=st.data())
def test_the_map_is_true(name: str, data: st.DataObject) -> None:
    content = data.draw(st.one_of(GENERATORS[name], any_text()))
    try:
        reading = read(content, f"a.{name}", format_named(name))
    except ReadingError:
        return
    assert written(reading, reading.raw) == content
    check_pieces(reading)
    check_blocks(reading)
    check_spans(reading, data)


def check_pieces(reading: Reading) -> None:
    if reading.prose is None:
        return
    pieces, text, raw = reading.prose.pieces, reading.text, reading.raw
    rows = list(pieces)
    for number, (start, raw_start, length, raw_length) in enumerate(rows):
        assert 0 <= start < start + length <= len(text)
        assert 0 <= raw_start <= raw_start + raw_length <= len(raw)
        if pieces.is_verbatim(number):
            assert text[start : start + length] == raw[raw_start : raw_start + raw_length]
    for (start, raw_start, length, raw_length), (following, raw_following, _, _) in pairwise(rows):
        assert start + length <= following
        assert raw_start + raw_length <= raw_following
        assert not text[start + length : following].strip(), "what no piece holds only parts blocks"


def check_blocks(reading: Reading) -> None:
    assert reading.prose is None or "\r" not in reading.text, "places would be lost when line ends are made even"
    ends = 0
    for block in reading.blocks or ():
        assert ends <= block.span.start < block.span.end <= len(reading.text)
        assert reading.text[block.span.start : block.span.end].strip() == reading.text[block.span.start : block.span.end]
        ends = block.span.end


def check_spans(reading: Reading, data: st.DataObject) -> None:
    places = st.integers(0, len(reading.text))
    start, end = sorted((data.draw(places), data.draw(places)))
    raw_start, raw_end = reading.raw_span(start, end)
    assert 0 <= raw_start <= raw_end <= len(reading.raw)
    assert reading.raw_place(start) <= reading.raw_place(end)
    first, last = reading.places(start, end)
    assert first.part != last.part or (first.line, first.column) <= (last.line, last.column)
    assert 0 <= reading.text_place(raw_start) <= reading.text_place(raw_end) <= len(reading.text)
