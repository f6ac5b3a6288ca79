"""``tqcheck completion``: what a shell needs to complete commands, options and their values."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from ..errors import SettingsError
from .parsing import OneOf, Parser, parser_for

CLEAN = 0
SHELLS = ("bash", "zsh", "fish")
_FILES = frozenset({"PATH", "FILE", "FOLDER"})
_NOTES = """\
examples, each to be done once:
  echo 'source <(tqcheck completion bash)' >> ~/.bashrc
  echo 'source <(tqcheck completion zsh)' >> ~/.zshrc    # below compinit
  tqcheck completion fish > ~/.config/fish/completions/tqcheck.fish
"""


class Value(NamedTuple):
    """What may stand behind an option or a command: one of the words, several of them with commas, a file, or anything."""

    name: str
    words: tuple[str, ...] = ()
    is_list: bool = False
    is_file: bool = False

    @property
    def listed(self) -> str:
        """The words, parted by spaces; none of them holds one."""
        return " ".join(self.words)


class Option(NamedTuple):
    """An option with all its names; ``value`` is None for one that stands alone."""

    names: tuple[str, ...]
    summary: str
    value: Value | None = None
    is_repeated: bool = False


class Command(NamedTuple):
    """A command with its options, and what else may follow."""

    name: str
    summary: str
    options: tuple[Option, ...]
    value: Value | None = None


def parser() -> Parser:
    """The options of the command."""
    options = parser_for("completion", "Print the script by which a shell completes tqcheck.", _NOTES, words="bash|zsh|fish")
    options.add_argument("shell", metavar="SHELL", nargs="?", type=OneOf("shell", SHELLS))
    return options


def run(argv: Sequence[str]) -> int:
    """Print the script for one shell."""
    shell = parser().parsed(argv).shell
    if not shell:
        raise SettingsError(f"no shell given; there are {', '.join(SHELLS)}")
    from . import shells

    write = {"bash": shells.bash, "zsh": shells.zsh, "fish": shells.fish}[shell]
    sys.stdout.write("\n".join(write(list(commands()))) + "\n")
    return CLEAN


def commands() -> Iterator[Command]:
    """All commands, read from their parsers, so that no script can promise what they do not take."""
    from . import COMMANDS, command_module

    for name in COMMANDS:
        options: Parser = command_module(name).parser()
        actions = options._actions
        taken = tuple(_option(action) for action in actions if action.option_strings)
        rest = next((_value(action) for action in actions if not action.option_strings), None)
        yield Command(name, options.description or "", taken, rest)


def _option(action: argparse.Action) -> Option:
    value = None if action.nargs == 0 else _value(action)
    is_repeated = isinstance(action, argparse._AppendAction)
    return Option(tuple(action.option_strings), (action.help or "").replace("%%", "%"), value, is_repeated)


def _value(action: argparse.Action) -> Value:
    name = str(action.metavar or action.dest)
    if known := getattr(action.type, "known", None):
        return Value(name, tuple(known))
    if name in ("NAMES", "RULE"):
        from ..rules import all_rules, families

        return Value(name, (*families(), *all_rules()) if name == "NAMES" else tuple(all_rules()), is_list=name == "NAMES")
    return Value(name, is_file=name in _FILES)
