"""Rows: a document of a corpus each, whatever file or frame it comes from; what is checked of one, and what is told of it.

Nothing here knows files, processes or frames, so that every way of going through a corpus tells the same of a row.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

from ..checker import Checker
from ..core.record import Record
from ..errors import TqcheckError, quoted
from ..report import Report
from ..settings import Settings, language
from .keeping import Keep

if TYPE_CHECKING:
    from ..checker import Readable

MOST_CHARACTERS = 10_000_000
"""A longer text is no document of a corpus but a damaged row; to check it would take memory from all others."""
MOST_EXCERPT = 1000
"""Of a longer text only the beginning is told."""


class RowError(TqcheckError):
    """A row that cannot be checked, with the reason as a plain sentence."""


class Columns(Record):
    """The names of the columns of a row.

    ``text`` is checked; ``source`` and ``reference`` stand beside it; ``id`` names a row in what is told of it; ``language`` holds
    the BCP 47 code of each text; ``by`` are columns by whose values things are counted, such as site or engine. A name with
    full stops leads into objects: ``meta.site``.
    """

    text: str = "text"
    source: str | None = None
    reference: str | None = None
    id: str | None = None
    language: str | None = None
    by: tuple[str, ...] = ()

    @property
    def named(self) -> tuple[str, ...]:
        """All names."""
        return tuple(filter(None, (self.text, self.source, self.reference, self.id, self.language, *self.by)))


TEXT = Columns()
"""Nothing but a column of texts."""


def row_settings(options: Mapping[str, object]) -> Settings:
    """Settings for rows: no metrics unless they are named, because beside a reference they cost more than the check."""
    return Settings.of({"metrics": (), **options})


class Scanned(Record):
    """A row that was checked: its ``id`` (as text, or None), the values of the columns ``by``, the report, and whether it is kept."""

    id: str | None
    by: Mapping[str, str]
    report: Report
    is_kept: bool

    def score_row(self) -> dict[str, Any]:
        """One row of figures on the document."""
        score = self.report.score
        return {
            "id": self.id,
            "language": self.report.language,
            "words": self.report.words,
            "findings": len(self.report.findings),
            "score": score.value,
            "penalty": score.penalty,
            "penalty_per_1000_words": score.penalty_per_1000_words,
            "by_family": dict(score.by_family),
            "metrics": {figure.name: round(figure.value, 4) for figure in self.report.metrics.document} if self.report.metrics else {},
            "fields": dict(self.by),
            "kept": self.is_kept,
            "signature": score.signature,
        }

    def finding_rows(self, text: str) -> Iterator[dict[str, Any]]:
        """A row for each finding, with the marked text (its beginning, if it is long)."""
        for finding in self.report.to_dict()["findings"]:
            marked = text[finding["start"] : min(finding["end"], finding["start"] + MOST_EXCERPT)]
            yield {"id": self.id, **finding, "text": marked}


class RowChecker:
    """Checks rows one by one, with one checker for each language that they name. It can be pickled.

    ``keep`` tells which rows are kept; all are without it.
    """

    def __init__(self, settings: Settings, columns: Columns, keep: Keep | None = None) -> None:
        self._settings = settings
        self.columns = columns
        self._keep = keep
        self._checkers: dict[str | None, Checker] = {}

    def __reduce__(self) -> tuple[Any, ...]:
        return RowChecker, (self._settings, self.columns, self._keep)

    def __call__(self, row: Mapping[str, Any]) -> Scanned:
        """Check a row. Raises `RowError` for one that has no text, or something else where a text should be."""
        columns = self.columns
        text = self.text_of(row)
        source, reference = (_text(row, column) if column else None for column in (columns.source, columns.reference))
        checker = self._checker(self.language_of(row))
        by = {column: _shown(value(row, column)) or "" for column in columns.by}
        return self._scanned(self.name_of(row), by, lambda: checker.check(text, source=source, reference=reference))

    def document(self, name: str, reading: Readable) -> Scanned:
        """The same for a file that is one document; it has none of the columns."""
        return self._scanned(name, dict.fromkeys(self.columns.by, ""), lambda: self._checker(None).check_reading(reading))

    def _scanned(self, name: str | None, by: Mapping[str, str], check: Callable[[], Report]) -> Scanned:
        try:
            report = check()
        except TqcheckError:
            raise
        except Exception as error:  # one row of millions must not end the whole
            raise RowError(f"to check it failed: {type(error).__name__}: {quoted(str(error))}") from error
        return Scanned(name, by, report, self._keep is None or self._keep(report))

    def name_of(self, row: Mapping[str, Any]) -> str | None:
        """What a row is called by; None if no column says."""
        return None if self.columns.id is None else _shown(value(row, self.columns.id))

    def language_of(self, row: Mapping[str, Any]) -> str | None:
        """The code of the language that a row names; None if it names none. Raises `RowError` for what is no code."""
        return _language(row, self.columns.language)

    def text_of(self, row: Mapping[str, Any]) -> str:
        """The text of a row; raises `RowError` if it has none."""
        text = _text(row, self.columns.text)
        if text is None:
            raise RowError(f"there is no text in {self.columns.text!r}")
        return text

    def _checker(self, code: str | None) -> Checker:
        if code not in self._checkers:
            settings = self._settings if code is None else self._settings.replace(language=code)
            self._checkers[code] = Checker.with_settings(settings)
        return self._checkers[code]


def value(row: Mapping[str, Any], column: str) -> Any:
    """What stands in a column; None if the row has none. A name with full stops leads into objects."""
    if column in row:
        return row[column]
    found: Any = row
    for name in column.split("."):
        if not isinstance(found, Mapping) or name not in found:
            return None
        found = found[name]
    return found


def _text(row: Mapping[str, Any], column: str) -> str | None:
    found = value(row, column)
    if found is None:
        return None
    if not isinstance(found, str):
        raise RowError(f"{column!r} holds {quoted(found)}, which is no text")
    if len(found) > MOST_CHARACTERS:
        raise RowError(f"{column!r} has {len(found):,} characters; more than {MOST_CHARACTERS:,} are no document")
    return found


def _language(row: Mapping[str, Any], column: str | None) -> str | None:
    code = _text(row, column) if column else None
    try:
        return language(column or "", code) if code else None
    except TqcheckError as error:
        raise RowError(str(error)) from None


def _shown(found: Any) -> str | None:
    return found if found is None or isinstance(found, str) else str(found)
