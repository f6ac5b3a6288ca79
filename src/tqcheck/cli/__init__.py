"""The command line: a thin visitor of the library. What a command needs is imported when it runs."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Sequence
from importlib import import_module

from .._version import __version__
from ..errors import SettingsError, TqcheckError, unknown
from .output import complain, drop_output, prepare_streams

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

CLEAN, WRONG = 0, 2
INTERRUPTED = 130
PIPE_CLOSED = 141
"""128 + SIGPIPE, as for any other filter whose reader has gone."""

HELP = """\
usage: tqcheck COMMAND …

Finds what machine translation leaves behind in a text.

commands:
  check PATH…       check texts: findings with places, reasons, repairs, a score
  fix PATH…         show the repairs of texts as a diff, or make them
  report PATH…      write pages that show the findings in their texts
  scan PATH…        check a corpus row by row: scores, counts, what to keep
  recur PATH…       find what comes again across a corpus
  compare A B       compare two translations of one text with each other
  baseline PATH…    record what is found now; then only what is new is reported
  rules             list all rules by family
  explain RULE      explain one rule, with examples
  config [PATH]     show the settings for a path, and where each comes from
  inject PATH       plant faults into a clean text, to measure a checker on it
  lsp               show findings and repairs in an editor, as a language server
  completion SHELL  print the script by which bash, zsh or fish completes this

options:
  -h, --help        show this; tqcheck COMMAND --help says more of a command
  -V, --version     show the version

examples:
  tqcheck check article.txt
  tqcheck check texts/ 'more/**/*.txt' --ignore mechanics
  tqcheck explain unclosed-quote
"""
COMMANDS = ("check", "fix", "report", "scan", "recur", "compare", "baseline", "rules", "explain", "config", "inject", "lsp", "completion")
"""Each is a module of this package with ``parser()``, its options, and ``run(argv)``, which gives the exit status."""


def program() -> int:
    """The command as a program of its own.

    Python looks through its memory for what nobody needs each time some hundred things were made, and once more at the end.
    A page makes some ten thousand, nearly all of which live as long as the process; so it looks less often, and not at the end.
    """
    gc.set_threshold(50_000, 20, 50)
    status = main()
    gc.freeze()
    return status


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and hand back its exit status: 0 clean, 1 something found, 2 wrong use or an unreadable file."""
    prepare_streams()
    try:
        status = _run(list(sys.argv[1:] if argv is None else argv))
        sys.stdout.flush()
        return status
    except SystemExit as stop:  # argparse has shown a command's help
        return stop.code if isinstance(stop.code, int) else CLEAN
    except TqcheckError as error:
        complain(str(error))
    except BrokenPipeError:
        drop_output()
        return PIPE_CLOSED
    except KeyboardInterrupt:
        return INTERRUPTED
    except OSError as error:
        drop_output()
        complain(f"cannot write the output: {error.strerror or error}")
    except Exception:  # Python would end with 1, which means that something was found
        from traceback import print_exc

        print_exc()
        complain("this is a fault of tqcheck itself; please report it with the lines above")
    return WRONG


def _run(argv: list[str]) -> int:
    word, *others = argv or [""]
    if word in ("-V", "--version"):
        sys.stdout.write(f"tqcheck {__version__}\n")
    elif word in ("-h", "--help"):
        sys.stdout.write(HELP)
    elif word in COMMANDS:
        status: int = command_module(word).run(others)
        return status
    else:
        raise _unknown_command(word)
    return CLEAN


def command_module(command: str) -> Any:
    """The module of a command, imported now."""
    return import_module(f".{command}", __package__)


def _unknown_command(word: str) -> SettingsError:
    if not word:
        return SettingsError("no command given; try tqcheck check FILE, or tqcheck --help")
    if os.path.exists(word):
        return SettingsError(f"{word!r} is no command; to check it: tqcheck check {word}")
    if word.startswith("-"):
        return unknown("option", word, ["--version", "--help"])
    return unknown("command", word, COMMANDS)
