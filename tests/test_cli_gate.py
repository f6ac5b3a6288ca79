"""The gate: what makes a run fail, and the last line that says why."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tqcheck.cli import main

GLOSS = "The mayor, Hanne Lund (Hanne Lund), came home.\n"  # major
DOUBLED = "They walked to the the harbour.\n"  # minor
CLEAN = "The harbour was quiet, and nobody had noticed that the lamps were out.\n"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    for name, text in {"major.txt": GLOSS, "minor.txt": DOUBLED, "clean.txt": CLEAN}.items():
        (tmp_path / name).write_text(text, "utf-8")
    return tmp_path


@pytest.mark.parametrize(
    ("arguments", "status", "last"),
    [
        (["major.txt"], 1, "Failed: 1 finding."),
        (["major.txt", "minor.txt"], 1, "Failed: 2 findings."),
        (["clean.txt", "--fail-on", "neutral"], 0, "Passed: nothing found."),
        (["minor.txt", "--fail-on", "major"], 0, "Passed: no finding of severity major or worse (1 milder one)."),
        (["major.txt", "minor.txt", "--fail-on", "major"], 1, "Failed: 1 finding of severity major or worse (1 milder one)."),
        (["major.txt", "--fail-on", "critical"], 0, "Passed: no finding of severity critical (1 milder one)."),
        (["minor.txt", "lost.txt"], 2, "Failed: 1 file could not be read; 1 finding."),
        (["clean.txt", "lost.txt", "--fail-on", "major"], 2, "Failed: 1 file could not be read."),
    ],
)
def test_severities(arguments: list[str], status: int, last: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", *arguments]) == status
    assert capsys.readouterr().out.splitlines()[-1] == last


def test_a_clean_run_without_a_gate_says_no_more_than_before(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "clean.txt"]) == 0
    assert capsys.readouterr().out.startswith("clean.txt: nothing found in 13 words")


class TestPenalty:
    def test_it_is_that_of_all_files_and_takes_the_place_of_any_finding(self, capsys: pytest.CaptureFixture[str]) -> None:
        main(["check", ".", "--output-format", "json"])
        share = json.loads(capsys.readouterr().out)["summary"]["score"]["penalty_per_1000_words"]
        assert main(["check", ".", "--max-penalty", str(share + 0.1)]) == 0
        last = capsys.readouterr().out.splitlines()[-1]
        assert last == f"Passed: a penalty of {share:.2f} per 1000 words over all files, at most {share + 0.1:g} allowed."
        assert main(["check", ".", "--max-penalty", str(share - 0.1)]) == 1
        assert capsys.readouterr().out.splitlines()[-1].startswith(f"Failed: a penalty of {share:.2f} per 1000 words")

    def test_with_severities_both_must_pass(self, capsys: pytest.CaptureFixture[str]) -> None:
        assert main(["check", "minor.txt", "--max-penalty", "1000", "--fail-on", "minor"]) == 1
        assert capsys.readouterr().out.splitlines()[-1] == "Failed: 1 finding of severity minor or worse."
        assert main(["check", "minor.txt", "--max-penalty", "0", "--fail-on", "major"]) == 1

    def test_nothing_to_read_is_no_penalty(self, folder: Path) -> None:
        (folder / "empty.txt").write_text("")
        assert main(["check", "empty.txt", "--max-penalty", "0"]) == 0


class TestNoWorseThan:
    def test_counts_by_family(self, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        assert main(["baseline", "major.txt", "--output", "known.json"]) == 0
        assert main(["check", "major.txt", "--no-worse-than", "known.json"]) == 0
        assert capsys.readouterr().out.splitlines()[-1] == "Passed: in no family more findings than in known.json."
        (folder / "major.txt").write_text(DOUBLED)
        assert main(["check", "major.txt", "--no-worse-than", "known.json"]) == 0, "another finding of the same family"
        (folder / "more.txt").write_text("The captain waited. He said “no.\n\nThe chemist said nothing.\n", "utf-8")
        assert main(["check", "more.txt", "major.txt", "minor.txt", "--no-worse-than", "known.json"]) == 1
        last = capsys.readouterr().out.splitlines()[-1]
        assert last == "Failed: more findings than in known.json: quotes 1 instead of 0, repetition 2 instead of 1."

    def test_what_a_baseline_hides_counts(self) -> None:
        main(["baseline", "minor.txt", "major.txt", "--output", "all.json"])
        main(["baseline", "minor.txt", "--output", "one.json"])
        command = ["check", "minor.txt", "major.txt", "--baseline", "all.json", "--no-worse-than"]
        assert main([*command, "all.json"]) == 0
        assert main([*command, "one.json"]) == 1

    def test_a_file_that_is_none(self, capsys: pytest.CaptureFixture[str]) -> None:
        assert main(["check", "minor.txt", "--no-worse-than", "lost.json"]) == 2
        captured = capsys.readouterr()
        assert captured.out == ""
        assert captured.err.startswith("tqcheck: lost.json: no such file or directory")


@pytest.mark.parametrize("word", ["-1", "nan", "inf", "much"])
def test_a_penalty_that_cannot_be(word: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "minor.txt", f"--max-penalty={word}"]) == 2
    assert capsys.readouterr() == ("", f"tqcheck: --max-penalty: a number of 0 or more is wanted, not {word!r}\n")


def test_the_outcome_is_in_the_json(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "tqcheck.toml").write_text("max-penalty = 0\n")
    assert main(["check", "minor.txt", "--output-format", "json"]) == 1
    outcome = json.loads(capsys.readouterr().out)["summary"]["outcome"]
    assert outcome["failed"] is True
    assert outcome["why"].startswith("Failed: a penalty of ")
    assert (outcome["notes"], outcome["left_out"]) == ([], {})
