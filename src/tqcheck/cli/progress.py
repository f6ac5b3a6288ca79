"""A bar that shows on a terminal how far a long run is; without the package rich (the extra ``progress``) there is none."""

from __future__ import annotations

from collections.abc import Generator, Iterator
from contextlib import closing
from time import monotonic
from typing import TypeVar

Result = TypeVar("Result")

_SECONDS = 0.1
"""The bar is drawn anew after so long, and by this process itself: a thread would not outlive a fork."""


def shown(results: Generator[Result], total: int) -> Iterator[Result]:
    """The results as they come, counted on standard error."""
    with closing(results):
        try:
            from rich.console import Console
            from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn
        except ImportError:
            yield from results
            return
        columns = (TextColumn("checked"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
        with Progress(*columns, console=Console(stderr=True), auto_refresh=False, transient=True) as progress:
            bar = progress.add_task("", total=total)
            drawn = 0.0
            for result in results:
                progress.advance(bar)
                if monotonic() - drawn >= _SECONDS:
                    progress.refresh()
                    drawn = monotonic()
                yield result
