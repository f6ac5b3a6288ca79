"""Help fits a screen, has examples, and says the same as the docs."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest

from tqcheck.cli import COMMANDS, HELP, command_module, main
from tqcheck.cli.parsing import Parser, add_settings_options, parser_for

COLUMNS, LINES, MOST_LINES, MOST_FIRST = 80, 24, 52, 30
LONG = {"baseline", "check", "compare", "fix", "report", "scan"}
"""Commands whose options do not fit into 24 lines."""


@pytest.fixture(autouse=True)
def terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", str(COLUMNS))


def help_of(command: str, capsys: pytest.CaptureFixture[str]) -> list[str]:
    assert main([command, "--help"]) == 0
    return capsys.readouterr().out.splitlines()


def test_the_first_help_fits_a_screen_and_names_every_command() -> None:
    lines = HELP.splitlines()
    assert len(lines) <= MOST_FIRST
    assert max(map(len, lines)) <= COLUMNS
    assert re.findall(r"^  ([a-z]+) ", HELP.split("commands:")[1].split("options:")[0], re.MULTILINE) == list(COMMANDS)


@pytest.mark.parametrize("command", COMMANDS)
def test_the_help_of_a_command_fits_a_screen(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    lines = help_of(command, capsys)
    assert len(lines) <= (MOST_LINES if command in LONG else LINES)
    assert max(map(len, lines)) <= COLUMNS
    assert lines[0].startswith(f"usage: tqcheck {command}")


@pytest.mark.parametrize("command", COMMANDS)
def test_the_help_of_a_command_has_examples_that_are_understood(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    examples = re.findall(rf"(?:^  |example: |&& |\()tqcheck ({command}[^|<>#&)'\n]*)", "\n".join(help_of(command, capsys)), re.MULTILINE)
    assert examples
    for example in examples:
        name, *arguments = shlex.split(example)
        command_module(name).parser().parsed(arguments)


def section(title: str) -> str:
    """A section of the page of the command line."""
    page = (Path(__file__).parents[1] / "docs" / "cli.md").read_text("utf-8")
    (text,) = re.findall(rf"^## {title}\n(.*?)(?=^## |\Z)", page, re.DOTALL | re.MULTILINE)
    return str(text)


def options_of(parser: Parser) -> set[str]:
    """Each option as its row in the docs begins."""
    actions = [action for action in parser._actions if action.option_strings and action.dest != "help"]
    return {f"{action.option_strings[-1]} {action.metavar or ''}".strip() for action in actions}


def settings_options() -> set[str]:
    parser = parser_for("settings", "")
    add_settings_options(parser)
    return options_of(parser)


def described(text: str) -> set[str]:
    """The options that have a row in a table."""
    return set(re.findall(r"^\| `(--[^`]+)` \| \S", text, re.MULTILINE))


def test_the_docs_describe_the_settings() -> None:
    assert described(section("Settings")) == settings_options()


@pytest.mark.parametrize("command", COMMANDS)
def test_the_docs_describe_a_command_with_all_its_options(command: str) -> None:
    parser: Parser = command_module(command).parser()
    text, options = section(f"tqcheck {command}"), options_of(parser)
    assert f"`{parser.format_usage().removeprefix('usage: ').strip()}`" in text
    assert "xit status" in text
    assert "```sh\n" in text or "```console\n" in text
    shared = settings_options() if settings_options() <= options else set()
    assert described(text) == options - shared
    assert not shared or "(#settings)" in text
