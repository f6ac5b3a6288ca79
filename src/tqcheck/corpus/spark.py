"""Frames of Apache Spark: the same results as everywhere, worked out wherever Spark runs its tasks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing
from itertools import chain, islice, tee
from typing import Any

from ..errors import SettingsError
from ..settings import language as checked_language
from .batches import rows_of
from .keeping import Keep
from .marking import Marker, RowMarks
from .packages import pyarrow, spark_types
from .results import ROWS, RowResults, singles, wanted
from .rows import TEXT, Columns, RowChecker, row_settings
from .schemas import MARKS, RESULTS, arrow_type, storable, type_of
from .surviving import outliving

INTO, MARKED_INTO = "tqcheck", "marks"
"""The columns of results and of marks, unless other names are asked for."""


def check_frame(frame: Any, columns: Columns = TEXT, *, keep: str | None = None, into: str = INTO, **options: Any) -> Any:
    """The same frame with one column more, ``into``: a struct with what comes of the row, in the columns of `schemas.RESULTS`.

    ``select("tqcheck.*")`` gives what `tqcheck.corpus.arrow` gives. The work is done when Spark asks for it, by one checker for each
    task, in a process beside it. A row that cannot be checked, or whose check kills that process, has its reason in ``rejected`` and
    nulls else, so that it fails no task. ``keep`` is a condition
    (see `Keep`); ``options`` are those of `tqcheck.Checker`. tqcheck must be installed where the tasks run. Raises `SettingsError` for
    a column that is not there, one that would be there twice, and wrong options.
    """
    told = RowResults(RowChecker(row_settings(options), columns, Keep(keep) if keep else None))
    return _with_column(frame, wanted(columns, frame.columns), told, RESULTS, into)


def mark_frame(
    frame: Any, columns: Columns = TEXT, *, site: str | None = None, language: str | None = None, into: str = MARKED_INTO
) -> Any:
    """The same frame with the marks of each row in a struct of the columns of `schemas.MARKS`.

    Grouped by the keys of their sentences, rows show boilerplate; by their bands, near-duplicates (see docs/corpus.md). ``site`` is
    the column by whose values sentences are parted, ``language`` a BCP 47 code for all texts. Raises `SettingsError` as `check_frame`.
    """
    names = wanted(columns.replace(by=(site,) if site else ()), frame.columns)
    marker = Marker(columns, site, checked_language("language", language))
    return _with_column(frame, names, RowMarks(marker), MARKS, into)


def _with_column(frame: Any, names: list[str], work: RowResults | RowMarks, schema: Mapping[str, str], into: str) -> Any:
    if into in frame.columns:
        raise SettingsError(f"the frame has a column {into!r}; name another one for the results (into)")
    types = spark_types()
    field = types.StructField(into, _spark_type(schema))
    return frame.mapInArrow(Task(work, names, schema, into), types.StructType([*frame.schema.fields, field]))


def _spark_type(schema: Mapping[str, str]) -> Any:
    """A struct of these columns for Spark."""
    types = spark_types()
    simple = {"string": types.StringType(), "long": types.LongType(), "double": types.DoubleType(), "boolean": types.BooleanType()}

    def struct(fields: Iterable[tuple[str, Any]]) -> Any:
        return types.StructType([types.StructField(name, of) for name, of in fields])

    return struct((name, type_of(kind, simple, types.ArrayType, types.MapType, struct)) for name, kind in schema.items())


class Task:
    """What a task of Spark does with its rows, which come in batches of Arrow; it needs no Spark.

    ``work`` is done with the rows, of which it gets the columns ``names``; what it gives has the columns of ``schema``. It is done in
    another process: one that a row kills would fail the task, and be killed by the same row each time that Spark tries again.
    """

    def __init__(self, work: RowResults | RowMarks, names: list[str], schema: Mapping[str, str], into: str) -> None:
        self._work = work
        self._names = names
        self._schema = schema
        self._into = into

    def __call__(self, batches: Iterable[Any]) -> Iterator[Any]:
        """The batches, in smaller pieces, with one column more."""
        arrow = pyarrow()
        kind = arrow.struct([(name, arrow_type(of)) for name, of in self._schema.items()])
        pieces, others = tee(batch.slice(start, ROWS) for batch in batches for start in range(0, batch.num_rows, ROWS))
        rows = (list(rows_of(piece.select(self._names))) for piece in others)
        with closing(outliving(self._work, rows, 1, singles, self._work.lost, apart=True)) as results:
            told = chain.from_iterable(results)
            for piece in pieces:
                found = arrow.array(storable(list(islice(told, piece.num_rows))), type=kind)
                yield arrow.RecordBatch.from_arrays([*piece.columns, found], names=[*piece.schema.names, self._into])
