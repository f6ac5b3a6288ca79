"""The paragraphs of one part of a document, gathered while its XML is walked through.

A footnote or a text box stands inside the paragraph that it hangs on. Such an *island* is read behind everything else, so
that it parts no sentence: in the raw text of the document a hole stands where it was.
"""

from __future__ import annotations

import re
from collections import namedtuple
from typing import TYPE_CHECKING

from ...core.blocks import Kind
from ..prose import stand_in

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

HOLE, PARTED = "\x01", "\x00"
"""Where an island was, and what parts the pieces of a document; XML allows neither character."""
MOST_DEEP = 20
"""Islands may lie on each other so deep."""
_SPACE = " \t\r\n"
_SPACES_HERE = re.compile(r"[ \t\r\n]++").match
_WIDE_SPACES = re.compile(r"[ \t\r\n]{2,}+|[\t\r\n]").finditer


class Fragment(namedtuple("Fragment", ("start", "end", "text", "shown"), defaults=(None, None))):
    """A stretch that is text: where it starts and ends, and what it stands for, None for itself.

    ``shown`` is what people see there, if ``text`` is a word that only stands for it.
    """

    __slots__ = ()


class Paragraph:
    """A paragraph: the number of its island (0 for none), what it is, and its text."""

    def __init__(self, island: int, kind: Kind) -> None:
        self.island = island
        self.kind = kind
        self.fragments: list[Fragment] = []
        self.ends_blank = True

    def drop(self, count: int) -> None:
        """Take away all fragments but the first ones."""
        del self.fragments[count:]


class Gathering:
    """The paragraphs of a part in the order in which they begin, and where its islands lie.

    With ``folds`` white space is read as HTML and OpenDocument have it: any amount of it is one space, and none at the
    start of a paragraph.
    """

    def __init__(self, text: str, *, folds: bool) -> None:
        self.text = text
        self.paragraphs: list[Paragraph] = []
        self.islands: list[tuple[int, int]] = [(0, len(text))]
        self._folds = folds
        self._open: list[Paragraph | None] = [None]
        self._on = [0]

    @property
    def current(self) -> Paragraph | None:
        """The paragraph that is open."""
        return self._open[-1]

    def begin(self, kind: Kind = Kind.PARAGRAPH) -> Paragraph:
        """Open a paragraph; one that was open on the same island is closed."""
        paragraph = self._open[-1] = Paragraph(self._on[-1], kind)
        self.paragraphs.append(paragraph)
        return paragraph

    def end(self) -> None:
        """Close the paragraph that is open, if there is one."""
        self._open[-1] = None

    def land(self, place: int) -> bool:
        """Go on an island that begins at a place; false if it would be too deep."""
        if len(self._on) > MOST_DEEP:
            return False
        self._on.append(len(self.islands))
        self._open.append(None)
        self.islands.append((place, place))
        return True

    def leave(self, place: int) -> None:
        """Come back from an island that ends at a place."""
        number = self._on.pop()
        self.islands[number] = (self.islands[number][0], place)
        self._open.pop()

    def take(self, start: int, end: int, text: str | None) -> None:
        """Add to the paragraph that is open."""
        paragraph = self._open[-1]
        if paragraph is None:
            return
        if not self._folds:
            paragraph.fragments.append(Fragment(start, end, text))
        elif text is None or self.text[start] == "\r":
            self._fold(paragraph, start, end)
        elif text not in _SPACE or not paragraph.ends_blank:
            paragraph.fragments.append(Fragment(start, end, text))
            paragraph.ends_blank = text in _SPACE

    def put(self, place: int, text: str) -> None:
        """Add what an element stands for; its place is where its tag starts."""
        paragraph = self._open[-1]
        if paragraph is not None:
            paragraph.fragments.append(Fragment(place, place, text))
            paragraph.ends_blank = text == "\n"

    def name(self, start: int, end: int, shown: str) -> None:
        """Let a word stand for what is no prose but has a place in a sentence; directly behind another it joins that."""
        paragraph = self._open[-1]
        if paragraph is None:
            return
        last = paragraph.fragments[-1] if paragraph.fragments else None
        if last is not None and last.shown is not None:
            del paragraph.fragments[-1]
            start, shown = last.start, last.shown + shown
        paragraph.fragments.append(Fragment(start, end, stand_in(shown), shown))
        paragraph.ends_blank = False

    def _fold(self, paragraph: Paragraph, start: int, end: int) -> None:
        spaces = _SPACES_HERE(self.text, start, end) if paragraph.ends_blank else None
        start = spaces.end() if spaces else start
        for spaces in _WIDE_SPACES(self.text, start, end):
            if spaces.start() > start:
                paragraph.fragments.append(Fragment(start, spaces.start()))
            paragraph.fragments.append(Fragment(*spaces.span(), " "))
            start = spaces.end()
        if start < end:
            paragraph.fragments.append(Fragment(start, end))
            paragraph.ends_blank = self.text[end - 1] in _SPACE
        elif paragraph.fragments:
            paragraph.ends_blank = True


def apart(gathering: Gathering) -> tuple[list[str], list[tuple[Paragraph, list[Fragment]]]]:
    """The raw pieces of a part, itself with holes and then each island, and its paragraphs in that order.

    The fragments have places of the pieces joined, with one character between them.
    """
    islands = _Islands(gathering.text, gathering.islands)
    ordered = sorted(gathering.paragraphs, key=lambda paragraph: paragraph.island)
    return islands.pieces, [(paragraph, islands.moved(paragraph)) for paragraph in ordered]


def whole(pieces: Iterator[str]) -> str:
    """The text of a part, made of its pieces: `apart` the other way round. Takes no more of them than it has."""
    first, *others = next(pieces).split(HOLE)
    return "".join((first, *(whole(pieces) + other for other in others)))


class _Islands:
    def __init__(self, text: str, spans: Sequence[tuple[int, int]]) -> None:
        self._spans = spans
        self._within = list(_within(spans))
        self.pieces = [self._piece(text, number) for number in range(len(spans))]
        self._bases: list[int] = []
        place = 0
        for piece in self.pieces:
            self._bases.append(place)
            place += len(piece) + len(PARTED)
        self._passed = [0] * len(spans)
        self._shift = [0] * len(spans)

    def moved(self, paragraph: Paragraph) -> list[Fragment]:
        """The fragments of a paragraph where they lie in the pieces; asked for in the order of places."""
        island = paragraph.island
        return [
            Fragment(self._place(start, island), self._place(end, island), text, shown) for start, end, text, shown in paragraph.fragments
        ]

    def _piece(self, text: str, number: int) -> str:
        place, end = self._spans[number]
        parts: list[str] = []
        for island in self._within[number]:
            start, stop = self._spans[island]
            parts += text[place:start], HOLE
            place = stop
        return "".join((*parts, text[place:end]))

    def _place(self, place: int, island: int) -> int:
        within = self._within[island]
        while self._passed[island] < len(within) and self._spans[within[self._passed[island]]][1] <= place:
            start, end = self._spans[within[self._passed[island]]]
            self._shift[island] += end - start - len(HOLE)
            self._passed[island] += 1
        return self._bases[island] + place - self._spans[island][0] - self._shift[island]


def _within(spans: Sequence[tuple[int, int]]) -> Iterable[list[int]]:
    """For each island the islands that lie directly on it."""
    found: list[list[int]] = [[] for _ in spans]
    on = [0]
    for number in range(1, len(spans)):
        while spans[number][0] >= spans[on[-1]][1] and len(on) > 1:
            on.pop()
        found[on[-1]].append(number)
        on.append(number)
    return found
