"""The work of a run: which files are checked, with which settings, one after the other or in several processes."""

from __future__ import annotations

import os
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from itertools import chain

from ..core.record import Row
from ..errors import ReadingError
from ..formats import format_of
from .effort import Effort

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ..changes import Changes
    from ..checked import Checked, Checks
    from ..configuration import Configuration
    from ..formats import Format
    from ..readers.reading import Reading
    from ..settings import Settings
    from .beside import Beside

LITTLE = 100_000
"""So many bytes are checked faster than processes are started."""
BATCH_BYTES, BATCH_FILES = 50_000, 32
"""A process gets so much at a time, so that it seldom waits for more."""
STANDARD_INPUT = "-"


class Meant(Row):
    """A file to check, with its settings; ``reading`` if it was read already, ``beside``: the files beside it by their partner's name."""

    path: str
    settings: Settings
    reading: Reading | None = None
    beside: Sequence[tuple[str, str]] = ()

    @property
    def format(self) -> Format:
        """How the file is read."""
        return format_of(self.path, name=self.settings.format, columns=self.settings.columns)


def checked_files(
    paths: Sequence[str],
    configuration: Configuration,
    changes: Changes | None = None,
    effort: Effort | None = None,
    *,
    aside: Iterable[str | None] = (),
    beside: Beside | None = None,
) -> Generator[Checked | ReadingError]:
    """Every file that is meant (and has changed), checked with the settings that hold for it, in the order in which it is meant.

    ``aside`` are files of the run itself, such as a baseline, that no folder stands for. The iteration must be closed if it
    is not carried to its end, so that no process stays behind.
    """
    from ..readers.files import meant_files, read_file

    effort = effort or Effort()
    tasks = _tasks(meant_files(paths, aside=filter(None, aside)), configuration, changes, beside)
    first, is_little = _first(tasks)
    meant: Iterable[Meant | ReadingError] = chain(first, tasks)
    is_shown = effort.shows_progress and not is_little
    if is_shown:
        meant = list(meant)
    work = Work(changes.read if changes else read_file, effort.cache_for(is_little=is_little))
    jobs = 1 if is_little or len(first) == 1 else effort.jobs
    results = (work.one(task) for task in meant) if jobs == 1 else _in_processes(work, meant, jobs)
    if is_shown and isinstance(meant, list):
        from .progress import shown

        yield from shown(results, len(meant))
    else:
        yield from results


def _tasks(
    paths: Iterable[str | ReadingError], configuration: Configuration, changes: Changes | None, beside: Beside | None
) -> Iterator[Meant | ReadingError]:
    for path in paths:
        try:
            if isinstance(path, ReadingError):
                yield path
            elif beside is not None and beside.holds(path):
                continue
            elif changes is None or changes.holds(path):
                yield Meant(path, configuration.settings_for(path), None, tuple(beside.of(path)) if beside else ())
            elif not os.path.lexists(path):
                yield ReadingError(path, "no such file or directory")
        except ReadingError as error:
            yield error


def _first(tasks: Iterator[Meant | ReadingError]) -> tuple[list[Meant | ReadingError], bool]:
    """The first tasks, and whether they are all there are and little text. No file is read, nor standard input waited for."""
    first: list[Meant | ReadingError] = []
    size = 0
    for task in tasks:
        first.append(task)
        size += _size(task)
        if size > LITTLE and len(first) > 1:
            return first, False
    return first, size <= LITTLE


def _size(task: Meant | ReadingError) -> int:
    try:
        return 0 if isinstance(task, ReadingError) or task.path == STANDARD_INPUT else os.stat(task.path).st_size
    except (OSError, ValueError):
        return 0


class Work:
    """What is done with a file, in whatever process."""

    def __init__(self, read: Callable[[str, Format], Reading], cache_folder: str | None) -> None:
        self._read = read
        self._cache_folder = cache_folder
        self._checkers: dict[Settings, Checks] = {}

    def one(self, task: Meant | ReadingError) -> Checked | ReadingError:
        """Read and check one file; an error stays what it is."""
        from ..checked import check_file

        if isinstance(task, ReadingError):
            return task
        if task.settings not in self._checkers:
            self._checkers[task.settings] = self._checker(task.settings)
        return check_file(self._checkers[task.settings], lambda: self._reading(task))

    def _reading(self, task: Meant) -> Reading:
        reading = task.reading or self._read(task.path, task.format)
        if not task.beside:
            return reading
        from ..readers.files import read_file

        return reading.replace(partners={partner: read_file(path) for partner, path in task.beside})

    def __call__(self, batch: Sequence[Meant | ReadingError]) -> list[Checked | ReadingError]:
        """The same for several."""
        return [self.one(task) for task in batch]

    def prepare(self) -> None:
        """Work out beforehand what would else be worked out in every process."""
        if self._cache_folder is not None:
            from ..cache import stamp

            stamp()

    def _checker(self, settings: Settings) -> Checks:
        if self._cache_folder is not None:
            from ..cache import CachedChecker

            return CachedChecker(settings, self._cache_folder)
        from ..checker import Checker

        return Checker.with_settings(settings)


def _in_processes(work: Work, tasks: Iterable[Meant | ReadingError], jobs: int | None) -> Generator[Checked | ReadingError]:
    from contextlib import closing

    from ..processes import cores, in_order

    work.prepare()
    with closing(in_order(work, _batches(tasks), jobs or cores(), lost=_lost)) as done:
        for batch in done:
            yield from batch


def _batches(tasks: Iterable[Meant | ReadingError]) -> Iterator[list[Meant | ReadingError]]:
    batch: list[Meant | ReadingError] = []
    size = 0
    for task in tasks:
        batch.append(_with_standard_input(task))
        size += _size(task)
        if size >= BATCH_BYTES or len(batch) == BATCH_FILES:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


def _with_standard_input(task: Meant | ReadingError) -> Meant | ReadingError:
    """Standard input is this process's own, so it is read here."""
    if isinstance(task, ReadingError) or task.path != STANDARD_INPUT:
        return task
    from ..readers.files import read_file

    try:
        return task._replace(reading=read_file(STANDARD_INPUT, task.format))
    except ReadingError as error:
        return error


def _lost(batch: Sequence[Meant | ReadingError]) -> list[Checked | ReadingError]:
    why = "the process that checked it was killed, perhaps for want of memory; try --jobs 1"
    return [task if isinstance(task, ReadingError) else ReadingError(task.path, why) for task in batch]
