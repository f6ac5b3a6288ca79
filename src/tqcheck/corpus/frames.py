"""Frames of Arrow, Polars and pandas: a row of results for each row, in the same order.

The names of the columns of a result, and what they hold, are those of `schemas.RESULTS`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from .batches import rows_of
from .keeping import Keep
from .packages import loaded, pyarrow
from .results import ROWS, results, wanted
from .rows import TEXT, Columns, RowChecker, row_settings
from .schemas import result_schema, storable


def arrow(table: Any, columns: Columns = TEXT, *, keep: str | None = None, jobs: int | None = 1, **options: Any) -> Any:
    """Check each row of a table of Arrow; the results are a `pyarrow.Table` with as many rows, in the same order.

    ``keep`` is a condition (see `Keep`) for the column ``kept``; ``jobs`` is the number of processes, None for one on each core;
    ``options`` are those of `tqcheck.Checker`. A row that cannot be checked has its reason in ``rejected`` and nulls else. Raises
    `SettingsError` for a column that is not there, and for wrong options.
    """
    names = wanted(columns, table.column_names)
    batches = (list(rows_of(batch)) for batch in table.select(names).to_batches(max_chunksize=ROWS))
    return _table(batches, columns, keep, jobs, options)


def polars(frame: Any, columns: Columns = TEXT, *, keep: str | None = None, jobs: int | None = 1, **options: Any) -> Any:
    """The same for a `polars.DataFrame`; the results are another."""
    package = loaded("polars")
    names = wanted(columns, frame.columns)
    batches = (part.to_dicts() for part in frame.select(names).iter_slices(ROWS))
    return package.from_arrow(_table(batches, columns, keep, jobs, options))


def pandas(frame: Any, columns: Columns = TEXT, *, keep: str | None = None, jobs: int | None = 1, **options: Any) -> Any:
    """The same for a `pandas.DataFrame`; the results are another, with the same index, so that both can be joined.

    Numbers and truths that may be missing are of the nullable types ``Int64``, ``Float64`` and ``boolean``; maps are dicts.
    """
    package = loaded("pandas")
    chosen = frame[wanted(columns, map(str, frame.columns))]
    parts = (chosen.iloc[start : start + ROWS].astype(object) for start in range(0, len(chosen), ROWS))
    batches = (part.where(part.notna(), None).to_dict("records") for part in parts)
    table = _table(batches, columns, keep, jobs, options)
    arrow_ = pyarrow()
    nullable = {arrow_.int64(): package.Int64Dtype(), arrow_.float64(): package.Float64Dtype(), arrow_.bool_(): package.BooleanDtype()}
    told = table.to_pandas(types_mapper=nullable.get, maps_as_pydicts="strict")
    told.index = frame.index
    return told


def _table(batches: Iterable[list[dict[str, Any]]], columns: Columns, keep: str | None, jobs: int | None, options: dict[str, Any]) -> Any:
    check = RowChecker(row_settings(options), columns, Keep(keep) if keep else None)
    return pyarrow().Table.from_batches(_batches(results(check, batches, jobs)), schema=result_schema())


def _batches(told: Iterable[list[dict[str, Any]]]) -> Iterator[Any]:
    """Batches of Arrow."""
    schema = result_schema()
    for rows in told:
        yield pyarrow().RecordBatch.from_pylist([storable(row) for row in rows], schema=schema)
