"""Accuracy on annotated text: precision by rule and family, recall by mark type, false alarms on human text."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import tqcheck

from .figures import share, table, wilson
from .verdicts import read_verdicts

EXPECTED = frozenset(
    [
        "quote-boundary",
        "quote-mark",
        "parenthetical",
        "duplicate-gloss",
        "repeated-phrase",
        "spacing-punctuation",
        "casing",
        "fragment",
        "missing-terminal",
        "boilerplate",
        "untranslated",
    ]
)
"""The mark types that a checker without a language model is expected to find."""
SLACK = 1


@dataclass(frozen=True, slots=True)
class Mark:
    """A reviser's mark; ``strong`` if both revisers set it."""

    start: int
    end: int
    type: str
    strong: bool

    def touches(self, start: int, end: int) -> bool:
        """True if a finding touches the mark, give or take a character."""
        return start < self.end + SLACK and self.start - SLACK < end


@dataclass(frozen=True, slots=True)
class Annotated:
    """A text with revisers' marks."""

    name: str
    text: str
    marks: tuple[Mark, ...]

    def confirms(self, finding: tqcheck.Finding) -> bool:
        """True if any mark touches the finding."""
        return any(mark.touches(finding.start, finding.end) for mark in self.marks)


def annotated_texts(data: Path) -> Iterator[Annotated]:
    """The specimen and the natural texts."""
    pairs = [(data / "specimen/article.txt", data / "specimen/gold.jsonl")]
    pairs += [(path, path.with_suffix(".gold.jsonl")) for path in sorted((data / "natural").glob("*.txt"))]
    for path, gold in pairs:
        rows = [json.loads(line) for line in gold.read_text("utf-8").splitlines() if line.strip()]
        marks = tuple(Mark(row["start"], row["end"], row["type"], row["strong"]) for row in rows)
        yield Annotated(path.stem, path.read_text("utf-8"), marks)


def measured(data: Path, checker: tqcheck.Checker) -> tuple[str, dict[str, dict[str, float]]]:
    """All tables as Markdown, and the figures of each rule."""
    texts = list(annotated_texts(data))
    found = [(text, checker.check(text.text).findings) for text in texts]
    human = {path.stem: path.read_text("utf-8") for path in sorted((data / "human/en").glob("*.txt"))}
    reported = {name: checker.check(text).findings for name, text in human.items()}
    alarms = {name: Counter(finding.rule for finding in findings) for name, findings in reported.items()}
    words = sum(len(text.split()) for text in human.values())
    rules = _by_rule(found, alarms, words)
    parts = [
        "## By rule\n\n" + table(("rule", "findings", "confirmed", "precision", "95 % interval", "per 1000 human words"), rules),
        "## By family\n\n" + _by_family(found),
        "## Recall by type of mark\n\n" + _by_type(found),
        "## Human text\n\n" + _human(human, reported),
    ]
    figures = {row[0]: {"findings": row[1], "confirmed": row[2], "per_1000_human_words": float(row[5])} for row in rules}
    return "\n\n".join(parts), figures


def _human(texts: Mapping[str, str], reported: Mapping[str, Sequence[tqcheck.Finding]]) -> str:
    """Findings in human text, and what a person says of them: only noise is a false alarm."""
    verdicts = read_verdicts()
    rows = []
    for name, findings in reported.items():
        words = len(texts[name].split())
        judged = [verdicts.get((name, finding.start, finding.rule)) for finding in findings]
        noise = judged.count(False)
        rate = (f"{1000 * len(findings) / words:.2f}", judged.count(True), noise, judged.count(None), f"{1000 * noise / words:.2f}")
        rows.append((name, words, len(findings), *rate))
    return table(("text", "words", "findings", "per 1000 words", "true faults", "noise", "not judged", "noise per 1000 words"), rows)


Found = Sequence[tuple[Annotated, Sequence[tqcheck.Finding]]]


def _precision_row(name: str, found: Found, key: str) -> tuple[str, int, int, str, str]:
    ours = [(text, finding) for text, findings in found for finding in findings if getattr(finding, key) == name]
    good = sum(text.confirms(finding) for text, finding in ours)
    low, high = wilson(good, len(ours))
    return name, len(ours), good, f"{good / len(ours):.2f}" if ours else "–", f"{low:.2f}–{high:.2f}" if ours else "–"


def _by_rule(found: Found, alarms: dict[str, Counter[str]], words: int) -> list[tuple[str, int, int, str, str, str]]:
    on_human = sum(alarms.values(), Counter[str]())
    names = sorted({finding.rule for _, findings in found for finding in findings} | set(on_human))
    return [(*_precision_row(name, found, "rule"), f"{1000 * on_human[name] / words:.3f}") for name in names]


def _by_family(found: Found) -> str:
    names = sorted({finding.family for _, findings in found for finding in findings})
    return table(
        ("family", "findings", "confirmed", "precision", "95 % interval"), [_precision_row(name, found, "family") for name in names]
    )


def _by_type(found: Found) -> str:
    hit: Counter[str] = Counter()
    want: Counter[str] = Counter()
    for text, findings in found:
        for mark in text.marks:
            if mark.strong:
                want[mark.type] += 1
                hit[mark.type] += any(mark.touches(finding.start, finding.end) for finding in findings)
    rows = [(kind, "yes" if kind in EXPECTED else "no", share(hit[kind], want[kind])) for kind in sorted(want)]
    total = share(sum(hit[kind] for kind in EXPECTED), sum(want[kind] for kind in EXPECTED))
    return table(("mark", "expected", "recall"), [*rows, ("**all expected**", "", total)])
