"""Surviving: work in other processes that loses no more than the one row that kills a process."""

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
    *,
    apart: bool = False,
) -> Generator[Result]:
    """The result of each task, in order, worked out by so many processes; that of a task whose process was killed is that of its parts,
    for which ``lost`` stands in where one kills again.

    Unless it is asked for ``apart``, the work of one process is done in this one, which dies of what would kill another.
    """
    if jobs == 1 and not apart:
        yield from map(work, tasks)
        return
    either: Callable[[Task], Result | _Lost[Task]] = work
    with closing(in_order(either, tasks, jobs, lost=_Lost)) as results:
        for result in results:
            if not isinstance(result, _Lost):
                yield result
                continue
            with closing(in_order(work, parts(result.task), 1, lost=lost)) as again:
                yield from again
