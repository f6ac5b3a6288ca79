"""Results: what comes of each row of a frame, as one row of plain values; a row that cannot be checked says why."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from ..errors import TqcheckError, unknown
from ..processes import cores
from .rows import Columns, RowChecker
from .schemas import RESULTS
from .surviving import outliving

ROWS = 256
"""So many rows are in memory at a time."""
KILLED = "the process that checked it was killed, perhaps for want of memory"
_IN_ROW = tuple(RESULTS)


class RowResults:
    """Checks rows, and tells what came of each in the columns of `RESULTS`. It can be pickled, and raises nothing for what a row holds."""

    def __init__(self, check: RowChecker) -> None:
        self._check = check

    def __call__(self, rows: Iterable[Mapping[str, Any]]) -> list[dict[str, Any]]:
        """The result of each row, in order."""
        return [self._of(row) for row in rows]

    def lost(self, rows: Iterable[Mapping[str, Any]]) -> list[dict[str, Any]]:
        """The results of rows whose process was killed."""
        return [_rejected(KILLED, self._check.name_of(row)) for row in rows]

    def _of(self, row: Mapping[str, Any]) -> dict[str, Any]:
        try:
            scanned = self._check(row)
            found = [{**finding} for finding in scanned.finding_rows(self._check.text_of(row))]
        except TqcheckError as error:
            return _rejected(str(error), self._check.name_of(row))
        for finding in found:
            del finding["id"]
        return {**scanned.score_row(), "found": found, "rejected": None}


def _rejected(reason: str, name: str | None) -> dict[str, Any]:
    """The result of a row that was not checked."""
    return {**dict.fromkeys(_IN_ROW), "id": name, "rejected": reason}


def results(check: RowChecker, batches: Iterable[list[dict[str, Any]]], jobs: int | None) -> Iterator[list[dict[str, Any]]]:
    """The results of batches of rows, in order, worked out by so many processes (None: one on each core).

    Of rows whose process is killed, only that which kills it is lost, and says so.
    """
    told = RowResults(check)
    yield from outliving(told, batches, jobs or cores(), singles, told.lost)


def singles(rows: list[dict[str, Any]]) -> list[list[dict[str, Any]]]:
    """Each row by itself."""
    return [[row] for row in rows]


def wanted(columns: Columns, there: Iterable[str]) -> list[str]:
    """The columns of a frame that are looked at; raises `SettingsError` for one that is not there."""
    known = list(there)
    found: dict[str, None] = {}
    for name in columns.named:
        outer = name if name in known else name.partition(".")[0]
        if outer not in known:
            raise unknown("column", name, known)
        found[outer] = None
    return list(found)
