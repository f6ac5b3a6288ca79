"""What must hold on the annotated data, where it lies beside the checkout."""

from __future__ import annotations

from pathlib import Path

import pytest

import tqcheck
from benchmarks.accuracy.annotated import EXPECTED, annotated_texts, measured
from benchmarks.accuracy.calibrate import cases, left_out
from benchmarks.accuracy.figures import calibration_error

DATA = Path(__file__).parents[3] / "shared" / "data"
pytestmark = pytest.mark.skipif(not DATA.is_dir(), reason="the annotated data is not part of the project")
CHECKER = tqcheck.Checker(language="en")


def test_revisers_confirm_what_is_found_and_most_that_they_mark_is_found() -> None:
    found = confirmed = want = hit = 0
    for text in annotated_texts(DATA):
        findings = CHECKER.check(text.text).findings
        found += len(findings)
        confirmed += sum(text.confirms(finding) for finding in findings)
        marks = [mark for mark in text.marks if mark.strong and mark.type in EXPECTED]
        want += len(marks)
        hit += sum(any(mark.touches(finding.start, finding.end) for finding in findings) for mark in marks)
    assert confirmed >= 0.92 * found
    assert hit >= 0.85 * want


def test_human_text_stays_nearly_silent() -> None:
    for path in sorted((DATA / "human/en").glob("*.txt")):
        text = path.read_text("utf-8")
        assert 1000 * len(CHECKER.check(text).findings) / len(text.split()) <= 1.0, path.name


def test_scores_are_what_they_claim() -> None:
    assert calibration_error(left_out(cases(DATA))) <= 0.07


def test_every_rule_that_found_something_has_its_row() -> None:
    tables, figures = measured(DATA, CHECKER)
    assert figures["missing-space"]["findings"] >= figures["missing-space"]["confirmed"] > 0
    assert "| **all expected** |" in tables
