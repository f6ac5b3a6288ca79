"""What a scan or a search takes: seconds, and the memory of all its processes together (Linux: what they share is counted once)."""

from __future__ import annotations

import os
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from hashlib import blake2b
from pathlib import Path
from typing import NamedTuple

OUTPUTS = ("scores.jsonl", "findings.jsonl", "kept.jsonl", "dropped.jsonl", "rejects.jsonl", "tally.json")
_SECONDS = 0.1


class Run(NamedTuple):
    """``seconds`` by the clock, ``busy``: of all processors together, ``peak``: the most bytes at any time, ``was_killed``: by this
    benchmark, in the middle."""

    seconds: float
    busy: float
    peak: int
    was_killed: bool


def scan(
    corpus: Path, output: Path, jobs: int, *, more: Sequence[str] = (), resume: bool = False, kill_when: Callable[[], bool] = lambda: False
) -> Run:
    """Scan a corpus in processes of its own, with ``more`` options, and kill it with SIGKILL once ``kill_when`` says so."""
    options = ["--output", str(output), "--jobs", str(jobs), "--language", "en", "--id-column", "id", "--by", "site"]
    return _run(["scan", str(corpus), *options, "--keep", "penalty < 20", *more, *(["--resume"] if resume else [])], kill_when)


def recur(corpus: Path, output: Path, jobs: int) -> Run:
    """Search a corpus for what comes again, in processes of its own."""
    options = ["--output", str(output), "--jobs", str(jobs), "--language", "en", "--id-column", "id", "--site-column", "site"]
    return _run(["recur", str(corpus), *options])


def _run(arguments: Sequence[str], kill_when: Callable[[], bool] = lambda: False) -> Run:
    before = _busy()
    start = time.perf_counter()
    process = subprocess.Popen([sys.executable, "-m", "tqcheck", *arguments], stdout=subprocess.DEVNULL)
    peak = 0
    was_killed = False
    while process.poll() is None:
        peak = max(peak, sum(map(_bytes, _family(process.pid))))
        if not was_killed and kill_when():
            process.kill()
            was_killed = True
        time.sleep(_SECONDS)
    if process.returncode and not was_killed:
        raise RuntimeError(f"{arguments[0]} ended with {process.returncode}")
    return Run(time.perf_counter() - start, _busy() - before, peak, was_killed)


def digest(output: Path) -> str:
    """A digest of all that a scan wrote, but for its checkpoint."""
    found = blake2b(digest_size=16)
    for name in OUTPUTS:
        with (output / name).open("rb") as file:
            while block := file.read(1 << 20):
                found.update(block)
    return found.hexdigest()


def load() -> float:
    """How many processes wanted a core in the last minute, on average."""
    return os.getloadavg()[0]


def _busy() -> float:
    """The processor seconds of all processes that were started here and have ended."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _family(process: int) -> list[int]:
    """A process and those that it started."""
    try:
        tasks = Path(f"/proc/{process}/task").glob("*/children")
        children = [int(child) for each in tasks for child in each.read_text().split()]
    except OSError:
        return []
    return [process, *(each for child in children for each in _family(child))]


def _bytes(process: int) -> int:
    """The memory of a process; its share of what it has in common with others."""
    try:
        lines = Path(f"/proc/{process}/smaps_rollup").read_text().splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) * 1024 for line in lines if line.startswith("Pss:")), 0)
