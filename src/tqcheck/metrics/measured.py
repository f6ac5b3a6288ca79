"""What the chosen metrics say of a document that has a source or a reference beside it."""

from __future__ import annotations

from functools import cached_property

from ..core.alignment import Partner
from ..core.record import Row
from . import estimated, surface
from .estimators import entry_point, loaded
from .figures import BlockMetrics, Metrics, rounded
from .stretches import alone, is_usable, stretches, unaligned

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..core.document import Document
    from ..core.finding import Finding
    from .estimators import Estimator
    from .figures import Figure


class Measured(Row):
    """``metrics``: the figures; ``findings``: the errors that learned metrics see; ``unmeasured``: why some metrics did not run."""

    metrics: Metrics
    findings: Sequence[Finding]
    unmeasured: Sequence[str]


class Measurer:
    """Measures documents by the metrics with these names; a model is loaded when the first document asks for it, and kept."""

    def __init__(self, names: Sequence[str]) -> None:
        self._surface = [name for name in names if name in surface.NAMES]
        self._learned = [name for name in names if name not in surface.NAMES]

    def check(self) -> None:
        """Raise `SettingsError` if no metric has one of the names; no model is loaded yet."""
        for name in self._learned:
            entry_point(name)

    @cached_property
    def _estimators(self) -> Sequence[Estimator]:
        return [loaded(name) for name in self._learned]

    def measured(self, document: Document) -> Measured:
        """The figures of a document, and what else the metrics have to say; raises `MetricError` if a learned one fails."""
        sheet = _Sheet(document)
        if self._surface and is_usable(document, Partner.REFERENCE):
            sheet.add_surface(self._surface)
        for name, estimator in zip(self._learned, self._estimators, strict=True):
            sheet.add_estimates(name, estimator)
        return sheet.measured()


class _Sheet:
    """What is written down while a document is measured."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._figures: list[Figure] = []
        self._values: dict[tuple[int, int], dict[str, float]] = {}
        self._findings: list[Finding] = []
        self._unmeasured: list[str] = []

    def add_surface(self, names: Sequence[str]) -> None:
        """sacrebleu's metrics. What is missing or added counts in the figures of the whole, but is no block."""
        pairs = list(stretches(self._document, Partner.REFERENCE))
        whole, each = surface.figures(pairs, names, self._document.language.code, list(alone(self._document)))
        self._figures += whole
        for stretch, values in zip(pairs, each, strict=True):
            self._values.setdefault((stretch.start, stretch.end), {}).update(values)

    def add_estimates(self, name: str, estimator: Estimator) -> None:
        """A learned metric; if it cannot run here, why."""
        lacking = [partner for partner in sorted(estimator.needs) if not is_usable(self._document, Partner(partner))]
        if lacking:
            self._unmeasured.append(f"the metric {name} did not run: it needs a {' and a '.join(lacking)}")
            return
        partner = Partner.SOURCE if is_usable(self._document, Partner.SOURCE) else Partner.REFERENCE
        pairs = [each for each in stretches(self._document, partner) if all(getattr(each, text) is not None for text in estimator.needs)]
        source = self._document.source
        code, other = self._document.language.code, source.language.code if source else None
        found = estimated.estimates(estimator, pairs, name=name, language=code, source_language=other) if pairs else []
        figure = estimated.figure(estimator, found)
        self._figures += [figure] if figure else []
        for stretch, estimate in zip(pairs, found, strict=True):
            if estimate.value is not None:
                self._values.setdefault((stretch.start, stretch.end), {})[estimator.name] = rounded(estimate.value)
        self._findings += estimated.findings(estimator, pairs, found)

    def measured(self) -> Measured:
        """All that was written down."""
        place = self._document.original
        blocks = [BlockMetrics(place(start), place(end), values) for (start, end), values in sorted(self._values.items())]
        return Measured(Metrics(tuple(self._figures), tuple(blocks), unaligned(self._document)), self._findings, self._unmeasured)
