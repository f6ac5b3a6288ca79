"""Low outliers: judged by the document's own spread."""

from __future__ import annotations

import random

from hypothesis import given, settings
from hypothesis import strategies as st

from tqcheck.metrics.outliers import FEWEST, SHORTEST, outliers

WORDS = [
    "barley",
    "bollard",
    "cargo",
    "chandler",
    "dredger",
    "ferry",
    "harbour",
    "jetty",
    "lantern",
    "mooring",
    "pilot",
    "quay",
    "rudder",
    "sail",
    "tide",
    "wharf",
]


def pairs(count: int, share: float = 0.3, seed: int = 5) -> list[tuple[str, str]]:
    """Texts of 9 words with references in which a share of the words is another one."""
    chance = random.Random(seed)
    texts = [[f"{chance.choice(WORDS)}{chance.randrange(90)}" for _ in range(9)] for _ in range(count)]
    return [(" ".join(text), " ".join(word if chance.random() > share else chance.choice(WORDS) for word in text)) for text in texts]


def found(rows: list[tuple[str, str]]) -> list[int]:
    return sorted(outlier.number for outlier in outliers(rows, "en"))


def test_what_says_something_else_is_found() -> None:
    rows = pairs(80)
    rows[10], rows[50] = (rows[50][0], rows[10][1]), (rows[10][0], rows[50][1])
    assert found(rows) == [10, 50]
    for outlier in outliers(rows, "en"):
        assert outlier.similarity < outlier.usual


def test_a_text_that_is_far_from_its_reference_as_a_whole_has_no_outliers() -> None:
    assert found(pairs(80, share=0.9)) == []
    assert found(pairs(80, share=0.3)) == []


def test_most_of_a_text_word_for_word_makes_no_outlier_of_a_changed_word() -> None:
    rows = [(reference, reference) for _, reference in pairs(80)]
    rows[7] = (rows[7][0].replace(" ", " the ", 1), rows[7][1])
    assert found(rows) == []


def test_in_little_text_nothing_is_unusual() -> None:
    rows = pairs(FEWEST - 1)
    rows[3] = ("Nothing of it.", rows[3][1])
    assert found(rows) == []


def test_short_stretches_are_left_alone() -> None:
    rows = pairs(80)
    rows[3] = ("Certainly.", "Of course."[:SHORTEST])
    assert found(rows) == []


@settings(max_examples=10, deadline=None)
@given(st.lists(st.tuples(st.text(max_size=8), st.text(max_size=8)), min_size=FEWEST, max_size=FEWEST + 5))
def test_any_text_can_be_looked_at(rows: list[tuple[str, str]]) -> None:
    assert all(0 <= number < len(rows) for number in found(rows))
