"""Conditions on documents: what they say, and that nothing else can be said."""

from __future__ import annotations

import pickle
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

import tqcheck
from tqcheck.corpus.keeping import Keep
from tqcheck.errors import SettingsError

REPORT = tqcheck.check("Spokesman Ivan Petrov (Ivan Petrov) came to the the harbour.", language="en")


@pytest.mark.parametrize(
    ("condition", "holds"),
    [
        ("findings == 2", True),
        ("penalty < 5", False),
        ("score >= 0 and not words > 100", True),
        ("repetition == 2 or quotes > 3", True),
        ("duplicate_gloss == 0", False),
        ("language == 'en'", True),
        ("1 < findings < 3", True),
        ("findings > -1", True),
        ("(quotes == 1 or repetition == 1) and words > 1", False),
    ],
)
def test_conditions_hold_or_not(condition: str, holds: bool) -> None:
    assert Keep(condition)(REPORT) is holds
    assert pickle.loads(pickle.dumps(Keep(condition)))(REPORT) is holds


@pytest.mark.parametrize(
    ("condition", "why"),
    [
        ("penalti < 5", "did you mean 'penalty'"),
        ("penalty", "no comparison"),
        ("penalty < ", "no condition"),
        ("words < 'a'", "a number with a text"),
        ("language < 3", "a number with a text"),
        ("__import__('os').system('true') == 0", "no number, text or name"),
        ("words.real < 3", "no number, text or name"),
        ("[x for x in words] == 1", "no number, text or name"),
        ("words in 'abc'", "no comparison"),
        ("True == words", "no number, text or name"),
        ("(" * 2000, "at most 1,000"),
        ("not " * 240 + "words > 1", ""),
    ],
)
def test_anything_else_is_an_error(condition: str, why: str) -> None:
    if not why:
        assert isinstance(Keep(condition)(REPORT), bool)
        return
    with pytest.raises(SettingsError, match=why):
        Keep(condition)


@given(st.text(max_size=40))
def test_any_text_is_a_condition_or_an_error(condition: str) -> None:
    with suppress(SettingsError):
        Keep(condition)(REPORT)
