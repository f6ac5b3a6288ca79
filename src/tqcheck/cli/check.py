"""``tqcheck check``: findings in files, folders and standard input."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from ..errors import ReadingError, SettingsError
from .output import complain, display
from .parsing import Parser, add_format_option, number, one_of, parser_for

if TYPE_CHECKING:
    from ..reporters.json import JsonReporter
    from ..reporters.text import TextReporter

CLEAN, FOUND, WRONG = 0, 1, 2
SEVERITIES = ("neutral", "minor", "major", "critical")
_CHECK_NOTES = """\
A folder stands for the *.txt files in it and in its folders; a pattern in quotes is searched for;
- is standard input. Texts are in UTF-8, UTF-16 or UTF-32.

exit status: 0 nothing was found (or nothing that --fail-on asks for), 1 something was found,
2 wrong use, or a file that could not be read
"""


def _check_parser() -> Parser:
    options = parser_for("check", "Check texts for what machine translation leaves behind.", _CHECK_NOTES)
    options.add_argument("paths", metavar="PATH", nargs="*", help="a file, a folder, a pattern such as '**/*.txt', or -")
    options.add_argument("--language", metavar="CODE", help="language of the texts, such as en or de-CH (default: detected)")
    names = {"metavar": "NAMES", "action": "append", "default": []}
    options.add_argument("--select", **names, help="rules or families to run, with commas or repeated (default: all stable)")  # type: ignore[arg-type]
    options.add_argument("--ignore", **names, help="rules or families to leave out")  # type: ignore[arg-type]
    options.add_argument("--min-score", metavar="P", type=number, help="leave out findings less probable than P (default: 0.5)")
    severity = one_of("severity", SEVERITIES)
    help_text = f"exit 1 only for a finding of at least this severity: {', '.join(SEVERITIES)} (default: neutral, any)"
    options.add_argument("--fail-on", metavar="SEVERITY", type=severity, default=SEVERITIES[0], help=help_text)
    add_format_option(options)
    return options


def run(argv: Sequence[str]) -> int:
    """Check files and report; the exit status is 0, 1 or 2."""
    chosen = _check_parser().parsed(argv)
    if not chosen.paths:
        raise SettingsError("no file given; name files, folders or patterns, or - for standard input")
    from ..checker import Checker
    from ..readers.files import meant_files, read_file

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
            complain(str(error))
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
        from ..reporters.json import JsonReporter

        return JsonReporter(sys.stdout.write)
    from ..reporters.text import TextReporter

    return TextReporter(sys.stdout.write, display(sys.stdout))
