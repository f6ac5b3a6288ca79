"""Configuration on the command line: ``tqcheck config``, and what ``tqcheck check`` makes of configuration files."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path

import pytest

from tqcheck.cli import main

FAULTY = "The mayor, Hanne Lund (Hanne Lund), came to the the harbour.\n"
DOCS = Path(__file__).parents[1] / "docs"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "drafts").mkdir()
    for name in ("a.txt", "drafts/b.txt"):
        (tmp_path / name).write_text(FAULTY, "utf-8")
    return tmp_path


class TestCheck:
    def test_each_text_has_its_own_settings(self, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        (folder / "tqcheck.toml").write_text('language = "en"\nselect = ["doubled-word"]\n[[overrides]]\npaths = ["drafts"]\nselect = []\n')
        assert main(["check", "a.txt", "drafts", "--output-format", "json"]) == 1
        files = json.loads(capsys.readouterr().out)["files"]
        assert [[finding["rule"] for finding in file["findings"]] for file in files] == [
            ["doubled-word"],
            ["duplicate-gloss", "doubled-word"],
        ]
        assert [file["language_detected"] for file in files] == [False, False]

    def test_fail_on_stands_in_the_file_and_the_command_line_wins(self, folder: Path) -> None:
        (folder / "tqcheck.toml").write_text('fail-on = "major"\nselect = ["doubled-word"]\n')
        assert main(["check", "a.txt"]) == 0
        assert main(["check", "a.txt", "--fail-on", "minor"]) == 1
        assert main(["check", "a.txt", "--isolated"]) == 1

    def test_a_wrong_file_is_one_line_and_2(self, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        (folder / "tqcheck.toml").write_text('\nselekt = ["doubled-word"]\n')
        assert main(["check", "a.txt"]) == 2
        assert capsys.readouterr() == ("", "tqcheck: tqcheck.toml:2: unknown key 'selekt'; did you mean 'select'?\n")
        assert main(["check", "a.txt", "--config", "lost.toml"]) == 2
        assert capsys.readouterr().err == "tqcheck: lost.toml: cannot read the configuration: no such file or directory\n"

    def test_a_hostile_key_does_not_reach_the_terminal(self, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        (folder / "tqcheck.toml").write_text('"\\u001b[2J\\u202e" = 1\n')
        assert main(["check", "a.txt"]) == 2
        assert not {"\x1b", "\u202e"} & set(capsys.readouterr().err)


class TestConfig:
    def test_it_shows_what_holds_and_why(self, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        (folder / "pyproject.toml").write_text('[tool.tqcheck]\npreset = "gentle"\n[tool.tqcheck.rules.quotes]\nallow = ["“\\t"]\n')
        assert main(["config", "drafts/b.txt", "--language", "en"]) == 0
        out = capsys.readouterr().out
        origins = {line.split(" = ")[0]: line.rpartition("# ")[2] for line in out.splitlines()}
        assert (origins["preset"], origins["language"], origins["min-score"]) == ("pyproject.toml:2", "command line", "preset gentle")
        assert origins["rules.quotes.allow"] == "pyproject.toml:4"

    def test_what_it_shows_is_toml_that_gives_the_same(self, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        (folder / "tqcheck.toml").write_text('preset = "corpus"\nrules.quotes.allow = ["a \\"b\\""]\nfail-on = "minor"\n')
        main(["config"])
        shown = capsys.readouterr().out
        (folder / "again.toml").write_text(shown, "utf-8")
        main(["config", "--config", "again.toml"])
        assert tomllib.loads(capsys.readouterr().out) == tomllib.loads(shown)

    def test_json(self, capsys: pytest.CaptureFixture[str]) -> None:
        assert main(["config", "--preset", "strict", "--output-format", "json"]) == 0
        shown = json.loads(capsys.readouterr().out)
        assert shown["min-score"] == {"value": 0.3, "origin": "preset strict"}
        assert shown["language"] == {"value": None, "origin": "default"}

    @pytest.mark.parametrize(
        ("arguments", "complaint"),
        [
            (["--preset", "stric"], "--preset: unknown preset 'stric'; did you mean 'strict'? (there are corpus, default, gentle, strict)"),
            (["a", "b"], "'b' is one word too many; see tqcheck config --help"),
            (["--config", "x", "--isolated"], "--isolated: not allowed with argument --config"),
            (["--config", "lost.toml"], "lost.toml: cannot read the configuration: no such file or directory"),
            (["a\0b"], "'a\\x00b' holds a NUL, which no path can"),
        ],
    )
    def test_wrong_use(self, arguments: list[str], complaint: str, capsys: pytest.CaptureFixture[str]) -> None:
        assert main(["config", *arguments]) == 2
        assert capsys.readouterr() == ("", f"tqcheck: {complaint}\n")


def test_the_example_in_the_docs_is_valid_and_every_key_is_described(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    page = (DOCS / "configuration.md").read_text("utf-8")
    (folder / "tqcheck.toml").write_text(page.split("```toml\n")[1].split("```")[0], "utf-8")
    assert main(["config", "drafts/b.txt"]) == 0
    keys = {line.strip("# ").split(" = ")[0].split(": ")[0] for line in capsys.readouterr().out.splitlines()}
    assert all(f"`{key}`" in page or f"[{key.rpartition('.')[0]}]" in page for key in keys), keys
