"""The statistics behind docs/accuracy.md."""

from __future__ import annotations

from xml.etree import ElementTree

import pytest

from benchmarks.accuracy.calibrate import Case, Model, left_out, solved
from benchmarks.accuracy.figures import calibration_error, reliability, reliability_svg, share, table, wilson


def test_wilson_interval_of_known_shares() -> None:
    # Brown, Cai and DasGupta 2001: the interval for 8 of 10 is 0.490–0.943
    low, high = wilson(8, 10)
    assert low == pytest.approx(0.490, abs=0.001)
    assert high == pytest.approx(0.943, abs=0.001)
    assert wilson(0, 0) == (0.0, 1.0)


def test_honest_claims_have_no_calibration_error() -> None:
    pairs = [(0.75, True), (0.75, True), (0.75, True), (0.75, False)]
    assert calibration_error(pairs) == pytest.approx(0)
    assert calibration_error([(0.95, False)] * 4) == pytest.approx(0.95)
    assert reliability([(1.0, True)]) == [(1.0, 1.0, 1)]


def test_a_linear_system_is_solved_with_pivots() -> None:
    assert solved([[0.0, 2.0], [1.0, 1.0]], [4.0, 3.0]) == pytest.approx([1.0, 2.0])


def test_the_model_learns_which_family_errs() -> None:
    good = [Case("a", 1.0, 0, "sure", True)] * 40
    bad = [Case("b", 1.0, 0, "noise", False)] * 40
    model = Model(["noise", "sure"])
    model.fit(good + bad)
    assert model.probability(good[0]) > 0.8
    assert model.probability(bad[0]) < 0.2


def test_a_text_is_judged_by_a_model_that_has_not_seen_it() -> None:
    found = [Case("a", 1.0, 0, "x", True)] * 30 + [Case("b", 1.0, 0, "x", False)] * 30
    claims = dict(left_out(found))
    assert {round(claim) for claim, confirmed in left_out(found) if confirmed} == {0}
    assert len(claims) == 2


def test_tables_are_markdown() -> None:
    assert table(("a", "b"), [("x", 1)]) == "| a | b |\n|---|---:|\n| x | 1 |"
    assert share(3, 4) == "0.75 (3/4)"
    assert share(0, 0) == "–"


def test_the_plot_is_well_formed_and_has_a_circle_for_each_bin() -> None:
    root = ElementTree.fromstring(reliability_svg([(0.55, 0.5, 4), (0.95, 1.0, 100)]))
    assert len(root.findall("{http://www.w3.org/2000/svg}circle")) == 2
