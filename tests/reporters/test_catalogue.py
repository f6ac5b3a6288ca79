"""Every rule is listed and explained."""

from __future__ import annotations

import pytest

from tqcheck.core.rule import Bad, Good, Rule, Stage
from tqcheck.reporters.catalogue import explanation, rules_as_text
from tqcheck.reporters.display import Display
from tqcheck.rules import all_rules, families


class LoudWord(Rule):
    """A word shouts.

    What it finds: a word in capitals
    that goes on in the next line.

    The fix lowers it.
    """

    __module__ = "tqcheck.rules.mechanics.loud_word"
    stage = Stage.PREVIEW
    languages = ("en", "de")
    bad = (Bad("It was ⟦VERY⟧ cold.\nSo they said.", fixed="It was very cold.\nSo they said."),)
    good = (Good("Das ist die EU.", "an abbreviation", language="de"),)
    known_errors = (Good("A \x1bEU."),)


def test_list_of_rules() -> None:
    lines = list(rules_as_text(all_rules(), Display()))
    for family in families():
        assert any(line.startswith(f"{family}: ") and line.endswith(".") for line in lines)
    for rule in all_rules().values():
        (line,) = (line for line in lines if line.split()[:1] == [rule.name])
        assert line.endswith(rule.summary)
        assert rule.severity.value in line
        assert ("fix" in line.split()) >= rule.is_fixable()


def test_explanation_in_full() -> None:
    assert list(explanation(LoudWord, Display())) == [
        "loud-word: A word shouts.",
        "mechanics · minor · preview · languages en, de · has a repair · since 0.1",
        "",
        "What it finds: a word in capitals that goes on in the next line.",
        "",
        "The fix lowers it.",
        "",
        "Bad",
        "  It was ⟦VERY⟧ cold.",
        "  So they said.",
        "    repaired: It was very cold.",
        "    So they said.",
        "",
        "Good",
        "  Das ist die EU.  [de]  (an abbreviation)",
        "",
        "Known errors",
        "  A \\x1bEU.",
    ]


@pytest.mark.parametrize("rule", all_rules().values(), ids=list(all_rules()))
def test_every_rule_can_be_explained(rule: type[Rule]) -> None:
    text = "\n".join(explanation(rule, Display(width=80)))
    assert rule.name in text
    for heading in ("What it finds:", "Why it matters:", "When it errs:"):
        assert heading in text
    assert "⟦" in text


def test_headings_and_marks_in_colour() -> None:
    text = "\n".join(explanation(LoudWord, Display(colour=True)))
    assert "\x1b[1mWhat it finds:\x1b[0m" in text
    assert "\x1b[31m⟦\x1b[0mVERY\x1b[31m⟧\x1b[0m" in text
