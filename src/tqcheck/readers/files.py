"""Which files a user means, and what stands in them."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator

from ..errors import ReadingError
from . import plain
from .reading import Reading

STANDARD_INPUT = "-"
STANDARD_INPUT_NAME = "<stdin>"
SUFFIX = ".txt"


def read_file(path: str) -> Reading:
    """The reading of a file, or of standard input for ``-``; raises `ReadingError`."""
    if path == STANDARD_INPUT:
        if sys.stdin is None:
            raise ReadingError(STANDARD_INPUT_NAME, "standard input is closed")
        return plain.read(sys.stdin.buffer.read(), STANDARD_INPUT_NAME)
    try:
        with open(path, "rb") as file:
            return plain.read(file.read(), path)
    except OSError as error:
        raise ReadingError(path, (error.strerror or str(error)).lower()) from None


def meant_files(paths: Iterable[str]) -> Iterator[str | ReadingError]:
    """The path of each file, in the order in which it is first meant; a path that leads nowhere gives an error.

    A folder stands for the text files in it and in its folders, sorted by path; hidden ones, and folders that are
    links, are left out. A pattern (``*``, ``?``, ``[…]``, ``**``) that is no file's name stands for the files that it
    fits, sorted. A file that is meant twice, by whatever name, comes once.
    """
    seen: set[str] = set()
    for path in paths:
        for found in _meant(path):
            if isinstance(found, ReadingError):
                yield found
                continue
            true_path = found if found == STANDARD_INPUT else os.path.realpath(found)
            if true_path not in seen:
                seen.add(true_path)
                yield found


def _meant(path: str) -> Iterator[str | ReadingError]:
    if path == STANDARD_INPUT:
        yield path
    elif os.path.isdir(path):
        yield from _or_nothing(path, _in_folder(path), f"no {SUFFIX} file in this folder")
    elif not os.path.lexists(path) and any(mark in path for mark in "*?["):
        yield from _or_nothing(path, _fitting(path), "no file fits this pattern")
    else:
        yield path


def _or_nothing(path: str, found: Iterator[str | ReadingError], why: str) -> Iterator[str | ReadingError]:
    nothing = True
    for each in found:
        nothing = False
        yield each
    if nothing:
        yield ReadingError(path, why)


def _fitting(pattern: str) -> Iterator[str | ReadingError]:
    from glob import iglob

    return iter(sorted(path for path in iglob(pattern, recursive=True) if os.path.isfile(path)))


def _in_folder(folder: str) -> Iterator[str | ReadingError]:
    errors: list[OSError] = []
    found: list[str] = []
    for place, folders, names in os.walk(folder, onerror=errors.append):
        folders[:] = [name for name in folders if not name.startswith(".")]
        found.extend(os.path.join(place, name) for name in names if name.lower().endswith(SUFFIX) and not name.startswith("."))
    for error in errors:
        yield ReadingError(str(error.filename), (error.strerror or str(error)).lower())
    yield from sorted(found)
