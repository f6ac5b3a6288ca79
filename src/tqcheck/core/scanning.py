"""The scan: one look at a document that tells which blocks each rule has to look at.

`Scanner` and `split` come from the compiled kernel where it was built; this module holds their twins in plain Python, which
give equal results. For every block the scan adds up the bits of a `tqcheck.core.plan.Plan`: those of the characters, of
characters side by side, of the words where they stand, and of what is seen in the row of words.
"""

from __future__ import annotations

from _thread import allocate_lock
from array import array
from itertools import pairwise

from . import triggers as named
from .characters import CAPITAL, DIGIT, SMALL, SPACE, UNSPACED, UNSPACED_BLOCKS, folded, kind_of
from .pattern import pattern
from .plan import Plan

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
    from typing import NamedTuple

    class Scan(NamedTuple):
        """What a scan tells: see `Scanner.scan`."""

        words: int
        flagged: list[tuple[int, int]]
        hashes: list[int]
        blocks: list[int]


_UNSPACED = "".join(f"{first}-{last}" for first, last in UNSPACED_BLOCKS)
_ALONE = rf"[[{_UNSPACED}]&&[\p{{L}}\p{{N}}--\p{{Nd}}]]"
_LETTER = rf"[\p{{L}}--{_ALONE}]"
_WORD = pattern(
    rf"(?V1)(?:{_LETTER}\.){{2,}}"
    rf"|\p{{Nd}}++(?:[.,:٫٬]\p{{Nd}}++)*+[\w--{_ALONE}]*+"
    rf"|{_ALONE}\p{{M}}*+"
    rf"|[[\p{{L}}\p{{M}}\p{{N}}_]--{_ALONE}]++(?:['’‘ʼ][[\p{{L}}\p{{M}}]--{_ALONE}]++)*+"
)
_STOPS = frozenset(".!?…。！？｡؟۔।")
_REACH = 12
_LONGEST_WORD = 64
_LONGEST_COUNTED = 1 << 20
_RUN = 8
_LOUD = 5
_MANY = 6
_AFTER_WORD = frozenset(named.MARKS)


def split_plainly(text: str) -> tuple[list[str], Sequence[int], Sequence[int]]:
    """The words of a text, `folded`, and the places where each begins and ends.

    A word is a run of letters, marks and digits with the apostrophes, decimal points and initials' full stops inside it; in
    scripts without spaces each letter with its marks is one.
    """
    lower: list[str] = _WORD.findall(folded(text))
    starts, ends = array("I"), array("I")
    for match in _WORD.finditer(text):
        starts.append(match.start())
        ends.append(match.end())
    return lower, starts, ends


def has_line_plainly(text: str, line: str) -> bool:
    """True if a text of sorted lines without a last line end holds the line: by bisection, from any place inside a line."""
    low, high = 0, len(text)
    while low < high:
        start = text.rfind("\n", low, (low + high) // 2) + 1 or low
        end = text.find("\n", start, high)
        end = high if end < 0 else end
        found = text[start:end]
        if found == line:
            return True
        if found < line:
            low = end + 1
        else:
            high = start - 1
    return False


class PlainScanner:
    """Scans documents by one plan, in plain Python."""

    def __init__(
        self,
        *,
        classify: Callable[[str], int],
        judge: Callable[[str, int], Iterator[tuple[int, int]]],
        listed: Sequence[Mapping[str, int]],
        class_count: int,  # noqa: ARG002 - the compiled one makes tables of that size
        singles: Mapping[int, int],
        pairs: Mapping[tuple[int, int], int],
        skips: Mapping[tuple[int, int], int],
        counted: Collection[int],
        sights: Sequence[int],
        everything: int,
    ) -> None:
        self._classify, self._judge, self._listed = classify, judge, listed
        self._singles, self._pairs, self._skips = singles, pairs, skips
        self._sights, self._everything = sights, everything
        self._counted = frozenset(counted)
        self._classes: dict[str, int] = {}
        self._sides: dict[tuple[str, str], int] = {}
        self._known: dict[tuple[str, int], dict[int, int]] = {}

    def scan(self, text: str, starts: Sequence[int], ends: Sequence[int]) -> Scan:
        """The word count, the flagged blocks, and the segments, of the blocks between ``starts`` and ``ends``.

        Two letters of a script without spaces count as one word. Flagged are pairs of a block's number and its bits, for all blocks
        that have any. Segments are two lists: the hash of each stretch of words between two possible ends of sentences, and the
        number of its block.
        """
        words, flagged, hashes, blocks = 0, [], [], []
        for number, (start, end) in enumerate(zip(starts, ends, strict=True)):
            block = text[start:end]
            row = _Row(self, block)
            bits = self._characters(block) | row.bits
            words += len(row.lower) - row.unspaced // 2
            hashes += row.segments
            blocks += [number] * len(row.segments)
            if bits:
                flagged.append((number, bits))
        return words, flagged, hashes, blocks  # type: ignore[return-value]

    def _characters(self, block: str) -> int:
        bits = 0
        classes = [0, *map(self._class, block), 0]
        for character in set(classes):
            bits |= self._singles.get(character & 127, 0)
        if sum(each in self._counted for each in classes) >= _MANY:
            bits |= self._sights[named.MANY_QUOTES]
        for one, two in set(pairwise(classes)):
            bits |= self._pairs.get((one & 127, two & 127), 0)
        if self._skips:
            for one, white, two in set(zip(classes, classes[1:-1], classes[2:-1], strict=False)):
                if white > 127:
                    bits |= self._skips.get((one & 127, two & 127), 0)
        return bits

    def _class(self, character: str) -> int:
        found = self._classes.get(character)
        if found is None:
            found = self._classes[character] = self._classify(character)
        return found

    def bits_of(self, word: str, where: int) -> int:
        """What a word sets in a context."""
        question = 1 if where == named.SMALL else 2 if where == named.CAPITALISED else 0
        found = self._known.get((word, question))
        if found is None:
            if len(self._known) > 1 << 18:
                self._known.clear()
            found = self._known[word, question] = {}
            for context, bits in self._judge(word, question):
                found[context] = found.get(context, 0) | bits
        return found.get(where, 0) | self._listed[where].get(word, 0)

    @property
    def sights(self) -> Sequence[int]:
        """The bits of what is seen in the row of words."""
        return self._sights

    @property
    def everything(self) -> int:
        """All bits."""
        return self._everything


class _Row:
    """The words of one block: the bits that they set, and the hashes of its segments."""

    def __init__(self, scanner: PlainScanner, text: str) -> None:
        self.text = text
        self.lower, self.starts, self.ends = split_plainly(text)
        self.bits = 0
        self._scanner = scanner
        self.unspaced = sum(kind_of(text[start]) & UNSPACED > 0 for start in self.starts)
        self._openings = self._find_openings()
        self.segments = self._find_segments()
        for number in range(len(self.lower)):
            self._add_word(number)
            self._add_case(number)
        self._add_repeats()

    def _find_openings(self) -> list[bool]:
        """For each word whether it is the first or may follow the end of a sentence."""
        joints = zip(self.ends, self.starts[1:], strict=False)
        others = [self.text[end - 1] == "." or not _STOPS.isdisjoint(self.text[end:start]) for end, start in joints]
        return [True, *others] if self.lower else []

    def _find_segments(self) -> list[int]:
        places = [number for number in range(len(self.lower)) if self._openings[number]]
        return [hash(tuple(self.lower[start:end])) for start, end in zip(places, [*places, len(self.lower)][1:], strict=True)]

    def _add_word(self, number: int) -> None:
        """Add what the word sets in every context that it has."""
        start, end = self.starts[number], self.ends[number]
        if end - start > _LONGEST_WORD:
            self.bits |= self._scanner.everything
            return
        for where in self._contexts(number, self.text[start:end], self.text[end : end + 1]):
            self.bits |= self._scanner.bits_of(self.lower[number], where)

    def _contexts(self, number: int, written: str, after: str) -> Iterator[int]:
        yield named.ANYWHERE
        kinds = [kind_of(character) for character in written]
        first, rest = kinds[0], [kind & (SMALL | CAPITAL) for kind in kinds[1:]]
        if not first & CAPITAL and CAPITAL not in rest and (first & SMALL or SMALL in rest):
            yield named.SMALL
        if first & CAPITAL:
            if SMALL in rest and CAPITAL not in rest:
                yield named.CAPITALISED
            if CAPITAL not in rest and self._is_between_small(number):
                yield named.BETWEEN_SMALL
        if self._openings[number]:
            yield named.OPENING
        if after in _AFTER_WORD:
            yield named.BEFORE_MARK
        if after == ".":
            yield named.BEFORE_STOP
            if self._openings[number] or self._openings[number - 1]:
                yield named.ALONE

    def _is_between_small(self, number: int) -> bool:
        start, end = self.starts[number], self.ends[number]
        around = [kind_of(character) for character in self.text[max(0, start - 2) : start] + self.text[end : end + 2]]
        return (
            start >= 2
            and len(around) == 4
            and all(kind & wanted for kind, wanted in zip(around, (SMALL, SPACE, SPACE, SMALL), strict=True))
        )

    def _add_case(self, number: int) -> None:
        sights, start = self._scanner.sights, self.starts[number]
        kind = kind_of(self.text[start])
        if self._openings[number]:
            self.bits |= sights[named.OPENING_NUMBER] if kind & DIGIT else sights[named.OPENING_SMALL] if kind & SMALL else 0
        run = self.starts[max(0, number - _RUN + 1) : number + 1]
        if len(run) == _RUN and not any(kind_of(self.text[place]) & SMALL for place in run):
            self.bits |= sights[named.CAPITAL_RUN]
        if number >= 2 and all(self._is_loud(each) for each in (number - 2, number - 1, number)):
            self.bits |= sights[named.SHOUTING]
        if number and kind & CAPITAL and start == self.ends[number - 1] + 1 and self._follows_capital(number):
            self.bits |= sights[named.CAPITAL_PAIR]

    def _is_loud(self, number: int) -> bool:
        start, end = self.starts[number], self.ends[number]
        return end - start >= _LOUD and all(kind_of(character) & CAPITAL for character in self.text[start : start + _LOUD])

    def _follows_capital(self, number: int) -> bool:
        """True if the word before has a capital, or is a part of a compound with one."""
        while number:
            number -= 1
            if any(kind_of(character) & CAPITAL for character in self.text[self.starts[number] : self.ends[number]]):
                return True
            if not number or self.text[self.ends[number - 1] : self.starts[number]] != "-":
                return False
        return False

    def _add_repeats(self) -> None:
        lower, sights = self.lower, self._scanner.sights
        if not lower:
            self.bits |= sights[named.WORDLESS]
        for distance in range(1, _REACH + 1):
            run, least = 0, max(1, distance - 1)
            for word, other in zip(lower[distance:], lower, strict=False):
                run = run + 1 if word == other else 0
                if run >= least:
                    self.bits |= sights[named.ECHO]
        grams = list(zip(lower, lower[1:], lower[2:], strict=False))
        if len(self.text) > _LONGEST_COUNTED or len(set(grams)) < len(grams):
            self.bits |= sights[named.REPEAT]
            if self.unspaced:  # an echo of words is farther away than one of letters
                self.bits |= sights[named.ECHO]


try:
    from ._kernel import Scanner as Scanner
    from ._kernel import has_line as has_line
    from ._kernel import split as split
except ImportError:  # it was not built
    Scanner, split, has_line = PlainScanner, split_plainly, has_line_plainly  # type: ignore[misc, assignment]


class PlannedScan:
    """A plan with its scanner. One scan at a time: the scanner keeps what it learns of characters and words."""

    def __init__(self, plan: Plan) -> None:
        self.plan = plan
        self._scanner = Scanner(classify=plan.classify, judge=plan.judge, **plan.tables())
        self._lock = allocate_lock()

    def __call__(self, text: str, starts: Sequence[int], ends: Sequence[int]) -> Scan:
        """Scan the blocks of a text; see `PlainScanner.scan`."""
        with self._lock:
            return self._scanner.scan(text, starts, ends)
