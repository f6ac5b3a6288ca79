"""The parts of a document joined to one raw text, and its archive written anew with another one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...errors import ReadingError
from ..prose import Taking
from .archive import rewritten
from .paragraphs import PARTED, apart, whole
from .reading import DocumentReading, Names, Part, Table

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ...formats import Format
    from ..reading import Reading
    from .paragraphs import Fragment, Gathering, Paragraph

_ESCAPES = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}


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
    taking, table, names = Taking(PARTED.join(pieces)), Table(), Names()
    for number, base, paragraphs in taken:
        for position, (paragraph, fragments) in enumerate(paragraphs, 1):
            start = _take(taking, base, paragraph, fragments, names)
            if start is not None:
                table.add(names.start(start), number, position)
    prose = taking.prose(language=language)
    return DocumentReading(name, taking.raw, format=format, prose=prose, data=data, parts=tuple(parts), table=table, names=names)


def _take(taking: Taking, base: int, paragraph: Paragraph, fragments: Sequence[Fragment], names: Names) -> int | None:
    """Where the text of a paragraph starts; None if it has none."""
    taking.begin(paragraph.kind)
    start = taking.length
    for first, last, text, shown in fragments:
        if text is None:
            taking.keep(base + first, base + last)
            continue
        if shown is not None:
            names.add(taking.length, taking.length + len(text), shown)
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
