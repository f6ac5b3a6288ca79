"""Settings: presets, options of rules and families, and what they make of the findings."""

from __future__ import annotations

import pickle
from typing import Any

import pytest

import tqcheck
from tqcheck.core.finding import Severity
from tqcheck.core.rule import Stage
from tqcheck.errors import quoted
from tqcheck.rules import all_rules
from tqcheck.settings import PRESETS, SEVERITIES, RuleOptions, Settings

TEXT = "The mayor, Hanne Lund (Hanne Lund), came to the the harbour at noon."


def found(**options: Any) -> dict[str, tqcheck.Severity]:
    return {finding.rule: finding.severity for finding in tqcheck.check(TEXT, language="en", **options).findings}


class TestPresets:
    @pytest.mark.parametrize("preset", PRESETS)
    def test_each_names_rules_that_exist(self, preset: str) -> None:
        assert tqcheck.Checker(preset=preset).rules

    def test_options_refine_a_preset(self) -> None:
        assert Settings.of({"preset": "gentle"}).min_score == 0.8
        assert Settings.of({"preset": "gentle", "min_score": 0.1}).min_score == 0.1
        assert Settings.of({"preset": "default"}) == Settings.of({"preset": None}) == Settings()

    def test_strict_runs_previews_and_corpus_leaves_mechanics_out(self) -> None:
        assert len(tqcheck.Checker(preset="strict").rules) == len(all_rules())
        assert "mechanics" not in {rule.family for rule in tqcheck.Checker(preset="corpus").rules}

    def test_preview_keeps_to_the_selected_families(self) -> None:
        rules = tqcheck.Checker(preview=True, select=["repetition"]).rules
        assert {rule.family for rule in rules} == {"repetition"}
        assert any(rule.stage is Stage.PREVIEW for rule in rules)


class TestRuleOptions:
    def test_the_severity_of_a_rule_wins_over_its_familys_and_that_over_the_general_one(self) -> None:
        rules = {"repetition": {"severity": "critical"}, "doubled-word": {"severity": "neutral"}}
        assert found(rules=rules) == {"duplicate-gloss": Severity.CRITICAL, "doubled-word": Severity.NEUTRAL}
        assert set(found(severity="minor").values()) == {Severity.MINOR}
        assert found(severity="minor", rules=rules) == found(rules=rules)

    def test_min_score_of_a_rule(self) -> None:
        assert list(found(rules={"duplicate-gloss": {"min_score": 1}})) == ["doubled-word"]
        assert list(found(min_score=1, rules={"duplicate-gloss": {"min_score": 0.1}})) == ["duplicate-gloss"]
        assert list(found(min_score=1, rules={"repetition": {"min_score": 0}})) == ["duplicate-gloss", "doubled-word"]

    def test_allowed_texts_are_left_alone_whatever_their_case_and_spaces(self) -> None:
        assert list(found(rules={"doubled-word": {"allow": ["The  THE"]}})) == ["duplicate-gloss"]
        assert list(found(rules={"repetition": {"allow": ["the the"]}})) == ["duplicate-gloss"]
        assert list(found(rules={"doubled-word": {"allow": ["the"]}})) == ["duplicate-gloss", "doubled-word"]

    def test_they_enter_the_signature_and_the_score(self) -> None:
        plain = tqcheck.check(TEXT, language="en").score
        mild = tqcheck.check(TEXT, language="en", severity="neutral").score
        allowed = tqcheck.check(TEXT, language="en", rules={"quotes": {"allow": ["x"]}}).score
        assert len({plain.signature, mild.signature, allowed.signature}) == 3
        assert (mild.penalty, plain.penalty) == (0, allowed.penalty)

    def test_order_of_writing_does_not_matter(self) -> None:
        one = {"quotes": {"allow": ["a"]}, "doubled-word": {"min_score": 0.4}}
        assert Settings.of({"rules": one}) == Settings.of({"rules": dict(reversed(one.items()))})
        assert Settings.of({"rules": Settings.of({"rules": one}).rules}) == Settings.of({"rules": one})

    def test_a_checker_with_them_can_be_pickled_and_told_apart(self) -> None:
        checker = tqcheck.Checker(rules={"quotes": {"severity": "major"}})
        again = pickle.loads(pickle.dumps(checker))
        assert again.settings == checker.settings
        assert dict(again.settings.rules) == {"quotes": RuleOptions(severity="major")}
        assert hash(again.settings) == hash(checker.settings)


@pytest.mark.parametrize(
    ("options", "complaint"),
    [
        ({"preset": "strikt"}, "unknown preset 'strikt'; did you mean 'strict'? (there are default, strict, gentle, corpus)"),
        ({"preset": 1}, "preset is one of default, strict, gentle, corpus, not 1"),
        ({"preview": "yes"}, "preview is true or false, not 'yes'"),
        ({"severity": "hard"}, "unknown severity 'hard' (there are neutral, minor, major, critical)"),
        ({"language": 3}, "3 is no language code; BCP 47 codes look like en, de-CH, zh-Hant"),
        ({"rules": ["quotes"]}, "rules has a table of options for each rule or family, not ['quotes']"),
        ({"rules": {"quotes": "minor"}}, "the options of quotes are a table with severity, min_score, allow, not 'minor'"),
        ({"rules": {"quotes": {"sevrity": "minor"}}}, "unknown option of quotes 'sevrity'; did you mean 'severity'?"),
        ({"rules": {"quotes": {"allow": "Lund"}}}, "allow is a list of texts, not 'Lund'"),
        ({"rules": {"quotes": {"allow": [1]}}}, "allow is a list of texts; 1 is no text"),
        ({"rules": {"quotes": {"min_score": 2}}}, "min_score is a probability from 0 to 1, not 2"),
        ({"rules": {"qutes": {}}}, "unknown rule or family 'qutes'; did you mean 'quotes'?"),
    ],
)
def test_wrong_options_are_named(options: dict[str, object], complaint: str) -> None:
    with pytest.raises(tqcheck.SettingsError) as caught:
        tqcheck.Checker(**options)
    assert str(caught.value) == complaint


def test_severities_are_those_of_findings() -> None:
    assert tuple(Severity) == SEVERITIES


def test_a_value_is_quoted_on_one_short_line_whatever_it_is() -> None:
    deep: list[object] = []
    for _ in range(5_000):
        deep = [deep]
    assert [quoted(value) for value in ("x", 10**5000)] == ["'x'", "this int"]
    assert quoted(deep) in ("this list", f"{'[' * 80}…")  # how deep Python writes depends on its version
    assert quoted("x" * 200) == f"'{'x' * 79}…"
