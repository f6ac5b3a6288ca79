"""Completion: the scripts hold what the parsers take, and real shells complete with them."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from tqcheck.cli import COMMANDS, command_module, main
from tqcheck.cli.completion import SHELLS, commands
from tqcheck.rules import all_rules, families


@pytest.fixture
def scripts(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    """A folder with the script of each shell."""
    for shell in SHELLS:
        assert main(["completion", shell]) == 0
        (tmp_path / shell).write_text(capsys.readouterr().out, "utf-8")
    return tmp_path


def needs(shell: str) -> pytest.MarkDecorator:
    return pytest.mark.skipif(shutil.which(shell) is None, reason=f"no {shell} here")


def run(folder: Path, *command: str) -> list[str]:
    done = subprocess.run(command, capture_output=True, text=True, cwd=folder, timeout=60, check=False)
    assert (done.stderr, done.returncode) == ("", 0)
    return done.stdout.splitlines()


def in_bash(folder: Path, *words: str) -> set[str]:
    """What bash offers for the last of these words."""
    line = " ".join(f"'{word}'" for word in ("tqcheck", *words))
    code = f'source ./bash; COMP_WORDS=({line}); COMP_CWORD={len(words)}; _tqcheck; printf "%s\\n" "${{COMPREPLY[@]}}"'
    return set(run(folder, "bash", "--norc", "-c", code)) - {""}


def in_fish(folder: Path, line: str) -> set[str]:
    """What fish offers for the end of this line."""
    return {found.split("\t")[0] for found in run(folder, "fish", "--no-config", "-c", f'source ./fish; complete -C "{line}"')}


def test_every_command_and_option_is_in_every_script(scripts: Path) -> None:
    for name in COMMANDS:
        options = [option for action in command_module(name).parser()._actions for option in action.option_strings]
        for shell in SHELLS:
            script = (scripts / shell).read_text("utf-8")
            assert name in script
            wanted = [f"-l {option[2:]}" if shell == "fish" else option for option in options if option.startswith("--")]
            assert [option for option in wanted if option not in script] == []


def test_options_know_their_values() -> None:
    check = next(command for command in commands() if command.name == "check")
    values = {option.names[-1]: option.value for option in check.options}
    assert values["--isolated"] is None
    assert values["--fail-on"]
    assert values["--fail-on"].words == ("neutral", "minor", "major", "critical")
    assert values["--select"]
    assert set(values["--select"].words) == {*all_rules(), *families()}
    assert values["--select"].is_list
    assert values["--output-file"]
    assert values["--output-file"].is_file


@needs("bash")
@pytest.mark.parametrize(
    ("words", "offered"),
    [
        (("expl",), {"explain"}),
        (("--ver",), {"--version"}),
        (("check", "--fail"), {"--fail-on"}),
        (("check", "--fail-on", "m"), {"minor", "major"}),
        (("check", "a.txt", "--fail-on", "=", "ma"), {"major"}),
        (("check", "--fail-on", "="), {"neutral", "minor", "major", "critical"}),
        (("check", "--select", "quotes,duplicate-g"), {"quotes,duplicate-gloss"}),
        (("check", "--output", "sar"), {"sarif"}),
        (("check", "some"), set()),
        (("check", "--baseline", "some"), set()),
        (("explain", "duplicate-g"), {"duplicate-gloss"}),
        (("completion", "f"), {"fish"}),
    ],
)
def test_bash_completes(words: tuple[str, ...], offered: set[str], scripts: Path) -> None:
    assert in_bash(scripts, *words) == offered


@needs("bash")
def test_bash_offers_every_command(scripts: Path) -> None:
    assert in_bash(scripts, "") >= set(COMMANDS)


@needs("fish")
def test_fish_completes(scripts: Path) -> None:
    (scripts / "some.txt").touch()
    assert in_fish(scripts, "tqcheck ") == set(COMMANDS)
    assert in_fish(scripts, "tqcheck check --fail-on ma") == {"major"}
    assert in_fish(scripts, "tqcheck check --select quotes,duplicate-g") == {"quotes,duplicate-gloss"}
    assert "some.txt" in in_fish(scripts, "tqcheck check so")
    assert in_fish(scripts, "tqcheck rules so") == set()
    assert in_fish(scripts, "tqcheck explain duplicate-g") == {"duplicate-gloss"}


@needs("zsh")
def test_zsh_takes_the_script_in_both_ways(scripts: Path) -> None:
    assert run(scripts, "zsh", "-f", "-n", "zsh") == []
    sourced = "autoload -U compinit && compinit -D -u && source ./zsh && print $_comps[tqcheck]"
    assert run(scripts, "zsh", "-f", "-c", sourced) == ["_tqcheck"]
    (scripts / "functions").mkdir()
    (scripts / "zsh").rename(scripts / "functions" / "_tqcheck")
    found = "fpath=($PWD/functions $fpath) && autoload -U compinit && compinit -D -u && print $_comps[tqcheck]"
    assert run(scripts, "zsh", "-f", "-c", found) == ["_tqcheck"]


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        ([], "no shell given; there are bash, zsh, fish"),
        (["tcsh"], "SHELL: unknown shell 'tcsh'; did you mean 'zsh'? (there are bash, zsh, fish)"),
    ],
)
def test_wrong_use_is_one_line(arguments: list[str], complaint: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["completion", *arguments]) == 2
    assert capsys.readouterr().err == f"tqcheck: {complaint}\n"
