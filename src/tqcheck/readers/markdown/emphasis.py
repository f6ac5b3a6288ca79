"""Which asterisks, underscores and tildes are marks of emphasis: the procedure of CommonMark, in linear time."""

from __future__ import annotations

from unicodedata import category

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


class Run:
    """Equal marks side by side."""

    def __init__(self, text: str, start: int, end: int) -> None:
        self.mark, self.start, self.length, self.whole = text[start], start, end - start, end - start
        before, after = text[start - 1] if start else " ", text[end] if end < len(text) else " "
        left = not after.isspace() and (not _is_punctuation(after) or before.isspace() or _is_punctuation(before))
        right = not before.isspace() and (not _is_punctuation(before) or after.isspace() or _is_punctuation(after))
        if self.mark == "_":
            self.opens = left and (not right or _is_punctuation(before))
            self.closes = right and (not left or _is_punctuation(after))
        else:
            self.opens, self.closes = left, right

    def fits(self, closer: Run) -> bool:
        """True if this run may open what the other one closes."""
        if self.mark != closer.mark:
            return False
        if self.mark == "~":
            return self.length == closer.length <= 2
        is_odd = (self.closes or closer.opens) and (self.whole + closer.whole) % 3 == 0
        return not is_odd or (self.whole % 3 == 0 and closer.whole % 3 == 0)


def marks_of(runs: Iterable[Run]) -> Iterator[tuple[int, int]]:
    """(start, end) of the marks that are markup, in no order. The runs come ordered by place."""
    openers: list[Run] = []
    lowest: dict[tuple[str, bool, int], int] = {}
    for run in runs:
        key = (run.mark, run.opens, run.whole % 3)
        while run.closes and run.length:
            number = _opener(openers, run, lowest.get(key, 0))
            if number is None:
                lowest[key] = len(openers)
                break
            opener = openers[number]
            used = run.length if run.mark == "~" else min(2, opener.length, run.length)
            opener.length -= used
            yield opener.start + opener.length, opener.start + opener.length + used
            yield run.start, run.start + used
            run.start += used
            run.length -= used
            del openers[number + bool(opener.length) :]
            lowest = {each: min(place, len(openers)) for each, place in lowest.items()}
        if run.opens and run.length:
            openers.append(run)


def _opener(openers: list[Run], closer: Run, lowest: int) -> int | None:
    for number in range(len(openers) - 1, lowest - 1, -1):
        if openers[number].fits(closer):
            return number
    return None


def _is_punctuation(character: str) -> bool:
    return category(character)[0] in "PS"
