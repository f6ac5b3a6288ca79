"""Help fits a screen, has examples, and says the same as the docs."""

from __future__ import annotations

import re
import shlex

import pytest

from tqcheck.cli import COMMANDS, HELP, command_module, main

COLUMNS, LINES, MOST_LINES = 80, 24, 40
LONG = {"check", "fix"}
"""Commands whose options do not fit into 24 lines."""


@pytest.fixture(autouse=True)
def terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", str(COLUMNS))


def help_of(command: str, capsys: pytest.CaptureFixture[str]) -> list[str]:
    assert main([command, "--help"]) == 0
    return capsys.readouterr().out.splitlines()


def test_the_first_help_fits_a_screen_and_names_every_command() -> None:
    lines = HELP.splitlines()
    assert len(lines) <= LINES
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
