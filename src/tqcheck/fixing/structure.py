"""Repairs in a format with markup: those after which the file would be read otherwise are found before they are made."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from ..core.finding import Edit, Finding
from ..errors import ReadingError
from ..readers.files import again
from ..readers.reading import Reading
from .choice import edits_of

MOST_READINGS = 200
"""So often a file is read to find the repairs that spoil it; those that are still in doubt then are not made."""
Pair = tuple[Finding, Finding]
"""A finding in places of the text, and the same in places of the raw file."""


class Structure:
    """Tells which repairs leave a file with the same blocks, whose text is as the repairs want it."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._readings = 0

    def spoiling(self, pairs: Sequence[Pair]) -> Iterator[Pair]:
        """The repairs that would make more or less of the file than they say."""
        left = sorted(pairs, key=lambda pair: [(edit.start, edit.end) for edit in edits_of(pair[1])])
        while left:
            batch, left = _apart(left)
            yield from self._spoiling(batch)

    def _spoiling(self, batch: Sequence[Pair]) -> Iterator[Pair]:
        if self._readings < MOST_READINGS and self._is_kept_by(batch):
            return
        if len(batch) == 1 or self._readings >= MOST_READINGS:
            yield from batch
            return
        half = len(batch) // 2
        yield from self._spoiling(batch[:half])
        yield from self._spoiling(batch[half:])

    def _is_kept_by(self, batch: Sequence[Pair]) -> bool:
        self._readings += 1
        in_text = sorted((edit for finding, _ in batch for edit in edits_of(finding)), key=_place)
        in_raw = sorted((edit for _, finding in batch for edit in edits_of(finding)), key=_place)
        try:
            read = again(self._reading, _edited(self._reading.raw, in_raw))
        except ReadingError:
            return False
        return list(_blocks(read, [])) == list(_blocks(self._reading, in_text))


def _apart(pairs: Sequence[Pair]) -> tuple[list[Pair], list[Pair]]:
    """Repairs that do not touch each other, and the others; at least one is among the first."""
    batch: list[Pair] = []
    left: list[Pair] = []
    end = -1
    for pair in pairs:
        edits = edits_of(pair[1])
        if edits[0].start > end:
            batch.append(pair)
            end = max(edit.end for edit in edits)
        else:
            left.append(pair)
    return batch, left


def _blocks(reading: Reading, edits: Sequence[Edit]) -> Iterator[tuple[str, list[str]]]:
    """The kind and the words of each block after edits; one that they leave empty is none."""
    text = _edited(reading.text, edits)
    starts = [edit.start for edit in edits]
    shifts = [0]
    for edit in edits:
        shifts.append(shifts[-1] + len(edit.text) - (edit.end - edit.start))

    def moved(place: int, *, is_end: bool) -> int:
        number = bisect_right(starts, place if is_end else place - 1)
        if number and edits[number - 1].end > place:  # inside an edit: its text counts to the block in which it begins
            edit = edits[number - 1]
            return edit.start + shifts[number - 1] + len(edit.text)
        return place + shifts[number]

    for block in reading.blocks or ():
        words = text[moved(block.span.start, is_end=False) : moved(block.span.end, is_end=True)].split()
        if words:
            yield block.kind, words


def _edited(text: str, edits: Sequence[Edit]) -> str:
    pieces: list[str] = []
    done = 0
    for edit in edits:
        pieces += text[done : edit.start], edit.text
        done = edit.end
    return "".join((*pieces, text[done:]))


def _place(edit: Edit) -> tuple[int, int]:
    return edit.start, edit.end
