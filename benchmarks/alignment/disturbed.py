"""Parallel lines, disturbed at random on either side, and the beads that are right for them."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

Gold = list[tuple[int, int, int, int]]
_CLAUSE_END = re.compile(r"(?<=[.!?;:,])\s+|(?<=[。！？；，：、])")


class Disturbed(NamedTuple):
    """Lines of both sides, and the beads (first, end, partner first, partner end) that belong together."""

    own: list[str]
    partner: list[str]
    beads: Gold


def disturbed(own: Sequence[str], partner: Sequence[str], share: float, deleted: float, seed: int) -> Disturbed:
    """Of each hundred lines ``share`` × 100 are merged with the next one or split, half of them on either side;
    ``deleted`` × 100 are left out on one side."""
    chance = random.Random(seed)
    made = Disturbed([], [], [])
    number = 0
    while number < len(own):
        rows = [[own[number]], [partner[number]]]
        number += 1
        drawn = chance.random()
        side = chance.randrange(2)
        if drawn < share / 2 and number < len(own):
            rows = [[own[number - 1], own[number]], [partner[number - 1], partner[number]]]
            rows[side] = [_joined(rows[side])]
            number += 1
        elif drawn < share:
            rows[side] = _split(rows[side][0], chance)
        elif drawn < share + deleted:
            rows[side] = []
        first, low = len(made.own), len(made.partner)
        made.own.extend(rows[0])
        made.partner.extend(rows[1])
        made.beads.append((first, len(made.own), low, len(made.partner)))
    return made


def _joined(lines: Sequence[str]) -> str:
    return (" " if lines[0].isascii() or not re.search(r"[\u3400-\u9fff]", lines[0]) else "").join(lines)


def _split(line: str, chance: random.Random) -> list[str]:
    """A line in two: at the end of a clause or sentence if it has one inside, else between two words."""
    places = [match.end() for match in _CLAUSE_END.finditer(line) if 2 < match.end() < len(line) - 2]
    places = places or [match.end() for match in re.finditer(r"\s+", line) if match.end() < len(line)]
    places = places or [len(line) // 2]
    place = chance.choice(places)
    return [part for part in (line[:place].strip(), line[place:].strip()) if part]


def links(beads: Gold) -> Iterator[tuple[int, int]]:
    """The pairs of lines that the beads link."""
    for first, end, low, high in beads:
        yield from ((number, other) for number in range(first, end) for other in range(low, high))
