"""From findings to a score."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tqcheck import calibration, scoring
from tqcheck.core.finding import Finding, Severity
from tqcheck.scoring import calibrated, near, penalty_of, probability, scored, signature


def made(severity: Severity = Severity.MINOR, score: float = 1.0, family: str = "quotes", start: int = 0) -> Finding:
    return Finding("rule", family, start, start + 1, "A message.", severity, score)


def test_the_penalty_is_that_of_mqm_times_the_probability() -> None:
    assert [penalty_of(made(severity)) for severity in Severity] == [0, 1, 5, 25]
    assert penalty_of(made(Severity.MAJOR, 0.5)) == 2.5


def test_the_score_is_a_share_of_the_words() -> None:
    score = scored([made(), made(Severity.MAJOR, 0.8, "repetition"), made()], 200, "signed")
    assert (score.penalty, score.penalty_per_1000_words, score.value) == (6.0, 30.0, 97.0)
    assert score.by_family == {"quotes": 2, "repetition": 1}
    assert score.signature == "signed"


def test_the_score_is_never_below_0_and_no_words_are_no_error() -> None:
    assert scored([made(Severity.CRITICAL)], 3, "").value == 0.0
    assert scored([], 0, "").value == 100.0
    assert scored([made()], 0, "").penalty_per_1000_words == 1000.0


@given(st.lists(st.builds(made, st.sampled_from(Severity), st.floats(0, 1)), max_size=20), st.integers(0, 5000))
def test_another_finding_never_raises_the_score(findings: list[Finding], words: int) -> None:
    values = [scored(findings[:count], words, "").value for count in range(len(findings) + 1)]
    assert values == sorted(values, reverse=True)
    assert all(0 <= value <= 100 for value in values)


def test_near_counts_the_other_findings_around() -> None:
    starts = [0, 100, 250, 900, 1200]
    assert [near(starts, start) for start in starts] == [2, 2, 2, 1, 1]
    assert near([5] * 50, 5) == scoring.NEAR_MOST


def test_calibration_is_monotone_and_keeps_all_but_the_score(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(calibration, "INTERCEPT", 0.2)
    monkeypatch.setattr(calibration, "SLOPE", 0.7)
    monkeypatch.setattr(calibration, "FAMILY", {"quotes": -0.5})
    estimates = [0.0, 0.2, 0.5, 0.8, 1.0]
    claims = [probability(made(score=estimate), 0) for estimate in estimates]
    assert claims == sorted(claims)
    assert claims[:2] == [0.0, 0.2]  # what a rule rather does not mean is not fitted
    assert 0.5 <= claims[2] < claims[-1] < 1
    assert probability(made(family="repetition"), 0) > probability(made(), 0)
    findings = [made(score=0.6), made(score=0.9, start=50)]
    assert [finding.replace(score=0) for finding in calibrated(findings)] == [finding.replace(score=0) for finding in findings]


def test_without_a_fit_the_estimate_is_taken_as_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in {"INTERCEPT": 0.0, "SLOPE": 1.0, "NEAR": 0.0, "FAMILY": {}}.items():
        monkeypatch.setattr(calibration, name, value)
    assert [probability(made(score=estimate), 2) for estimate in (0.3, 0.5, 0.95)] == [0.3, 0.5, 0.95]


def test_a_signature_does_not_depend_on_the_order_of_the_rules() -> None:
    assert signature(["a", "b"], "en", 0.5, "1") == signature(["b", "a"], "en", 0.5, "1")
    assert signature(["a", "b"], "en", 0.5, "1") != signature(["a"], "en", 0.5, "1")
    assert "lang:de" in signature([], "de", 0.5, "1")
