"""Findings in text that people wrote, and what a reader of the language says of a sample of them."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path

import regex

import tqcheck

DATA = Path(__file__).parents[3] / "shared" / "data" / "human"
VERDICTS = Path(__file__).with_name("verdicts.tsv")
_UNSPACED = regex.compile(r"[\p{Han}\p{Hiragana}\p{Katakana}]")
Row = tuple[str, int, int, str, int, int, int]


def words_in(text: str) -> int:
    """The words that white space parts; of a script without spaces two letters count as one."""
    letters = len(_UNSPACED.findall(text))
    return len(_UNSPACED.sub(" ", text).split()) + letters // 2


def rows(code: str, data: Path = DATA) -> Iterator[Row]:
    """Words, findings, findings per 1000 words and the verdicts on the sample; nothing where there is no text of the language."""
    folder = data / ("zh" if code == "zh-Hans" else code)
    texts = [(path.stem, path.read_text("utf-8")) for path in sorted(folder.glob("*.txt"))]
    if not texts:
        return
    checker, verdicts = tqcheck.Checker(language=code), _verdicts(code)
    found = [(name, finding) for name, text in texts for finding in checker.check(text).findings]
    words = sum(words_in(text) for _, text in texts)
    judged = [verdicts.get((name, finding.start, finding.rule)) for name, finding in found]
    rate = f"{1000 * len(found) / max(words, 1):.2f}"
    yield code, words, len(found), rate, judged.count(True), judged.count(False), judged.count(None)


def _verdicts(code: str) -> dict[tuple[str, int, str], bool]:
    """Whether a finding is a true fault, by text, place and rule."""
    if not VERDICTS.is_file():
        return {}
    lines = csv.DictReader(VERDICTS.read_text("utf-8").splitlines(), delimiter="\t")
    return {(row["text"], int(row["start"]), row["rule"]): row["verdict"] == "fault" for row in lines if row["language"] == code}
