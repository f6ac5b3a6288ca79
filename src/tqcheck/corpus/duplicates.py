"""Duplicates: documents that have nearly all their words in common with one before them."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import Any

from .library import Library
from .marking import SITE
from .marks import likeness
from .piles import COUNT, KEY, Piles, record, value_of


def duplicates(folder: str, library: Library, bands: Piles, least: float) -> Iterator[dict[str, Any]]:
    """A row for each document that is alike by ``least`` (0 to 1) or more to an earlier one: which of them is most alike, and how much."""
    for number, first, similarity in _most_alike(_pairs(folder, library, bands), library, least):
        yield {**_place(library, number), "of": _place(library, first), "similarity": round(similarity, 2)}


def _pairs(folder: str, library: Library, bands: Piles) -> Piles:
    """Each document with the first one that shares a band with it, by the number of the document."""
    count = library.count

    def by_number(record: bytes) -> int:
        return int.from_bytes(record[:KEY], "big") * COUNT // count

    pairs = Piles(folder, "pairs", by_number)
    for tally, records in zip(bands.tallies(), bands.each(), strict=True):
        for each in records:
            several, first = tally[each[:KEY]]
            if several > 1 and first != value_of(each):
                pairs.add([record(each[KEY:], first)])
    return pairs


def _most_alike(pairs: Piles, library: Library, least: float) -> Iterator[tuple[int, int, float]]:
    """The documents that are alike enough to another, each with the one that is most alike, the first of them if there are several."""
    for records in pairs.each():
        for key, group in groupby(sorted(set(records)), lambda each: each[:KEY]):
            number = int.from_bytes(key, "big")
            signature = library.signature(number)
            found = [(-likeness(signature, library.signature(value_of(each))), value_of(each)) for each in group]
            minus_similarity, first = min(found)
            if -minus_similarity >= least:
                yield number, first, -minus_similarity


def _place(library: Library, number: int) -> dict[str, Any]:
    return {name: value for name, value in library.told(number).items() if name != SITE}
