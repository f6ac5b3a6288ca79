"""The family truncation: what single examples cannot show."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

import tqcheck

MARKS_AND_WORDS = st.lists(
    st.sampled_from(["the", "The", "of", "was", "It", "gone", ".", "?", ",", "”", "“", "\n", "\n\n", "1", "…", "\ud800"]), max_size=40
)


def found(text: str, *rules: str) -> list[tuple[str, str]]:
    report = tqcheck.check(text, language="en", select=list(rules or ("truncation",)))
    return [(finding.rule, text[finding.start : finding.end]) for finding in report.findings]


def test_only_the_paragraph_without_its_mark_is_found() -> None:
    text = "The Old Harbour\n\nThe boat was late. It came at noon.\n\nThe crew was tired. They slept until the evening\n\nNobody spoke."
    assert found(text) == [("missing-final-mark", "evening")]


def test_a_lone_sentence_is_judged_otherwise_than_a_line_among_others() -> None:
    assert found("They have mended the nets, and it was hard work") == [("missing-final-mark", "work")]
    assert found("The boat is late.\nThey have mended the nets, and it was hard work\nNobody spoke.") == []


def test_a_last_sentence_without_a_word_is_no_prose() -> None:
    assert found("The nets of harbour。%") == []


def test_a_paragraph_that_a_list_follows_is_not_cut() -> None:
    assert found("The crew mended nets and sorted the\n- herring\n- cod", "cut-text") == []


def test_a_paragraph_that_breaks_off_before_another_is_cut() -> None:
    text = "The crew mended nets and sorted the\n\nThe market opened late."
    assert found(text, "cut-text") == [("cut-text", "the")]


def test_every_empty_block_is_found() -> None:
    assert found("The boat was late.\n\n.\n\nNobody spoke.\n\n”") == [("empty-sentence", "."), ("empty-sentence", "”")]


def test_a_saying_that_follows_a_speech_in_its_block_is_silent() -> None:
    assert found("“The boat is late.” Said Mateo Lindqvist.", "fragment-sentence") == []


@pytest.mark.parametrize(
    "text", ["the. " * 10000, ". a" * 10000, "." * 40000, ". " * 20000, "Said Bo. " * 8000, "The sea.\n" * 4000, "\ud800 " * 20000]
)
def test_hostile_text_is_read_without_a_finding_too_many(text: str) -> None:
    assert len(found(text)) <= len(text)


@given(MARKS_AND_WORDS)
def test_any_text_gives_findings_and_edits_inside_it(pieces: list[str]) -> None:
    text = " ".join(pieces)
    for finding in tqcheck.check(text, language="en", select=["truncation"]).findings:
        assert 0 <= finding.start < finding.end <= len(text)
        edits = finding.fix.edits if finding.fix else ()
        assert all(0 <= edit.start <= edit.end <= len(text) for edit in edits)
        assert all(first.end <= second.start for first, second in pairwise(edits))
