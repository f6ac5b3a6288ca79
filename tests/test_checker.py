"""The library as a user meets it: check(), Checker and Report."""

from __future__ import annotations

import json
import pickle
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest

import tqcheck
from tqcheck.core.finding import Severity
from tqcheck.core.rule import Stage
from tqcheck.report import Report
from tqcheck.rules import all_rules, families, listed_rules
from tqcheck.settings import Settings

GLOSS = "The spokesman Ivan Petrov (Ivan Petrov) declined to comment."
TWO = f"{GLOSS} He said “no.\n\nThe chemist Olga Brenner (Olga Brenner) said nothing."


def rules_of(report: Report) -> list[str]:
    return [finding.rule for finding in report.findings]


class TestReport:
    def test_findings_are_ordered_by_place_and_point_into_the_text(self) -> None:
        report = tqcheck.check(TWO, language="en")
        assert rules_of(report) == ["duplicate-gloss", "unclosed-quote", "duplicate-gloss"]
        assert [TWO[finding.start : finding.end] for finding in report.findings][::2] == [" (Ivan Petrov)", " (Olga Brenner)"]
        first = report.findings[0]
        assert (first.family, first.severity) == ("repetition", Severity.MAJOR)
        assert 0.5 <= first.score <= 1
        assert "Ivan Petrov" in first.message
        assert first.fix is not None
        assert first.fix.apply(GLOSS) == "The spokesman Ivan Petrov declined to comment."

    def test_words_and_score(self) -> None:
        report = tqcheck.check(GLOSS, language="en", select=["duplicate-gloss"])
        assert report.words == 9
        assert report.score.by_family == {"repetition": 1}
        assert report.score.penalty == pytest.approx(5 * report.findings[0].score, abs=0.001)
        assert report.score.penalty_per_1000_words == pytest.approx(1000 * report.score.penalty / 9, abs=0.01)
        assert report.score.value == pytest.approx(max(0, 100 - 100 * report.score.penalty / 9), abs=0.1)

    def test_a_clean_text_has_the_full_score(self) -> None:
        report = tqcheck.check("The harbour was quiet, and the lamps were out.", language="en")
        assert (report.findings, report.score.value, report.score.penalty, report.score.by_family) == ((), 100.0, 0.0, {})

    @pytest.mark.parametrize("text", ["", " \n", "\ufeff"])
    def test_hardly_any_text(self, text: str) -> None:
        report = tqcheck.check(text)
        assert (report.findings, report.words, report.score.value, report.language) == ((), 0, 100.0, "und")

    def test_to_dict_is_plain_and_goes_through_json(self) -> None:
        report = tqcheck.Checker(language="en").check(TWO, name="petrov.txt")
        plain = report.to_dict()
        assert json.loads(json.dumps(plain)) == plain
        assert (plain["name"], plain["language"], plain["words"]) == ("petrov.txt", "en", report.words)
        assert {"rule": "lost-final-mark", "why": "needs a source"} in plain["skipped"]
        assert plain["score"]["signature"] == report.score.signature
        assert plain["findings"][0]["fix"]["edits"] == [{"start": 25, "end": 39, "text": ""}]
        assert plain["findings"][0]["severity"] == "major"

    def test_a_report_is_frozen(self) -> None:
        with pytest.raises(AttributeError):
            tqcheck.check("").words = 5  # type: ignore[misc]

    def test_only_a_str_is_a_text(self) -> None:
        with pytest.raises(TypeError, match="a text is a str, not bytes"):
            tqcheck.check(b"text")  # type: ignore[arg-type]


class TestLanguage:
    def test_given(self) -> None:
        report = tqcheck.check(GLOSS, language="en-GB")
        assert (report.language, report.language_detected) == ("en-GB", False)
        assert rules_of(report) == ["duplicate-gloss"]

    def test_detected(self) -> None:
        report = tqcheck.check(f"The harbour was quiet that night. {GLOSS}")
        assert (report.language, report.language_detected) == ("en", True)
        assert rules_of(report) == ["duplicate-gloss"]

    @pytest.mark.parametrize(("code", "written"), [("EN", "en"), ("en_gb", "en-GB"), ("ZH-hant-tw", "zh-Hant-TW"), ("de-ch", "de-CH")])
    def test_codes_are_written_as_bcp_47_recommends(self, code: str, written: str) -> None:
        assert tqcheck.Checker(language=code).settings.language == written

    @pytest.mark.parametrize("code", ["", "e", "english please", "12", "deutsch", "en-", "ёж", 7])
    def test_what_is_no_code_is_an_error(self, code: object) -> None:
        with pytest.raises(tqcheck.SettingsError, match="is no language code; BCP 47 codes look like"):
            tqcheck.Checker(language=code)

    def test_a_rule_that_was_not_made_for_the_language_is_skipped_and_said_so(self) -> None:
        english = [rule.name for rule in tqcheck.Checker().rules if "en" in rule.languages]
        report = tqcheck.check("Der Hafen war still, und niemand kam.", language="de")
        skipped = [each for each in report.skipped if not each.wants_partner]
        assert sorted(each.rule for each in skipped) == sorted(english)
        assert {each.why for each in skipped} <= {"not made for language 'de'"}
        assert all(each.wants_partner for each in tqcheck.check("", language="en").skipped)


class TestChoosing:
    def test_by_rule_and_by_family(self) -> None:
        assert rules_of(tqcheck.check(TWO, language="en", select=["unclosed-quote"])) == ["unclosed-quote"]
        assert rules_of(tqcheck.check(TWO, language="en", select=["quotes"])) == ["unclosed-quote"]
        assert rules_of(tqcheck.check(TWO, language="en", ignore=["quotes"])) == ["duplicate-gloss"] * 2
        assert rules_of(tqcheck.check(TWO, language="en", ignore=["duplicate-gloss"])) == ["unclosed-quote"]

    def test_ignore_wins(self) -> None:
        assert tqcheck.Checker(select=["unclosed-quote"], ignore=["quotes"]).rules == ()
        assert "unclosed-quote" not in {rule.name for rule in tqcheck.Checker(select=["quotes"], ignore=["unclosed-quote"]).rules}

    def test_every_stable_rule_runs_when_nothing_is_chosen(self) -> None:
        stable = {name for name, rule in all_rules().items() if rule.stage is Stage.STABLE}
        assert {rule.name for rule in tqcheck.Checker().rules} == stable

    def test_a_preview_rule_runs_only_when_it_is_named(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(listed_rules()["unclosed-quote"], "stage", Stage.PREVIEW)
        assert "unclosed-quote" not in {rule.name for rule in tqcheck.Checker(select=["quotes"]).rules}
        assert [rule.name for rule in tqcheck.Checker(select=["unclosed-quote"]).rules] == ["unclosed-quote"]

    @pytest.mark.parametrize("names", [["quotes"], ("quotes",), {"quotes"}, {"quotes": 1}.keys(), iter(["quotes"])])
    def test_any_collection_of_names_will_do(self, names: object) -> None:
        assert tqcheck.Checker(select=names).settings.select == ("quotes",)

    @pytest.mark.parametrize(
        ("options", "message"),
        [
            ({"select": ["unclosed-quotes"]}, "unknown rule or family 'unclosed-quotes'; did you mean 'unclosed-quote'?"),
            ({"ignore": ["qotes"]}, "unknown rule or family 'qotes'; did you mean 'quotes'?"),
            ({"select": ["zzzzzz"]}, "unknown rule or family 'zzzzzz'"),
            ({"selct": ["quotes"]}, "unknown option 'selct'; did you mean 'select'?"),
            ({"select": "quotes"}, "select is a list of names of rules or families, not 'quotes'"),
            ({"ignore": 5}, "ignore is a list of names of rules or families, not 5"),
            ({"select": [5]}, "select is a list of names of rules or families; 5 is no name"),
            ({"min_score": 1.5}, "min_score is a probability from 0 to 1, not 1.5"),
            ({"min_score": float("nan")}, "min_score is a probability from 0 to 1, not nan"),
            ({"min_score": "0.5"}, "min_score is a probability from 0 to 1, not '0.5'"),
            ({"min_score": True}, "min_score is a probability from 0 to 1, not True"),
        ],
    )
    def test_wrong_use_is_an_error_that_helps_on(self, options: dict[str, object], message: str) -> None:
        with pytest.raises(tqcheck.SettingsError) as caught:
            tqcheck.Checker(**options)
        assert str(caught.value) == message
        assert isinstance(caught.value, tqcheck.TqcheckError | ValueError)

    def test_min_score_leaves_out_what_is_less_probable(self) -> None:
        everything = tqcheck.check(TWO, language="en", min_score=0)
        assert len(everything.findings) >= 3
        highest = max(finding.score for finding in everything.findings)
        sure = tqcheck.check(TWO, language="en", min_score=highest)
        assert {finding.score for finding in sure.findings} == {highest}
        assert tqcheck.check(TWO, language="en", min_score=1).findings == ()


class TestChecker:
    def test_check_many_reads_nothing_ahead(self) -> None:
        taken = []

        def texts() -> Iterator[str]:
            for text in (GLOSS, "Clean.", TWO):
                taken.append(text)
                yield text

        reports = tqcheck.Checker(language="en").check_many(texts())
        assert taken == []
        assert rules_of(next(reports)) == ["duplicate-gloss"]
        assert taken == [GLOSS]
        assert [len(report.findings) for report in reports] == [0, 3]

    def test_it_can_be_pickled(self) -> None:
        checker = tqcheck.Checker(language="en_gb", ignore=["quotes"], min_score=0.6)
        again = pickle.loads(pickle.dumps(checker))
        assert again.settings == checker.settings
        assert again.check(TWO) == checker.check(TWO)

    def test_it_can_be_shared_by_threads(self) -> None:
        checker = tqcheck.Checker()
        texts = [f"{TWO}\n\nThis is number {number} of them." for number in range(40)]
        expected = list(checker.check_many(texts))
        with ThreadPoolExecutor(4) as pool:
            assert list(pool.map(checker.check, texts)) == expected

    def test_settings_are_frozen(self) -> None:
        with pytest.raises(AttributeError):
            Settings().min_score = 1  # type: ignore[misc]

    def test_families_are_those_of_the_rules(self) -> None:
        assert set(families()) == {rule.family for rule in all_rules().values()}


class TestSignature:
    def signature(self, **options: object) -> str:
        return tqcheck.Checker(**{"language": "en", **options}).check(GLOSS).score.signature

    def test_says_how_the_score_was_made(self) -> None:
        fields = dict(part.split(":", 1) for part in self.signature(select=["quotes"], min_score=0.6).split("|"))
        count = sum(rule.family == "quotes" and rule.stage is Stage.STABLE for rule in all_rules().values())
        assert fields["rules"].startswith(f"{count}-")
        assert (fields["min"], fields["lang"], fields["version"]) == ("0.6", "en", tqcheck.__version__)

    def test_differs_when_the_way_differs(self) -> None:
        others: list[dict[str, object]] = [{"select": ["quotes"]}, {"select": ["repetition"]}, {"min_score": 0.6}, {"language": "en-GB"}]
        assert len({self.signature(), *(self.signature(**options) for options in others)}) == 5
        assert self.signature() == self.signature()
