"""The family insertions: what single examples cannot show."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

import tqcheck

PIECES = st.lists(st.sampled_from([*"()[]（）“”＜. \n", "it", "The guild", "and,", "’s", "sails"]))
REPEATED = ["(", ")", "()", "( ", "(a) ", "[x] (y) ", "a（", "“it (x) ", "China. (The a) b ", "’s (Xa) b ", "(and,) ", "【"]


def found(text: str, *rules: str) -> list[tuple[str, str]]:
    report = tqcheck.check(text, language="en", select=list(rules or ("insertions",)))
    return [(finding.rule, text[finding.start : finding.end]) for finding in report.findings]


def test_speech_that_goes_on_in_the_next_paragraph_is_still_speech() -> None:
    text = "“We waited for the ferry all night,” she said. “It was cold.\n\n“In the morning it (the ferry) came at last.”"
    assert found(text) == [("clarification-in-speech", "(the ferry)")]


def test_a_bracket_may_close_in_a_later_line() -> None:
    assert found("The guild (founded in May\nand closed in June) met.", "unbalanced-bracket") == []


def test_one_bracket_is_one_finding() -> None:
    text = "He said: “We never trusted Norland’s (the guild’s) ships at sea, nor it (the guild).”"
    places = [(finding.start, finding.end) for finding in tqcheck.check(text, language="en", select=["insertions"]).findings]
    assert len(places) == 2
    assert all(first[1] <= second[0] for first, second in pairwise(places))


@given(PIECES)
def test_any_mixture_gives_places_inside_the_text(pieces: list[str]) -> None:
    text = " ".join(pieces)
    for finding in tqcheck.check(text, language="en", select=["insertions"]).findings:
        assert 0 <= finding.start < finding.end <= len(text)


@pytest.mark.parametrize("piece", REPEATED)
def test_one_piece_many_times_is_checked_at_all(piece: str) -> None:
    tqcheck.check(piece * 20_000, language="en", select=["insertions"])
