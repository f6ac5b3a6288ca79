"""Accuracy on planted faults: how many of each kind are found, and what is reported on the clean texts themselves."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

import tqcheck
from tqcheck.planting import PLANTERS, inject

from .figures import share, table

CLEAN = Path(__file__).parent.parent / "clean"
SEEDS = range(3)


class Count(NamedTuple):
    """Of ``all`` planted faults, how many any rule found, and how many the rule that is named for them."""

    found: int
    own: int
    all: int


def counts(checker: tqcheck.Checker) -> dict[str, Count]:
    """For each kind of fault that can be planted, by the name of its rule."""
    texts = _texts()
    return {rule: _count(rule, texts, checker) for planters in PLANTERS.values() for rule in planters}


def measured(checker: tqcheck.Checker, found: Mapping[str, Count]) -> str:
    """The tables of planted faults and of the clean texts as Markdown."""
    families = {rule: family for family, planters in PLANTERS.items() for rule in planters}
    rows = [(rule, families[rule], share(count.found, count.all), share(count.own, count.all)) for rule, count in found.items()]
    clean = [(name, len(text.split()), len(checker.check(text).findings)) for name, text in _texts().items()]
    return "\n\n".join(
        [
            "## Planted faults\n\n" + table(("fault", "family", "found", "by the rule itself"), rows),
            "## The clean texts\n\n" + table(("text", "words", "findings"), clean),
        ]
    )


def _texts() -> dict[str, str]:
    return {path.stem: path.read_text("utf-8") for path in sorted(CLEAN.glob("*.txt"))}


def _count(rule: str, texts: Mapping[str, str], checker: tqcheck.Checker) -> Count:
    found = own = every = 0
    for text in texts.values():
        for seed in SEEDS:
            planted = inject(text, rules=[rule], share=0.5, seed=seed)
            findings = checker.check(planted.text).findings
            for plant in planted.gold:
                touching = [finding for finding in findings if finding.start <= plant.end and plant.start <= finding.end]
                every += 1
                found += bool(touching)
                own += any(finding.rule == rule for finding in touching)
    return Count(found, own, every)
