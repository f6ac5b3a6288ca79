"""Prose: what a reader takes out of a raw file, block by block, while it records where each piece stood."""

from __future__ import annotations

import re

from ..core.blocks import Blocks, Kind
from ..core.record import Record
from .pieces import Pieces

STAND_INS = ("Xy", "Qa", "Bo", "Tu", "Zed")
"""The words that stand for placeholders, in turn: one alone would be said twice where two placeholders stand together."""
_LETTERS = "BCDFGHJKLMNPQRSTVWXZ"
_STAND_IN = re.compile(rf"\s?(?:{'|'.join(STAND_INS)}|Q[{_LETTERS}]{{4}}7)\s?")
_PARTED = "\n\n"


def stand_in(text: str) -> str:
    """The word that stands for inline code, a formula or a placeholder: rules take it for a name that they do not know.

    Equal texts have the same word and others most likely not, so that nothing looks repeated that is not.
    """
    from zlib import crc32

    number, letters = crc32(text.encode("utf-8", "surrogatepass")), ""
    for _ in range(4):
        number, rest = divmod(number, len(_LETTERS))
        letters += _LETTERS[rest]
    return f"Q{letters}7"


class Unit(Record):
    """A string of a bilingual file: the number of its block (None if it is not checked), and what the file says of it."""

    block: int | None
    key: str = ""
    source: str = ""
    source_language: str | None = None
    target_language: str | None = None
    state: str = ""
    note: str = ""
    reference: str = ""


class Prose(Record):
    """The text that a reader took out of a file, with its map and its blocks.

    ``written`` has the strings that hold placeholders or tags, as they are written, by the number of their first block;
    for a form that may say its number in words, nothing.
    """

    text: str
    pieces: Pieces
    blocks: Blocks
    units: tuple[Unit, ...] = ()
    language: str | None = None
    written: tuple[tuple[int, str], ...] = ()

    def stand_ins(self, raw: str) -> list[tuple[int, int, str]]:
        """The words that stand for code and placeholders: where each starts and ends in the text, and what is written in ``raw``."""
        found = []
        for number, (start, raw_start, length, raw_length) in enumerate(self.pieces):
            word = self.text[start : start + length]
            if not self.pieces.is_verbatim(number) and _STAND_IN.fullmatch(word):
                first = start + len(word) - len(word.lstrip())
                found.append((first, first + len(word.strip()), raw[raw_start : raw_start + raw_length]))
        return found


class Taking:
    """Takes prose out of a raw text, from its start to its end.

    ``begin`` opens a block, ``keep`` and ``replace`` add to it, ``end`` closes it. Blocks are parted by blank lines that
    stand nowhere in the file; one without ink is left out. Line ends of the text are single characters.
    """

    def __init__(self, raw: str) -> None:
        self.raw = raw
        self.pieces = Pieces()
        self.blocks = Blocks()
        self.written: dict[int, str] = {}
        self._parts: list[str] = []
        self._length = 0
        self._start = self._open = self._first = 0
        self._before = 0
        self._kind = Kind.PARAGRAPH
        self._apart = True

    def begin(self, kind: Kind = Kind.PARAGRAPH, *, apart: bool = True) -> None:
        """Open a block; ``apart`` as in `core.blocks.Block`."""
        self._before, self._open, self._first = self._length, len(self._parts), len(self.pieces)
        if self._length:
            self._parts.append(_PARTED)
            self._length += len(_PARTED)
        self._start = self._length
        self._kind, self._apart = kind, apart

    def keep(self, start: int, end: int) -> None:
        """Take a stretch of the raw text as it is, its line ends (LF, CR LF, CR) as LF."""
        place = self.raw.find("\r", start, end)
        while place >= 0:
            self._keep(start, place)
            start = place + (2 if self.raw.startswith("\r\n", place, end) else 1)
            self.replace(place, start, "\n")
            place = self.raw.find("\r", start, end)
        self._keep(start, end)

    def _keep(self, start: int, end: int) -> None:
        if start < end:
            self.pieces.add(self._length, start, end - start, end - start, is_verbatim=True)
            self._parts.append(self.raw[start:end])
            self._length += end - start

    def replace(self, start: int, end: int, text: str) -> None:
        """Let a text stand for a stretch of the raw text."""
        text = text.replace("\r\n", "\n").replace("\r", "\n")
        if not text:
            return
        self.pieces.add(self._length, start, len(text), end - start, is_verbatim=False)
        self._parts.append(text)
        self._length += len(text)

    def stand_in(self, start: int, end: int) -> None:
        """Let a word stand for code, a formula or a placeholder; see `stand_in`."""
        self.replace(start, end, stand_in(self.raw[start:end]))

    @property
    def ends_with_space(self) -> bool:
        """True if the open block ends with white space, or holds nothing yet."""
        return self.is_empty or self._parts[-1][-1].isspace()

    @property
    def length(self) -> int:
        """How long the text is so far."""
        return self._length

    @property
    def is_empty(self) -> bool:
        """True if nothing was added to the block that is open."""
        return self._length == self._start

    def end(self) -> int | None:
        """Close the block; its number, or None if it held nothing but white space and is left out."""
        text = "".join(self._parts[self._open :])
        ink = text.strip()
        if not ink:
            del self._parts[self._open :]
            self.pieces.cut(self._first)
            self._length = self._start = self._before
            return None
        start = self._length - len(text.lstrip())
        self.blocks.add_of_kind(start, start + len(ink), self._kind, apart=self._apart)
        return len(self.blocks) - 1

    def prose(self, *, units: tuple[Unit, ...] = (), language: str | None = None) -> Prose:
        """What was taken, when all blocks are closed."""
        return Prose("".join(self._parts), self.pieces, self.blocks, units, language, tuple(self.written.items()))
