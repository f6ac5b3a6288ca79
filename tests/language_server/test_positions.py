"""Positions: there and back for any text, and as the protocol counts them."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tqcheck.language_server.positions import Positions

TEXTS = st.text(st.sampled_from("ab \n\r\u2028\x0b\u0085é\u0308字🙂\U0010ffff\ufeff\ud800")) | st.text()
WIDTHS = {"utf-8": 1, "utf-16": 2, "utf-32": 4}
CODECS = {"utf-8": "utf-8", "utf-16": "utf-16-le", "utf-32": "utf-32-le"}


@pytest.mark.parametrize("units", WIDTHS)
@given(text=TEXTS)
def test_positions_are_counted_as_the_protocol_says(units: str, text: str) -> None:
    positions = Positions(text, units)
    for place in range(len(text) + 1):
        if text[place - 1 : place + 1] == "\r\n":
            continue
        line, column = positions.at(place)
        lines = re.split("\r\n|\r|\n", text[:place])
        assert line == len(lines) - 1
        assert column == len(lines[-1].encode(CODECS[units], "surrogatepass")) // WIDTHS[units]
        assert positions.place(line, column) == place


@given(TEXTS, st.integers(-3, 9), st.integers(0, 99))
def test_any_position_leads_into_the_text(text: str, line: int, column: int) -> None:
    assert 0 <= Positions(text).place(line, column) <= len(text)


def test_ends() -> None:
    positions = Positions("🙂a\r\nb")
    assert [positions.at(place) for place in (0, 1, 2, 4, 5, 99)] == [(0, 0), (0, 2), (0, 3), (1, 0), (1, 1), (1, 1)]
    assert [positions.place(0, column) for column in (0, 1, 2, 3, 99)] == [0, 1, 1, 2, 2]
