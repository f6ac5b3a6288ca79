"""Recur: what comes again across the documents of a corpus: sentences on many pages of a site, and documents that are nearly the same.

The keys of all documents are dealt to piles on disk (`Piles`), and each pile is counted by itself; so memory does not grow with the
corpus, and neither the order of the documents nor the number of processes changes a count.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing
from tempfile import TemporaryDirectory
from typing import Any

from ..core.record import Record
from ..errors import ReadingError, SettingsError
from ..processes import cores
from ..writing import replacing
from .boilerplate import Boilerplate
from .duplicates import duplicates
from .inputs import Row, Shard, rows, shards
from .library import Library
from .marking import Marker
from .marks import site_key
from .outputs import packed
from .piles import Piles, record
from .rows import TEXT, Columns
from .surviving import outliving

BOILERPLATE, DUPLICATES = "boilerplate.jsonl", "duplicates.jsonl"
_CHUNK_ROWS, _CHUNK_BYTES = 400, 250_000
_LEAST_SIMILARITY = 0.5


class Search(Record):
    """What is searched: ``paths`` of files and folders, ``output``: a folder, ``columns`` (``text``, ``id``, ``language``),
    ``site``: a column whose values are looked at apart (None: the corpus is one site), ``pages``: on so many at least is a sentence
    told, ``similarity``: so much (0.5 to 1) do documents have in common that are told, and ``language``: of all texts (None: detected)."""

    paths: tuple[str, ...]
    output: str
    columns: Columns = TEXT
    site: str | None = None
    pages: int = 5
    similarity: float = 0.8
    language: str | None = None

    def _check(self) -> None:
        if self.pages < 2:
            raise SettingsError(f"a sentence recurs on 2 pages or more, not {self.pages}")
        if not _LEAST_SIMILARITY <= self.similarity <= 1:
            raise SettingsError(f"the similarity of near-duplicates is a number from {_LEAST_SIMILARITY} to 1, not {self.similarity}")


class Found(Record):
    """What came of it: how many documents were read, and how many could not be; sentences told and left out; duplicates told."""

    documents: int
    unread: int
    sentences: int
    left_out: int
    duplicates: int


def recur(search: Search, *, jobs: int | None = None) -> Found:
    """Search a corpus, and write ``boilerplate.jsonl`` and ``duplicates.jsonl`` into the folder ``search.output``.

    What is needed on the way (1 kB for each document, 16 bytes for each sentence) lies there too, and is taken away. ``jobs``: the number
    of processes, None for one on each core. Raises `SettingsError` for a folder that is not empty, and `ReadingError` for a path that
    leads nowhere.
    """
    found = shards(search.paths)
    _make_empty(search.output)
    marker = Marker(search.columns, search.site, search.language)
    with TemporaryDirectory(dir=search.output, prefix=".piles-") as folder, closing(Library(folder)) as library:
        sentences, sites, bands = (Piles(folder, name) for name in ("sentences", "sites", "bands"))
        unread = _read(marker, found, jobs or cores(), library, sentences, sites, bands)
        boilerplate = Boilerplate(sentences, search.pages)
        told = _write(search, BOILERPLATE, boilerplate.rows(library, sites, marker, _corpus(found)))
        count = _write(search, DUPLICATES, duplicates(folder, library, bands, search.similarity))
        return Found(library.count - unread, unread, told, boilerplate.left_out, count)


def _make_empty(folder: str) -> None:
    try:
        os.makedirs(folder, exist_ok=True)
        is_empty = not os.listdir(folder)
    except OSError as error:
        raise ReadingError(folder, (error.strerror or str(error)).lower()) from None
    if not is_empty:
        raise SettingsError(f"{folder} is not empty; name another folder")


def _read(marker: Marker, found: list[Shard], jobs: int, library: Library, sentences: Piles, sites: Piles, bands: Piles) -> int:
    """Read the corpus, and deal the keys of all documents; gives the number of those that cannot be read."""
    unread = 0
    with closing(outliving(marker, _chunks(found), jobs, lambda chunk: [[row] for row in chunk], marker.lost)) as chunks:
        for marked in (each for chunk in chunks for each in chunk):
            number = library.count
            sentences.add(record(key, number) for key in marked.sentences)
            bands.add(record(key, number) for key in marked.bands)
            if marked.is_read:
                sites.add([record(site_key(marked.told["site"]), number)])
            unread += not marked.is_read
            library.add(marked.told, marked.signature)
    return unread


def _corpus(found: Iterable[Shard]) -> Iterator[tuple[str, Row]]:
    for shard in found:
        for row in rows(shard):
            yield shard.path, row


def _chunks(found: Iterable[Shard]) -> Iterator[list[tuple[str, Row]]]:
    batch: list[tuple[str, Row]] = []
    size = 0
    for path, row in _corpus(found):
        batch.append((path, row))
        size += row.size
        if size >= _CHUNK_BYTES or len(batch) >= _CHUNK_ROWS:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


def _write(search: Search, name: str, told: Iterable[Mapping[str, Any]]) -> int:
    """Write rows to a file of the output, whole or not at all; gives their number."""
    count = 0
    with replacing(os.path.join(search.output, name)) as file:
        for row in told:
            file.write(packed([row]))
            count += 1
    return count
