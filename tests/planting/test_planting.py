"""Planted faults: exact gold places, and the same result for the same seed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tqcheck import SettingsError
from tqcheck.planting import PLANTERS, inject
from tqcheck.rules import all_rules

CLEAN = (
    "“The old harbour is closed,” said Ines Roth in a letter, “and it will stay so. They don’t know why, but we do.” She added "
    "that the boats and nets are safe from the wind.\n\n"
    "The council, which met on Monday, found a way to the sea. Nobody but Ines Roth of Holm (a town) expected the answer that "
    "came from the capital of the region, and the town’s people were glad to hear of it.\n\n"
    "“We will wait for the boats,” she said. Then Mara Lindqist waited. When Mara Lindqist was old, they called "
    "for Mara Lindqist at the pier."
)
ALL = [rule for planters in PLANTERS.values() for rule in planters]


@pytest.mark.parametrize("rule", ALL)
def test_each_fault_can_be_planted(rule: str) -> None:
    planted = inject(CLEAN, rules=[rule], seed=1)
    assert planted.text != CLEAN
    assert [plant.rule for plant in planted.gold] == [rule] * len(planted.gold)
    assert planted.gold


@pytest.mark.parametrize("rule", ALL)
def test_each_fault_is_named_for_a_rule_of_its_family(rule: str) -> None:
    family = next(family for family, planters in PLANTERS.items() if rule in planters)
    assert all_rules()[rule].family == family


def test_gold_is_where_the_fault_stands() -> None:
    planted = inject(CLEAN, rules=["empty-bracket"], seed=5)
    assert [planted.text[plant.start : plant.end] for plant in planted.gold] == ["()", "()", "()"]


def test_taking_the_planted_words_away_gives_the_clean_text_back() -> None:
    planted = inject(CLEAN, rules=["model-token"], seed=2)
    text = planted.text
    for plant in reversed(planted.gold):
        text = text[: plant.start - 1] + text[plant.end :]
    assert text == CLEAN


def test_a_share_of_none_changes_nothing() -> None:
    assert inject(CLEAN, share=0).text == CLEAN


def test_wrong_use_is_an_error() -> None:
    with pytest.raises(SettingsError, match="did you mean 'doubled-word'"):
        inject(CLEAN, rules=["double-word"])
    with pytest.raises(SettingsError, match="from 0 to 1"):
        inject(CLEAN, share=2)


@given(st.text(max_size=200), st.integers(0, 5))
def test_any_text_can_be_planted_and_the_same_seed_gives_the_same(text: str, seed: int) -> None:
    planted = inject(text, seed=seed)
    assert planted == inject(text, seed=seed)
    for plant in planted.gold:
        assert 0 <= plant.start <= plant.end <= len(planted.text)


def test_line_ends_stay_as_they_are() -> None:
    text = CLEAN.replace("\n", "\r\n")
    planted = inject(text, rules=["model-token"], seed=2)
    assert planted.text.replace("\r\n", "\n") == inject(CLEAN, rules=["model-token"], seed=2).text
    assert planted.text.count("\r\n") == text.count("\r\n")
    lone = inject(CLEAN, rules=["model-token"], seed=2)
    assert [planted.text[p.start : p.end] for p in planted.gold] == [lone.text[p.start : p.end] for p in lone.gold]
