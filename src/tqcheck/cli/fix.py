"""``tqcheck fix``: show the repairs of texts as a diff, or make them."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Generator, Sequence
from contextlib import closing
from functools import cache
from typing import TYPE_CHECKING

from ..errors import ReadingError, SettingsError
from .effort import add_effort_options, effort_of
from .gate import counted
from .output import complain, display, print_lines
from .parsing import Parser, add_settings_options, configuration_of, parser_for
from .work import checked_files

if TYPE_CHECKING:
    from ..checked import Checked
    from ..checker import Checker
    from ..fixing import Fixed
    from ..readers.reading import Reading
    from ..silence import Silence

CLEAN, FOUND, WRONG = 0, 1, 2
STANDARD_INPUT = "-"
_NOTES = """\
Without --write nothing is changed: the repairs are shown as a diff, and the
exit status is 1 if there are any. For - the repaired text goes to standard
output. What comments silence or a baseline knows stays as it is.

examples:
  tqcheck fix texts/
  tqcheck fix texts/ --write --ignore quotes
  tqcheck fix - < article.txt > repaired.txt
"""


def parser() -> Parser:
    """The options of the command."""
    options = parser_for("fix", "Show the repairs of texts as a diff, or make them.", _NOTES)
    options.add_argument("paths", metavar="PATH", nargs="*", help="a file, a folder or a pattern, as for tqcheck check, or - alone")
    options.add_argument("--write", action="store_true", help="make the repairs in the files")
    options.add_argument("--unsafe", action="store_true", help="also repairs that somebody should look at first")
    add_settings_options(options)
    options.add_argument("--baseline", metavar="FILE", help="leave alone what this baseline knows")
    add_effort_options(options)
    return options


def run(argv: Sequence[str]) -> int:
    """Repair files, or show how; the exit status is 0, 1 or 2."""
    chosen = parser().parsed(argv)
    if not chosen.paths:
        raise SettingsError("no file given; name files, folders or patterns, or - for standard input")
    if STANDARD_INPUT in chosen.paths and len(chosen.paths) > 1:
        raise SettingsError("- stands alone, as standard output holds one text")
    tally = _Tally(chosen)
    with closing(_repaired(chosen)) as results:
        for result in results:
            _finish(result, chosen, tally)
    tally.close()
    is_shown = not chosen.write and STANDARD_INPUT not in chosen.paths
    return WRONG if tally.failed else FOUND if is_shown and tally.repairs else CLEAN


def _finish(result: tuple[Reading, Fixed] | ReadingError, chosen: argparse.Namespace, tally: _Tally) -> None:
    """Deliver one file and count it, or complain."""
    try:
        if isinstance(result, ReadingError):
            raise result
        _deliver(*result, chosen)
        tally.add(*result)
    except ReadingError as error:
        tally.failed += 1
        sys.stdout.flush()
        complain(str(error))


def _repaired(chosen: argparse.Namespace) -> Generator[tuple[Reading, Fixed] | ReadingError]:
    """Every file that is meant with its repaired text, in the order in which it is meant."""
    from ..checker import Checker
    from ..fixing.files import repaired_file
    from ..known import with_known
    from ..silence import Silence

    configuration = configuration_of(chosen)
    options = configuration.run_options(chosen.paths)
    silence = Silence(require_reason=options.require_reason)
    checker_with = cache(Checker.with_settings)
    with closing(checked_files(chosen.paths, configuration, effort=effort_of(chosen), aside=(options.baseline,))) as work:
        for result, known in with_known(silence(work), options.baseline):
            if isinstance(result, ReadingError):
                yield result
                continue
            reading = result.reading
            path = STANDARD_INPUT if STANDARD_INPUT in chosen.paths else reading.name
            check = _check_with(checker_with(configuration.settings_for(path)), silence)
            yield reading, repaired_file(result, check, known=known, unsafe=chosen.unsafe)


def _check_with(checker: Checker, silence: Silence) -> Callable[[Reading], Checked]:
    from ..checked import Checked

    return lambda reading: silence.applied(Checked(reading, checker.check_reading(reading)))


def _deliver(reading: Reading, fixed: Fixed, chosen: argparse.Namespace) -> None:
    """Pass the text on, write it back, or show what would change; raises `ReadingError` if it cannot be written."""
    if STANDARD_INPUT in chosen.paths:
        from ..readers.files import written

        _write_bytes(written(reading, fixed.text))
    elif not fixed.made:
        return
    elif chosen.write:
        from ..fixing.files import write_back

        try:
            write_back(reading, fixed.text)
        except OSError as error:
            raise ReadingError(reading.name, f"cannot be written: {(error.strerror or str(error)).lower()}") from None
    else:
        _show(reading, fixed)


def _show(reading: Reading, fixed: Fixed) -> None:
    from ..fixing.files import shown_changes
    from ..reporters.diff import diff_lines, shown

    lines = diff_lines(reading.name, *shown_changes(reading, fixed))
    if sys.stdout.isatty():
        screen = display(sys.stdout)
        print_lines(shown(line, screen) for line in lines)
    else:
        _write_bytes("".join(f"{line}\n" for line in lines).encode("utf-8", "surrogateescape"))


def _write_bytes(data: bytes) -> None:
    sys.stdout.flush()
    sys.stdout.buffer.write(data)


class _Tally:
    """Says what was done, or would be, on standard error: standard output may hold a text or a diff."""

    def __init__(self, chosen: argparse.Namespace) -> None:
        self._is_made = chosen.write or STANDARD_INPUT in chosen.paths
        self._is_unsafe = chosen.unsafe
        self.failed = self.repairs = self._files = self._repaired = self._dropped = self._unsafe = 0

    def add(self, reading: Reading, fixed: Fixed) -> None:
        """Count one file, and name the repairs that were dropped."""
        self._files += 1
        self._repaired += bool(fixed.made)
        self.repairs += len(fixed.made)
        self._unsafe += sum(finding.fix is not None and finding.fix.safety == "unsafe" for finding in fixed.left)
        self._dropped += len(fixed.dropped)
        for repair in fixed.dropped:
            complain(f"{reading.where(reading.place_in_raw(repair.start))}: no repair of {repair.finding.rule}: {repair.why}")

    def close(self) -> None:
        """Write the last line."""
        if not self._files:
            return
        done = f"{counted(self.repairs, 'repair')} in {self._repaired:,} of {counted(self._files, 'file')}"
        nothing = f"nothing to repair in {counted(self._files, 'file')}"
        hint = "" if self._is_made or not self.repairs else ", which --write makes"
        dropped = f"; {self._dropped:,} dropped" if self._dropped else ""
        unsafe = f"; {self._unsafe:,} more with --unsafe" if self._unsafe and not self._is_unsafe else ""
        complain(f"{done if self.repairs else nothing}{hint}{dropped}{unsafe}")
