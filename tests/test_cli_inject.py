"""``tqcheck inject``."""

from __future__ import annotations

import json
from io import BytesIO, TextIOWrapper
from pathlib import Path

import pytest

from tqcheck.cli import main

CLEAN = "The old harbour was closed for a week, and nobody in the town knew why.\n\nThe council met on Monday to talk about it.\n"


def test_the_planted_text_and_its_gold(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text, gold = tmp_path / "clean.txt", tmp_path / "gold.jsonl"
    text.write_text(CLEAN, "utf-8")
    assert main(["inject", str(text), "--rules", "doubled-word", "--seed", "4", "--gold", str(gold)]) == 0
    planted = capsys.readouterr().out
    rows = [json.loads(line) for line in gold.read_text("utf-8").splitlines()]
    assert len(rows) == 2
    for row in rows:
        first, second = planted[row["start"] : row["end"]].split()
        assert first == second
        assert row["rule"] == "doubled-word"
        assert row["family"] == "repetition"


def test_the_same_seed_gives_the_same_text(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = tmp_path / "clean.txt"
    text.write_text(CLEAN, "utf-8")
    outputs = []
    for seed in ("1", "1", "2"):
        assert main(["inject", str(text), "--seed", seed]) == 0
        outputs.append(capsys.readouterr().out)
    assert outputs[0] == outputs[1] != outputs[2]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ([], "no file given"),
        (["missing.txt"], "missing.txt"),
        (["-", "--share", "3"], "from 0 to 1"),
        (["-", "--rules", "doubled-wort"], "did you mean 'doubled-word'"),
        (["-", "--sead", "3"], "did you mean '--seed'"),
    ],
)
def test_wrong_use_is_one_line_that_helps(
    arguments: list[str], said: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("sys.stdin", TextIOWrapper(BytesIO(CLEAN.encode())))
    assert main(["inject", *arguments]) == 2
    error = capsys.readouterr().err
    assert said in error
    assert error.count("\n") == 1


def test_a_gold_file_that_cannot_be_written_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = tmp_path / "clean.txt"
    text.write_text(CLEAN, "utf-8")
    assert main(["inject", str(text), "--gold", str(tmp_path / "no" / "gold.jsonl")]) == 2
    assert "cannot write" in capsys.readouterr().err
