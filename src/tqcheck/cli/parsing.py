"""Options of commands, with errors of one line and the nearest right word."""

from __future__ import annotations

import argparse
import os
from collections.abc import Iterable, Sequence
from contextlib import suppress

from ..errors import SettingsError, unknown
from ..formats import READERS
from ..settings import DEFAULT_METRICS, PRESETS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import NoReturn

    from ..configuration import Configuration

FORMATS = ("text", "json")
_PLAIN = ("preset", "language", "source_language", "glossary", "preview", "min_score", "format", "columns")
NO_METRICS = "none"
_HELP_COLUMN = 26
_HELP_WIDTH = 79
"""As of the notes below the options; to ask the terminal for its width takes longer than to read all options."""
MOST_JOBS = 256
"""More processes than a machine has cores only get into each other's way."""


class Parser(argparse.ArgumentParser):
    """A parser whose errors are `SettingsError`: one line, with the nearest right word."""

    def error(self, message: str) -> NoReturn:
        """Raise the error instead of printing the usage."""
        raise SettingsError(message.removeprefix("argument "))

    def parsed(self, argv: Sequence[str]) -> argparse.Namespace:
        """The options in ``argv``; options and paths may be mixed."""
        for word in argv:
            _check_word(word)
        chosen, extra = self.parse_known_intermixed_args(argv)
        if not extra:
            return chosen
        word = extra[0].partition("=")[0]
        if not word.startswith("-"):
            raise SettingsError(f"{word!r} is one word too many; see {self.prog} --help")
        raise unknown("option", word, [option for action in self._actions for option in action.option_strings])


def _check_word(word: str) -> None:
    """Raise the error for a word that no system could hand over, and no path can be."""
    try:
        if b"\0" in os.fsencode(word):
            raise SettingsError(f"{word!r} holds a NUL, which no path can")
    except UnicodeEncodeError:
        raise SettingsError(f"{word!r} holds half a character, which no path can") from None


class _Layout(argparse.RawDescriptionHelpFormatter):
    """Options in one column and what they do in another, so that most take one line; what is no option is in the usage."""

    def __init__(self, prog: str) -> None:
        super().__init__(prog, max_help_position=_HELP_COLUMN, width=_HELP_WIDTH)

    def add_argument(self, action: argparse.Action) -> None:
        if action.option_strings:
            super().add_argument(action)


def parser_for(command: str, description: str, notes: str = "", *, words: str = "PATH…") -> Parser:
    """The parser of one command. ``words`` follow the options in its usage, and ``notes`` stand below them in its help."""
    usage = f"tqcheck {command} [OPTIONS] {words}".rstrip()
    return Parser(
        prog=f"tqcheck {command}", usage=usage, description=description, epilog=notes, formatter_class=_Layout, allow_abbrev=False
    )


class OneOf:
    """A check for an option's value: one of the known words."""

    def __init__(self, what: str, known: Sequence[str]) -> None:
        self._what = what
        self.known = known

    def __call__(self, word: str) -> str:
        """The word itself, if it is known."""
        if word not in self.known:
            raise argparse.ArgumentTypeError(f"{unknown(self._what, word, self.known)} (there are {', '.join(self.known)})")
        return word


def penalty(word: str) -> float:
    """A check for an option's value: a number from 0 on."""
    with suppress(ValueError):
        if 0 <= float(word) < float("inf"):
            return float(word)
    raise argparse.ArgumentTypeError(f"a number of 0 or more is wanted, not {word!r}")


def count_of_processes(word: str) -> int:
    """A check for an option's value: a whole number from 1 to `MOST_JOBS`."""
    if word.isascii() and word.isdigit() and len(word) < 6 and 1 <= int(word) <= MOST_JOBS:
        return int(word)
    raise argparse.ArgumentTypeError(f"a whole number from 1 to {MOST_JOBS} is wanted, not {word!r}")


def number(word: str) -> float:
    """A check for an option's value: a number."""
    try:
        return float(word)
    except ValueError:
        raise argparse.ArgumentTypeError(f"a number from 0 to 1 is wanted, not {word!r}") from None


def add_settings_options(parser: Parser) -> None:
    """Add what every command that checks texts can be told, whatever it does with the findings."""
    known = ", ".join(sorted(PRESETS))
    parser.add_argument("--preset", metavar="NAME", type=OneOf("preset", sorted(PRESETS)), help=f"start from a set: {known}")
    parser.add_argument("--language", metavar="CODE", help="such as en or de-CH (default: detected)")
    names = {"metavar": "NAMES", "action": "append", "default": []}
    parser.add_argument("--select", **names, help="rules or families to run, with commas or repeated")  # type: ignore[arg-type]
    parser.add_argument("--ignore", **names, help="rules or families to leave out")  # type: ignore[arg-type]
    parser.add_argument("--preview", action="store_true", default=None, help="run the preview rules too")
    parser.add_argument("--min-score", metavar="P", type=number, help="leave out findings less probable (default: 0.5)")
    parser.add_argument("--format", metavar="NAME", type=OneOf("format", sorted(READERS)), help="how files are read (default: by name)")
    column = "a column, or key, of tables that holds text"
    parser.add_argument("--column", metavar="NAME", dest="columns", action="append", help=column)
    files = parser.add_mutually_exclusive_group()
    files.add_argument("--config", metavar="FILE", help="read this configuration, not the nearest one")
    files.add_argument("--isolated", action="store_true", help="read no configuration")


def add_metrics_option(parser: Parser, more: str = "") -> None:
    """Add ``--metrics``, for commands that compare with a reference; ``more`` are metrics beside sacrebleu's."""
    meaning = f"any of {', '.join(DEFAULT_METRICS)} (default: all){more}; or {NO_METRICS}"
    parser.add_argument("--metrics", metavar="NAMES", help=meaning)


def given_settings(chosen: argparse.Namespace) -> dict[str, object]:
    """The settings that stand on the command line, by the names of the library's options."""
    given = {name: value for name in _PLAIN if (value := getattr(chosen, name, None)) is not None}
    if getattr(chosen, "metrics", None) is not None:
        given["metrics"] = [name for name in _words([chosen.metrics]) if name != NO_METRICS]
    return given | {name: _words(getattr(chosen, name)) for name in ("select", "ignore") if getattr(chosen, name)}


def configuration_of(chosen: argparse.Namespace) -> Configuration:
    """The configuration that the command line asks for; what stands on it wins over every file."""
    from ..configuration import Configuration
    from ..configuration.run import RUN_CHECKS

    of_run = {name: value for name in RUN_CHECKS if (value := getattr(chosen, name, None)) is not None}
    return Configuration(given_settings(chosen) | of_run, file=chosen.config, isolated=chosen.isolated)


def _words(lists: Iterable[str]) -> list[str]:
    return [word.strip() for words in lists for word in words.split(",") if word.strip()]


def add_format_option(parser: Parser) -> None:
    """Add ``--output-format``."""
    help_text = "text (default) or json"
    parser.add_argument("--output-format", metavar="FORMAT", type=OneOf("format", FORMATS), default="text", help=help_text)
