"""How long a reader takes for a file, as a share of the time in which what it read is checked."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from time import process_time

from tqcheck.checker import Checker
from tqcheck.formats import Format
from tqcheck.readers.files import read

from .writers import WRITERS

CLEAN = Path(__file__).parents[1] / "clean"
ROUNDS = 7
"""So often each time is taken; the shortest counts, as whatever disturbs a measurement makes it longer."""


def paragraphs() -> list[str]:
    """The prose that every file holds."""
    lines = [line.strip() for path in sorted(CLEAN.glob("*.txt")) for line in path.read_text("utf-8").splitlines()]
    return [line for line in lines if line]


def share(name: str, prose: Sequence[str], *, rounds: int = ROUNDS) -> tuple[int, float]:
    """The length of the file of a format in bytes, and the time for reading it as a share of that for the check."""
    data, checker, how = WRITERS[name](prose), Checker(language="en"), Format(name)
    reading = read(data, f"a.{name}", how)
    checker.check_reading(reading)
    times = [(_time(lambda: read(data, f"a.{name}", how)), _time(lambda: checker.check_reading(reading))) for _ in range(rounds)]
    return len(data), min(first for first, _ in times) / min(second for _, second in times)


def measured() -> str:
    """The table of all formats, the longest reading first."""
    prose = paragraphs()
    plain = len("\n\n".join(prose).encode())
    found = sorted(((share(name, prose), name) for name in WRITERS), key=lambda row: -row[0][1])
    rows = [f"| `{name}` | {size / plain:.1f} | {ratio:.1%} |".replace("%", " %") for (size, ratio), name in found]
    return "\n".join(("| format | length of the file | share of reading |", "|---|---:|---:|", *rows))


def _time(work: Callable[[], object]) -> float:
    start = process_time()
    work()
    return process_time() - start
