"""Fit the numbers of ``tqcheck.calibration`` on annotated text: logistic regression with a ridge, by Newton's method."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from math import exp, log
from pathlib import Path
from typing import NamedTuple

import tqcheck
from tqcheck import calibration, lang
from tqcheck.core.document import Document
from tqcheck.core.rule import Rule
from tqcheck.core.run import run
from tqcheck.scoring import FITTED_FROM, near

from .annotated import annotated_texts
from .figures import calibration_error, reliability, reliability_svg, table
from .verdicts import read_verdicts

RIDGE = {"intercept": 0.5, "slope": 2.0, "near": 10.0, "family": 2.0}
START = {"slope": 1.0}
ROUNDS = 25
TARGET = Path(calibration.__file__)


class Case(NamedTuple):
    """A finding of one text: its estimate's logit, how many others are near, its family, and whether a mark confirms it."""

    text: str
    logit: float
    near: int
    family: str
    confirmed: bool


def cases(data: Path) -> list[Case]:
    """The findings in the annotated texts, confirmed by marks, and those in human text that have a verdict."""
    rules = tqcheck.Checker(language="en").rules
    found = []
    for text in annotated_texts(data):
        for finding, around in _estimates(text.text, rules):
            found.append(_case(text.name, finding, around, confirmed=text.confirms(finding)))
    verdicts = read_verdicts()
    for path in sorted((data / "human/en").glob("*.txt")):
        for finding, around in _estimates(path.read_text("utf-8"), rules):
            verdict = verdicts.get((path.stem, finding.start, finding.rule))
            if verdict is not None:
                found.append(_case(path.stem, finding, around, confirmed=verdict))
    return found


def _estimates(text: str, rules: Sequence[Rule]) -> list[tuple[tqcheck.Finding, int]]:
    """The findings whose estimate is fitted, and how many others are near each."""
    findings = [f for f in run(rules, Document.from_text(text, lang.load("en"))) if f.score >= FITTED_FROM]
    starts = [finding.start for finding in findings]
    return [(finding, near(starts, finding.start)) for finding in findings]


def _case(text: str, finding: tqcheck.Finding, around: int, *, confirmed: bool) -> Case:
    estimate = min(finding.score, 0.99)
    return Case(text, log(estimate / (1 - estimate)), around, finding.family, confirmed)


class Model:
    """The coefficients by name: intercept, slope, near and each family."""

    def __init__(self, families: Sequence[str]) -> None:
        self.names = ["intercept", "slope", "near", *families]
        self.values = [START.get(name, 0.0) for name in self.names]

    def features(self, case: Case) -> list[float]:
        """The case as numbers, in the order of the names."""
        return [1.0, case.logit, float(case.near), *(float(case.family == name) for name in self.names[3:])]

    def probability(self, case: Case) -> float:
        """The model's claim for the case."""
        total = sum(value * feature for value, feature in zip(self.values, self.features(case), strict=True))
        return 1 / (1 + exp(-max(min(total, 30.0), -30.0)))

    def fit(self, training: Sequence[Case]) -> None:
        """Newton's method; the ridge pulls each coefficient to where it started."""
        size = len(self.names)
        prior = [START.get(name, 0.0) for name in self.names]
        ridge = [RIDGE.get(name, RIDGE["family"]) for name in self.names]
        for _ in range(ROUNDS):
            gradient = [ridge[i] * (self.values[i] - prior[i]) for i in range(size)]
            hessian = [[ridge[i] * (i == j) for j in range(size)] for i in range(size)]
            for case in training:
                row, claim = self.features(case), self.probability(case)
                weight = claim * (1 - claim)
                for i in range(size):
                    gradient[i] += (claim - case.confirmed) * row[i]
                    for j in range(size):
                        hessian[i][j] += weight * row[i] * row[j]
            step = solved(hessian, gradient)
            self.values = [value - change for value, change in zip(self.values, step, strict=True)]


def solved(matrix: list[list[float]], right: list[float]) -> list[float]:
    """The solution of a linear system, by Gauss–Jordan elimination with pivots."""
    size = len(right)
    rows = [[*row, value] for row, value in zip(matrix, right, strict=True)]
    for i in range(size):
        pivot = max(range(i, size), key=lambda k: abs(rows[k][i]))
        rows[i], rows[pivot] = rows[pivot], rows[i]
        rows[i] = [value / rows[i][i] for value in rows[i]]
        for k in range(size):
            if k != i:
                rows[k] = [a - rows[k][i] * b for a, b in zip(rows[k], rows[i], strict=True)]
    return [row[-1] for row in rows]


def left_out(found: Sequence[Case]) -> list[tuple[float, bool]]:
    """Claim and truth of each case, by a model that has not seen its text."""
    families = sorted({case.family for case in found})
    pairs = []
    for name in sorted({case.text for case in found}):
        model = Model(families)
        model.fit([case for case in found if case.text != name])
        pairs += [(model.probability(case), case.confirmed) for case in found if case.text == name]
    return pairs


def measured(data: Path) -> tuple[str, str]:
    """The reliability of the claims, each text judged by a model that has not seen it: as Markdown, and drawn as SVG."""
    found = cases(data)
    pairs = left_out(found)
    annotated = {text.name for text in annotated_texts(data)}
    order = [case.text in annotated for name in sorted({case.text for case in found}) for case in found if case.text == name]
    marked = [pair for pair, is_annotated in zip(pairs, order, strict=True) if is_annotated]
    raw = [(1 / (1 + exp(-case.logit)), case.confirmed) for case in found]
    rows = reliability(pairs)
    words = (
        f"Expected calibration error, each text judged by a model fitted on the others: {calibration_error(pairs):.3f} on all "
        f"{len(pairs)} findings with a verdict, {calibration_error(marked):.3f} on the {len(marked)} in annotated texts "
        f"({calibration_error(raw):.3f} before calibration)."
    )
    shown = [(f"{claimed:.2f}", f"{true:.2f}", count) for claimed, true, count in rows]
    return words + "\n\n" + table(("claimed", "confirmed", "findings"), shown), reliability_svg(rows)


def write(data: Path) -> None:
    """Fit on all texts and write the module that the product reads."""
    found = cases(data)
    model = Model(sorted({case.family for case in found}))
    model.fit(found)
    intercept, slope, around, *families = (round(value, 3) for value in model.values)
    lines = ",\n".join(f'    "{name}": {value}' for name, value in zip(model.names[3:], families, strict=True))
    head = (calibration.__doc__ or "").rpartition("\n\n")[0]
    provenance = (
        f"Fitted {date.today().isoformat()} with tqcheck {tqcheck.__version__} on {len(found)} findings in "
        f"{len({case.text for case in found})} texts."
    )
    TARGET.write_text(
        f'"""{head}\n\n{provenance}\n"""\n\n'
        f"INTERCEPT = {intercept}\nSLOPE = {slope}\nNEAR = {around}\nFAMILY: dict[str, float] = {{\n{lines},\n}}\n",
        "utf-8",
    )
