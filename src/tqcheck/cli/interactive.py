"""``tqcheck check --interactive``: the findings one by one, at a terminal."""

from __future__ import annotations

import argparse
import os
import sys
from collections import Counter
from contextlib import closing
from functools import cache
from typing import TYPE_CHECKING

from ..baseline import NAME, Baseline, read_baseline
from ..checked import Checked
from ..checker import Checker
from ..errors import ReadingError, SettingsError
from ..known import with_known
from ..reporters.text import TextReporter
from ..silence import Silence
from ..writing import replacing
from .beside import Beside
from .effort import effort_of
from .gate import counted
from .output import complain, display
from .parsing import configuration_of
from .reviewing import Review
from .work import checked_files

if TYPE_CHECKING:
    from collections.abc import Callable

    from ..core.finding import Finding
    from ..readers.reading import Reading

CLEAN, FOUND, WRONG = 0, 1, 2
ACCEPT, SKIP, IGNORE, RECORD, QUIT, HELP = "a", "s", "i", "b", "q", "?"
_APART = ("staged", "since", "output_format", "output_file", "output", "fail_on", "max_penalty", "no_worse_than")
_KEYS = {ACCEPT: "accept", SKIP: "skip", IGNORE: "ignore", RECORD: "baseline", QUIT: "quit", HELP: "help"}
_HELP = """\
  a  accept the repair: it is written into the file at once
  s  skip: leave it as it is
  i  ignore it with a reason: a comment for tqcheck is written into the file
  b  record it in the baseline, so that later runs with it do not report it
  q  quit; what was done stays done (Ctrl-C and Ctrl-D do the same)
"""


class _QuitError(Exception):
    """Somebody has seen enough."""


def review(chosen: argparse.Namespace, beside: Beside) -> int:
    """Go through the findings of all files; the exit status: 0 if none is left, 1 if some are, 2 if a file could not be read or written."""
    _allow(chosen)
    walk = _Walk(chosen, beside)
    try:
        walk.through()
    except _QuitError:
        walk.is_broken_off = True
    finally:
        walk.tell()
    return WRONG if walk.failed else FOUND if walk.is_broken_off or walk.done[SKIP] else CLEAN


def _allow(chosen: argparse.Namespace) -> None:
    for name in _APART:
        if getattr(chosen, name):
            raise SettingsError(f"--interactive and --{name.replace('_', '-')} do not go together")
    if "-" in chosen.paths:
        raise SettingsError("--interactive reads the answers from standard input, so no text can come from there")
    if sys.stdin is None or not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise SettingsError("--interactive asks questions, so it needs a terminal")
    if hasattr(sys.stdin, "reconfigure"):
        sys.stdin.reconfigure(errors="replace")


class _Walk:
    """Through all files and their findings; ``done`` counts the answers, ``failed`` what could not be read or written."""

    def __init__(self, chosen: argparse.Namespace, beside: Beside) -> None:
        self._chosen, self._beside = chosen, beside
        self._configuration = configuration_of(chosen)
        options = self._configuration.run_options(chosen.paths)
        self._silence = Silence(require_reason=options.require_reason)
        self._requires_reason = options.require_reason
        self._known_baseline = options.baseline
        self._baseline = options.baseline or NAME
        self._reporter = TextReporter(sys.stdout.write, display(sys.stdout))
        self._checker_with = cache(Checker.with_settings)
        self.done: Counter[str] = Counter()
        self.failed = 0
        self.is_broken_off = False

    def through(self) -> None:
        """Ask about each finding of each file."""
        paths, aside = self._chosen.paths, (self._baseline,)
        effort = effort_of(self._chosen)
        with closing(checked_files(paths, self._configuration, effort=effort, aside=aside, beside=self._beside)) as work:
            for result, known in with_known(self._silence(work), self._known_baseline):
                if isinstance(result, ReadingError):
                    self._fail(str(result))
                elif result.report.findings:
                    self._file(Review(result, self._check_for(result.reading.name), known))

    def tell(self) -> None:
        """Say what was done."""
        parts = [
            f"{self.done[ACCEPT]:,} repaired",
            f"{self.done[IGNORE]:,} ignored",
            f"{self.done[RECORD]:,} recorded" + (f" in {self._baseline}" if self.done[RECORD] else ""),
            f"{self.done[SKIP]:,} skipped",
        ]
        sys.stdout.write(f"{', '.join(parts)}{'; not all were looked at' if self.is_broken_off else ''}\n")

    def _check_for(self, name: str) -> Callable[[Reading], Checked]:
        checker = self._checker_with(self._configuration.settings_for(name))
        return lambda reading: self._silence.applied(Checked(reading, checker.check_reading(reading, **reading.partners)))

    def _file(self, review: Review) -> None:
        shown = None
        while findings := review.open:
            finding = findings[0]
            edits, why = review.repair(finding)
            if finding is not shown:
                refused = f"  this repair cannot be made here: {why}\n" if why else ""
                lines = "\n".join(self._reporter.lines_of(finding, review.checked.reading))
                sys.stdout.write(f"\n{lines}\n{refused}")
                shown = finding
            self._answer(_asked(len(findings), can_accept=bool(edits)), finding, review)

    def _answer(self, answer: str, finding: Finding, review: Review) -> None:
        """Do what was answered; what could not be done is told, and the question comes again."""
        if answer == QUIT:
            raise _QuitError
        try:
            problem = self._done(answer, finding, review)
        except (ReadingError, SettingsError) as error:
            self._fail(str(error))
        else:
            if problem:
                sys.stdout.write(f"{problem.rstrip()}\n")
            else:
                self.done[answer] += 1

    def _done(self, answer: str, finding: Finding, review: Review) -> str:
        """Nothing if it is done, or what there is to say instead."""
        if answer == HELP:
            return _HELP
        if answer == ACCEPT:
            return review.accept(finding)
        if answer == IGNORE:
            reason = _line("  reason: ").strip()
            if self._requires_reason and not reason:
                return "  a comment needs a reason here (require-reason)"
            return review.ignore(finding, reason)
        if answer == RECORD:
            self._record(finding, review)
        else:
            review.skip(finding)
        return ""

    def _record(self, finding: Finding, review: Review) -> None:
        """Add a finding to the baseline, which is made if there is none."""
        baseline = read_baseline(self._baseline) if os.path.lexists(self._baseline) else Baseline(self._baseline, ())
        (record,) = baseline.records_of(review.alone(finding))
        try:
            with replacing(self._baseline) as file:
                file.write(baseline.with_records([*baseline.records, record]).written().encode())
        except OSError as error:
            raise SettingsError(f"{self._baseline} cannot be written: {error.strerror or error}") from None
        review.recorded(finding)

    def _fail(self, message: str) -> None:
        self.failed += 1
        sys.stdout.flush()
        complain(message)


def _asked(left: int, *, can_accept: bool) -> str:
    """The key of an answer, asked for until it is one."""
    keys = [key for key in _KEYS if can_accept or key != ACCEPT]
    words = ", ".join(f"{key} {_KEYS[key]}" for key in keys)
    while True:
        answer = _line(f"[{counted(left, 'finding')} left] {words}: ").strip().lower()
        if answer in keys:
            return answer
        if answer == ACCEPT:
            sys.stdout.write("  there is no repair that can be made\n")


def _line(prompt: str) -> str:
    sys.stdout.write(prompt)
    sys.stdout.flush()
    line = sys.stdin.readline()
    if not line:
        sys.stdout.write("\n")
        raise _QuitError
    return line
