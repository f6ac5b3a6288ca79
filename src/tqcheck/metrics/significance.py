"""Whether a difference between two translations is more than chance: sacrebleu's paired tests, for its metrics and for the penalty."""

from __future__ import annotations

import os
from contextlib import contextmanager
from threading import Lock

from ..core.record import Record, Row
from .figures import Stretch, rounded
from .surface import is_short, metric_of, paired_test

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from typing import Any

TESTS = {"bootstrap": "bs", "randomisation": "ar"}
"""Paired bootstrap resampling (Koehn 2004) and approximate randomisation (Riezler and Maxwell 2005), as sacrebleu calls them."""
SAMPLES = {"bootstrap": 1000, "randomisation": 10_000}
"""The numbers of samples that sacrebleu takes by default."""
SEED = 12345
"""sacrebleu's own."""
PENALTY = "penalty per 1000 words"
_ENVIRONMENT = "SACREBLEU_SEED"
_LOCK = Lock()


class Resampling(Record):
    """How a difference is tested: ``name`` of `TESTS`, the number of ``samples``, and a ``seed`` from 1 on."""

    name: str = "bootstrap"
    samples: int = SAMPLES["bootstrap"]
    seed: int = SEED


class Side(Record):
    """One translation's figure: ``value``, and ``low`` to ``high``, where 95 of 100 resampled texts lie around their mean."""

    value: float
    low: float
    high: float


class Difference(Record):
    """A figure of two translations, and how probable such a difference or a greater one is by chance alone (``p_value``, 0 to 1).

    Of equal figures it is 1; sacrebleu's tests give their least value for them.
    ``blocks`` is the number of stretches that it was made of, ``signature`` says how.
    """

    name: str
    a: Side
    b: Side
    p_value: float
    higher_is_better: bool
    blocks: int
    signature: str


class Artifacts(Row):
    """What the findings in a stretch cost, and how many words it has."""

    penalty: float
    words: float


def compared_by(name: str, a: Sequence[Stretch], b: Sequence[Stretch], language: str, test: Resampling) -> Difference | None:
    """One of sacrebleu's metrics for two translations of the same stretches; None if it can be worked out for none of them."""
    fit = [number for number in range(len(a)) if name != "ter" or (is_short(a[number], language) and is_short(b[number], language))]
    if not fit:
        return None
    rows = [[side[number].text for number in fit] for side in (a, b)]
    references = [a[number].reference or "" for number in fit]
    return _tested(rows, metric_of(name, language), references, test, higher_is_better=name != "ter")


def compared_by_penalty(a: Sequence[Artifacts], b: Sequence[Artifacts], signature: str, test: Resampling) -> Difference:
    """The penalty per 1000 words of two translations of the same stretches."""
    return _tested([a, b], _Penalty(signature), [""] * len(a), test, higher_is_better=False)


def _tested(
    rows: Sequence[Sequence[Any]], metric: Any, references: Sequence[str], test: Resampling, *, higher_is_better: bool
) -> Difference:
    with _seeded(test.seed):
        signatures, results = paired_test([("A", rows[0]), ("B", rows[1])], metric, references, TESTS[test.name], test.samples)
    ((name, signature),) = signatures.items()
    a, b = results[name]
    p_value = 1.0 if a.score == b.score else rounded(b.p_value)
    most = 100.0 if higher_is_better else None
    return Difference(name, _side(a, most), _side(b, most), p_value, higher_is_better, len(references), signature.format())


def _side(result: Any, most: float | None) -> Side:
    """sacrebleu's interval is as wide below the mean as above it, and may leave the range of the metric."""
    high = result.mean + result.ci
    return Side(rounded(result.score), rounded(max(0.0, result.mean - result.ci)), rounded(high if most is None else min(most, high)))


@contextmanager
def _seeded(seed: int) -> Iterator[None]:
    """sacrebleu takes its seed from the environment alone."""
    with _LOCK:
        before = os.environ.get(_ENVIRONMENT)
        os.environ[_ENVIRONMENT] = str(seed)
        try:
            yield
        finally:
            if before is None:
                del os.environ[_ENVIRONMENT]
            else:
                os.environ[_ENVIRONMENT] = before


class _Penalty:
    """The artifact penalty with the methods by which sacrebleu's tests ask a metric; its rows are `Artifacts`."""

    def __init__(self, signature: str) -> None:
        self._signature = _Signature(signature)

    def get_signature(self) -> _Signature:
        return self._signature

    def _extract_corpus_statistics(self, rows: Sequence[Artifacts], _references: object) -> list[list[float]]:
        return [[row.penalty, row.words] for row in rows]

    def _aggregate_and_compute(self, rows: Any) -> _Value:
        return self._compute_score_from_stats([sum(row[0] for row in rows), sum(row[1] for row in rows)])

    def _compute_score_from_stats(self, row: Any) -> _Value:
        return _Value(PENALTY, 1000 * float(row[0]) / max(float(row[1]), 1.0))


class _Value(Row):
    name: str
    score: float


class _Signature:
    def __init__(self, text: str) -> None:
        self._text = text
        self._more: dict[str, object] = {}

    def update(self, key: str, value: object) -> None:
        self._more[key] = value

    def format(self) -> str:
        return "|".join([self._text, *(f"{key}:{value}" for key, value in self._more.items())])
