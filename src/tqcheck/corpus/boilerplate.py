"""Boilerplate: sentences that stand on many pages of a site."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from heapq import nsmallest
from typing import Any, NamedTuple

from .inputs import Row
from .library import Library
from .marking import SITE, Marker
from .marks import site_key
from .piles import Piles
from .rows import MOST_EXCERPT

MOST = 100_000
"""So many sentences are told, those on most pages; how many others there are is counted."""


class Widespread(NamedTuple):
    """A sentence on many pages, in the order in which they are told: how many (negative), its key, the number of the first one."""

    minus_pages: int
    key: bytes
    first: int


class Boilerplate:
    """What recurs on so many ``pages`` or more. ``left_out`` is the number of sentences behind the first `MOST`."""

    def __init__(self, sentences: Piles, pages: int) -> None:
        self._count = 0
        self._found = nsmallest(MOST, self._widespread(sentences, pages))
        self.left_out = self._count - len(self._found)

    def _widespread(self, sentences: Piles, pages: int) -> Iterator[Widespread]:
        for tally in sentences.tallies():
            for key, (count, first) in tally.items():
                if count >= pages:
                    self._count += 1
                    yield Widespread(-count, key, first)

    def rows(self, library: Library, sites: Piles, marker: Marker, corpus: Iterable[tuple[str, Row]]) -> Iterator[dict[str, Any]]:
        """A row for each, those on most pages first. The corpus is read once more, for their texts as they stand on their first pages."""
        texts = self._texts(marker, corpus)
        first = {each.first: library.told(each.first) for each in self._found}
        keys = {site_key(told[SITE]) for told in first.values()}
        pages = {key: tally[key][0] for tally in sites.tallies() for key in keys & tally.keys()}
        for each in self._found:
            told = first[each.first]
            place = {name: held for name, held in told.items() if name != SITE}
            figures = {"pages": -each.minus_pages, "pages_of_site": pages[site_key(told[SITE])]}
            yield {SITE: told[SITE], "text": texts[each.key], **figures, "first": place}

    def _texts(self, marker: Marker, corpus: Iterable[tuple[str, Row]]) -> dict[bytes, str]:
        wanted: dict[int, set[bytes]] = {}
        for each in self._found:
            wanted.setdefault(each.first, set()).add(each.key)
        texts: dict[bytes, str] = {}
        for number, (path, row) in enumerate(corpus):
            if number in wanted:
                found = marker.sentences(path, row)
                texts |= {key: found[key][:MOST_EXCERPT] for key in wanted[number]}
        return texts
