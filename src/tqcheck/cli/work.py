"""The work of a run: which files are checked, and with which settings."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING

from ..errors import ReadingError

if TYPE_CHECKING:
    from ..changes import Changes
    from ..checked import Checked
    from ..configuration import Configuration


def checked_files(paths: Sequence[str], configuration: Configuration, changes: Changes | None = None) -> Iterator[Checked | ReadingError]:
    """Every file that is meant (and has changed), checked with the settings that hold for it, in the order in which it is meant."""
    from ..checked import check_file
    from ..checker import Checker
    from ..readers.files import read_file

    checker_with = cache(Checker.with_settings)
    read = changes.read if changes else read_file
    for path in _wanted(paths, changes):
        yield path if isinstance(path, ReadingError) else check_file(path, checker_with(configuration.settings_for(path)), read)


def _wanted(paths: Sequence[str], changes: Changes | None) -> Iterator[str | ReadingError]:
    from ..readers.files import meant_files

    for path in meant_files(paths):
        try:
            if isinstance(path, ReadingError) or changes is None or changes.holds(path):
                yield path
        except ReadingError as error:
            yield error
