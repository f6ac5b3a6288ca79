"""Work in several processes: the order, the window, errors, deaths, and that nobody stays behind."""

from __future__ import annotations

import multiprocessing
import os
import subprocess
import sys
import time
from collections.abc import Generator, Iterator
from pathlib import Path

import pytest

from tqcheck.errors import SettingsError
from tqcheck.processes import WINDOW, cores, in_order


def work(task: int) -> int:
    """What the tasks of these tests do, by their number."""
    if task == 101:
        raise SettingsError("no such thing")
    if task == 102:
        raise KeyError("fault of our own")
    if task == 103:
        os._exit(9)
    time.sleep(0.01 * (task % 3))
    return task * task


def lost(task: int) -> int:
    return -task


def run(tasks: Iterator[int], jobs: int = 2) -> Generator[int]:
    return in_order(work, tasks, jobs, lost=lost)


@pytest.fixture(autouse=True)
def _nobody_stays() -> Iterator[None]:
    yield
    assert multiprocessing.active_children() == []


@pytest.mark.parametrize("jobs", [1, 3])
def test_results_come_in_the_order_of_the_tasks(jobs: int) -> None:
    assert list(run(iter(range(20)), jobs)) == [task * task for task in range(20)]


def test_no_tasks_no_processes() -> None:
    assert list(run(iter(()))) == []


def test_only_a_window_is_read_ahead() -> None:
    read = 0

    def tasks() -> Iterator[int]:
        nonlocal read
        for task in range(100):
            read += 1
            yield task

    for number, _ in enumerate(run(tasks()), 1):
        assert read <= number + 2 * WINDOW


def test_an_error_is_raised_here() -> None:
    with pytest.raises(SettingsError, match=r"^no such thing$"):
        list(run(iter([1, 101, 2])))
    with pytest.raises(RuntimeError, match="KeyError: 'fault of our own'"):
        list(run(iter([1, 102, 2])))


def test_a_process_that_dies_costs_its_task_alone() -> None:
    assert list(run(iter([1, 103, 2, 103, 3]))) == [1, -103, 4, -103, 9]


def test_breaking_off_ends_the_processes() -> None:
    results = run(iter(range(1000)))
    assert next(results) == 0
    assert multiprocessing.active_children()
    results.close()


def test_cores() -> None:
    assert cores() >= 1


@pytest.mark.skipif(sys.platform != "linux", reason="looks into /proc")
def test_when_this_process_is_killed_the_others_go_too() -> None:
    code = (
        "import time; from tqcheck.processes import in_order\n"
        "results = in_order(time.sleep, [0.01] + [0.3] * 100, 2, lost=abs)\n"
        "for _ in results: print('ready', flush=True)"
    )
    process = subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE)
    assert process.stdout is not None
    assert process.stdout.readline() == b"ready\n"
    children = Path(f"/proc/{process.pid}/task/{process.pid}/children").read_text().split()
    assert len(children) == 2
    process.kill()
    process.communicate()
    for child in children:
        while is_alive(child):
            time.sleep(0.02)


def is_alive(process: str) -> bool:
    try:
        state = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0]
    except (FileNotFoundError, ProcessLookupError):
        return False
    return state not in "ZX"
