"""What the metrics say enters the report: figures, findings, notices; and what fails is one clear error."""

from __future__ import annotations

import json
import pickle
import sys
from collections.abc import Iterator, Sequence
from importlib.metadata import EntryPoint
from pathlib import Path
from typing import Any

import pytest

import tqcheck
from tqcheck.cli import main
from tqcheck.metrics import estimators
from tqcheck.metrics.estimators import ErrorSpan, Estimate, MetricError
from tqcheck.metrics.figures import Stretch
from tqcheck.report import Report

TEXT = "The boat lies at the old quay.\r\n\r\nNobody saw the light in the harbour.\r\n\r\nThe barley is dry."
REFERENCE = "The boat lies at the old mole.\n\nNobody noticed the light in the harbour.\n\nThe barley is dry."
SOURCE = "Das Boot liegt am alten Kai.\n\nNiemand sah das Licht im Hafen.\n\nDie Gerste ist trocken."


class Counting:
    """A metric that says how many words a stretch has, and takes each “old” for an error."""

    name, signature = "words", "words:1"
    low, high, higher_is_better = 0.0, None, False
    needs: frozenset[str] = frozenset({"source"})

    def __init__(self, model: str | None) -> None:
        self.model = model

    def estimate(self, stretches: Sequence[Stretch], *, language: str, source_language: str | None) -> Iterator[Estimate]:
        assert (language, source_language) == ("en", "de")
        for stretch in stretches:
            place = stretch.text.find(" old")
            spans = (ErrorSpan(place, place + 4, "major", 0.9), ErrorSpan(0, 0, "minor", 0.9)) if place >= 0 else ()
            yield Estimate(len(stretch.text.split()), spans)


class Failing(Counting):
    """Fails as its model says."""

    def estimate(self, stretches: Sequence[Stretch], **_languages: str | None) -> Iterator[Estimate]:
        wrong: dict[str | None, list[Any]] = {
            "few": [Estimate(1.0)],
            "nan": [Estimate(float("nan"))] * len(stretches),
            "far": [Estimate(1.0, (ErrorSpan(0, 10_000, "minor", 0.5),))] * len(stretches),
            "severity": [Estimate(1.0, (ErrorSpan(0, 1, "awful", 0.5),))] * len(stretches),
        }
        if self.model not in wrong:
            raise RuntimeError("the weights\nare gone")
        return iter(wrong[self.model])


def unloadable(_model: str | None) -> Counting:
    raise OSError("no such model")


class Incomplete:
    """Has not what a metric must have."""

    needs = ("reference",)

    def __init__(self, _model: str | None) -> None:
        pass


@pytest.fixture(autouse=True)
def installed(monkeypatch: pytest.MonkeyPatch) -> None:
    """Metrics that other packages offer."""
    names = {"words": "Counting", "failing": "Failing", "unloadable": "unloadable", "incomplete": "Incomplete"}
    monkeypatch.setitem(sys.modules, "offered", sys.modules[__name__])
    every = [EntryPoint(name, f"offered:{value}", estimators.GROUP) for name, value in names.items()]
    monkeypatch.setattr("importlib.metadata.entry_points", lambda *, group: every if group == estimators.GROUP else [])


def checked(*metrics: str, **options: Any) -> Report:
    options = {"source": SOURCE, "reference": REFERENCE, "select": ["doubled-word"], **options}
    source, reference = options.pop("source"), options.pop("reference")
    checker = tqcheck.Checker(language="en", source_language="de", metrics=metrics, **options)
    return checker.check(TEXT, source=source, reference=reference)


class TestSurface:
    def test_a_report_has_figures_of_the_whole_and_of_each_block(self) -> None:
        report = tqcheck.check(TEXT, reference=REFERENCE, language="en")
        assert report.metrics is not None
        assert [figure.name for figure in report.metrics.document] == ["BLEU", "chrF2++", "TER"]
        assert [TEXT[block.start : block.end] for block in report.metrics.blocks] == TEXT.split("\r\n\r\n")
        assert [block.values["TER"] for block in report.metrics.blocks] == [14.2857, 14.2857, 0]
        assert report.metrics.unaligned == 0
        assert json.loads(json.dumps(report.to_dict()["metrics"]))["blocks"][2]["values"]["chrF2++"] == 100

    def test_without_a_reference_or_metrics_there_are_none(self) -> None:
        assert tqcheck.check(TEXT, language="en").metrics is None
        assert tqcheck.check(TEXT, language="en").to_dict()["metrics"] is None
        assert tqcheck.check(TEXT, source=SOURCE, language="en").metrics is None
        assert checked().metrics is None

    def test_some_can_be_chosen(self) -> None:
        report = checked("chrf")
        assert report.metrics is not None
        assert [figure.name for figure in report.metrics.document] == ["chrF2++"]

    def test_an_unknown_metric_is_an_error_with_a_suggestion(self) -> None:
        with pytest.raises(
            tqcheck.SettingsError, match=r"unknown metric 'blue'; did you mean 'bleu'\? \(there are bleu, chrf, ter, failing"
        ):
            checked("blue")

    def test_a_report_can_be_pickled(self) -> None:
        report = checked("bleu")
        assert pickle.loads(pickle.dumps(report)) == report


class TestLearned:
    def test_its_values_are_figures_beside_the_others(self) -> None:
        report = checked("bleu", "words:small")
        assert report.metrics is not None
        assert [figure.name for figure in report.metrics.document] == ["BLEU", "words"]
        figure = report.metrics.document[1]
        assert (figure.value, figure.signature, figure.blocks, figure.higher_is_better) == (6.0, "words:1", 3, False)
        assert [block.values["words"] for block in report.metrics.blocks] == [7, 7, 4]

    def test_its_errors_are_findings_of_their_own_family_with_its_confidence(self) -> None:
        (finding,) = checked("words").findings
        assert TEXT[finding.start : finding.end] == "old"
        assert (finding.family, finding.rule, finding.severity, finding.score) == ("estimates", "estimated-error", "major", 0.9)
        assert finding.message == "words takes “old” for a major error."
        assert checked("words").score.by_family == {"estimates": 1}

    def test_settings_hold_for_them(self) -> None:
        assert checked("words", min_score=0.95).findings == ()
        assert checked("words", ignore=["estimates"]).findings == ()
        assert checked("words", rules={"estimates": {"severity": "minor"}}).findings[0].severity == "minor"

    def test_without_the_texts_it_needs_it_does_not_run_and_says_so(self) -> None:
        report = checked("words", source=None)
        assert report.metrics is None
        assert [notice.message for notice in report.notices] == ["the metric words did not run: it needs a source"]
        assert len(tqcheck.check(TEXT, language="en", metrics=["words"]).notices) == 1

    @pytest.mark.parametrize(
        ("metric", "message"),
        [
            ("failing", r"the metric 'failing' failed: RuntimeError: the weights are gone"),
            ("failing:few", r"gave 1 estimates for 3 stretches"),
            ("failing:nan", r"nan is no figure"),
            ("failing:far", r"is no error in a text of 30 characters"),
            ("failing:severity", r"'awful' is not a valid Severity"),
            ("unloadable:x", r"the metric 'unloadable:x' cannot be loaded: OSError: no such model"),
            ("incomplete", r"'incomplete' cannot be loaded: AttributeError: .*no attribute 'name'"),
        ],
    )
    def test_what_fails_is_one_clear_error(self, metric: str, message: str) -> None:
        with pytest.raises(MetricError, match=message):
            checked(metric)

    def test_the_command_says_it_in_one_line(self, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
        (tmp_path / "a.txt").write_text(TEXT, "utf-8")
        assert main(["check", str(tmp_path / "a.txt"), "--metrics", "bleu,unloadable:x"]) == 2
        assert capsys.readouterr().err == "tqcheck: the metric 'unloadable:x' cannot be loaded: OSError: no such model\n"
        assert main(["check", str(tmp_path / "a.txt"), "--metrics", "none"]) == 0
