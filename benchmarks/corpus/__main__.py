"""``python -m benchmarks.corpus`` from the root of the checkout: the figures of docs/corpus.md.

A corpus is generated and scanned whole by two processes, while their memory is watched; scanned again, killed in the middle and
resumed; it is searched for what comes again; and a smaller one is scanned by one process and by two in turn.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from .measure import Run, digest, load, recur, scan
from .rows import write_corpus

MEGABYTE = 1_000_000


def main() -> None:
    """Measure, and print a line for each figure."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.corpus", description=__doc__)
    parser.add_argument("--megabytes", type=int, default=1000, help="the size of the corpus (default: 1000)")
    parser.add_argument("--small", type=int, default=30, help="that of the one which is scanned in turn (default: 30)")
    parser.add_argument("--turns", type=int, default=3, help="how often that is done (default: 3)")
    parser.add_argument("--select", metavar="RULES", help="scan the large one with these rules alone (default: all)")
    parser.add_argument("--folder", help="where all is written (default: a temporary one)")
    options = parser.parse_args()
    with TemporaryDirectory(dir=options.folder) as folder:
        _say(f"{datetime.now(UTC):%Y-%m-%d %H:%M} UTC, load {load():.1f}")
        if options.turns:
            _in_turn(Path(folder), options.small * MEGABYTE, options.turns)
        if options.megabytes:
            _whole_and_killed(Path(folder), options.megabytes * MEGABYTE, ["--select", options.select] if options.select else [])


def _say(line: str) -> None:
    print(line, flush=True)


def _in_turn(folder: Path, size: int, turns: int) -> None:
    """How much faster two processes are than one, each pair in a row: by the clock, and by the work that there is to share."""
    corpus = folder / "small.jsonl"
    write_corpus(corpus, size)
    ratios = []
    for turn in range(turns):
        before = load()
        one, two = (scan(corpus, folder / f"turn-{turn}-{jobs}", jobs) for jobs in (1, 2))
        ratios.append(one.seconds / two.seconds)
        _say(f"{size / MEGABYTE:.0f} MB by one process: {_told(one)}; by two: {_told(two)} (load {before:.1f} to {load():.1f})")
        _say(f"ratio by the clock {ratios[-1]:.2f}, with both processors to itself {2 * one.busy / two.busy:.2f}")
    _say(f"median ratio by the clock {median(ratios):.2f}, best {max(ratios):.2f}")


def _whole_and_killed(folder: Path, size: int, more: list[str]) -> None:
    corpus = folder / "rows.jsonl"
    count = write_corpus(corpus, size)
    before = load()
    whole = scan(corpus, folder / "whole", 2, more=more)
    _say(f"{count:,} rows, {size / MEGABYTE:,.0f} MB by two processes: {_told(whole)} (load {before:.1f} to {load():.1f})")
    _say(f"peak memory of all processes together {whole.peak / MEGABYTE:.0f} MB")
    killed = scan(corpus, folder / "killed", 2, more=more, kill_when=_is_past(folder / "killed" / "checkpoint.json", count // 2))
    resumed = scan(corpus, folder / "killed", 2, more=more, resume=True)
    is_equal = digest(folder / "whole") == digest(folder / "killed")
    _say(f"killed after {killed.seconds:.0f} s ({killed.was_killed}), resumed for {resumed.seconds:.0f} s; the same output: {is_equal}")
    again = recur(corpus, folder / "again", 2)
    _say(f"searched for what comes again: {_told(again)}, {again.peak / MEGABYTE:.0f} MB of memory")


def _told(run: Run) -> str:
    return f"{run.seconds:.0f} s, {run.busy:.0f} processor seconds"


def _is_past(checkpoint: Path, row: int) -> Callable[[], bool]:
    """A question whether a scan has come to a row."""
    return lambda: checkpoint.exists() and json.loads(checkpoint.read_bytes())["row"] >= row


if __name__ == "__main__":
    main()
