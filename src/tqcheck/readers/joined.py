"""The lines of one block, joined to a text in which inline markup is looked for, and led back to the raw file."""

from __future__ import annotations

from bisect import bisect_right

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from ..core.blocks import Kind
    from .prose import Taking

GONE, STAND_IN, PART = "", None, "\x1e"
"""What may stand for a mask: nothing, a word of its own, the border of two blocks; or any text."""
Mask = tuple[int, int, "str | None"]
"""start, end and what stands for it; places of the joined text."""
_SPACES = " \t\n"


class Joined:
    """The stretches of the raw text that are the lines of a block, without what stands before and behind them."""

    def __init__(self, raw: str, spans: Sequence[tuple[int, int]]) -> None:
        self.raw = raw
        self._spans = [_trimmed(raw, *span) for span in spans]
        self.text = "\n".join(raw[start:end] for start, end in self._spans)
        self._starts: list[int] = []
        place = 0
        for start, end in self._spans:
            self._starts.append(place)
            place += end - start + 1

    def raw_place(self, place: int) -> int:
        """Where a character of the joined text stands in the raw text; a line end stands where its line ends."""
        number = max(0, bisect_right(self._starts, place) - 1)
        return min(self._spans[number][0] + place - self._starts[number], self._spans[number][1])

    def place_of(self, raw_place: int) -> int:
        """The place in the joined text of one in the raw text."""
        number = max(0, bisect_right(self._spans, raw_place, key=lambda span: span[0]) - 1)
        start, end = self._spans[number]
        return self._starts[number] + max(0, min(raw_place, end) - start)

    def raw_end(self, place: int) -> int:
        """Where the character before a place of the joined text ends in the raw text."""
        number = bisect_right(self._starts, place) - 1
        if number > 0 and self._starts[number] == place:
            return self._spans[number][0]
        return self.raw_place(place)

    def take(self, taking: Taking, kind: Kind, masks: Iterable[Mask]) -> None:
        """Take the block; the masks come ordered and without overlaps."""
        taking.begin(kind)
        done = 0
        for start, end, shown in masks:
            self._keep(taking, done, start)
            done = end
            if shown == GONE:
                while done < len(self.text) and self.text[done] in _SPACES and taking.ends_with_space:
                    done += 1
            elif shown == PART:
                taking.end()
                taking.begin(kind)
            else:
                raw_start, raw_end = self.raw_place(start), self.raw_end(end)
                taking.replace(raw_start, raw_end, shown) if shown else taking.stand_in(raw_start, raw_end)
        self._keep(taking, done, len(self.text))
        taking.end()

    def _keep(self, taking: Taking, start: int, end: int) -> None:
        while start < end:
            number = bisect_right(self._starts, start) - 1
            raw_start, raw_end = self._spans[number]
            line_end = self._starts[number] + raw_end - raw_start
            stop = min(end, line_end)
            taking.keep(raw_start + start - self._starts[number], raw_start + stop - self._starts[number])
            if stop < end:
                self._line_end(taking, raw_end, self._spans[number + 1][0])
                stop += 1
            start = stop

    def _line_end(self, taking: Taking, start: int, end: int) -> None:
        """What stands between two lines: a line end alone, or with markup and white space around it."""
        if self.raw[start:end] in ("\n", "\r", "\r\n"):
            taking.keep(start, end)
        else:
            taking.replace(start, end, "\n")


def _trimmed(raw: str, start: int, end: int) -> tuple[int, int]:
    while start < end and raw[start] in " \t":
        start += 1
    while start < end and raw[end - 1] in " \t":
        end -= 1
    return start, end
