"""Frames of Apache Spark: the same results as everywhere, worked out wherever Spark runs its tasks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from ..errors import SettingsError
from .keeping import Keep
from .packages import pyarrow, spark_types
from .results import ROWS, RowResults, wanted
from .rows import TEXT, Columns, RowChecker, row_settings
from .schemas import RESULTS, result_schema, storable, type_of

INTO = "tqcheck"
"""The column of results, unless another name is asked for."""


def check_frame(frame: Any, columns: Columns = TEXT, *, keep: str | None = None, into: str = INTO, **options: Any) -> Any:
    """The same frame with one column more, ``into``: a struct with what comes of the row, in the columns of `schemas.RESULTS`.

    ``select("tqcheck.*")`` gives what `tqcheck.corpus.arrow` gives. The work is done when Spark asks for it, by one checker for each
    task. A row that cannot be checked has its reason in ``rejected`` and nulls else, so that it fails no task. ``keep`` is a condition
    (see `Keep`); ``options`` are those of `tqcheck.Checker`. tqcheck must be
    installed where the tasks run. Raises `SettingsError` for a column that is not there, one that would be there twice, and
    wrong options.
    """
    names = wanted(columns, frame.columns)
    if into in frame.columns:
        raise SettingsError(f"the frame has a column {into!r}; name another one for the results (into)")
    check = RowChecker(row_settings(options), columns, Keep(keep) if keep else None)
    types = spark_types()
    field = types.StructField(into, result_type())
    task = Task(check, names, into)
    return frame.mapInArrow(task, types.StructType([*frame.schema.fields, field]))


def result_type() -> Any:
    """The type of the column of results for Spark."""
    types = spark_types()
    simple = {"string": types.StringType(), "long": types.LongType(), "double": types.DoubleType(), "boolean": types.BooleanType()}

    def struct(fields: Iterable[tuple[str, Any]]) -> Any:
        return types.StructType([types.StructField(name, of) for name, of in fields])

    return struct((name, type_of(kind, simple, types.ArrayType, types.MapType, struct)) for name, kind in RESULTS.items())


class Task:
    """What a task of Spark does with its rows, which come in batches of Arrow; it needs no Spark."""

    def __init__(self, check: RowChecker, names: list[str], into: str = INTO) -> None:
        self._check = check
        self._names = names
        self._into = into

    def __call__(self, batches: Iterable[Any]) -> Iterator[Any]:
        """The batches, in smaller pieces, with the results behind their columns."""
        arrow = pyarrow()
        told = RowResults(self._check)
        kind = arrow.struct(list(result_schema()))
        for batch in batches:
            for start in range(0, batch.num_rows, ROWS):
                part = batch.slice(start, ROWS)
                found = arrow.array(map(storable, told(part.select(self._names).to_pylist())), type=kind)
                yield arrow.RecordBatch.from_arrays([*part.columns, found], names=[*part.schema.names, self._into])
