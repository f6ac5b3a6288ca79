"""CSV and TSV: the cells of the columns that hold translations."""

from __future__ import annotations

import re
from itertools import chain
from typing import NamedTuple

from ...errors import ReadingError, unknown
from ..broken import broken
from .message import Message, meaning_of, unescaped
from .units import catalogue
from .writing import adding_nothing

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ...formats import Format
    from ..reading import Reading

TABBED = "tsv"
"""The name of the format whose cells are parted by tabs, whatever its header looks like."""
PAIRS = "pairs"
"""The name of the format that needs no header: source, translation and, if there is a third column, reference, parted by tabs."""
_PAIRED = ("source", "target", "reference")
TARGETS = ("target", "translation", "translated", "text", "msgstr", "mt", "hypothesis")
"""Without a choice of the user, columns with one of these names are checked; without any of them, all columns are."""
_SOURCES = ("source", "original", "src", "msgid")
_REFERENCES = ("reference", "ref", "human")
_KEYS = ("key", "id", "name", "msgid")
_SPECIAL = '",;\t\r\n'
_DOUBLED = re.compile('""')


class _Cell(NamedTuple):
    """Where a cell stands, without its quotation marks."""

    start: int
    end: int
    is_quoted: bool


def read(data: bytes, name: str, format: Format) -> Reading:
    """The reading of a table; raises `ReadingError`."""
    return catalogue(data, name, format, lambda raw, of: messages(raw, of, format))


def escape(text: str, reading: Reading, start: int, end: int) -> str | None:
    """How a text is written in a cell, quoted or not; None if it holds what is special in one of them."""
    return adding_nothing(text, reading.raw[start:end], _SPECIAL)


def messages(raw: str, name: str, format: Format) -> Iterator[Message]:
    """The cells below the header; raises `ReadingError` for a column that is not there, and for a cell that is not closed."""
    rows = _rows(raw, name, delimiter_of(raw) if format.name not in (TABBED, PAIRS) else "\t")
    first = next(rows, [])
    header = [_said(raw, cell).strip() for cell in first]
    if format.name == PAIRS and not {column.lower() for column in header} & {*TARGETS, *_SOURCES}:
        header, rows = list(_PAIRED[: max(2, len(first))]), chain([first], rows)
    chosen = _chosen(header, format.columns, name)
    lower = [column.lower() for column in header]
    beside = [next((lower.index(each) for each in known if each in lower), None) for known in (_KEYS, _SOURCES, _REFERENCES)]
    for number, row in enumerate(rows, 1):
        label, source, reference = (_said(raw, row[at]) if at is not None and at < len(row) else "" for at in beside)
        for column in chosen:
            if column < len(row) and row[column].start < row[column].end:
                yield Message(f"{label or number}.{header[column]}", list(_parts(raw, row[column])), source, reference=reference)


def _chosen(header: Sequence[str], columns: Sequence[str], name: str) -> Sequence[int]:
    for column in columns:
        if column not in header:
            raise ReadingError(name, str(unknown("column", column, header)))
    if columns:
        return [number for number, column in enumerate(header) if column in columns]
    return [number for number, column in enumerate(header) if column.lower() in TARGETS] or range(len(header))


def delimiter_of(raw: str) -> str:
    """The mark that parts the columns of the first line: a comma, a semicolon or a tab, whichever is there most often."""
    line = re.match(r'[^"\r\n]*+(?:"[^"]*+"[^"\r\n]*+)*', raw)
    bare = re.sub(r'"[^"]*+"', "", line.group()) if line else ""
    return max(",;\t", key=bare.count)


def _rows(raw: str, name: str, delimiter: str) -> Iterator[list[_Cell]]:
    cell = re.compile(
        rf'(?:"(?P<quoted>[^"]*+(?:""[^"]*+)*)"(?=[{delimiter}\r\n]|\Z)|(?P<bare>[^{delimiter}\r\n]*+))(?P<end>{delimiter}|\r\n|\n|\r|\Z)'
    )
    row: list[_Cell] = []
    place = 0
    while place < len(raw) or row:
        match = cell.match(raw, place)
        if match is None:
            break
        is_quoted = match["quoted"] is not None
        if not is_quoted and delimiter != "\t" and match["bare"].startswith('"'):
            raise broken(name, raw, place, "this quotation mark opens a cell that is not closed, or that goes on behind its closing mark")
        row.append(_Cell(*match.span("quoted" if is_quoted else "bare"), is_quoted))
        place = match.end()
        if match["end"] != delimiter:
            yield row
            row = []


def _parts(raw: str, cell: _Cell) -> Iterator[tuple[int, int, str | None]]:
    return unescaped(raw, cell.start, cell.end, _DOUBLED, lambda _: '"') if cell.is_quoted else iter([(cell.start, cell.end, None)])


def _said(raw: str, cell: _Cell) -> str:
    return meaning_of(raw, list(_parts(raw, cell)))
