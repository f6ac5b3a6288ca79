"""COMET and its kin by unbabel-comet, if that is installed (``pip install 'tqcheck[comet]'``): the only file that imports it.

``comet:MODEL`` takes the name of a model on the Hugging Face Hub, such as ``Unbabel/wmt22-comet-da``, or the path of a checkpoint with
its ``hparams.yaml`` in the folder above. It runs on the processor. Models that see errors (XCOMET) make findings of them.
"""

from __future__ import annotations

from pathlib import Path

from ..core.alignment import Partner
from .estimators import ErrorSpan, Estimate, MetricError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
    from typing import Any

    from .figures import Stretch

BATCH_SIZE = 8


class CometEstimator:
    """A model of COMET as an `Estimator`. Every model is given the source, and one that asks for it the reference too."""

    low = 0.0
    """COMET's authors scale values to 0–1; older models, and very bad translations, lie outside."""
    high = 1.0
    higher_is_better = True

    def __init__(self, model: str | None) -> None:
        if not model:
            raise MetricError("comet wants the name of a model, such as comet:Unbabel/wmt22-comet-da, or the path of a checkpoint")
        comet = _package()
        path = model if Path(model).is_file() else comet.download_model(model)
        self._model = comet.load_from_checkpoint(path)
        self._wants_reference = bool(self._model.requires_references())
        self.name = _short(model)
        self.signature = f"model:{self.name}|version:unbabel-comet-{comet.__version__}"

    @property
    def needs(self) -> Collection[str]:
        """The source, and for models that want it a reference."""
        return {Partner.SOURCE, Partner.REFERENCE} if self._wants_reference else {Partner.SOURCE}

    def estimate(self, stretches: Sequence[Stretch], *, language: str, source_language: str | None) -> Iterable[Estimate]:  # noqa: ARG002
        """The model's scores, and the errors that it sees."""
        samples = [_sample(stretch) for stretch in stretches]
        # Models take either a reference for every sample or none at all.
        if not all("ref" in sample for sample in samples):
            samples = [{key: text for key, text in sample.items() if key != "ref"} for sample in samples]
        said = self._model.predict(samples, batch_size=BATCH_SIZE, gpus=0, progress_bar=False)
        spans = (said.get("metadata") or {}).get("error_spans") or [()] * len(samples)
        return [Estimate(float(score), tuple(_spans(errors))) for score, errors in zip(said["scores"], spans, strict=True)]


def _package() -> Any:
    try:
        import comet
    except ImportError as error:
        raise MetricError(f"comet needs a package that is not there ({error}); pip install 'tqcheck[comet]'") from error
    return comet


def _short(model: str) -> str:
    """A model's name without its owner; of a checkpoint the file's."""
    return Path(model).stem if Path(model).is_file() else Path(model).name


def _sample(stretch: Stretch) -> dict[str, str]:
    sample = {"src": stretch.source or "", "mt": stretch.text}
    return sample if stretch.reference is None else {**sample, "ref": stretch.reference}


def _spans(errors: Iterable[Mapping[str, Any]]) -> Iterator[ErrorSpan]:
    for error in errors:
        yield ErrorSpan(int(error["start"]), int(error["end"]), str(error["severity"]), float(error["confidence"]))
