"""Piles: records of a corpus dealt by their keys to files, so that what has the same key lies together and is counted pile by pile.

In memory are the different keys of one pile. Neither the order in which the records came nor the parts in which they were gathered
change what comes of them: the piles of two parts of a corpus are those of the whole, one file behind the other.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator

COUNT = 256
"""So many piles there are: of a thousand million records one has 4 million."""
SIZE = 16
"""The bytes of a record: a key of 8, and a value of 8."""
KEY = 8
_BUFFER = 16_384
_BLOCK = SIZE << 16


def record(key: bytes, value: int) -> bytes:
    """A record; records are in the order of their keys, and then of their values."""
    return key + value.to_bytes(SIZE - KEY, "big")


def value_of(record: bytes) -> int:
    """The value of a record."""
    return int.from_bytes(record[KEY:], "big")


def by_first_byte(record: bytes) -> int:
    """The pile of a record whose key is as good as random."""
    return record[0]


class Piles:
    """Records in files of a folder; ``deal`` gives the number of the pile of a record, from its key alone. Few files are open at a time."""

    def __init__(self, folder: str, name: str, deal: Callable[[bytes], int] = by_first_byte) -> None:
        self._paths = [os.path.join(folder, f"{name}-{number:03}") for number in range(COUNT)]
        self._waiting = [bytearray() for _ in range(COUNT)]
        self._deal = deal

    def add(self, records: Iterable[bytes]) -> None:
        """Take in records."""
        for each in records:
            number = self._deal(each)
            waiting = self._waiting[number]
            waiting += each
            if len(waiting) >= _BUFFER:
                self._write(number)

    def _write(self, number: int) -> None:
        with open(self._paths[number], "ab") as file:
            file.write(self._waiting[number])
        self._waiting[number].clear()

    def each(self) -> Iterator[Iterator[bytes]]:
        """The records of each pile."""
        for number in range(COUNT):
            yield self._records(number)

    def _records(self, number: int) -> Iterator[bytes]:
        for block in self._blocks(number):
            for start in range(0, len(block), SIZE):
                yield block[start : start + SIZE]

    def _blocks(self, number: int) -> Iterator[bytes]:
        if os.path.exists(self._paths[number]):
            with open(self._paths[number], "rb") as file:
                while block := file.read(_BLOCK):
                    yield block
        yield bytes(self._waiting[number])

    def tallies(self) -> Iterator[dict[bytes, tuple[int, int]]]:
        """For each pile its keys, with the number of their records and the least of their values."""
        for records in self.each():
            found: dict[bytes, tuple[int, int]] = {}
            for each in records:
                count, first = found.get(each[:KEY], (0, value_of(each)))
                found[each[:KEY]] = count + 1, min(first, value_of(each))
            yield found
