"""Outputs: formats, files and several at once, from the command line."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree

import pytest

from tqcheck.cli import main
from tqcheck.reporters.formats import FORMATS

FAULTY = "The harbour was quiet.\n\nSpokesman Ivan Petrov (Ivan Petrov) declined to comment.\n"
ONE_RULE = ("--select", "duplicate-gloss", "--language", "en")


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    for name in ("NO_COLOR", "FORCE_COLOR", "GITHUB_STEP_SUMMARY"):
        monkeypatch.delenv(name, raising=False)
    (tmp_path / "article.txt").write_text(FAULTY, "utf-8")
    return tmp_path


def check(*arguments: str) -> int:
    return main(["check", "article.txt", *ONE_RULE, *arguments])


SOUND: dict[str, Callable[[str], object]] = {
    "text": lambda text: text.startswith("article.txt:3:22  duplicate-gloss"),
    "concise": lambda text: text.startswith("article.txt:3:22: duplicate-gloss The bracket"),
    "json": lambda text: json.loads(text)["files"][0]["path"] == "article.txt",
    "jsonl": lambda text: json.loads(text)["path"] == "article.txt",
    "sarif": lambda text: json.loads(text)["version"] == "2.1.0",
    "github": lambda text: text.startswith("::error file=article.txt,line=3,endLine=3,col=22,"),
    "gitlab": lambda text: json.loads(text)[0]["location"]["path"] == "article.txt",
    "junit": lambda text: ElementTree.fromstring(text).tag == "testsuites",
    "checkstyle": lambda text: ElementTree.fromstring(text).tag == "checkstyle",
    "html": lambda shown: shown.startswith("<!doctype html>") and "duplicate-gloss" in shown,
    "markdown": lambda text: text.startswith("### tqcheck: 1 finding in 1 file"),
}


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_on_standard_output_and_in_a_file(name: str, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert check("--output-format", name) == 1
    shown = capsys.readouterr().out
    assert SOUND[name](shown)
    assert check("--output-format", name, "--output-file", "report") == 1
    assert capsys.readouterr() == ("", "")
    assert (folder / "report").read_text("utf-8") == shown
    assert check("--output", f"{name}=report") == 1
    assert (folder / "report").read_text("utf-8") == shown
    assert sorted(path.name for path in folder.iterdir()) == ["article.txt", "report"]


def test_every_format_is_described() -> None:
    page = (Path(__file__).parents[1] / "docs" / "outputs.md").read_text("utf-8")
    assert all(f"| `{name}` |" in page for name in FORMATS)


def test_several_at_once(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert check("--output", "text", "--output", "sarif=out.sarif", "--output", "junit=out=1.xml") == 1
    assert SOUND["text"](capsys.readouterr().out)
    assert SOUND["sarif"]((folder / "out.sarif").read_text("utf-8"))
    assert SOUND["junit"]((folder / "out=1.xml").read_text("utf-8"))


def test_output_format_stands_beside_output(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert check("--output-format", "concise", "--output", "json=out.json") == 1
    assert SOUND["concise"](capsys.readouterr().out)
    assert SOUND["json"]((folder / "out.json").read_text("utf-8"))


def test_files_that_cannot_be_read_are_in_every_report(folder: Path) -> None:
    assert check("lost.txt", "--output", "json=a", "--output", "checkstyle=b", "--output", "concise=c") == 2
    assert all("lost.txt" in (folder / name).read_text("utf-8") for name in "ab")


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        (["--output", "jsn=a"], "--output: unknown format 'jsn'; did you mean 'json'? (there are "),
        (["--output", "json="], "--output: no path stands behind 'json='"),
        (
            ["--output", "json", "--output", "text"],
            "json and text would both go to standard output; give one a file of its own: --output text=PATH",
        ),
        (
            ["--output", "json=a", "--output", "sarif=./a"],
            "json and sarif would both go to ./a; give one a file of its own: --output sarif=PATH",
        ),
        (["--output-file", "no/such/folder/a"], "cannot write no/such/folder/a: no such file or directory"),
        (["--output", "json=."], "cannot write .: is a directory"),
    ],
)
def test_wrong_use_is_one_line(arguments: list[str], complaint: str, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert check(*arguments) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err.startswith(f"tqcheck: {complaint}")
    assert captured.err.count("\n") == 1
    assert [path.name for path in folder.iterdir()] == ["article.txt"]


def test_a_run_that_breaks_off_leaves_the_old_report(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / "out.json").write_text("old")

    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("tqcheck.checker.Ready", interrupted)
    assert check("--output", "json=out.json") == 130
    assert (folder / "out.json").read_text() == "old"
    assert sorted(path.name for path in folder.iterdir()) == ["article.txt", "out.json"]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no such device")
def test_a_full_disk_is_one_line_that_names_the_file(capsys: pytest.CaptureFixture[str]) -> None:
    assert check("--output", "json=/dev/full") == 2
    assert capsys.readouterr().err == "tqcheck: cannot write /dev/full: no space left on device\n"


@pytest.mark.skipif(os.name == "nt", reason="file names of POSIX")
@pytest.mark.skipif(sys.platform == "darwin", reason="file names there are Unicode")
@pytest.mark.parametrize("name", FORMATS)
def test_odd_file_names_break_no_format(name: str, folder: Path) -> None:
    odd = os.fsdecode("bad\udcff::a,b\n|`<\x1b&\"'%0A #.txt".encode("utf-8", "surrogateescape"))
    (folder / odd).write_text(FAULTY, "utf-8")
    assert main(["check", odd, *ONE_RULE, "--output", f"{name}=report"]) == 1
    assert (folder / "report").stat().st_size > 0


def test_all_findings_go_to_the_summary_of_the_job(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / "article.txt").write_text(FAULTY + "\n".join(f"The mayor, Name {n} (Name {n}), came.\n" for n in range(15)), "utf-8")
    (folder / "summary").write_text("before\n")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(folder / "summary"))
    assert check("--output-format", "github") == 1
    written = (folder / "summary").read_text("utf-8")
    assert written.startswith("before\n### tqcheck: ")
    assert "| duplicate-gloss |" in written
