"""Fit the weights of src/tqcheck/bilingual/relatedness.py, and say how well each language is judged by the others.

usage: python -m benchmarks.lexicon.relatedness PAIRS

PAIRS is a file of rows: language, source, English text, and 1 if that text translates another source or 0 if it translates this
one, parted by tabs. Needs numpy. Prints weights in the order of `Signs.features`, and for some log-odds what share of the
wrong pairs, and of the right ones, lies above.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import numpy as np

from tqcheck.bilingual.signs import signs

PENALTY = 1.0
ROUNDS = 60
SHOWN = (1.0, 1.5, 2.0, 2.5, 3.0)


def main(pairs: Path) -> None:
    """Print the weights and the table."""
    rows = [line.split("\t") for line in pairs.read_text(encoding="utf-8").splitlines()]
    judged = [(row[0], found.features(), int(row[3])) for row in rows if (found := signs(row[2], row[1], row[0]))]
    languages = np.array([language for language, _, _ in judged])
    values, wrong = np.array([found for _, found, _ in judged]), np.array([label for _, _, label in judged], dtype=float)
    odds = np.zeros(len(judged))
    for language in sorted(set(languages)):
        held = languages == language
        bias, weights = fit(values[~held], wrong[~held])
        odds[held] = bias + values[held] @ weights
    print(f"{len(rows)} pairs, {len(judged)} judged")
    for language in sorted(set(languages)):
        held = languages == language
        shares = (
            f"{threshold}: {_above(odds, held & (wrong == 1), threshold)}/{_above(odds, held & (wrong == 0), threshold)}"
            for threshold in SHOWN
        )
        print(language, *shares)
    bias, weights = fit(values, wrong)
    print(f"BIAS = {bias:.2f}\nWEIGHTS = ({', '.join(f'{weight:.2f}' for weight in weights)})")


def fit(values: Any, wrong: Any) -> tuple[float, Any]:
    """(bias, weights) of a logistic regression with a penalty on squared weights of standardised values, by Newton's method."""
    mean, spread = values.mean(0), values.std(0) + 1e-9
    inputs = np.c_[np.ones(len(values)), (values - mean) / spread]
    found = np.zeros(inputs.shape[1])
    penalties = PENALTY * np.r_[0.0, np.ones(len(found) - 1)]
    for _ in range(ROUNDS):
        odds = 1 / (1 + np.exp(-inputs @ found))
        curvature = (inputs * (odds * (1 - odds))[:, None]).T @ inputs + np.diag(penalties) + 1e-9 * np.eye(len(found))
        found += np.linalg.solve(curvature, inputs.T @ (wrong - odds) - penalties * found)
    weights = found[1:] / spread
    return float(found[0] - (weights * mean).sum()), weights


def _above(odds: Any, which: Any, threshold: float) -> str:
    return f"{(odds[which] > threshold).mean():.3f}" if which.any() else "-"


if __name__ == "__main__":
    main(Path(sys.argv[1]))
