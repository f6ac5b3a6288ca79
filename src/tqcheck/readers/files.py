"""Which files a user means, and what stands in them."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator

from ..errors import ReadingError
from ..formats import READERS, Format, format_of, is_of_known_format
from .decoding import encoded
from .reading import Reading

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

STANDARD_INPUT = "-"
STANDARD_INPUT_NAME = "<stdin>"
_OWN_HEADS = (b'{\n  "version": 1,\n  "findings": [', b'{\n  "version": 1,\n  "tqcheck": "')
"""How baselines and reports in JSON begin."""


def read_file(path: str, format: Format | None = None) -> Reading:
    """The reading of a file, or of standard input for ``-``; raises `ReadingError`. Without ``format`` its name tells how to read it."""
    return read(_data(path), STANDARD_INPUT_NAME if path == STANDARD_INPUT else path, format or format_of(path))


def read(data: bytes, name: str, format: Format) -> Reading:
    """The reading of the bytes of a file; raises `ReadingError`."""
    found: Reading = reader_of(format).read(data, name, format)
    return found


def reader_of(format: Format) -> Any:
    """The module that reads a format.

    It has ``read(data, name, format)``. It may have ``escape(text, reading, start, end)``: how a text is written between two places
    of ``raw``, or None if it cannot stand there; without it nothing of this format is repaired. Where the bytes of a file are not
    its encoded raw text, it has ``written(reading, raw)``: those with another raw text, and ``obstacle(reading)``: why there can be
    none, or nothing.
    """
    from importlib import import_module

    return import_module(f".{READERS[format.name]}", __package__)


def written(reading: Reading, raw: str) -> bytes:
    """The bytes of a file that was read, with another raw text; the bytes that it had, if the raw text is its own."""
    reader = reader_of(reading.format)
    if hasattr(reader, "written"):
        data: bytes = reader.written(reading, raw)
        return data
    return encoded(raw, reading.encoding, has_mark=reading.has_mark)


def again(reading: Reading, raw: str) -> Reading:
    """The reading of the same file with another raw text."""
    return read(written(reading, raw), reading.name, reading.format)


def _data(path: str) -> bytes:
    if path == STANDARD_INPUT:
        if sys.stdin is None:
            raise ReadingError(STANDARD_INPUT_NAME, "standard input is closed")
        return sys.stdin.buffer.read()
    try:
        with open(path, "rb") as file:
            return file.read()
    except OSError as error:
        raise ReadingError(path, (error.strerror or str(error)).lower()) from None


def meant_files(paths: Iterable[str], *, aside: Iterable[str] = ()) -> Iterator[str | ReadingError]:
    """The path of each file, in the order in which it is first meant; a path that leads nowhere gives an error.

    A folder stands for the files of known formats in it and in its folders, sorted by path; hidden ones, and folders that are
    links, are left out. A pattern (``*``, ``?``, ``[…]``, ``**``) that is no file's name stands for the files that it
    fits, sorted. A file that is meant twice, by whatever name, comes once. Those ``aside`` come only if they are named themselves.
    """
    seen: set[str] = set()
    left_out = {os.path.realpath(path) for path in aside}
    for path in paths:
        for found in _meant(path):
            if isinstance(found, ReadingError):
                yield found
                continue
            true_path = found if found == STANDARD_INPUT else os.path.realpath(found)
            if true_path not in seen and (found == path or true_path not in left_out):
                seen.add(true_path)
                yield found


def _meant(path: str) -> Iterator[str | ReadingError]:
    if path == STANDARD_INPUT:
        yield path
    elif os.path.isdir(path):
        yield from _or_nothing(path, _in_folder(path), "no file of a known format in this folder")
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
        known = (os.path.join(place, name) for name in names if is_of_known_format(name) and not name.startswith("."))
        found.extend(path for path in known if not _is_own(path))
    for error in errors:
        yield ReadingError(str(error.filename), (error.strerror or str(error)).lower())
    yield from sorted(found)


def _is_own(path: str) -> bool:
    """True for baselines and reports of ours, whatever their name."""
    if not path.endswith(".json"):
        return False
    try:
        with open(path, "rb") as file:
            return file.read(max(map(len, _OWN_HEADS))).startswith(_OWN_HEADS)
    except OSError:
        return False  # the reader says what is the matter with it
