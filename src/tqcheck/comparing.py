"""Two translations of one text side by side: how like the reference each is, what a machine left behind in each, and whether they
differ by more than chance."""

from __future__ import annotations

from bisect import bisect_right
from itertools import pairwise

from .checker import Checker
from .core.alignment import Partner
from .core.record import Record, Row
from .errors import SettingsError, TqcheckError, quoted
from .metrics.figures import Stretch
from .metrics.significance import SAMPLES, SEED, TESTS, Artifacts, Difference, Resampling, compared_by, compared_by_penalty
from .metrics.surface import NAMES
from .readers.reading import Reading
from .scoring import penalty_of
from .settings import Settings

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from typing import Any

    from .core.document import Document
    from .report import Report

LEAST_SHARE = 0.5
"""So much of a translation must be aligned with the reference."""
MOST_CELLS = 10_000_000
"""Samples times stretches: sacrebleu holds about 100 bytes for each."""


class ComparisonError(TqcheckError):
    """Two translations that cannot be compared; the message says why."""


class Comparison(Record):
    """What two translations, ``a`` and ``b`` (their names), have for and against them.

    ``stretches`` is the number of parts into which both and the reference were cut, the same for all three. ``differences`` has one row for
    each metric, and one for the penalty. ``families`` has the findings of each family in ``a`` and in ``b``.
    """

    a: str
    b: str
    reference: str
    source: str | None
    language: str
    stretches: int
    differences: tuple[Difference, ...]
    families: Mapping[str, tuple[int, int]]
    resampling: Resampling

    def to_dict(self) -> dict[str, Any]:
        """The comparison as plain dicts, lists, strings and numbers: the JSON contract of docs/compare.md."""
        return {
            "a": self.a,
            "b": self.b,
            "reference": self.reference,
            "source": self.source,
            "language": self.language,
            "stretches": self.stretches,
            "test": self.resampling.to_dict(),
            "differences": [row.to_dict() | {"a": row.a.to_dict(), "b": row.b.to_dict()} for row in self.differences],
            "findings": {family: {"a": first, "b": second} for family, (first, second) in self.families.items()},
        }


def compare(
    a: str,
    b: str,
    *,
    reference: str,
    source: str | None = None,
    test: str = "bootstrap",
    samples: int | None = None,
    seed: int = SEED,
    **options: Any,
) -> Comparison:
    """Compare two translations of one text. ``options`` are those of a `Checker`; of its ``metrics`` only sacrebleu's can be compared.

    ``test``: ``bootstrap`` (paired bootstrap resampling) or ``randomisation`` (approximate randomisation), with so many ``samples``
    (default: 1000 and 10,000); the same ``seed``, from 1 on, gives the same result. Raises `SettingsError` for a wrong option, and
    `ComparisonError` if the texts cannot be aligned.
    """
    beside = Reading("<source>", source) if source is not None else None
    readings = Reading("<a>", a), Reading("<b>", b), Reading("<reference>", reference)
    return compare_readings(*readings, beside, settings=Settings.of(options), resampling=resampling(test, samples, seed))


def resampling(test: str, samples: int | None, seed: int) -> Resampling:
    """How to test, from what a user says; raises `SettingsError`."""
    if test not in TESTS:
        raise SettingsError(f"test is one of {', '.join(TESTS)}, not {quoted(test)}")
    for name, number in (("samples", samples), ("seed", seed)):
        if number is not None and not (type(number) is int and 1 <= number < 2**32):
            raise SettingsError(f"{name} is a whole number from 1 on, not {quoted(number)}")
    return Resampling(test, samples or SAMPLES[test], seed)


def compare_readings(
    a: Reading, b: Reading, reference: Reading, source: Reading | None = None, *, settings: Settings, resampling: Resampling
) -> Comparison:
    """Compare two files with translations; see `compare`."""
    for name in settings.metrics:
        if name not in NAMES:
            raise SettingsError(f"the metric {quoted(name)} is not compared, only {', '.join(NAMES)}")
    if settings.language is None:
        from .detection import detect

        settings = settings.replace(language=reference.language or detect(reference.text))
    checker = Checker.with_settings(settings.replace(metrics=()))
    one, other = (_Side(checker, each, reference, source) for each in (a, b))
    stretches = len(_common(one, other)) - 1
    _check_effort(stretches, resampling)
    differences = tuple(_differences(one, other, settings, resampling))
    beside = source.name if source else None
    language, families = settings.language or "", _families(one.report, other.report)
    return Comparison(a.name, b.name, reference.name, beside, language, stretches, differences, families, resampling)


def _differences(a: _Side, b: _Side, settings: Settings, resampling: Resampling) -> Iterator[Difference]:
    """A row for each metric that can be worked out, and one for the penalty."""
    cuts = _common(a, b)
    first, second = list(a.parts(cuts)), list(b.parts(cuts))
    texts = [part.stretch for part in first], [part.stretch for part in second]
    for name in settings.metrics:
        found = compared_by(name, *texts, settings.language or "", resampling)
        if found:
            yield found
    artifacts = [part.artifacts for part in first], [part.artifacts for part in second]
    yield compared_by_penalty(*artifacts, a.report.score.signature, resampling)


class _Part(Row):
    """What stands in one translation between two cuts: its text beside the reference's, and what was found in it."""

    stretch: Stretch
    artifacts: Artifacts


class _Side:
    """One translation, checked, and aligned with the reference."""

    def __init__(self, checker: Checker, reading: Reading, reference: Reading, source: Reading | None) -> None:
        self.document = checker.document_of(reading, source=source, reference=reference)
        self._check(reading.name, reference.name)
        self.report = checker.check_document(self.document)

    def _check(self, name: str, reference: str) -> None:
        alignment = self.document.alignments[Partner.REFERENCE]
        if alignment.problem or not len(self.document):
            raise ComparisonError(f"{name} cannot be compared with {reference}: {alignment.problem or 'there is no text'}")
        if alignment.share < LEAST_SHARE:
            raise ComparisonError(f"{name} cannot be compared with {reference}: only {alignment.share:.0%} of it can be aligned")

    @property
    def cuts(self) -> Mapping[int, int]:
        """Where both can be cut: the number of the reference's block behind the cut, and that of the translation's.

        What was added goes with what stands before it.
        """
        return {bead.partner_end: bead.end for bead in self.document.alignments[Partner.REFERENCE].beads}

    def parts(self, common: Sequence[int]) -> Iterator[_Part]:
        """What stands between the cuts; ``common`` are the numbers of the reference's blocks behind them, from its first on."""
        ends = self.cuts
        penalties, words = self._penalties(), self._words()
        reference = self.document.partners[Partner.REFERENCE]
        first = 0
        for before, after in pairwise(common):
            end = ends[after]
            stretch = Stretch(_joined(self.document, first, end), reference=_joined(reference, before, after))
            yield _Part(stretch, Artifacts(sum(penalties[first:end]), sum(words[first:end])))
            first = end

    def _penalties(self) -> list[float]:
        """What the findings in each block cost."""
        penalties = [0.0] * len(self.document)
        starts = [self.document.original(start) for start in self.document.blocks.starts]
        for finding in self.report.findings:
            penalties[max(0, bisect_right(starts, finding.start) - 1)] += penalty_of(finding)
        return penalties

    def _words(self) -> list[float]:
        """The words of each block; all together they are as many as the report counts."""
        counts = [len(passage.words) for passage in self.document.passages]
        unit = self.report.words / max(sum(counts), 1)
        return [unit * count for count in counts]


def _common(a: _Side, b: _Side) -> Sequence[int]:
    """The cuts that both have, as numbers of the reference's blocks, with its start."""
    return [0, *sorted((a.cuts.keys() & b.cuts.keys()) - {0})]


def _check_effort(stretches: int, resampling: Resampling) -> None:
    resamples = resampling.samples if resampling.name == "bootstrap" else SAMPLES["bootstrap"]
    if stretches * resamples > MOST_CELLS:
        most = max(1, MOST_CELLS // stretches)
        how = f"take at most {most:,} samples" if resampling.name == "bootstrap" else "compare it in parts"
        raise ComparisonError(f"{stretches:,} stretches are too many to be held in memory {resamples:,} times; {how}")


def _families(a: Report, b: Report) -> Mapping[str, tuple[int, int]]:
    counts = [report.score.by_family for report in (a, b)]
    return {family: (counts[0].get(family, 0), counts[1].get(family, 0)) for family in sorted(counts[0].keys() | counts[1].keys())}


def _joined(document: Document, first: int, end: int) -> str:
    return " ".join(document.block_text(number) for number in range(first, end))
