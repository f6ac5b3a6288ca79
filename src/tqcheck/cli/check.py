"""``tqcheck check``: findings in files, folders and standard input."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Sequence
from contextlib import closing
from itertools import chain

from ..errors import ReadingError, SettingsError
from ..reporters.formats import FORMATS
from ..settings import SEVERITIES
from .beside import add_partner_options, beside_of
from .effort import add_effort_options, effort_of
from .gate import Gate
from .output import complain
from .outputs import add_output_options, chosen_outputs, opened, shows_progress
from .parsing import OneOf, Parser, add_metrics_option, add_settings_options, configuration_of, parser_for, penalty
from .work import checked_files

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ..changes import Changes
    from ..checked import Checked, Filter
    from ..configuration.run import RunOptions
    from ..reporters.formats import Reporter

CLEAN, FOUND, WRONG = 0, 1, 2
_NOTES = f"""\
PATH is a file, a folder (its texts), a pattern in quotes, or - for
standard input. SEVERITY is {", ".join(SEVERITIES[:-1])} or {SEVERITIES[-1]}.
formats: {" ".join(list(FORMATS)[:8])}
  {" ".join(list(FORMATS)[8:])}
With --since or --staged without a PATH the working folder is checked.
exit status: 0 passed, 1 failed, 2 wrong use or a file that could not be read

examples:
  tqcheck check article.txt
  tqcheck check texts/ --fail-on major --baseline tqcheck-baseline.json
  tqcheck check texts/ --interactive
  tqcheck check texts/ --output text --output sarif=tqcheck.sarif
  tqcheck check - --language en --output-format json < article.txt
"""


def parser() -> Parser:
    """The options of the command."""
    options = parser_for("check", "Check texts for what machine translation leaves behind.", _NOTES)
    options.add_argument("paths", metavar="PATH", nargs="*", help="a file, a folder, a pattern such as '**/*.txt', or -")
    add_settings_options(options)
    add_partner_options(options)
    severity = OneOf("severity", SEVERITIES)
    options.add_argument("--fail-on", metavar="SEVERITY", type=severity, help="fail only for this severity or worse")
    options.add_argument("--max-penalty", metavar="N", type=penalty, help="fail only for a penalty per 1000 words above N")
    options.add_argument("--no-worse-than", metavar="FILE", help="fail only if a family has more findings than there")
    changed = options.add_mutually_exclusive_group()
    changed.add_argument("--since", metavar="REV", help="only findings on lines changed since this commit")
    changed.add_argument("--staged", action="store_true", help="only findings on changed lines of what is staged")
    add_metrics_option(options, ", comet:MODEL")
    add_output_options(options)
    add_effort_options(options)
    options.add_argument("--baseline", metavar="FILE", help="report only what this baseline does not know")
    options.add_argument("--interactive", action="store_true", help="ask about each finding: repair, ignore, record, skip")
    return options


def run(argv: Sequence[str]) -> int:
    """Check files and report; the exit status is 0, 1 or 2."""
    chosen = parser().parsed(argv)
    beside = beside_of(chosen)
    if not chosen.paths and not _is_of_changes(chosen):
        raise SettingsError("no file given; name files, folders or patterns, or - for standard input")
    chosen.paths = chosen.paths or ["."]
    if chosen.interactive:
        from .interactive import review

        return review(chosen, beside)
    outputs = chosen_outputs(chosen)
    configuration = configuration_of(chosen)
    options = configuration.run_options(chosen.paths)
    gate = Gate(options)
    changes = _changes(chosen)
    filters = [*_filters(options, gate), *([changes] if changes else [])]
    effort = effort_of(chosen, shows_progress=shows_progress(outputs))
    aside = (options.baseline, options.no_worse_than, *(output.path for output in outputs))
    with (
        closing(checked_files(chosen.paths, configuration, changes, effort, aside=aside, beside=beside)) as work,
        opened(outputs) as reporter,
    ):
        results: Iterable[Checked | ReadingError] = work
        for step in filters:
            results = step(results)
        return _reported(results, filters, reporter, gate)


def _is_of_changes(chosen: argparse.Namespace) -> bool:
    return chosen.staged or chosen.since is not None


def _changes(chosen: argparse.Namespace) -> Changes | None:
    if not _is_of_changes(chosen):
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
