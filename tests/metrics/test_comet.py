"""The adapter for unbabel-comet, with a stand-in that has the same public functions and reads a model file that the test makes."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import pytest

import tqcheck
from tqcheck.metrics.comet import CometEstimator
from tqcheck.metrics.estimators import MetricError
from tqcheck.metrics.figures import Stretch

TEXT = "The boat lies at the old quay.\n\nNobody saw the light."
SOURCE = "Das Boot liegt am neuen Kai.\n\nNiemand sah das Licht."
STAND_IN = '''
"""What tqcheck calls of unbabel-comet, with a model that looks words up."""

import json
from collections import OrderedDict
from pathlib import Path

__version__ = "2.2.7"


def download_model(model, saving_directory=None, local_files_only=False):
    path = Path(__file__).parent / model.replace("/", "--") / "checkpoints" / "model.ckpt"
    if not path.is_file():
        raise KeyError(f"Model '{model}' not supported by COMET.")
    return str(path)


def load_from_checkpoint(checkpoint_path, reload_hparams=False, strict=False, local_files_only=False):
    if not (Path(checkpoint_path).parents[1] / "hparams.yaml").is_file():
        raise Exception(f"hparams.yaml file is missing from {Path(checkpoint_path).parents[1]}!")
    return Model(json.loads(Path(checkpoint_path).read_text()))


class Model:
    def __init__(self, weights):
        self.weights = weights
        self.asked = None

    def requires_references(self):
        return self.weights["requires_references"]

    def predict(self, samples, batch_size=16, gpus=1, progress_bar=True):
        assert gpus == 0 and not progress_bar
        assert len({frozenset(sample) for sample in samples}) == 1
        self.asked = samples
        spans = [[self.span(sample["mt"], word) for word in self.weights["errors"] if word in sample["mt"]] for sample in samples]
        scores = [1 - 0.25 * len(errors) for errors in spans]
        said = OrderedDict(scores=scores, system_score=sum(scores) / len(scores))
        if self.weights["errors"]:
            said["metadata"] = OrderedDict(error_spans=spans)
        return said

    def span(self, text, word):
        start = text.index(word)
        severity, confidence = self.weights["errors"][word]
        return {"text": word, "confidence": confidence, "severity": severity, "start": start, "end": start + len(word)}
'''


@pytest.fixture
def comet(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with the stand-in on Python's path; checkpoints may be put there."""
    (tmp_path / "comet.py").write_text(STAND_IN, "utf-8")
    monkeypatch.syspath_prepend(str(tmp_path))
    monkeypatch.delitem(sys.modules, "comet", raising=False)
    return tmp_path


def checkpoint(folder: Path, *, errors: dict[str, tuple[str, float]] | None = None, requires_references: bool = False) -> Path:
    """A tiny model: the words that it takes for errors."""
    path = folder / "checkpoints" / "model.ckpt"
    path.parent.mkdir(parents=True)
    path.write_text(json.dumps({"errors": errors or {}, "requires_references": requires_references}), "utf-8")
    (folder / "hparams.yaml").write_text("class_identifier: xcomet_metric\n", "utf-8")
    return path


def checked(model: object, **options: Any) -> tqcheck.Report:
    checker = tqcheck.Checker(language="en", source_language="de", select=["doubled-word"], metrics=[f"comet:{model}"])
    return checker.check(TEXT, **options)


def test_a_checkpoint_gives_figures_and_findings(comet: Path) -> None:
    report = checked(checkpoint(comet / "tiny", errors={" old": ("major", 0.875)}), source=SOURCE)
    assert report.metrics is not None
    (figure,) = report.metrics.document
    assert (figure.name, figure.value, figure.low, figure.high) == ("model", 0.875, 0, 1)
    assert figure.signature == "model:model|version:unbabel-comet-2.2.7"
    assert [block.values for block in report.metrics.blocks] == [{"model": 0.75}, {"model": 1.0}]
    (finding,) = report.findings
    assert (TEXT[finding.start : finding.end], finding.severity, finding.score) == ("old", "major", 0.875)


def test_a_model_of_the_hub_goes_by_its_name(comet: Path) -> None:
    checkpoint(comet / "Owner--tiny-da")
    report = checked("Owner/tiny-da", source=SOURCE)
    assert report.metrics is not None
    assert [figure.name for figure in report.metrics.document] == ["tiny-da"]
    assert report.findings == ()


def test_a_model_gets_what_there_is_and_says_what_it_needs(comet: Path) -> None:
    wanting = CometEstimator(str(checkpoint(comet / "a", requires_references=True)))
    content = CometEstimator(str(checkpoint(comet / "b")))
    assert (set(wanting.needs), set(content.needs)) == ({"source", "reference"}, {"source"})
    both, lone = Stretch("a", source="b", reference="c"), Stretch("a", source="b")
    content.estimate([both, both], language="en", source_language="de")
    assert content._model.asked == [{"src": "b", "mt": "a", "ref": "c"}] * 2
    content.estimate([both, lone], language="en", source_language="de")
    assert content._model.asked == [{"src": "b", "mt": "a"}] * 2
    report = checked(comet / "a" / "checkpoints" / "model.ckpt", source=SOURCE)
    assert [notice.message.partition(": it")[2] for notice in report.notices] == [" needs a reference"]


@pytest.mark.parametrize(
    ("model", "message"),
    [("", "comet wants the name of a model"), ("Owner/none", "cannot be loaded: KeyError: .*not supported by COMET")],
)
def test_a_model_that_is_not_there_is_one_clear_error(comet: Path, model: str, message: str) -> None:
    assert comet.is_dir()
    with pytest.raises(MetricError, match=message):
        checked(model, source=SOURCE)


def test_a_checkpoint_without_its_settings_is_one_clear_error(comet: Path) -> None:
    path = checkpoint(comet / "tiny")
    (comet / "tiny" / "hparams.yaml").unlink()
    with pytest.raises(MetricError, match=r"cannot be loaded: Exception: hparams\.yaml file is missing"):
        checked(path, source=SOURCE)


def test_without_the_package_the_error_names_the_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "comet", None)
    with pytest.raises(MetricError, match=r"pip install 'tqcheck\[comet\]'"):
        checked("Owner/tiny", source=SOURCE)
