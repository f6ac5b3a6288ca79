"""What holds for every text, whatever stands in it."""

from __future__ import annotations

import pickle
import time
from functools import cache
from itertools import pairwise

import pytest
import regex
from hypothesis import given, settings
from hypothesis import strategies as st

import tqcheck
from tqcheck import Finding, Report
from tqcheck.core.rule import Bad, Good
from tqcheck.rules import all_rules

CHECKER = tqcheck.Checker(language="en", min_score=0)
DETECTING = tqcheck.Checker(min_score=0)

# Pieces that rules look at, so that random texts are full of findings.
PIECES = (
    "The harbour ", "the ", "the the ", "of ", "and ", "they ", "(they) ", "said ", "he said ", "Olga Brenner ", "(Olga Brenner) ",
    "WHO ", "again again ", "In May 2019 ", "May 13 13 ", "3.14 ", "1,200 ", "lamp-lamp ", "don’t ", "dont‘t ", "dogs’ ", "’90s ",
    "12\" ", "you know. of. ", "“", "”", "‘", "’", "\"", "'", "«", "»", "„", "「", "」", "(", ")", "[", "]", "（", "）", "{", "}", "⟦", "⟧",
    "<", ">", ". ", ".", ", ", ",", " ,", "!", "? ", "…", "...", "; ", ": ", " - ", " — ", "，", "。", "\t", "  ", "\u00a0", "\u200b",
    "\ufeff", "\u202e", "\x00", "\x1b", "\n", "\n\n", "\n - ", "\n1. ", "&amp;", "&#39;", "Ã¼", "â€œ", "город ", "진전 ", "你好", "مدينة ",
    "é", "e\u0301", "İ", "ß", "ﬁ", "\ud800", "\udfff", "🙂", "\U0010ffff", "<unk> ", "__PH_3__ ", "</s>", "%s ", "{name} ",
    "Here is the translation: ", "Editor: A. Roth ", "Source: Norrham Daily ", "(Note: a pun) ", "www.example.org ",
)  # fmt: skip
SHOWN: list[Bad | Good] = [example for rule in all_rules().values() for examples in (rule.bad, rule.good) for example in examples]
EXAMPLES = [example.text.replace("⟦", "").replace("⟧", "") for example in SHOWN if example.language == "en"]
ENDS = st.sampled_from([" ", "\n", "\n\n"])
PIECEWISE = st.lists(st.sampled_from(PIECES), max_size=60)
EXAMPLEWISE = st.lists(st.sampled_from(EXAMPLES) | st.sampled_from(PIECES) | ENDS, max_size=16)
FULL = (PIECEWISE | EXAMPLEWISE).map("".join)
SIZE, SECONDS = 20_000, 20
ANY = st.text(max_size=200) | st.text(st.characters(exclude_categories=()), max_size=60) | FULL
PLAIN = FULL | st.text(alphabet="aB .,!?“”\"'()\n", max_size=200)


def places(report: Report) -> list[tuple[str, int, int, float, str]]:
    return [(finding.rule, finding.start, finding.end, finding.score, finding.message) for finding in report.findings]


def check_findings(text: str, findings: tuple[Finding, ...]) -> None:
    for finding in findings:
        assert 0 <= finding.start <= finding.end <= len(text)
        assert 0 <= finding.score < 1
        assert finding.message
        assert all(0 <= start <= end <= len(text) for start, end in finding.related)
    assert all((one.start, one.end) <= (other.start, other.end) for one, other in pairwise(findings))


@settings(max_examples=200)
@given(ANY)
def test_any_text_is_checked_and_every_place_lies_in_it(text: str) -> None:
    for checker in (CHECKER, DETECTING):
        report = checker.check(text)
        check_findings(text, report.findings)
        assert 0 <= report.score.value <= 100
        assert report.words >= 0


@settings(max_examples=200)
@given(ANY)
def test_fixes_can_be_applied(text: str) -> None:
    for finding in CHECKER.check(text).findings:
        if finding.fix:
            edits = finding.fix.edits
            assert edits
            assert all(0 <= edit.start <= edit.end <= len(text) for edit in edits)
            assert all(one.end <= other.start for one, other in pairwise(edits))
            assert any(text[edit.start : edit.end] != edit.text for edit in edits), "a repair that changes nothing"
            repaired = finding.fix.apply(text)
            assert len(repaired) == len(text) + sum(len(edit.text) - (edit.end - edit.start) for edit in edits)


@given(ANY)
def test_checking_is_deterministic(text: str) -> None:
    assert CHECKER.check(text) == CHECKER.check(text) == tqcheck.Checker(language="en", min_score=0).check(text)


@settings(max_examples=200)
@given(PLAIN)
def test_line_ends_make_no_difference(text: str) -> None:
    expected = places(CHECKER.check(text))
    assert places(CHECKER.check(text.replace("\n", "\r"))) == expected
    moved = [(rule, _moved(text, start), _moved(text, end), *others) for rule, start, end, *others in expected]
    assert places(CHECKER.check(text.replace("\n", "\r\n"))) == moved


def _moved(text: str, place: int) -> int:
    """Where a place of the text with LF lies in the same text with CR LF."""
    return place + text.count("\n", 0, place)


@given(FULL)
def test_a_pickled_checker_and_report_are_the_same(text: str) -> None:
    report = CHECKER.check(text)
    assert pickle.loads(pickle.dumps(CHECKER)).check(text) == report
    assert pickle.loads(pickle.dumps(report)) == report


@given(FULL)
def test_a_higher_threshold_only_leaves_findings_out(text: str) -> None:
    everything = CHECKER.check(text).findings
    sure = tqcheck.check(text, language="en", min_score=0.8).findings
    assert list(sure) == [finding for finding in everything if finding.score >= 0.8]


RUNS = ("a ", "(", "“", '"', "word ", ". ", "(a) ", "“a\n\n", "'", "\n", "A", "х x ", "«»", "&amp;", "the ", "a, ", "1 ")


@pytest.mark.parametrize("piece", RUNS)
def test_a_long_run_of_one_thing_takes_seconds(piece: str) -> None:
    text = piece * (SIZE // len(piece))
    start = time.process_time()
    check_findings(text, CHECKER.check(text).findings)
    assert time.process_time() - start < SECONDS


@cache
def checker_of(language: str) -> tqcheck.Checker:
    return tqcheck.Checker(language=language, min_score=0, preview=True)


@settings(max_examples=300)
@given(st.sampled_from(SHOWN), st.sampled_from(SHOWN), st.sampled_from(["", " ", "\n"]), st.integers(1, 3), st.data())
def test_texts_of_all_languages_in_others_have_their_findings_inside(
    one: Bad, other: Bad, end: str, count: int, data: st.DataObject
) -> None:
    text = end.join([one.text, *[other.text] * count])
    cut = data.draw(st.integers(0, len(text)))
    for part in (text, text[cut:], text[:cut]):
        check_findings(part, checker_of(one.language).check(part).findings)


DIGITS = [character for character in map(chr, range(0x10000, 0x20000)) if regex.match(r"\p{Nd}", character)]
NEW_DIGITS = "".join(sorted(DIGITS, key=str.isdecimal)[:10])


@pytest.mark.parametrize("example", [example for example in SHOWN if any(map(str.isdecimal, f"{example.text}{example.source}"))])
def test_digits_that_python_may_not_know_do_no_harm(example: Bad | Good) -> None:
    """The package regex follows Unicode faster than Python, which does not read its newest digits."""
    new = str.maketrans("0123456789", NEW_DIGITS)
    partners = {name: text.translate(new) for name in ("source", "reference") if (text := getattr(example, name))}
    checker = tqcheck.Checker(language=example.language, source_language=example.source_language if example.source else None, preview=True)
    check_findings(example.text.translate(new), checker.check(example.text.translate(new), **partners).findings)
