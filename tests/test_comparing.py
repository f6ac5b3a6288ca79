"""Two translations side by side, from the library and from the command."""

from __future__ import annotations

import json
import random
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

import tqcheck
from tqcheck.cli import main
from tqcheck.comparing import Comparison, ComparisonError, compare
from tqcheck.metrics.significance import PENALTY, Difference

SCHEMA = json.loads((Path(__file__).parents[1] / "docs" / "compare.schema.json").read_text("utf-8"))
WORDS = ["barley", "boat", "ferry", "gull", "harbour", "light", "mole", "net", "pilot", "quay", "rope", "sail", "tide", "wharf"]
PARAGRAPHS = 24


def sentences(seed: int = 3) -> list[str]:
    chance = random.Random(seed)
    return [f"The {' '.join(chance.sample(WORDS, 7))} was seen on day {number}." for number in range(PARAGRAPHS)]


def text(rows: list[str]) -> str:
    return "\n\n".join(rows)


REFERENCE = text(sentences())
GOOD = text([row.replace("was seen", "was noticed") for row in sentences()])
BAD = text([row.replace("was seen", "were spotted once").replace("The", "The the" if n % 2 else "A") for n, row in enumerate(sentences())])


def by_name(comparison: Comparison) -> dict[str, Difference]:
    return {row.name: row for row in comparison.differences}


def test_the_better_one_is_better_by_every_figure() -> None:
    comparison = compare(BAD, GOOD, reference=REFERENCE, language="en", samples=100, select=["doubled-word"])
    rows = by_name(comparison)
    assert list(rows) == ["BLEU", "chrF2++", "TER", PENALTY]
    for row in rows.values():
        assert (row.b.value > row.a.value) == row.higher_is_better
        assert row.p_value < 0.05
        assert row.a.low <= row.a.value <= row.a.high
    assert comparison.stretches == PARAGRAPHS
    assert comparison.families == {"repetition": (PARAGRAPHS // 2, 0)}


def test_the_figures_are_those_of_the_reports() -> None:
    report = tqcheck.check(BAD, reference=REFERENCE, language="en")
    rows = by_name(compare(BAD, GOOD, reference=REFERENCE, language="en", samples=20))
    assert report.metrics is not None
    assert {figure.name: figure.value for figure in report.metrics.document} == {name: rows[name].a.value for name in list(rows)[:3]}
    assert round(rows[PENALTY].a.value, 2) == report.score.penalty_per_1000_words
    assert rows[PENALTY].signature == f"{report.score.signature}|seed:12345|bs:20"


def test_equal_texts_do_not_differ() -> None:
    rows = by_name(compare(GOOD, GOOD, reference=REFERENCE, language="en", samples=20))
    assert {row.p_value for row in rows.values()} == {1}


def test_the_same_seed_gives_the_same_and_line_ends_do_not_matter() -> None:
    once = compare(BAD, GOOD, reference=REFERENCE, language="en", samples=30, seed=5, metrics=["chrf"])
    again = compare(BAD.replace("\n", "\r\n"), GOOD, reference=REFERENCE, language="en", samples=30, seed=5, metrics=["chrf"])
    assert once == again
    assert "seed:5" in once.differences[0].signature
    assert once != compare(BAD, GOOD, reference=REFERENCE, language="en", samples=30, seed=6, metrics=["chrf"])


def test_paragraphs_need_not_run_one_to_one() -> None:
    rows = sentences()
    joined = text([*rows[:4], f"{rows[4]} {rows[5]}", *rows[6:]])
    lacking = text([*rows[:14], *rows[15:]])
    comparison = compare(joined, lacking, reference=REFERENCE, language="en", samples=20)
    assert PARAGRAPHS - 3 <= comparison.stretches < PARAGRAPHS
    found = by_name(comparison)
    assert found["BLEU"].a.value == 100
    assert found["TER"].b.value == pytest.approx(100 / PARAGRAPHS, abs=1)


def test_randomisation_is_the_other_test() -> None:
    comparison = compare(BAD, GOOD, reference=REFERENCE, language="en", test="randomisation", samples=200, metrics=[])
    (row,) = comparison.differences
    assert row.p_value < 0.05
    assert row.signature.endswith("|seed:12345|ar:200|bs:1000")


def test_the_source_counts_too() -> None:
    source = text([f"Das Boot lag am Tag {number} am Kai." for number in range(PARAGRAPHS)])
    target = text([f"The boat lay at the quay on day {number}." for number in range(PARAGRAPHS)])
    asking = text([f"Did the boat lie at the quay on day {number}?" for number in range(PARAGRAPHS)])
    comparison = compare(asking, target, reference=target, source=source, language="en", source_language="de", samples=10, metrics=[])
    assert comparison.families["fidelity"] == (PARAGRAPHS, 0)
    assert comparison.source == "<source>"


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"test": "coin"}, "test is one of bootstrap, randomisation, not 'coin'"),
        ({"samples": 0}, "samples is a whole number from 1 on, not 0"),
        ({"seed": 0}, "seed is a whole number from 1 on, not 0"),
        ({"metrics": ["comet:x"]}, "the metric 'comet:x' is not compared, only bleu, chrf, ter"),
        ({"langauge": "en"}, "did you mean 'language'"),
    ],
)
def test_a_wrong_option_is_an_error_that_helps(options: dict[str, object], message: str) -> None:
    with pytest.raises(tqcheck.SettingsError, match=message):
        compare(GOOD, BAD, reference=REFERENCE, **options)  # type: ignore[arg-type]


def test_what_cannot_be_compared_is_an_error() -> None:
    for a, b, reference in (("", GOOD, REFERENCE), (GOOD, "", REFERENCE), (GOOD, BAD, "")):
        with pytest.raises(ComparisonError, match="cannot be compared with <reference>: "):
            compare(a, b, reference=reference, language="en")
    with pytest.raises(ComparisonError, match=r"24 stretches are too many .* take at most 416,666 samples"):
        compare(GOOD, BAD, reference=REFERENCE, language="en", samples=10**6)


class TestCommand:
    @pytest.fixture(autouse=True)
    def folder(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.chdir(tmp_path)
        for name, content in {"bad.txt": BAD, "good.txt": GOOD, "reference.txt": REFERENCE, "other.txt": "A word."}.items():
            Path(name).write_text(content, "utf-8")

    def test_for_people(self, capsys: pytest.CaptureFixture[str]) -> None:
        assert main(["compare", "bad.txt", "good.txt", "--reference", "reference.txt", "--language", "en", "--samples", "50"]) == 0
        lines = capsys.readouterr().out.splitlines()
        assert lines[:3] == ["A: bad.txt", "B: good.txt", "reference: reference.txt (24 stretches, en)"]
        assert [line.split()[0] for line in lines[5:9]] == ["BLEU", "chrF2++", "TER", "penalty"]
        assert "B is better by BLEU, chrF2++, TER and penalty per 1000 words (p < 0.05)." in lines
        assert "paired bootstrap resampling, 50 samples, seed 12345; in brackets 95 % intervals" in lines
        assert lines[-1].startswith("penalty per 1000 words: rules:")

    def test_for_programs(self, capsys: pytest.CaptureFixture[str]) -> None:
        command = [
            "compare",
            "bad.txt",
            "good.txt",
            "--reference",
            "reference.txt",
            "--metrics",
            "chrf",
            "--samples",
            "20",
            "--output-format",
            "json",
        ]
        assert main(command) == 0
        found = json.loads(capsys.readouterr().out)
        Draft202012Validator(SCHEMA).validate(found)
        assert (found["a"], found["b"], found["reference"], found["source"]) == ("bad.txt", "good.txt", "reference.txt", None)
        assert [row["name"] for row in found["differences"]] == ["chrF2++", PENALTY]
        assert found["findings"]["repetition"]["b"] == 0

    @pytest.mark.parametrize(
        ("arguments", "said"),
        [
            (["good.txt"], "compare takes two files and a reference"),
            (["good.txt", "bad.txt"], "compare takes two files and a reference"),
            (["good.txt", "lost.txt", "--reference", "reference.txt"], "lost.txt: "),
            (["good.txt", "bad.txt", "--reference", "reference.txt", "--seed", "-1"], "seed is a whole number from 1 on"),
            (["good.txt", "bad.txt", "--reference", "reference.txt", "--tset", "x"], "did you mean '--test'"),
        ],
    )
    def test_wrong_use_is_one_line_and_status_2(self, arguments: list[str], said: str, capsys: pytest.CaptureFixture[str]) -> None:
        assert main(["compare", *arguments]) == 2
        error = capsys.readouterr().err
        assert said in error
        assert error.count("\n") == 1
