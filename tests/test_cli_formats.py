"""Formats on the command line: chosen by name, by option or by configuration; places and repairs of the raw file in every report."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tqcheck.cli import main

MARKUP = "# Title\n\nThe **mayor** left the the harbour &amp; the town.\n\n```\nthe the\n```\n"
OPTIONS = ["--language", "en", "--isolated", "--no-cache"]


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.md").write_text(MARKUP, "utf-8")
    return tmp_path


def checked(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    main(["check", *arguments])
    return capsys.readouterr().out


def test_the_name_of_a_file_tells_its_format(capsys: pytest.CaptureFixture[str]) -> None:
    assert checked(capsys, ".", "--output-format", "concise", *OPTIONS).splitlines() == [
        "./a.md:3:20: doubled-word “the” is said twice. [0.99]"
    ]


def test_a_folder_does_not_stand_for_files_of_programs(capsys: pytest.CaptureFixture[str]) -> None:
    Path("package.json").write_text('{"description": "It is the the boat."}', "utf-8")
    Path("texts.json").write_text('{"boat": "It is the the boat."}', "utf-8")
    assert main(["baseline", ".", *OPTIONS]) == 0
    assert "2 findings in 2 files recorded" in capsys.readouterr().out
    assert [line.partition(":")[0] for line in checked(capsys, ".", "--output-format", "concise", *OPTIONS).splitlines()] == [
        "./a.md",
        "./texts.json",
    ]
    assert "package.json:1" in checked(capsys, "package.json", "--output-format", "concise", *OPTIONS)


def test_a_folder_does_not_stand_for_the_files_of_the_run() -> None:
    assert main(["baseline", ".", "--output", "known.json", *OPTIONS]) == 0
    for _ in range(2):
        main(["check", ".", "--baseline", "known.json", "--output", "json=report.json", *OPTIONS])
    assert [file["path"] for file in json.loads(Path("report.json").read_text("utf-8"))["files"]] == ["./a.md"]


def test_the_option_wins_over_the_name(capsys: pytest.CaptureFixture[str]) -> None:
    lines = checked(capsys, "a.md", "--format", "text", "--output-format", "concise", *OPTIONS).splitlines()
    assert [line.split(":")[1] for line in lines if "doubled-word" in line] == ["3", "6"]
    Path("b.txt").write_text(MARKUP, "utf-8")
    assert "b.txt:3:20" in checked(capsys, "b.txt", "--format", "markdown", "--output-format", "concise", *OPTIONS)


def test_an_unknown_format_is_named_with_the_nearest(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "a.md", "--format", "markdwn"]) == 2
    assert "did you mean 'markdown'?" in capsys.readouterr().err


def test_the_configuration_names_formats_by_path(capsys: pytest.CaptureFixture[str]) -> None:
    Path("tqcheck.toml").write_text('language = "en"\n[[overrides]]\npaths = ["*.page"]\nformat = "markdown"\n', "utf-8")
    Path("a.page").write_text(MARKUP, "utf-8")
    assert "a.page:3:20" in checked(capsys, "a.page", "--output-format", "concise", "--no-cache")
    Path("tqcheck.toml").write_text('format = "markdwn"\n', "utf-8")
    assert main(["check", "a.page"]) == 2
    assert "tqcheck.toml:1" in capsys.readouterr().err


def test_json_has_places_of_the_file(capsys: pytest.CaptureFixture[str]) -> None:
    (file,) = json.loads(checked(capsys, "a.md", "--output-format", "json", *OPTIONS))["files"]
    (finding,) = file["findings"]
    assert MARKUP[finding["start"] : finding["end"]] == finding["text"] == "the the"
    (edit,) = finding["fix"]["edits"]
    assert MARKUP[: edit["start"]] + edit["text"] + MARKUP[edit["end"] :] == MARKUP.replace("the the harbour", "the harbour")


def test_json_has_no_repair_that_cannot_be_made(capsys: pytest.CaptureFixture[str]) -> None:
    Path("a.md").write_text("The mayor left the *the* harbour at noon.\n", "utf-8")
    (file,) = json.loads(checked(capsys, "a.md", "--output-format", "json", *OPTIONS))["files"]
    assert [finding["fix"] for finding in file["findings"]] == [None]


def test_the_excerpt_shows_the_line_as_it_is(capsys: pytest.CaptureFixture[str]) -> None:
    out = checked(capsys, "a.md", *OPTIONS)
    assert "3 | The **mayor** left the the harbour &amp; the town." in out
    assert f"    | {' ' * 19}^^^^^^^".rstrip() in out


def test_sarif_replaces_in_the_file(capsys: pytest.CaptureFixture[str]) -> None:
    (run,) = json.loads(checked(capsys, "a.md", "--output-format", "sarif", *OPTIONS))["runs"]
    (change,) = run["results"][0]["fixes"][0]["artifactChanges"]
    assert change["replacements"][0]["deletedRegion"]["startLine"] == 3


def test_fix_writes_and_says_what_it_did_not(capsys: pytest.CaptureFixture[str]) -> None:
    Path("a.md").write_bytes((MARKUP + "\nIt was *the* boat of the *the* man.\n").replace("\n", "\r\n").encode("utf-8-sig"))
    assert main(["fix", "a.md", "--write", "--unsafe", *OPTIONS]) == 0
    assert "a.md:9:22: no repair of doubled-word: it would change markup" in capsys.readouterr().err
    expected = MARKUP.replace("the the harbour", "the harbour") + "\nIt was *the* boat of the *the* man.\n"
    assert Path("a.md").read_bytes() == expected.replace("\n", "\r\n").encode("utf-8-sig")


def test_a_baseline_knows_a_fault_again_when_its_markup_changes(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["baseline", "a.md", *OPTIONS]) == 0
    Path("a.md").write_text(MARKUP.replace("**mayor**", "_mayor_").replace("left the", "left\nthe"), "utf-8")
    capsys.readouterr()
    assert main(["check", "a.md", "--baseline", "tqcheck-baseline.json", *OPTIONS]) == 0
    assert "1 known, 0 gone, 0 new" in capsys.readouterr().out


def test_the_cache_tells_formats_apart(capsys: pytest.CaptureFixture[str]) -> None:
    cached = ["--language", "en", "--isolated", "--cache-dir", "cache", "--output-format", "concise"]
    once = [checked(capsys, "a.md", "--format", name, *cached) for name in ("text", "markdown")]
    assert once[0] != once[1]
    assert [checked(capsys, "a.md", "--format", name, *cached) for name in ("text", "markdown")] == once


def test_comments_silence_in_every_report(capsys: pytest.CaptureFixture[str]) -> None:
    Path("a.md").write_text(MARKUP.replace("town.", "town. <!-- tqcheck: ignore doubled-word -->"), "utf-8")
    assert checked(capsys, "a.md", "--output-format", "concise", *OPTIONS) == ""
    Path("a.md").write_text(f"<!-- tqcheck: off quotes -->\n\n{MARKUP}", "utf-8")
    assert checked(capsys, "a.md", "--output-format", "concise", *OPTIONS).splitlines()[0].startswith("a.md:5:20")
