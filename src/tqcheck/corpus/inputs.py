"""Inputs: the rows of a corpus, one after the other, from files of rows (JSON Lines, CSV, Parquet) and of one document each."""

from __future__ import annotations

import csv
import io
import json
import os
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from itertools import islice
from typing import IO, Any, NamedTuple

from ..core.record import Record
from ..errors import ReadingError, TqcheckError
from ..formats import is_of_known_format
from ..readers.catalogues.csv import delimiter_of
from ..readers.files import meant_files
from .batches import rows_of
from .packages import pyarrow
from .rows import RowError
from .unpacking import PACKED, Pieces, unpacked

MOST_BYTES = 10_000_000
"""A longer row is rejected: it would take memory from all others."""
_KINDS = {".jsonl": "lines", ".ndjson": "lines", ".csv": "csv", ".tsv": "tsv", ".tab": "tsv", ".parquet": "parquet"}
_BATCH = 256
_DOCUMENT = "document"
_NOT_UTF8 = "the row is not UTF-8"


class Shard(Record):
    """A file of rows, or one document: its path, and how it is read."""

    path: str
    kind: str

    @property
    def size(self) -> int:
        """Its length in bytes; -1 if it cannot be told."""
        try:
            return os.stat(self.path).st_size
        except OSError:
            return -1


class Row(NamedTuple):
    """A row as it stands in its shard: its number from 1, and what it holds.

    ``content`` is a line of JSON that is not read yet, the values by column, the path of a document, or why the row cannot be read.
    """

    number: int
    content: bytes | dict[str, Any] | str | RowError

    @property
    def size(self) -> int:
        """About how much text it is."""
        if isinstance(self.content, bytes):
            return len(self.content)
        if isinstance(self.content, dict):
            return sum(len(value) for value in self.content.values() if isinstance(value, str))
        return os.stat(self.content).st_size if isinstance(self.content, str) and os.path.exists(self.content) else 0


def shards(paths: Iterable[str]) -> list[Shard]:
    """The files that are meant, in order; raises `ReadingError` for a path that leads nowhere.

    A folder stands for the files of rows and the texts of known formats in it and in its folders, sorted by path.
    """
    found: dict[str, Shard] = {}
    for path in paths:
        for each in _in_folder(path) if os.path.isdir(path) else meant_files([path]):
            if isinstance(each, ReadingError):
                raise each
            found.setdefault(os.path.realpath(each), Shard(each, _kind(each) or _DOCUMENT))
    return list(found.values())


def rows(shard: Shard, skip: int = 0) -> Iterator[Row]:
    """The rows of a shard behind the first ``skip``. If it breaks off, the last row says why; nothing is raised for what it holds."""
    number = skip
    try:
        for number, content in enumerate(_contents(shard, skip), skip + 1):
            yield Row(number, content)
    except TqcheckError:
        raise
    except Exception as error:  # there is no end to the ways in which the readers of damaged files fail
        why = (getattr(error, "strerror", None) or str(error) or type(error).__name__).strip()
        yield Row(number + 1, RowError(f"the file cannot be read further: {why}"))


def values_of(line: bytes) -> dict[str, Any]:
    """The values of a line of JSON; raises `RowError`."""
    try:
        values = json.loads(line)
    except UnicodeDecodeError:
        raise RowError(_NOT_UTF8) from None
    except (ValueError, RecursionError) as error:
        raise RowError(f"the row is no JSON: {error}") from None
    if not isinstance(values, dict):
        raise RowError("the row is no object of JSON")
    return values


def _kind(path: str) -> str | None:
    name = path.lower()
    for packed in PACKED:
        name = name.removesuffix(packed)
    return _KINDS.get(os.path.splitext(name)[1])


def _in_folder(folder: str) -> list[str]:
    found: list[str] = []
    for place, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".")]
        kept = (name for name in names if not name.startswith(".") and (_kind(name) or is_of_known_format(name)))
        found.extend(os.path.join(place, name) for name in kept)
    if not found:
        raise ReadingError(folder, "no file of rows or of a known format in this folder")
    return sorted(found)


def _contents(shard: Shard, skip: int) -> Iterator[bytes | dict[str, Any] | str | RowError]:
    if shard.kind == _DOCUMENT:
        yield from islice([shard.path], skip, None)
    elif shard.kind == "parquet":
        yield from _of_parquet(shard.path, skip)
    else:
        with _opened(shard.path) as file:
            found = _lines(file) if shard.kind == "lines" else _of_table(file, "\t" if shard.kind == "tsv" else None)
            yield from islice(found, skip, None)


@contextmanager
def _opened(path: str) -> Iterator[io.BufferedReader[Any]]:
    with open(path, "rb") as file:
        if path.lower().endswith(PACKED):
            with closing(unpacked(file, path)) as pieces, io.BufferedReader(Pieces(pieces)) as joined:
                yield joined
        else:
            yield file


def _lines(file: IO[bytes]) -> Iterator[bytes | RowError]:
    """The lines that hold something. Of one that is too long no more than that is in memory at once."""
    while line := file.readline(MOST_BYTES + 1):
        if len(line) > MOST_BYTES and not line.endswith(b"\n"):
            while line and not line.endswith(b"\n"):
                line = file.readline(MOST_BYTES)
            yield RowError(f"the row has more than {MOST_BYTES:,} bytes")
        elif line.strip():
            yield line


def _of_table(file: io.BufferedReader[Any], delimiter: str | None) -> Iterator[dict[str, Any] | RowError]:
    csv.field_size_limit(MOST_BYTES)
    mark = delimiter or delimiter_of(file.peek().decode("utf-8-sig", "replace"))
    with io.TextIOWrapper(file, "utf-8-sig", errors="surrogateescape", newline="") as text:
        reader = csv.DictReader(text, delimiter=mark, restkey="", strict=True)
        if not reader.fieldnames:  # a damaged one raises here: without it no row can be read
            return
        while row := _next(reader):
            if isinstance(row, dict):
                row.pop("", None)
                values = [value for value in row.values() if value is not None]
                yield row if all(map(_is_utf8, values)) else RowError(_NOT_UTF8)
            else:
                yield row


def _next(reader: csv.DictReader[str]) -> dict[str, Any] | RowError | None:
    """The next row of a table; None behind the last."""
    try:
        return next(reader, None)
    except csv.Error as error:
        if "field larger" in str(error):  # what follows is inside of it
            raise
        return RowError(f"the row is no CSV: {error}")


def _is_utf8(value: str) -> bool:
    return value.isascii() or not any("\udc80" <= character <= "\udcff" for character in value)


def _of_parquet(path: str, skip: int) -> Iterator[dict[str, Any]]:
    file = pyarrow().parquet.ParquetFile(path)
    for number in range(file.num_row_groups):
        count = file.metadata.row_group(number).num_rows
        if skip >= count:
            skip -= count
            continue
        for batch in file.iter_batches(_BATCH, row_groups=[number]):
            yield from islice(rows_of(batch), skip, None)
            skip = max(0, skip - batch.num_rows)
