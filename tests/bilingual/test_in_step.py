"""Rows of as many texts: whether they run one to one, and what is shifted if they do not."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from tqcheck.bilingual.in_step import Shift, in_step, shifts

OWN = [
    f"{'The boat was seen again. ' * (number % 4 + 1)}It was in {1900 + 7 * number}, at {20 + number} knots, {310 + number} miles out."
    for number in range(12)
]
PARTNER = [
    f"{'Man sah das Boot wieder. ' * (number % 4 + 1)}Das war {1900 + 7 * number}, mit {20 + number} Knoten, {310 + number} Meilen weit."
    for number in range(12)
]


def test_texts_beside_their_own_are_in_step() -> None:
    assert in_step(OWN, PARTNER)
    assert shifts(OWN, PARTNER) == []


def test_a_run_that_is_shifted_is_found() -> None:
    late = [*OWN[:4], OWN[3], *OWN[4:-1]]
    assert not in_step(late, PARTNER)
    assert shifts(late, PARTNER) == [Shift(5, 12, -1)] or shifts(late, PARTNER) == [Shift(4, 12, -1)]


def test_neighbours_that_were_exchanged_are_found() -> None:
    assert shifts([*OWN[:5], OWN[6], OWN[5], *OWN[7:]], PARTNER) == [Shift(5, 6, 1), Shift(6, 7, -1)]


@settings(max_examples=25, deadline=None)
@given(st.lists(st.tuples(st.text(max_size=20), st.text(max_size=20)), max_size=8))
def test_any_texts_have_an_answer(pairs: list[tuple[str, str]]) -> None:
    own, partner = [own for own, _ in pairs], [partner for _, partner in pairs]
    found = shifts(own, partner)
    assert all(0 <= shift.first < shift.end <= len(own) and shift.first + shift.by >= 0 for shift in found)
    assert in_step(own, partner) in (True, False)
