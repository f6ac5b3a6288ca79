"""The family mechanics: what single examples cannot show."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

import tqcheck

MARKS_AND_LETTERS = st.text(alphabet="aAbe the.,;:!?'\"“”‘’()[]-_~^ \n，。\u3000\ud800éİ5", max_size=120)


def found(text: str, *rules: str) -> list[tuple[str, str]]:
    report = tqcheck.check(text, language="en", select=list(rules or ("mechanics",)))
    return [(finding.rule, text[finding.start : finding.end]) for finding in report.findings]


def test_a_chat_written_small_is_silent_but_a_paragraph_is_not() -> None:
    assert found("The boat is here.\nok then we go without you.", "lowercase-start") == []
    assert found("The boat is here.\n\nnobody was on the pier.", "lowercase-start") == [("lowercase-start", "nobody")]


def test_a_line_that_goes_on_from_the_one_before_is_silent() -> None:
    assert found("The boat was late because\nthe wind had turned in the night.", "lowercase-start") == []


def test_stranded_words_are_no_second_finding_here() -> None:
    assert found("The boats come back at night, you see. of.") == []


def test_a_tokenised_text_gives_one_finding_for_each_mark() -> None:
    text = "The boat , which was old , sank ."
    assert found(text) == [("space-before-mark", " ,"), ("space-before-mark", " ,"), ("space-before-mark", " .")]


def test_places_count_from_the_start_of_the_text() -> None:
    text = "The boat was late.\n\nNobody knew why , not even she."
    report = tqcheck.check(text, language="en", select=["space-before-mark"])
    assert [(finding.start, finding.end) for finding in report.findings] == [(text.index(" ,"), text.index(" ,") + 2)]


@pytest.mark.parametrize(
    "text", ["x" + " " * 40000 + ",", "(" * 40000, "( " * 20000, '"' * 40000, "," * 40000, "the " * 20000, "\ud800" * 20000]
)
def test_hostile_text_is_read_without_a_finding_too_many(text: str) -> None:
    assert len(found(text)) <= len(text)


@pytest.mark.parametrize(
    "piece", ["they have' gone ", "they go with: a man ", "go ! on ", "all of; the ", "looked Of the ", "ab- c ", "a~ b ", "(x y z a ) to "]
)
def test_findings_grow_with_the_text_and_not_faster(piece: str) -> None:
    few, many = len(found(piece * 200)), len(found(piece * 2000))
    assert many <= 10 * few + 20


@given(MARKS_AND_LETTERS)
def test_any_text_gives_findings_inside_it(text: str) -> None:
    for finding in tqcheck.check(text, language="en", select=["mechanics"]).findings:
        assert 0 <= finding.start < finding.end <= len(text)


@given(MARKS_AND_LETTERS)
def test_edits_do_not_overlap_and_stay_inside_the_text(text: str) -> None:
    for finding in tqcheck.check(text, language="en", select=["mechanics"]).findings:
        edits = finding.fix.edits if finding.fix else ()
        assert all(0 <= edit.start <= edit.end <= len(text) for edit in edits)
        assert all(first.end <= second.start for first, second in pairwise(edits))
