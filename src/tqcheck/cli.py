"""The command line: a thin visitor of the library. What a command needs is imported when it runs."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING, NoReturn, TextIO

from ._version import __version__
from .errors import ReadingError, SettingsError, TqcheckError, unknown

if TYPE_CHECKING:
    from .reporters.display import Display
    from .reporters.json import JsonReporter
    from .reporters.text import TextReporter

CLEAN, FOUND, WRONG = 0, 1, 2
INTERRUPTED = 130
PIPE_CLOSED = 141
"""128 + SIGPIPE, as for any other filter whose reader has gone."""
SEVERITIES = ("neutral", "minor", "major", "critical")
FORMATS = ("text", "json")

HELP = """\
usage: tqcheck COMMAND …

Finds what machine translation leaves behind in a text.

commands:
  check PATH…     check texts: findings with their places, reasons and repairs, and a score
  rules           list all rules by family
  explain RULE    explain one rule, with examples

options:
  -h, --help      show this; tqcheck COMMAND --help says more of a command
  -V, --version   show the version

examples:
  tqcheck check article.txt
  tqcheck check texts/ 'more/**/*.txt' --ignore mechanics
  tqcheck check --fail-on major --output-format json - < article.txt
  tqcheck explain unclosed-quote
"""
_CHECK_NOTES = """\
A folder stands for the *.txt files in it and in its folders; a pattern in quotes is searched for;
- is standard input. Texts are in UTF-8, UTF-16 or UTF-32.

exit status: 0 nothing was found (or nothing that --fail-on asks for), 1 something was found,
2 wrong use, or a file that could not be read
"""


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and hand back its exit status: 0 clean, 1 something found, 2 wrong use or an unreadable file."""
    _prepare_streams()
    try:
        status = _run(list(sys.argv[1:] if argv is None else argv))
        sys.stdout.flush()
        return status
    except SystemExit as stop:  # argparse has shown a command's help
        return stop.code if isinstance(stop.code, int) else CLEAN
    except TqcheckError as error:
        _complain(str(error))
    except BrokenPipeError:
        _drop_output()
        return PIPE_CLOSED
    except KeyboardInterrupt:
        return INTERRUPTED
    except OSError as error:
        _drop_output()
        _complain(f"cannot write the output: {error.strerror or error}")
    except Exception:  # Python would end with 1, which means that something was found
        from traceback import print_exc

        print_exc()
        _complain("this is a fault of tqcheck itself; please report it with the lines above")
    return WRONG


def _prepare_streams() -> None:
    """Let no text be unprintable, whatever the encoding of the output, and let closed streams swallow it."""
    for name in ("stdout", "stderr"):
        stream = getattr(sys, name)
        if stream is None:
            setattr(sys, name, open(os.devnull, "w"))  # noqa: SIM115
        elif hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")


def _run(argv: list[str]) -> int:
    word, *others = argv or [""]
    if word in ("-V", "--version"):
        sys.stdout.write(f"tqcheck {__version__}\n")
    elif word in ("-h", "--help"):
        sys.stdout.write(HELP)
    elif word in _COMMANDS:
        return _COMMANDS[word](others)
    else:
        raise _unknown_command(word)
    return CLEAN


def _unknown_command(word: str) -> SettingsError:
    if not word:
        return SettingsError("no command given; try tqcheck check FILE, or tqcheck --help")
    if os.path.exists(word):
        return SettingsError(f"{word!r} is no command; to check it: tqcheck check {word}")
    if word.startswith("-"):
        return unknown("option", word, ["--version", "--help"])
    return unknown("command", word, _COMMANDS)


class _Parser(argparse.ArgumentParser):
    """A parser whose errors are `SettingsError`: one line, with the nearest right word."""

    def error(self, message: str) -> NoReturn:
        raise SettingsError(message.removeprefix("argument "))

    def parsed(self, argv: Sequence[str]) -> argparse.Namespace:
        chosen, extra = self.parse_known_intermixed_args(argv)
        if not extra:
            return chosen
        word = extra[0].partition("=")[0]
        if not word.startswith("-"):
            raise SettingsError(f"{word!r} is one word too many; see {self.prog} --help")
        raise unknown("option", word, [option for action in self._actions for option in action.option_strings])


def _parser(command: str, description: str, notes: str = "") -> _Parser:
    layout = argparse.RawDescriptionHelpFormatter
    return _Parser(prog=f"tqcheck {command}", description=description, epilog=notes, formatter_class=layout, allow_abbrev=False)


def _one_of(what: str, known: Sequence[str]) -> Callable[[str], str]:
    def checked(word: str) -> str:
        if word not in known:
            raise argparse.ArgumentTypeError(f"{unknown(what, word, known)} (there are {', '.join(known)})")
        return word

    return checked


def _probability(word: str) -> float:
    try:
        return float(word)
    except ValueError:
        raise argparse.ArgumentTypeError(f"a number from 0 to 1 is wanted, not {word!r}") from None


def _format_option(parser: _Parser) -> None:
    help_text = "text for people (default), json for programs"
    parser.add_argument("--output-format", metavar="FORMAT", type=_one_of("format", FORMATS), default="text", help=help_text)


def _check_parser() -> _Parser:
    parser = _parser("check", "Check texts for what machine translation leaves behind.", _CHECK_NOTES)
    parser.add_argument("paths", metavar="PATH", nargs="*", help="a file, a folder, a pattern such as '**/*.txt', or -")
    parser.add_argument("--language", metavar="CODE", help="language of the texts, such as en or de-CH (default: detected)")
    names = {"metavar": "NAMES", "action": "append", "default": []}
    parser.add_argument("--select", **names, help="rules or families to run, with commas or repeated (default: all stable)")  # type: ignore[arg-type]
    parser.add_argument("--ignore", **names, help="rules or families to leave out")  # type: ignore[arg-type]
    parser.add_argument("--min-score", metavar="P", type=_probability, help="leave out findings less probable than P (default: 0.5)")
    severity = _one_of("severity", SEVERITIES)
    help_text = f"exit 1 only for a finding of at least this severity: {', '.join(SEVERITIES)} (default: neutral, any)"
    parser.add_argument("--fail-on", metavar="SEVERITY", type=severity, default=SEVERITIES[0], help=help_text)
    _format_option(parser)
    return parser


def _check(argv: Sequence[str]) -> int:
    chosen = _check_parser().parsed(argv)
    if not chosen.paths:
        raise SettingsError("no file given; name files, folders or patterns, or - for standard input")
    from .checker import Checker
    from .readers.files import meant_files, read_file

    checker = Checker(**_options(chosen))
    reporter = _reporter(chosen.output_format)
    unread = failed = False
    for path in meant_files(chosen.paths):
        try:
            if isinstance(path, ReadingError):
                raise path
            reading = read_file(path)
        except ReadingError as error:
            unread = True
            sys.stdout.flush()
            _complain(str(error))
            reporter.fail(error)
            continue
        report = checker.check(reading.text, name=reading.name)
        failed = failed or any(finding.severity.rank >= SEVERITIES.index(chosen.fail_on) for finding in report.findings)
        reporter.add(reading, report)
    reporter.close()
    return WRONG if unread else FOUND if failed else CLEAN


def _options(chosen: argparse.Namespace) -> dict[str, object]:
    given = {name: getattr(chosen, name) for name in ("language", "min_score") if getattr(chosen, name) is not None}
    return given | {"select": _words(chosen.select), "ignore": _words(chosen.ignore)}


def _words(lists: Iterable[str]) -> list[str]:
    return [word.strip() for words in lists for word in words.split(",") if word.strip()]


def _reporter(output_format: str) -> JsonReporter | TextReporter:
    if output_format == "json":
        from .reporters.json import JsonReporter

        return JsonReporter(sys.stdout.write)
    from .reporters.text import TextReporter

    return TextReporter(sys.stdout.write, _display(sys.stdout))


def _rules(argv: Sequence[str]) -> int:
    parser = _parser("rules", "List all rules by family.")
    _format_option(parser)
    chosen = parser.parsed(argv)
    from .reporters.catalogue import rules_as_json, rules_as_text
    from .rules import all_rules

    if chosen.output_format == "json":
        sys.stdout.write(rules_as_json(all_rules()))
    else:
        _print(rules_as_text(all_rules(), _display(sys.stdout)))
    return CLEAN


def _explain(argv: Sequence[str]) -> int:
    parser = _parser("explain", "Explain one rule, with examples; the places it finds are ⟦marked⟧.")
    parser.add_argument("rule", metavar="RULE", nargs="?", help="the name of a rule, as tqcheck rules lists it")
    name = parser.parsed(argv).rule
    if not name:
        raise SettingsError("no rule given; tqcheck rules lists them")
    from .reporters.catalogue import explanation
    from .rules import all_rules, families

    if name in families():
        members = ", ".join(each for each, rule in all_rules().items() if rule.family == name)
        raise SettingsError(f"{name!r} is a family; its rules are {members}")
    if name not in all_rules():
        raise unknown("rule", name, all_rules())
    _print(explanation(all_rules()[name], _display(sys.stdout)))
    return CLEAN


_COMMANDS: Mapping[str, Callable[[Sequence[str]], int]] = {"check": _check, "rules": _rules, "explain": _explain}


def _display(stream: TextIO) -> Display:
    from .reporters.display import MAX_WIDTH, Display

    width = MAX_WIDTH
    if stream.isatty():
        with suppress(OSError, ValueError):
            width = os.get_terminal_size(stream.fileno()).columns or MAX_WIDTH
    return Display(colour=_wants_colour(stream, os.environ), width=width, encoding=stream.encoding or "utf-8")


def _wants_colour(stream: TextIO, environment: Mapping[str, str]) -> bool:
    """NO_COLOR (no-color.org) wins over FORCE_COLOR, as in Python itself; without either only a terminal gets colours."""
    if environment.get("NO_COLOR"):
        return False
    if environment.get("FORCE_COLOR", "0") not in ("", "0"):
        return True
    return stream.isatty() and environment.get("TERM") != "dumb"


def _print(lines: Iterable[str]) -> None:
    for line in lines:
        sys.stdout.write(line + "\n")


def _complain(message: str) -> None:
    from .reporters.display import Display

    with suppress(OSError):
        sys.stderr.write(f"tqcheck: {Display(encoding=sys.stderr.encoding or 'utf-8').plain(message)}\n")


def _drop_output() -> None:
    """Let what is still buffered go nowhere, so that Python does not complain at its end."""
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
