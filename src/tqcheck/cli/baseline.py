"""``tqcheck baseline``: record what is found now, so that later runs report only what is new."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from ..errors import ReadingError, SettingsError
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

examples:
  tqcheck baseline texts/
  tqcheck check texts/ --baseline tqcheck-baseline.json
  tqcheck baseline texts/ --prune
"""


def parser() -> Parser:
    """The options of the command."""
    options = parser_for("baseline", "Record what is found now, so that check --baseline reports only what is new.", _NOTES)
    options.add_argument("paths", metavar="PATH", nargs="*", help="a file, a folder or a pattern, as for tqcheck check")
    add_settings_options(options)
    options.add_argument("--output", metavar="FILE", help=f"default: the configured baseline, or {_NAME}")
    options.add_argument("--prune", action="store_true", help="only drop from FILE what is found no more")
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
    checked = list(_read(silence(checked_files(chosen.paths, configuration))))
    if None in checked:
        complain(f"{path} was not written, as not all files could be read")
        return WRONG
    files = [each for each in checked if each]
    return _pruned(before, files) if chosen.prune else _recorded(before, files)


def _read(results: Iterable[Checked | ReadingError]) -> Iterator[Checked | None]:
    for result in results:
        if isinstance(result, ReadingError):
            complain(str(result))
            yield None
        else:
            yield result


def _recorded(empty: Baseline, files: Sequence[Checked]) -> int:
    baseline = empty.with_records(record for checked in files for record in empty.records_of(checked))
    told = f"{_count(len(baseline.records), 'finding')} in {_count(len(files), 'file')} recorded"
    return _written(baseline, told)


def _pruned(before: Baseline, files: Sequence[Checked]) -> int:
    from ..known import Known

    known = Known(before)
    for _ in known(iter(files)):
        pass
    baseline = before.with_records(known.still_known())
    gone = len(before.records) - len(baseline.records)
    return _written(baseline, f"{_count(len(baseline.records), 'finding')} kept, {gone:,} gone")


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


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"
