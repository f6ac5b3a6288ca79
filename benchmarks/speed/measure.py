"""What the measurements share: one process for each, its own time, and a reference loop in the same Python."""

from __future__ import annotations

import platform
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from statistics import median

REFERENCE_WORDS = 200_000


def reference_seconds() -> float:
    """Processor seconds of a loop that only Python itself can make faster: counting words into a dict."""
    words = [f"word{number % 997}" for number in range(REFERENCE_WORDS)]
    return min(_seconds(lambda: _count(words)) for _ in range(5))


def _count(words: Sequence[str]) -> dict[str, int]:
    found: dict[str, int] = {}
    for word in words:
        found[word] = found.get(word, 0) + 1
    return found


def _seconds(work: Callable[[], object]) -> float:
    start = time.process_time()
    work()
    return time.process_time() - start


def best_seconds(work: Callable[[], object], runs: int = 5) -> float:
    """The fewest processor seconds of several runs: what disturbs a run only ever makes it longer."""
    return min(_seconds(work) for _ in range(runs))


def process_seconds(*commands: Sequence[str], runs: int = 15) -> list[float]:
    """The median wall time of each command as a whole process, run in turn so that they share what disturbs them."""
    taken: list[list[float]] = [[] for _ in commands]
    for _ in range(runs):
        for times, command in zip(taken, commands, strict=True):
            start = time.perf_counter()
            subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
            times.append(time.perf_counter() - start)
    return [median(times) for times in taken]


def peak_bytes() -> int:
    """The most memory that this process ever held."""
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most if sys.platform == "darwin" else most * 1024


def machine() -> str:
    """One line about this machine and this Python."""
    python = f"{platform.python_implementation()} {platform.python_version()}"
    return f"{platform.machine()}, {python}, reference loop {1e3 * reference_seconds():.1f} ms"
