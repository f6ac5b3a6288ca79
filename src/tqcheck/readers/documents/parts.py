"""A document that is an archive: its parts as one raw text, and places as part, paragraph and column."""

from __future__ import annotations

import struct
from array import array
from bisect import bisect_right
from functools import cached_property
from typing import TYPE_CHECKING

from ...core.record import Record
from ...errors import ReadingError
from ..prose import Taking
from ..reading import Line, Place, Reading
from .archive import rewritten
from .paragraphs import PARTED, apart, whole

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ...formats import Format
    from .paragraphs import Fragment, Gathering, Paragraph

_ESCAPES = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}


class Part(Record):
    """A member of the archive that was read: its path, its encoding, and of how many pieces of the raw text it is made."""

    path: str
    encoding: str
    pieces: int


class Table:
    """For each paragraph with text its place there, the number of its part, and its own number in the part."""

    def __init__(self) -> None:
        self.starts = array("I")
        self.parts = array("I")
        self.numbers = array("I")

    def add(self, start: int, part: int, number: int) -> None:
        """Add a paragraph behind the others."""
        self.starts.append(start)
        self.parts.append(part)
        self.numbers.append(number)


class DocumentReading(Reading):
    """The reading of an archive.

    ``raw`` holds the XML of all parts, one behind the other. Nobody counts in that, so a place is a part, the number of a
    paragraph there (as ``line``) and a column of its text, and reports show the text. ``data`` are the bytes of the file.
    """

    data: bytes = b""
    parts: tuple[Part, ...] = ()
    table: Table = Table()

    @cached_property
    def oddity(self) -> str:
        """What is so unusual about the archive that it cannot be written anew with nothing but its text changed."""
        try:
            rewritten(self.data, {})
        except (ValueError, struct.error) as error:
            return f"its archive is built in an unusual way ({error})"
        return ""

    def place(self, place: int) -> Place:
        """The part, paragraph and column of a place of the text."""
        number = max(0, bisect_right(self.table.starts, place) - 1)
        if not self.table.starts:
            return Place(1, 1)
        column = max(0, place - self.table.starts[number]) + 1
        return Place(self.table.numbers[number], column, self.parts[self.table.parts[number]].path)

    def places(self, start: int, end: int) -> tuple[Place, Place]:
        """Those of the first character of a span of the text, and directly behind its last."""
        first = self.place(start)
        last = self.place(max(start, end - 1))
        return first, last.replace(column=last.column + (end > start))

    def place_in_raw(self, place: int) -> Place:
        """The part, paragraph and column of a place of ``raw``."""
        return self.place(self.text_place(place))

    @property
    def shown(self) -> str:
        """What reports show: the text."""
        return self.text

    def shown_span(self, start: int, end: int) -> tuple[int, int]:
        """A span of the text as it is."""
        return start, end

    def shown_places(self, start: int, end: int) -> tuple[Place, Place]:
        """Those of a span of what is shown, which is the text."""
        return self.places(start, end)

    def line_at(self, place: int) -> Line:
        """The line of the text that holds a place; its number is that of the paragraph."""
        end = self.text.find("\n", place)
        return Line(self.place(place).line, self.text.rfind("\n", 0, place) + 1, end if end >= 0 else len(self.text))


def joined(
    data: bytes, name: str, format: Format, read: Sequence[tuple[str, str, Gathering]], language: str | None = None
) -> DocumentReading:
    """The reading of an archive, of whose members some were read: the path, the encoding and the paragraphs of each."""
    parts, pieces, taken = [], [], []
    place = 0
    for number, (path, encoding, gathering) in enumerate(read):
        own, paragraphs = apart(gathering)
        taken.append((number, place, paragraphs))
        parts.append(Part(path, encoding, len(own)))
        pieces += own
        place += sum(map(len, own)) + len(PARTED) * len(own)
    taking, table = Taking(PARTED.join(pieces)), Table()
    for number, base, paragraphs in taken:
        for paragraph, fragments in paragraphs:
            start = _take(taking, base, paragraph, fragments)
            if start is not None:
                table.add(start, number, paragraph.number)
    prose = taking.prose(language=language)
    return DocumentReading(name, taking.raw, format=format, prose=prose, data=data, parts=tuple(parts), table=table)


def _take(taking: Taking, base: int, paragraph: Paragraph, fragments: Sequence[Fragment]) -> int | None:
    """Where the text of a paragraph starts; None if it has none."""
    taking.begin(paragraph.kind)
    start = taking.length
    for first, last, text in fragments:
        if text is None:
            taking.keep(base + first, base + last)
        else:
            taking.replace(base + first, base + last, text)
    return start if taking.end() is not None else None


def obstacle(reading: Reading) -> str:
    """Why nothing of this archive is repaired; empty if it is."""
    return reading.oddity if isinstance(reading, DocumentReading) else ""


def written(reading: DocumentReading, raw: str) -> bytes:
    """The bytes of the archive with another raw text: members that it does not change stay byte for byte what they were."""
    if raw == reading.raw:
        return reading.data
    before, after = iter(reading.raw.split(PARTED)), iter(raw.split(PARTED))
    changed: dict[str, bytes] = {}
    for part in reading.parts:
        old, new = whole(before), whole(after)
        if old != new:
            changed[part.path] = new.encode(part.encoding)
    if reading.oddity:
        raise ReadingError(reading.name, f"it cannot be repaired: {reading.oddity}")
    return rewritten(reading.data, changed)


def escape(text: str, reading: Reading, start: int, end: int) -> str | None:
    """The text as XML has it; None where white space at the edge of an element would get lost with it."""
    raw = reading.raw
    if obstacle(reading) or any(character < " " for character in text) or _loses_space(text, raw, start, end):
        return None
    escaped = "".join(_ESCAPES.get(character, character) for character in text)
    in_cdata = raw.rfind("<![CDATA[", 0, start) > raw.rfind("]]>", 0, start)
    return escaped if escaped == text or not in_cdata else None


def _loses_space(text: str, raw: str, start: int, end: int) -> bool:
    """True if white space comes to stand first or last in an element that does not say that it keeps it."""
    at_start, at_end = raw[start - 1 : start] == ">", raw[end : end + 1] == "<"
    first = text[:1] or raw[end : end + 1]
    last = text[-1:] or raw[start - 1 : start]
    is_lost = (at_start and first == " " != raw[start : start + 1]) or (at_end and last == " " != raw[end - 1 : end])
    return is_lost and "preserve" not in raw[raw.rfind("<", 0, start) : start].partition(">")[0]
