"""What is measured: right beads, right links, sure beads, and time."""

from __future__ import annotations

import time
from collections.abc import Collection, Iterator, Sequence
from math import log
from pathlib import Path
from typing import NamedTuple

from tqcheck.bilingual.alignment import align_texts

from .disturbed import Disturbed, disturbed, links

SHARES = ((0.0, 0.0), (0.1, 0.0), (0.2, 0.0), (0.4, 0.0), (0.2, 0.05))
"""(lines merged or split, lines left out on one side)."""
_SIZES = (1250, 2500, 5000, 10_000)


class Scores(NamedTuple):
    """F1 of exact beads and of links, precision and recall of the beads that are called sure."""

    beads: float
    links: float
    sure_precision: float
    sure_recall: float


def pairs_of_files(folder: Path) -> Iterator[tuple[str, list[str], list[str]]]:
    """(name, lines, source lines) of each translation in a folder with ``xx-en.source.txt`` beside ``xx-en.*.txt``."""
    for source in sorted(folder.glob("*.source.txt")):
        lines = source.read_text("utf-8").splitlines()
        for translation in sorted(folder.glob(source.name.replace(".source.", ".*."))):
            if translation != source:
                yield translation.name.removesuffix(".txt"), translation.read_text("utf-8").splitlines(), lines


def scores(made: Disturbed) -> Scores:
    """How well disturbed lines are aligned."""
    found = align_texts(made.own, made.partner).beads
    gold = {bead for bead in made.beads if bead[0] < bead[1] and bead[2] < bead[3]}
    pairs = {bead[:4] for bead in found if bead.first < bead.end and bead.partner_first < bead.partner_end}
    sure = {bead[:4] for bead in found if bead.is_pair}
    right = len(sure & gold)
    by_links = _f1(set(links(sorted(pairs))), set(links(sorted(gold))))
    return Scores(_f1(pairs, gold), by_links, right / max(len(sure), 1), right / len(gold))


def _f1(found: Collection[object], gold: Collection[object]) -> float:
    return 2 * len(set(found) & set(gold)) / max(len(found) + len(gold), 1)


def growth(own: Sequence[str], partner: Sequence[str], sizes: Sequence[int] = _SIZES) -> tuple[float, list[tuple[int, float]]]:
    """The exponent of time over length from the smallest to the greatest size, and the time in ratios to that of the smallest one."""
    times: list[tuple[int, float]] = []
    for size in sizes:
        copies = -(-size // len(own))
        made = disturbed((list(own) * copies)[:size], (list(partner) * copies)[:size], 0.2, 0.0, size)
        start = time.process_time()
        align_texts(made.own, made.partner)
        times.append((size, time.process_time() - start))
    exponent = log(times[-1][1] / times[0][1]) / log(times[-1][0] / times[0][0])
    return exponent, [(size, spent / times[0][1]) for size, spent in times]
