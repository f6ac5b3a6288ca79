"""The family repetition: what single examples cannot show."""

from __future__ import annotations

import sys
from collections.abc import Callable
from itertools import product
from types import FrameType
from typing import Any

import pytest
import regex
from hypothesis import given
from hypothesis import strategies as st

import tqcheck
from tqcheck import lang
from tqcheck.core.document import Document
from tqcheck.core.echoes import REACH, echoes
from tqcheck.rules.repetition._periods import periods
from tqcheck.rules.repetition.loop import Loop
from tqcheck.rules.repetition.near_duplicate import NearDuplicate
from tqcheck.rules.repetition.repeated_paragraph import RepeatedParagraph
from tqcheck.rules.repetition.repeated_sentence import RepeatedSentence

LINE = "The council of the old town met on Monday to talk about the harbour and the gates."
OTHER = "Nobody knew why the ships from the north had not come in before the winter began."
FEW_WORDS = st.lists(
    st.sampled_from(["a", "b", "the", "and", "of", "LampLampLampLamp", "Bora", "13", ",", ".", "-", "(", ")", "“", "”", "\n"]), max_size=40
)


def found(text: str, *rules: str) -> list[tuple[str, str]]:
    report = tqcheck.check(text, language="en", select=list(rules or ("repetition",)))
    return [(finding.rule, text[finding.start : finding.end]) for finding in report.findings]


def steps(work: Callable[[], Any]) -> int:
    """How many lines of Python the work runs: a measure of its growth that no clock disturbs."""
    count = 0

    def trace(_frame: FrameType, event: str, _argument: object) -> Any:
        nonlocal count
        count += event == "line"
        return trace

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        work()
    finally:
        sys.settrace(before)
    return count


def test_one_fault_is_one_finding() -> None:
    assert found("They went to the the the the the the harbour.") == [("loop", "the the the the the the")]
    assert len(found("He asks for the origin of the origin of every custom.")) == 1


def test_the_same_word_at_the_end_of_one_block_and_the_start_of_the_next_is_silent() -> None:
    assert found("The harbour was closed.\n\nClosed harbours cost money.") == []
    assert found("Ships in\n\nin the north") == []


def test_a_word_doubled_over_a_line_end_inside_a_wrapped_paragraph_is_found() -> None:
    lines = [
        "They went down from the town hall to the",
        "the harbour, where the ships from the north",
        "lay, and waited there for the evening wind.",
    ]
    assert found("\n".join(lines), "doubled-word") == [("doubled-word", "the\nthe")]


def test_a_name_of_two_equal_parts_is_learnt_from_the_text() -> None:
    once = "They flew to Ulla Ulla and stayed."
    assert found(once) == [("doubled-word", "Ulla Ulla")]
    assert found(once + "\n\nUlla Ulla lies by the sea.") == []


def test_paragraphs_repeated_as_one_are_one_finding() -> None:
    assert found(f"{LINE}\n\n{OTHER}\n\n{LINE}\n\n{OTHER}") == [("repeated-paragraph", f"{LINE}\n\n{OTHER}")]


def test_a_notice_that_comes_many_times_is_silent() -> None:
    assert found("\n\n".join(f"{LINE}\n\nGate {number} is open." for number in range(8))) == []


def test_the_last_sentence_of_one_piece_that_opens_the_next_is_found() -> None:
    text = f"{OTHER} {LINE}\n\n{LINE} It was late."
    assert [rule for rule, _ in found(text)] == ["repeated-sentence"]


def test_the_first_copy_is_told_as_related() -> None:
    text = f"{OTHER} {LINE}\n\nIt rained. It was late. {LINE}"
    (finding,) = tqcheck.check(text, language="en", select=["repeated-sentence"]).findings
    ((start, end),) = finding.related
    assert text[start:end] == LINE


def test_echoes_are_those_that_a_plain_search_finds() -> None:
    for words in product("ab", repeat=9):
        for echo in echoes(list(words)):
            assert words[echo.start : echo.end] == words[echo.start - echo.distance : echo.end - echo.distance]
            before, after = echo.start - 1, echo.end
            assert before < echo.distance or words[before] != words[before - echo.distance]
            assert after == len(words) or words[after] != words[after - echo.distance]


@pytest.mark.parametrize("text", ["a ", "a b ", "the ship the town ", "word ", "Aa Bb ", "1 2 "])
def test_echoes_grow_with_the_text_alone(text: str) -> None:
    short, long = ((text * size).split() for size in (300, 3000))
    assert steps(lambda: echoes(long)) < 12 * steps(lambda: echoes(short)) + 100 * REACH


@given(st.lists(st.tuples(st.text("abб", min_size=1, max_size=5), st.integers(1, 30)), max_size=5))
def test_periods_are_those_of_a_pattern(parts: list[tuple[str, int]]) -> None:
    word = "".join(part * copies for part, copies in parts)
    plain = regex.compile(r"(.{3,12}?)\1{3,}+" if word.isascii() else r"(.{2,12}?)\1{5,}+")
    whole = [match for match in plain.finditer(word) if (2 * match[1]).find(match[1], 1) == len(match[1])] if len(word) >= 12 else []
    assert list(periods(word)) == [(*match.span(), match[1]) for match in whole]


@pytest.mark.parametrize("text", ["1 1 1 1 1 0 0 0 0 ", "“ha ha ha ha ha” ", "“ha ha ha ha ha he” "])
def test_loops_grow_with_the_text_alone(text: str) -> None:
    def work(size: int) -> int:
        passage = Document.from_text(text * size, lang.load("en")).passages[0]
        list(Loop().check(passage))  # what the passage works out once is there
        return steps(lambda: list(Loop().check(passage)))

    assert work(1000) < 12 * work(100) + 1000


@pytest.mark.parametrize("rule", [NearDuplicate, RepeatedParagraph, RepeatedSentence])
@pytest.mark.parametrize("text", [LINE + " ", LINE + "\n", "It rained {} days in the old town of the north, and nobody came to see it.\n"])
def test_rules_of_the_whole_text_grow_with_it_alone(rule: type[NearDuplicate], text: str) -> None:
    def work(size: int) -> int:
        document = Document.from_text("".join(text.format(number) for number in range(size)), lang.load("en"))
        return steps(lambda: list(rule().check(document.whole)))

    assert work(400) < 12 * work(40) + 1000


@pytest.mark.parametrize(
    "text",
    [
        "a " * 20000,
        "a b " * 10000,
        "(" * 40000,
        '"' * 40000,
        '"a" ' * 10000,
        "a" * 100000,
        "abcd" * 20000,
        "a, " * 20000,
        "x (x) " * 10000,
        "the x the y " * 10000,
        "a a\n" * 10000,
        "It rained. " * 5000,
        "." * 100000,
        "of " * 20000,
        "\ud800 " * 20000,
        "はい" * 20000,
    ],
)
def test_hostile_text_is_read_to_the_end(text: str) -> None:
    assert len(found(text)) <= len(text)


@given(FEW_WORDS)
def test_any_text_gives_findings_and_edits_inside_it(pieces: list[str]) -> None:
    text = " ".join(pieces)
    for finding in tqcheck.check(text, language="en", select=["repetition"], min_score=0).findings:
        assert 0 <= finding.start < finding.end <= len(text)
        for edit in finding.fix.edits if finding.fix else ():
            assert finding.start <= edit.start <= edit.end <= finding.end
