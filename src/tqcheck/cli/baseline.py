"""``tqcheck baseline``: record what is found now, so that later runs report only what is new."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from typing import TYPE_CHECKING

from ..errors import ReadingError, SettingsError
from .effort import add_effort_options, effort_of
from .gate import counted
from .output import complain
from .parsing import Parser, add_settings_options, configuration_of, parser_for
from .work import checked_files

if TYPE_CHECKING:
    from ..baseline import Baseline
    from ..checked import Checked

CLEAN, WRONG = 0, 2
_NAME = "tqcheck-baseline.json"
_NOTES = """\
Findings stay known when their text is reflowed, moved or renamed. What comments
in the texts silence is not recorded. With --prune nothing new is recorded.

example: tqcheck baseline texts/ && tqcheck check texts/ --baseline FILE
"""


def parser() -> Parser:
    """The options of the command."""
    options = parser_for("baseline", "Record what is found now, so that check --baseline reports only what is new.", _NOTES)
    options.add_argument("paths", metavar="PATH", nargs="*", help="a file, a folder or a pattern, as for tqcheck check")
    add_settings_options(options)
    options.add_argument("--output", metavar="FILE", help=f"default: as configured, or {_NAME}")
    options.add_argument("--prune", action="store_true", help="only drop from FILE what is found no more")
    add_effort_options(options)
    return options


def run(argv: Sequence[str]) -> int:
    """Write or prune a baseline; nothing is written if a file could not be read."""
    chosen = parser().parsed(argv)
    if not chosen.paths:
        raise SettingsError("no file given; name files, folders or patterns")
    from ..baseline import Baseline, read_baseline
    from ..silence import Silence

    configuration = configuration_of(chosen)
    options = configuration.run_options(chosen.paths)
    path = chosen.output or options.baseline or _NAME
    before = read_baseline(path) if chosen.prune else Baseline(path, ())
    silence = Silence(require_reason=options.require_reason)
    with closing(checked_files(chosen.paths, configuration, effort=effort_of(chosen), aside=(path,))) as work:
        files = _Read(silence(work))
        baseline, told = _pruned(before, files) if chosen.prune else _recorded(before, files)
    if files.unread:
        complain(f"{path} was not written, as not all files could be read")
        return WRONG
    return _written(baseline, told)


class _Read:
    """The files that could be read, one by one, and how many there were; of the others the errors are told."""

    def __init__(self, results: Iterable[Checked | ReadingError]) -> None:
        self._results = results
        self.read = self.unread = 0

    def __iter__(self) -> Iterator[Checked]:
        for result in self._results:
            if isinstance(result, ReadingError):
                self.unread += 1
                complain(str(result))
            else:
                self.read += 1
                yield result


def _recorded(empty: Baseline, files: _Read) -> tuple[Baseline, str]:
    """The baseline of what is found, and what there is to say of it."""
    baseline = empty.with_records(record for checked in files for record in empty.records_of(checked))
    return baseline, f"{counted(len(baseline.records), 'finding')} in {counted(files.read, 'file')} recorded"


def _pruned(before: Baseline, files: _Read) -> tuple[Baseline, str]:
    """The baseline without what has gone, and what there is to say of it."""
    from ..known import Known

    known = Known(before)
    for _ in known(files):
        pass
    baseline = before.with_records(known.still_known())
    gone = len(before.records) - len(baseline.records)
    return baseline, f"{counted(len(baseline.records), 'finding')} kept, {gone:,} gone"


def _written(baseline: Baseline, told: str) -> int:
    from ..writing import replacing

    try:
        with replacing(baseline.name) as file:
            file.write(baseline.written().encode())
    except OSError as error:
        complain(f"cannot write {baseline.name}: {error.strerror or error}")
        return WRONG
    sys.stdout.write(f"{baseline.name}: {told}\n")
    return CLEAN
