"""Accuracy on planted faults: how many of each kind are found, and what is reported on the clean texts themselves."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import tqcheck
from tqcheck.planting import PLANTERS, inject

from .figures import share, table

CLEAN = Path(__file__).parent.parent / "clean"
SEEDS = range(3)


def measured(checker: tqcheck.Checker) -> str:
    """Both tables as Markdown."""
    texts = {path.stem: path.read_text("utf-8") for path in sorted(CLEAN.glob("*.txt"))}
    rows = [_row(family, rule, texts, checker) for family, planters in PLANTERS.items() for rule in planters]
    clean = [(name, len(text.split()), len(checker.check(text).findings)) for name, text in texts.items()]
    return "\n\n".join(
        [
            "## Planted faults\n\n" + table(("fault", "family", "found", "by the rule itself"), rows),
            "## The clean texts\n\n" + table(("text", "words", "findings"), clean),
        ]
    )


def _row(family: str, rule: str, texts: dict[str, str], checker: tqcheck.Checker) -> tuple[str, str, str, str]:
    count: Counter[str] = Counter()
    for text in texts.values():
        for seed in SEEDS:
            planted = inject(text, rules=[rule], share=0.5, seed=seed)
            findings = checker.check(planted.text).findings
            for plant in planted.gold:
                touching = [finding for finding in findings if finding.start <= plant.end and plant.start <= finding.end]
                count["all"] += 1
                count["found"] += bool(touching)
                count["own"] += any(finding.rule == rule for finding in touching)
    return rule, family, share(count["found"], count["all"]), share(count["own"], count["all"])
