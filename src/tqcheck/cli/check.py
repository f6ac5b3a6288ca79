"""``tqcheck check``: findings in files, folders and standard input."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Sequence
from itertools import chain
from typing import TYPE_CHECKING

from ..errors import ReadingError, SettingsError
from ..settings import SEVERITIES
from .gate import Gate
from .output import complain
from .outputs import add_output_options, chosen_outputs, opened
from .parsing import Parser, add_settings_options, configuration_of, one_of, parser_for, penalty
from .work import checked_files

if TYPE_CHECKING:
    from ..changes import Changes
    from ..checked import Checked, Filter
    from ..configuration.run import RunOptions
    from ..reporters.formats import Reporter

CLEAN, FOUND, WRONG = 0, 1, 2
_NOTES = """\
A folder stands for the *.txt files in it and in its folders; a pattern in quotes is searched for;
- is standard input. Texts are in UTF-8, UTF-16 or UTF-32.

exit status: 0 nothing was found, or nothing that --fail-on, --max-penalty or --no-worse-than ask for; 1 the
opposite; 2 wrong use, or a file that could not be read

With --since or --staged without a PATH the working folder is checked.
"""


def parser() -> Parser:
    """The options of the command."""
    options = parser_for("check", "Check texts for what machine translation leaves behind.", _NOTES)
    options.add_argument("paths", metavar="PATH", nargs="*", help="a file, a folder, a pattern such as '**/*.txt', or -")
    add_settings_options(options)
    severity = one_of("severity", SEVERITIES)
    help_text = f"exit 1 only for a finding of at least this severity: {', '.join(SEVERITIES)} (default: neutral, any)"
    options.add_argument("--fail-on", metavar="SEVERITY", type=severity, help=help_text)
    help_text = "exit 1 only if the penalty per 1000 words of all files is above N"
    options.add_argument("--max-penalty", metavar="N", type=penalty, help=help_text)
    help_text = "exit 1 only if a family has more findings than in this baseline"
    options.add_argument("--no-worse-than", metavar="FILE", help=help_text)
    changed = options.add_mutually_exclusive_group()
    changed.add_argument("--since", metavar="REV", help="report only findings on lines that changed since this git revision")
    changed.add_argument("--staged", action="store_true", help="check what is staged in git, and report only findings on changed lines")
    add_output_options(options)
    options.add_argument("--baseline", metavar="FILE", help="report only what this baseline does not know; see tqcheck baseline")
    return options


def run(argv: Sequence[str]) -> int:
    """Check files and report; the exit status is 0, 1 or 2."""
    chosen = parser().parsed(argv)
    if not chosen.paths and not (chosen.staged or chosen.since):
        raise SettingsError("no file given; name files, folders or patterns, or - for standard input")
    chosen.paths = chosen.paths or ["."]
    outputs = chosen_outputs(chosen)
    configuration = configuration_of(chosen)
    options = configuration.run_options(chosen.paths)
    gate = Gate(options)
    changes = _changes(chosen)
    filters = [*_filters(options, gate), *([changes] if changes else [])]
    results = checked_files(chosen.paths, configuration, changes)
    for step in filters:
        results = step(results)
    with opened(outputs) as reporter:
        return _reported(results, filters, reporter, gate)


def _changes(chosen: argparse.Namespace) -> Changes | None:
    if not (chosen.staged or chosen.since):
        return None
    from ..changes import Changes

    return Changes.staged(chosen.paths) if chosen.staged else Changes.since(chosen.since, chosen.paths)


def _filters(options: RunOptions, gate: Gate) -> list[Filter]:
    """What stands between checking and reporting, in order: silence, the gate's count, baseline."""
    from ..silence import Silence

    steps: list[Filter] = [Silence(require_reason=options.require_reason), gate]
    if options.baseline:
        from ..baseline import read_baseline
        from ..known import Known

        steps.append(Known(read_baseline(options.baseline)))
    return steps


def _reported(results: Iterable[Checked | ReadingError], filters: Sequence[Filter], reporter: Reporter, gate: Gate) -> int:
    """Report what comes, as it comes; the exit status."""
    unread = False
    for result in results:
        gate.add(result)
        if isinstance(result, ReadingError):
            unread = True
            sys.stdout.flush()
            complain(str(result))
            reporter.fail(result)
        else:
            reporter.add(result.reading, result.report)
    outcome = gate.outcome(chain.from_iterable(step.notes() for step in filters))
    reporter.close(outcome)
    return WRONG if unread else FOUND if outcome.failed else CLEAN
