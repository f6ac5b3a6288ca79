"""Lengths in letters, comparable over scripts, and what one length says about the other."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tqcheck.bilingual.lengths import LengthBackground, LengthModel, weight


def test_scripts_weigh_what_they_say() -> None:
    assert weight("a b\u0301") == 2
    assert weight("图书馆关门了。") == pytest.approx(weight("The library is closed."), rel=0.35)
    assert weight("図書館は閉まっています") == pytest.approx(weight("The library is closed now."), rel=0.35)
    assert weight("") == 0


def test_a_model_learns_from_pairs_and_is_not_led_astray_by_a_few() -> None:
    pairs = [(100.0 + n, 150.0 + 1.5 * n) for n in range(30)]
    assert LengthModel.learned(pairs).ratio == pytest.approx(1.5)
    assert LengthModel.learned([*pairs, (100, 9000), (100, 2), (0, 4)]).ratio == pytest.approx(1.5, rel=0.02)
    assert LengthModel.learned(pairs[:4]) == LengthModel()


def test_deviation_is_in_standard_deviations() -> None:
    model = LengthModel()
    assert model.deviation(100, 100) == 0
    assert model.deviation(100, 200) > 2 > model.deviation(100, 110) > 0 > model.deviation(100, 90)
    assert model.log_likelihood(100, 105) > model.log_likelihood(100, 300)


@given(st.floats(0, 1e7), st.floats(0, 1e7))
def test_any_lengths_have_a_likelihood(own: float, partner: float) -> None:
    assert LengthModel().log_likelihood(own, partner) < 1
    assert LengthBackground([own, partner]).log_density(partner) < 1
    assert LengthBackground([]).log_density(own) < 1
