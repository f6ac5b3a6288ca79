"""The word that stands for code: no rule minds it, wherever it stands."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tqcheck.checker import Checker
from tqcheck.readers.prose import stand_in

CHECKER = Checker(language="en", preset="strict")
SENTENCES = (
    "Set {0} to three before you start the engine, and set {1} to four when it runs.",
    "The option {0} is set by {1} and by {0} alone.",
    "Run {0} {1} in the folder of the project.",
    "{0} reads the file, and {1} writes it.",
    "If you call {0}, it calls {1}, {0}, and {2}.",
    "He said that “{0} is the name of the thing”, and left.",
    "Press {0}. {1} opens. Then press {2}.",
    "Use {0} (or {1}) to open the door, then {2}’s handle to close it.",
    "The field is called {0}; its type is {1}.",
    "Set {0} to three. Set {1} to three. Set {2} to three.",
    "We met {0}-like things and non-{1} things, an {0} and the {2}.",
    "Is it {0}? The answer is {1}!",
)


@pytest.mark.parametrize("sentence", SENTENCES)
@settings(max_examples=25, deadline=None)
@given(codes=st.lists(st.text(min_size=1, max_size=12), min_size=3, max_size=3, unique_by=stand_in))
def test_no_rule_minds_the_word_for_code(sentence: str, codes: list[str]) -> None:
    text = sentence.format(*map(stand_in, codes))
    assert [(finding.rule, text[finding.start : finding.end]) for finding in CHECKER.check(text).findings] == []


def test_equal_code_has_equal_words_and_other_code_others() -> None:
    words = {stand_in(f"option_{number}") for number in range(500)}
    assert len(words) > 490
    assert stand_in("a\ud800") == stand_in("a\ud800")
