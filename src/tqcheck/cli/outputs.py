"""Where reports go: one or several formats, to standard output and to files."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager

from ..checked import PASSED, Outcome
from ..core.record import Row
from ..errors import SettingsError
from ..reporters.formats import FORMATS, reporter_of
from .output import display
from .parsing import OneOf, Parser

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from ..errors import ReadingError
    from ..readers.reading import Reading
    from ..report import Report
    from ..reporters.formats import Reporter

STANDARD_OUTPUT = "-"
SUMMARY_VARIABLE = "GITHUB_STEP_SUMMARY"
"""The file into which a step of GitHub Actions writes its part of the job's summary."""


class Output(Row):
    """A format and where it goes: a path, or ``-`` for standard output."""

    format_name: str
    path: str = STANDARD_OUTPUT


class Outputs:
    """A reporter that hands everything on to several."""

    def __init__(self, reporters: Sequence[Reporter]) -> None:
        self._reporters = reporters

    def add(self, reading: Reading, report: Report) -> None:
        """Take in the report on one file."""
        for reporter in self._reporters:
            reporter.add(reading, report)

    def fail(self, error: ReadingError) -> None:
        """Take in a file that could not be read."""
        for reporter in self._reporters:
            reporter.fail(error)

    def close(self, outcome: Outcome = PASSED) -> None:
        """Let each reporter write what is left."""
        for reporter in self._reporters:
            reporter.close(outcome)


def add_output_options(parser: Parser) -> None:
    """Add ``--output-format``, ``--output-file`` and ``--output``."""
    known = OneOf("format", list(FORMATS))
    help_text = "text (default) or another, see below"
    parser.add_argument("--output-format", metavar="FORMAT", type=known, help=help_text)
    parser.add_argument("--output-file", metavar="PATH", help="write the report there (default: -)")
    more = "one more report; may be repeated"
    parser.add_argument("--output", metavar="FORMAT[=PATH]", type=_FormatAndPath(), action="append", default=[], help=more)


class _FormatAndPath:
    """A check for the value of ``--output``: a format, and a path behind ``=``."""

    known = tuple(FORMATS)

    def __call__(self, word: str) -> Output:
        """The output that the word names."""
        name, parted, path = word.partition("=")
        if parted and not path:
            raise argparse.ArgumentTypeError(f"no path stands behind {word!r}")
        return Output(OneOf("format", self.known)(name), path or STANDARD_OUTPUT)


def shows_progress(outputs: Sequence[Output]) -> bool:
    """True if somebody looks at standard error, and nothing else is written to the same terminal meanwhile."""
    is_alone = not sys.stdout.isatty() or all(output.path != STANDARD_OUTPUT for output in outputs)
    return is_alone and sys.stderr.isatty()


def chosen_outputs(chosen: argparse.Namespace) -> list[Output]:
    """Every output that is asked for: text on standard output if none is. No two may go to one place."""
    outputs: list[Output] = list(chosen.output)
    if chosen.output_format or chosen.output_file or not outputs:
        outputs.insert(0, Output(chosen.output_format or "text", chosen.output_file or STANDARD_OUTPUT))
    taken: dict[str, str] = {}
    for name, path in outputs:
        place = path if path == STANDARD_OUTPUT else os.path.realpath(path)
        if place in taken:
            where = "standard output" if path == STANDARD_OUTPUT else path
            raise SettingsError(f"{taken[place]} and {name} would both go to {where}; give one a file of its own: --output {name}=PATH")
        taken[place] = name
    return outputs


@contextmanager
def opened(outputs: Sequence[Output]) -> Iterator[Reporter]:
    """A reporter for all outputs. Files get their names when the block ends, and not at all if it ends with an exception."""
    with ExitStack() as stack:
        reporters = [_reporter(each, stack) for each in outputs]
        yield reporters[0] if len(reporters) == 1 else Outputs(reporters)


def _reporter(output: Output, stack: ExitStack) -> Reporter:
    if output.path == STANDARD_OUTPUT:
        return reporter_of(output.format_name, sys.stdout.write, display(sys.stdout), _summarise())
    from ..reporters.display import Display

    write = stack.enter_context(_File(output.path))
    return reporter_of(output.format_name, write, Display(), _summarise())


class _File:
    """A file that gets its name when the block ends; trouble with it is an error that names it."""

    def __init__(self, path: str) -> None:
        self._path = path

    def __enter__(self) -> Callable[[str], object]:
        from ..writing import replacing

        self._replacing = replacing(self._path)
        try:
            file = self._replacing.__enter__()
        except OSError as error:
            raise self._unwritable(error) from None
        return lambda text: file.write(text.encode("utf-8", "backslashreplace"))

    def __exit__(self, *exception: Any) -> None:
        try:
            self._replacing.__exit__(*exception)
        except OSError as error:
            raise self._unwritable(error) from None

    def _unwritable(self, error: OSError) -> SettingsError:
        return SettingsError(f"cannot write {self._path}: {(error.strerror or str(error)).lower()}")


def _summarise() -> Callable[[str], object] | None:
    path = os.environ.get(SUMMARY_VARIABLE)
    if not path:
        return None

    def append(text: str) -> None:
        with open(path, "a", encoding="utf-8", errors="backslashreplace", newline="\n") as file:
            file.write(text)

    return append
