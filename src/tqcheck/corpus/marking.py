"""Marking: what is told of each row of a corpus when it is read, in whatever process."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Mapping
from typing import Any

from ..core.document import Document
from ..core.record import Record
from ..errors import TqcheckError
from ..formats import format_of
from .inputs import Row, values_of
from .marks import language_of, marks_of, sentences_of
from .results import KILLED
from .rows import MOST_EXCERPT, Columns, RowChecker, RowError, row_settings, value

SITE = "site"
_NOTHING = array("I")


class Marked(Record):
    """A row that was read: where it stands and what it is called, and its marks; without them if it cannot be read."""

    told: dict[str, Any]
    sentences: tuple[bytes, ...] = ()
    bands: tuple[bytes, ...] = ()
    signature: array[int] = _NOTHING
    is_read: bool = False


class Marker:
    """Reads rows; it can be pickled. ``site`` is the column by which sentences are parted, None for one site."""

    def __init__(self, columns: Columns, site: str | None, language: str | None) -> None:
        self._columns = columns
        self._site = site
        self._language = language
        self._texts = RowChecker(row_settings({}), columns)

    def __call__(self, batch: Iterable[tuple[str, Row]]) -> list[Marked]:
        """What is told of each row, in order."""
        return [self._marked(path, row) for path, row in batch]

    def lost(self, batch: Iterable[tuple[str, Row]]) -> list[Marked]:
        """What is told of rows whose process was killed."""
        return [Marked({"shard": path, "row": row.number, "id": None, SITE: ""}) for path, row in batch]

    def sentences(self, path: str, row: Row) -> dict[bytes, str]:
        """The first sentence with each key."""
        document, _, site = self._read(path, row)
        found: dict[bytes, str] = {}
        for key, text in sentences_of(document, site):
            found.setdefault(key, text)
        return found

    def _marked(self, path: str, row: Row) -> Marked:
        place = {"shard": path, "row": row.number}
        try:
            document, name, site = self._read(path, row)
        except TqcheckError:
            return self.lost([(path, row)])[0]
        marks = marks_of(document, site)
        return Marked({**place, "id": name, SITE: site}, marks.sentences, marks.bands, marks.signature, is_read=True)

    def _read(self, path: str, row: Row) -> tuple[Document, str | None, str]:
        content = row.content
        if isinstance(content, RowError):
            raise content
        if isinstance(content, str):
            from ..readers.files import read_file

            reading = read_file(path, format_of(path))
            return reading.document(language_of(reading.text, self._language or reading.language)), path, ""
        values = content if isinstance(content, dict) else values_of(content)
        document, site = self.of_values(values)
        return document, self.name_of(values), site

    def name_of(self, values: Mapping[str, Any]) -> str | None:
        """What a row is called by; None if no column says."""
        return self._texts.name_of(values)

    def of_values(self, values: Mapping[str, Any]) -> tuple[Document, str]:
        """The document of a row and its site. Raises `RowError` for one that has no text."""
        text = self._texts.text_of(values)
        site = value(values, self._site) if self._site else None
        language = language_of(text, self._texts.language_of(values) or self._language)
        return Document.from_text(text, language), "" if site is None else str(site)


class RowMarks:
    """Marks the rows of a frame, in the columns of `schemas.MARKS`. It can be pickled, and raises nothing for what a row holds."""

    def __init__(self, marker: Marker) -> None:
        self._marker = marker

    def __call__(self, rows: Iterable[Mapping[str, Any]]) -> list[dict[str, Any]]:
        """The marks of each row, in order; for one without a text, the reason."""
        return [self._of(row) for row in rows]

    def lost(self, rows: Iterable[Mapping[str, Any]]) -> list[dict[str, Any]]:
        """What is told of rows whose process was killed."""
        return [self._rejected(row, KILLED) for row in rows]

    def _rejected(self, row: Mapping[str, Any], reason: str) -> dict[str, Any]:
        return {"id": self._marker.name_of(row), "rejected": reason}

    def _of(self, row: Mapping[str, Any]) -> dict[str, Any]:
        try:
            document, site = self._marker.of_values(row)
        except TqcheckError as error:
            return self._rejected(row, str(error))
        marks = marks_of(document, site)
        sentences: dict[bytes, str] = {}
        for key, text in sentences_of(document, site):
            sentences.setdefault(key, text[:MOST_EXCERPT])
        return {
            "id": self._marker.name_of(row),
            "site": site,
            "sentences": [{"key": key.hex(), "text": text} for key, text in sentences.items()],
            "bands": [key.hex() for key in marks.bands],
            "signature": list(marks.signature),
        }
