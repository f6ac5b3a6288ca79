"""What a learned metric says of a document, as figures and findings."""

from __future__ import annotations

from math import isfinite

from ..core.finding import Finding, Severity
from . import ESTIMATED_ERROR, ESTIMATES
from .estimators import Estimate, MetricError, failed
from .figures import Figure, rounded

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from .estimators import ErrorSpan, Estimator
    from .figures import Stretch

_LONGEST_QUOTE = 40


def estimates(
    estimator: Estimator, stretches: Sequence[Stretch], *, name: str, language: str, source_language: str | None
) -> list[Estimate]:
    """An estimate of each stretch; raises `MetricError` if the metric fails, or says what cannot be."""
    try:
        found = list(estimator.estimate(stretches, language=language, source_language=source_language))
        if len(found) != len(stretches):
            raise MetricError(f"the metric {name!r} gave {len(found)} estimates for {len(stretches)} stretches")
        for estimate, stretch in zip(found, stretches, strict=True):
            _check(estimate, len(stretch.text))
    except Exception as error:  # it is not our code
        raise failed(name, "failed", error) from error
    return found


def _check(estimate: Estimate, length: int) -> None:
    if estimate.value is not None and not isfinite(estimate.value):
        raise ValueError(f"{estimate.value} is no figure")
    for span in estimate.spans:
        Severity(span.severity)
        if not (0 <= span.start <= span.end <= length and 0 <= span.confidence <= 1):
            raise ValueError(f"{span!r} is no error in a text of {length} characters")


def figure(estimator: Estimator, found: Sequence[Estimate]) -> Figure | None:
    """The figure of the whole document, which is the mean of its stretches' values; None if there are no values."""
    values = [float(estimate.value) for estimate in found if estimate.value is not None]
    if not values:
        return None
    mean = rounded(sum(values) / len(values))
    return Figure(estimator.name, mean, estimator.low, estimator.high, estimator.higher_is_better, estimator.signature, len(values))


def findings(estimator: Estimator, stretches: Sequence[Stretch], found: Sequence[Estimate]) -> Iterator[Finding]:
    """A finding for each error that the metric sees, with its places in the document. Its score is the metric's confidence."""
    for stretch, estimate in zip(stretches, found, strict=True):
        for span in estimate.spans:
            yield from _finding(estimator.name, stretch, span)


def _finding(name: str, stretch: Stretch, span: ErrorSpan) -> Iterator[Finding]:
    marked = stretch.text[span.start : span.end]
    start = span.start + len(marked) - len(marked.lstrip())  # models put a word's space before it
    marked = marked.strip()
    if not marked:
        return
    quote = marked if len(marked) <= _LONGEST_QUOTE else f"{marked[:_LONGEST_QUOTE]}…"
    yield Finding(
        rule=ESTIMATED_ERROR,
        family=ESTIMATES,
        start=stretch.start + start,
        end=stretch.start + start + len(marked),
        message=f"{name} takes “{quote}” for a {span.severity} error.",
        severity=Severity(span.severity),
        score=round(float(span.confidence), 4),
    )
