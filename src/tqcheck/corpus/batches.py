"""Batches: the rows of a batch of Arrow as plain values, whatever the columns hold; no value ends the whole."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import repeat
from typing import Any

from .packages import pyarrow


def rows_of(batch: Any) -> Iterator[dict[str, Any]]:
    """The values of each row by the names of their columns.

    Times are texts. A text that is not UTF-8 is the bytes that stand there, and another value that Python cannot hold is a number or
    says what it is.
    """
    values = [_values(column) for column in batch.columns]
    for row in zip(*values, strict=True) if values else repeat((), batch.num_rows):
        yield dict(zip(batch.schema.names, row, strict=True))


def _values(column: Any) -> list[Any]:
    arrow = pyarrow()
    if arrow.types.is_temporal(column.type):
        try:
            column = column.cast(arrow.string())
        except arrow.ArrowException:
            return [_value(scalar) for scalar in column]
    try:
        found: list[Any] = column.to_pylist()
    except (ValueError, OverflowError):  # one of them
        return [_value(scalar) for scalar in column]
    return found


def _value(scalar: Any) -> Any:
    try:
        return scalar.as_py()
    except (ValueError, OverflowError):
        if hasattr(scalar, "as_buffer"):
            return scalar.as_buffer().to_pybytes()
        value = getattr(scalar, "value", None)
        return value if isinstance(value, int) else f"a {scalar.type} that Python cannot hold"
