"""Planted faults of each family in the clean text of a language: how many any rule finds."""

from __future__ import annotations

from collections import Counter
from itertools import product
from pathlib import Path

import tqcheck
from tqcheck.planting import PLANTERS, inject

from .human import words_in

CLEAN = Path(__file__).parent.parent / "clean"
SEEDS = range(4)
NONE = (0, 0)


def counts(code: str, *, show_missed: bool = False) -> dict[str, tuple[int, int]]:
    """For each family, how many of its faults were found, and how many were planted."""
    checker, texts = tqcheck.Checker(language=code), _texts(code)
    found: Counter[str] = Counter()
    every: Counter[str] = Counter()
    for family, planters in PLANTERS.items():
        for rule in planters:
            for text, seed in product(texts, SEEDS):
                hits, missed = _planted(checker, text, code, rule, seed)
                found[family] += hits
                every[family] += hits + len(missed)
                for stretch in missed if show_missed else ():
                    print(f"{code} {rule}: {stretch}")
    return {family: (found[family], every[family]) for family in PLANTERS}


def clean(code: str) -> tuple[int, int]:
    """The words of the clean texts, and the findings in them."""
    checker = tqcheck.Checker(language=code)
    return sum(map(words_in, _texts(code))), sum(len(checker.check(text).findings) for text in _texts(code))


def _planted(checker: tqcheck.Checker, text: str, code: str, rule: str, seed: int) -> tuple[int, list[str]]:
    planted = inject(text, language=code, rules=[rule], share=0.5, seed=seed)
    findings = checker.check(planted.text).findings
    missed = [
        planted.text[max(0, plant.start - 20) : plant.end + 20].replace("\n", "⏎")
        for plant in planted.gold
        if not any(finding.start <= plant.end and plant.start <= finding.end for finding in findings)
    ]
    return len(planted.gold) - len(missed), missed


def _texts(code: str) -> list[str]:
    """The clean texts of a language; those of English stand beside the folders."""
    return [path.read_text("utf-8") for path in sorted((CLEAN / code).glob("*.txt"))]
