"""Surviving: work in several processes that loses no more than the one row that kills a process."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable
from contextlib import closing
from typing import Generic, TypeVar

from ..processes import in_order

Task = TypeVar("Task")
Result = TypeVar("Result")


class _Lost(Generic[Task]):
    """A task whose process died."""

    def __init__(self, task: Task) -> None:
        self.task = task


def outliving(
    work: Callable[[Task], Result],
    tasks: Iterable[Task],
    jobs: int,
    parts: Callable[[Task], Iterable[Task]],
    lost: Callable[[Task], Result],
) -> Generator[Result]:
    """The result of each task, in order; that of one whose process was killed in parts, each in a process of its own.

    ``lost`` gives the result of a part that kills again. With one process all is done in this one, which then dies with it.
    """
    if jobs == 1:
        yield from map(work, tasks)
        return
    either: Callable[[Task], Result | _Lost[Task]] = work
    with closing(in_order(either, tasks, jobs, lost=_Lost)) as results:
        for result in results:
            if not isinstance(result, _Lost):
                yield result
                continue
            for part in parts(result.task):
                with closing(in_order(work, [part], 1, lost=lost)) as again:
                    yield from again
