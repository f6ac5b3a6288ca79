"""What was done to a text in its rounds, with places that lead back to the text that was handed in."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from ..core.finding import Edit, Finding
from .changes import Change, composed
from .choice import Closed, Dropped, Stretches, edits_of


class Repair(NamedTuple):
    """A repair that was made, or dropped: then ``why`` says the reason.

    ``start`` and ``end`` are where its finding lies in the text that was handed in; ``finding`` has the places of the
    text as it was in its ``round`` (from 1).
    """

    start: int
    end: int
    finding: Finding
    round: int
    why: str = ""


class Fixed(NamedTuple):
    """A repaired text.

    ``made`` and ``dropped`` are ordered by round, then by place; ``rounds`` (0 to 5) is how often something was
    repaired; ``left`` are the findings of the text as it is now, and ``changes`` the places where it differs from what
    was handed in, ordered. Fixing it once more changes nothing.
    """

    text: str
    made: tuple[Repair, ...]
    dropped: tuple[Repair, ...]
    rounds: int
    left: tuple[Finding, ...]
    changes: tuple[Change, ...]


class History:
    """The rounds so far, and the text as it is after them."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._changes: tuple[Change, ...] = ()
        self._moves: list[_Moves] = []
        self._made: list[Repair] = []
        self._dropped: list[Repair] = []

    @property
    def rounds(self) -> int:
        """How many rounds there were."""
        return len(self._moves)

    def add(self, made: Sequence[Finding], dropped: Iterable[Dropped]) -> None:
        """One round more: these repairs are made, which do not touch each other, and those dropped."""
        self._dropped += self._repairs(dropped)
        self._made += self._repairs((finding, "") for finding in made)
        edits = sorted((edit for finding in made for edit in edits_of(finding)), key=lambda edit: (edit.start, edit.end))
        pieces: list[str] = []
        done = 0
        for edit in edits:
            pieces += self.text[done : edit.start], edit.text
            done = edit.end
        self.text = "".join((*pieces, self.text[done:]))
        self._moves.append(_Moves(edits))
        self._changes = tuple(composed(self._changes, edits))

    def fixed(self, dropped: Iterable[Dropped], left: Sequence[Finding]) -> Fixed:
        """The result. What could not be repaired in one round and was in a later one is not dropped."""
        found = {(repair.finding.rule, repair.start, repair.end): repair for repair in (*self._dropped, *self._repairs(dropped))}
        by_rule: dict[str, list[Closed]] = {}
        for repair in self._made:
            by_rule.setdefault(repair.finding.rule, []).append(Closed(repair.start, repair.end, ""))
        made = {rule: Stretches(places) for rule, places in by_rule.items()}
        lost = tuple(repair for repair in found.values() if not _is_among(repair, made.get(repair.finding.rule)))
        return Fixed(self.text, tuple(self._made), lost, self.rounds, tuple(left), self._changes)

    def _repairs(self, findings: Iterable[Dropped]) -> Iterator[Repair]:
        for finding, why in findings:
            start, end = finding.start, finding.end
            for moves in reversed(self._moves):
                start, end = moves.back(start), moves.back(end)
            yield Repair(start, max(start, end), finding, self.rounds + 1, why)


def _is_among(repair: Repair, places: Stretches | None) -> bool:
    return places is not None and places.over(repair.start - 1, repair.end + 1) is not None


class _Moves:
    """Where places of a text lay before edits were made."""

    def __init__(self, edits: Sequence[Edit]) -> None:
        self._starts: list[int] = []
        self._spans: list[tuple[int, int, int]] = []
        shift = 0
        for edit in edits:
            start, end = edit.start + shift, edit.start + shift + len(edit.text)
            self._starts.append(start)
            self._spans.append((end, edit.start, edit.end))
            shift += end - start - (edit.end - edit.start)

    def back(self, place: int) -> int:
        """The place before the edits; what was put in counts as the start of what it replaced."""
        number = bisect_right(self._starts, place) - 1
        if number < 0:
            return place
        end, old_start, old_end = self._spans[number]
        return old_start if place < end else place - end + old_end
