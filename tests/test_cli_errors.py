"""Every command answers bad input in one clear line and with 2, and nothing that it is told breaks it."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from tqcheck.cli import COMMANDS, command_module, main

CLEAN = "The harbour was quiet, and nobody had noticed that the lamps were out.\n"
READS_TEXTS = ("check", "fix", "baseline", "inject")
HAS_SETTINGS = ("check", "fix", "baseline", "config")
NOT_WRITTEN = "tqcheck: tqcheck-baseline.json was not written, as not all files could be read"
HOSTILE = ("", " ", "-1", "9e999", "nan", "no/such/place", ".", "\x1b[31m\r\n", "\udcff", "\ud800", "🙂", "x" * 5000, "a\0b", "=", "*", "[")


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    (tmp_path / "clean.txt").write_text(CLEAN, "utf-8")
    (tmp_path / "picture.txt").write_bytes(b"\x89PNG\r\n\x1a\n\0\0")
    (tmp_path / "latin.txt").write_bytes("Die Brücke über die Elbe heißt Blaues Wunder, das weiß jeder.".encode("cp1252"))
    (tmp_path / "empty").mkdir()
    (tmp_path / "broken.toml").write_text("select = [quotes\n", "utf-8")
    (tmp_path / "wrong.toml").write_text("slect = ['quotes']\n", "utf-8")
    (tmp_path / "no.json").write_text("{", "utf-8")
    (tmp_path / "other.json").write_text('{"version": 99}', "utf-8")
    return tmp_path


def cases() -> Iterator[tuple[list[str], str]]:
    """A command line, and a word that its answer holds."""
    for command in COMMANDS:
        yield [command, "--no-such-option"], "--no-such-option"
        yield [command, "--hlep"], "did you mean '--help'"
        yield [command, "a\0b"], "holds a NUL"
        yield [command, "a\ud800b"], "holds half a character"
    for command in READS_TEXTS:
        yield [command], "no file given"
        for path in ("lost.txt", "picture.txt", "latin.txt", "lost/clean.txt"):
            yield [command, path], path
        yield [command, "clean.txt", "--language", "english"], "'english' is no language code"
        yield [command, "clean.txt", "--language"], "--language"
    for command in ("check", "fix", "baseline"):
        yield [command, "empty"], "empty"
        yield [command, "no*such"], "no*such"
    for command in HAS_SETTINGS:
        yield [command, "clean.txt", "--select", "qoutes"], "did you mean 'quotes'"
        yield [command, "clean.txt", "--ignore", "qoutes"], "did you mean 'quotes'"
        yield [command, "clean.txt", "--preset", "stict"], "did you mean 'strict'"
        yield [command, "clean.txt", "--min-score", "2"], "not 2"
        yield [command, "clean.txt", "--min-score", "high"], "'high'"
        yield [command, "clean.txt", "--config", "lost.toml"], "lost.toml"
        yield [command, "clean.txt", "--config", "broken.toml"], "broken.toml"
        yield [command, "clean.txt", "--config", "wrong.toml"], "did you mean 'select'"
        yield [command, "clean.txt", "--config", "wrong.toml", "--isolated"], "--isolated"
    for command in ("check", "fix"):
        for name in ("lost.json", "no.json", "other.json"):
            yield [command, "clean.txt", "--baseline", name], name
    yield ["check", "clean.txt", "--no-worse-than", "no.json"], "no.json"
    yield ["check", "clean.txt", "--max-penalty", "-1"], "'-1'"
    yield ["check", "clean.txt", "--fail-on", "mayor"], "did you mean 'major'"
    yield ["check", "clean.txt", "--output-format", "sraif"], "did you mean 'sarif'"
    yield ["check", "clean.txt", "--output", "json=lost/a.json"], "lost/a.json"
    yield ["check", "clean.txt", "--output", "json", "--output", "text"], "standard output"
    yield ["check", "clean.txt", "--since", "HEAD"], "git"
    yield ["check", "clean.txt", "--staged"], "git"
    yield ["check", "clean.txt", "--staged", "--since", "HEAD"], "--staged"
    yield ["check", "clean.txt", "--jobs", "0"], "'0'"
    yield ["check", "clean.txt", "--jobs", "two"], "'two'"
    yield ["check", "clean.txt", "--cache-dir", "picture.txt"], "picture.txt"
    yield ["fix", "-", "clean.txt"], "- stands alone"
    yield ["baseline", "clean.txt", "--output", "lost/a.json"], "lost/a.json"
    yield ["baseline", "clean.txt", "--prune"], "tqcheck-baseline.json"
    yield ["rules", "quotes"], "one word too many"
    yield ["rules", "--output-format", "sarif"], "'sarif'"
    yield ["explain"], "no rule given"
    yield ["explain", "unclosed-qoute"], "did you mean 'unclosed-quote'"
    yield ["explain", "quotes"], "is a family"
    yield ["config", "clean.txt", "picture.txt"], "one word too many"
    yield ["inject", "clean.txt", "--rules", "doubled-wrod"], "did you mean 'doubled-word'"
    yield ["inject", "clean.txt", "--share", "2"], "2"
    yield ["inject", "clean.txt", "--seed", "x"], "'x'"
    yield ["inject", "clean.txt", "--gold", "lost/gold"], "lost/gold"
    yield ["completion"], "no shell given"
    yield ["completion", "tcsh"], "did you mean 'zsh'"


@pytest.mark.parametrize(("arguments", "word"), list(cases()), ids=lambda each: " ".join(each) if isinstance(each, list) else "")
def test_bad_input_is_answered_in_one_line(arguments: list[str], word: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(arguments) == 2
    error = capsys.readouterr().err
    first, *more = error.splitlines()
    assert first.startswith("tqcheck: ")
    assert word in first
    assert error.endswith("\n")
    assert more == ([NOT_WRITTEN] if arguments[0] == "baseline" and is_unread(first) else [])


def is_unread(line: str) -> bool:
    """True for the line about a text that could not be read."""
    return any(line.startswith(f"tqcheck: {name}") for name in ("lost.txt", "lost/", "picture", "latin", "empty", "no*"))


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read everything")
@pytest.mark.parametrize("command", READS_TEXTS)
def test_a_file_that_may_not_be_read_is_one_line(command: str, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "clean.txt").chmod(0)
    assert main([command, "clean.txt"]) == 2
    assert "tqcheck: clean.txt: permission denied\n" in capsys.readouterr().err


def options_with_a_value() -> Iterator[tuple[str, str]]:
    for command in COMMANDS:
        for action in command_module(command).parser()._actions:
            if action.nargs != 0:
                yield command, action.option_strings[-1] if action.option_strings else ""


@pytest.mark.parametrize(("command", "option"), list(options_with_a_value()))
def test_no_value_breaks_a_command(command: str, option: str, capsys: pytest.CaptureFixture[str]) -> None:
    takes_text = option and command in (*READS_TEXTS, "config")
    for value in HOSTILE:
        rest = ["clean.txt", f"{option}={value}"] if takes_text else [f"{option}={value}"] if option else ["--", value]
        status = main([command, *rest])
        error = capsys.readouterr().err
        assert status in (0, 1, 2), value
        assert "Traceback" not in error, value
        assert not set(error) & {"\x1b", "\r", "\udcff"}, value


def test_every_command_has_a_case() -> None:
    assert {arguments[0] for arguments, _ in cases()} == set(COMMANDS)
