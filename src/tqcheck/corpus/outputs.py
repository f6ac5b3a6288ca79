"""Outputs: where the rows of a scan are written, so that a run which was killed can go on from its last checkpoint."""

from __future__ import annotations

import json
import os
from base64 import b64encode
from collections.abc import Iterable, Mapping
from math import isfinite
from typing import Any, Protocol

from .packages import pyarrow
from .schemas import storable

FORMATS = ("jsonl", "parquet")


class Sink(Protocol):
    """A place for rows of one kind. What is written counts from the next ``mark`` on; ``back_to`` forgets what came after one."""

    def add(self, rows: Iterable[bytes]) -> None:
        """Take in rows, as `packed` made them."""

    def mark(self) -> int:
        """Bring everything to the file, and tell how far it is."""

    def back_to(self, mark: int) -> None:
        """Forget what was written after a mark."""

    def close(self) -> None:
        """Let go of what is open."""


def packed(rows: Iterable[Mapping[str, Any]]) -> bytes:
    """Rows as lines of JSON, in ASCII, so that no lone surrogate can harm them."""
    return b"".join(json.dumps(row, allow_nan=False).encode() + b"\n" for row in rows)


def as_json(row: Mapping[str, Any]) -> bytes:
    """A row of any values as a line of JSON: bytes as Base64, what is no number as null, and all that JSON does not know as a text."""
    return packed([_plain(row)])


def _plain(value: Any) -> Any:
    if isinstance(value, Mapping):
        return {key if isinstance(key, str) else str(_plain(key)): _plain(each) for key, each in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(each) for each in value]
    if isinstance(value, float):
        return value if isfinite(value) else None
    if isinstance(value, bytes):
        return b64encode(value).decode("ascii")
    return value if value is None or isinstance(value, str | int) else str(value)


class Lines:
    """Rows of JSON in one file, which grows."""

    def __init__(self, folder: str, name: str) -> None:
        self._file = open(os.path.join(folder, f"{name}.jsonl"), "ab")  # noqa: SIM115

    def add(self, rows: Iterable[bytes]) -> None:
        """Write rows behind the others."""
        for each in rows:
            self._file.write(each)

    def mark(self) -> int:
        """The length of the file."""
        self._file.flush()
        return self._file.tell()

    def back_to(self, mark: int) -> None:
        """Cut the file to a length that it had."""
        self._file.truncate(mark)
        self._file.seek(0, os.SEEK_END)

    def close(self) -> None:
        """Let go of the file."""
        self._file.close()


class Parts:
    """Rows in files of Parquet, a numbered one for what came between two marks."""

    def __init__(self, folder: str, name: str, schema: Any) -> None:
        self._folder = folder
        self._name = name
        self._schema = schema
        self._waiting: list[bytes] = []
        self._count = 0

    def add(self, rows: Iterable[bytes]) -> None:
        """Keep rows for the next file."""
        self._waiting += rows

    def mark(self) -> int:
        """Write what waits, and tell the number of files."""
        found = [json.loads(line) for each in self._waiting for line in each.splitlines()]
        self._waiting = []
        if found:
            table = pyarrow().Table.from_pylist([storable(row) for row in found], schema=self._schema)
            pyarrow().parquet.write_table(table, self._path(self._count))
            self._count += 1
        return self._count

    def back_to(self, mark: int) -> None:
        """Take away the files that came after a mark."""
        self._waiting = []
        self._count = mark
        while os.path.exists(self._path(mark)):
            os.unlink(self._path(mark))
            mark += 1

    def close(self) -> None:
        """Nothing is open between two marks."""

    def _path(self, number: int) -> str:
        return os.path.join(self._folder, f"{self._name}-{number:05}.parquet")
