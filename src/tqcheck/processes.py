"""Work in several processes, with the results in the order of the tasks and only a window of them under way.

A pool of the standard library would do but for three things: it reads all tasks ahead, it leaves its processes to
their fate when this one is killed, and it gives up when one of them dies.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import sys
import threading
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator
from contextlib import contextmanager, suppress
from multiprocessing.connection import Connection, wait
from traceback import format_exc
from typing import Any, Generic, TypeVar

from .errors import TqcheckError

Task = TypeVar("Task")
Result = TypeVar("Result")

WINDOW = 4
"""So many tasks for each process are under way or wait for their turn to be handed out."""


def cores() -> int:
    """The number of processor cores that this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def in_order(work: Callable[[Task], Result], tasks: Iterable[Task], jobs: int, *, lost: Callable[[Task], Result]) -> Generator[Result]:
    """The result of each task, in order, worked out by so many processes.

    ``work`` and the tasks must be picklable. ``lost`` gives the result of a task whose process died. An exception
    that ``work`` raises is raised here. However the iteration ends, no process is left.
    """
    crew = _Crew(work, jobs)
    try:
        yield from crew.results(iter(tasks), lost)
    finally:
        crew.end()


class _Worker:
    """A process and the connection to it."""

    def __init__(self, work: Callable[[Any], Any], others: Iterable[Connection]) -> None:
        context = _context()
        self.connection, theirs = context.Pipe()
        # What a forked process has of the connections to the others it must let go, or they would outlive this one.
        inherited = (self.connection, *others) if context.get_start_method() == "fork" else ()
        self.process = context.Process(target=_serve, args=(work, theirs, inherited), daemon=True)
        with _no_interrupt():
            self.process.start()
        theirs.close()
        self.number = -1

    def end(self) -> None:
        self.connection.close()
        self.process.terminate()
        self.process.join()


class _Crew(Generic[Task, Result]):
    def __init__(self, work: Callable[[Task], Result], jobs: int) -> None:
        self._work = work
        self._jobs = jobs
        self._workers: list[_Worker] = []
        self._waiting: deque[tuple[int, Task]] = deque()
        self._tasks: dict[int, Task] = {}
        self._results: dict[int, Result] = {}

    def results(self, tasks: Iterator[Task], lost: Callable[[Task], Result]) -> Iterator[Result]:
        numbered = enumerate(tasks)
        due = 0
        while True:
            self._hand_out(numbered, lost)
            if due in self._results:
                yield self._results.pop(due)
                due += 1
            elif self._tasks:
                self._take_in(lost)
            else:
                return

    def end(self) -> None:
        for worker in self._workers:
            worker.end()

    def _hand_out(self, numbered: Iterator[tuple[int, Task]], lost: Callable[[Task], Result]) -> None:
        """Give every idle process a task, as long as the window has room."""
        while len(self._tasks) < self._jobs and len(self._tasks) + len(self._results) < WINDOW * self._jobs:
            number, task = next(numbered, (-1, None))
            if task is None:
                return
            worker = self._idle()
            try:
                worker.connection.send(task)
            except OSError:  # it was killed while it had nothing to do
                self._results[number] = self._buried(worker, lost(task))
            else:
                worker.number = number
                self._tasks[number] = task

    def _idle(self) -> _Worker:
        for worker in self._workers:
            if worker.number < 0:
                return worker
        self._workers.append(_Worker(self._work, [worker.connection for worker in self._workers]))
        return self._workers[-1]

    def _take_in(self, lost: Callable[[Task], Result]) -> None:
        """Wait until at least one process has a result."""
        busy = {worker.connection: worker for worker in self._workers if worker.number >= 0}
        for connection in wait(list(busy)):
            worker = busy[connection]
            task = self._tasks.pop(worker.number)
            try:
                done, result = worker.connection.recv()
            except (EOFError, OSError):
                done, result = True, self._buried(worker, lost(task))
            if not done:
                raise result
            self._results[worker.number] = result
            worker.number = -1

    def _buried(self, worker: _Worker, result: Result) -> Result:
        """The result for the task of a process that is dead; another process will take its place."""
        worker.end()
        self._workers.remove(worker)
        return result


def _serve(work: Callable[[Any], Any], connection: Connection, inherited: Iterable[Connection]) -> None:
    """The life of a process: task in, result out, until nobody is there any more."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    for other in inherited:
        other.close()
    with suppress(EOFError, OSError):
        while True:
            task = connection.recv()
            connection.send(_answer(work, task))


def _answer(work: Callable[[Any], Any], task: Any) -> tuple[bool, Any]:
    try:
        return True, work(task)
    except TqcheckError as error:
        return False, error
    except Exception:  # the error itself might not survive the way to the other process
        return False, RuntimeError(format_exc())


def _context() -> Any:
    """Forked processes have everything loaded at once; where forking is not safe, they are started afresh."""
    can_fork = sys.platform == "linux" and threading.active_count() == 1
    return multiprocessing.get_context("fork" if can_fork else "spawn")


@contextmanager
def _no_interrupt() -> Iterator[None]:
    """Hold Ctrl-C back while a process starts: it shall not be interrupted before it can ignore that."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
