"""Echoes: every run of words that comes again soon after."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tqcheck.core.echoes import REACH, Echo, echoes


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("we went home", []),
        ("we went went home", [Echo(2, 3, 1)]),
        ("no no no no", [Echo(1, 4, 1)]),
        ("in equal parts in equal parts today", [Echo(3, 6, 3)]),
        ("over worries over the ship", [Echo(2, 3, 2)]),
        ("a b a b a", [Echo(2, 5, 2)]),
        (f"lamp {'x ' * REACH}", [Echo(2, REACH + 1, 1)]),
    ],
)
def test_echoes_of_words(text: str, expected: list[Echo]) -> None:
    assert echoes(text.split()) == expected


@given(st.lists(st.sampled_from("abc"), max_size=40))
def test_every_echo_is_one_and_cannot_grow(words: list[str]) -> None:
    for start, end, distance in echoes(words):
        assert 1 <= distance <= min(start, REACH)
        assert words[start:end] == words[start - distance : end - distance] != []
        assert end == len(words) or words[end] != words[end - distance]


@given(st.lists(st.sampled_from("abc"), max_size=40))
def test_a_word_that_follows_itself_is_always_found(words: list[str]) -> None:
    found = [echo for echo in echoes(words) if echo.distance == 1]
    for number in range(1, len(words)):
        if words[number] == words[number - 1]:
            assert any(echo.start <= number < echo.end for echo in found)


@pytest.mark.parametrize("words", [["a"] * 60_000, ["a", "b"] * 30_000, [*"abcdefghijkl"] * 5_000])
def test_echoes_take_linear_time(words: list[str]) -> None:
    start = time.process_time()
    echoes(words)
    assert time.process_time() - start < 5
