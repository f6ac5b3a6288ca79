"""``python -m benchmarks.speed [start | throughput | growth | golden] …``: measure speed, as ratios in one run."""

from __future__ import annotations

import argparse
import subprocess
import sys
import time
from math import log
from pathlib import Path
from tempfile import TemporaryDirectory

import tqcheck
from benchmarks.speed import golden, texts
from benchmarks.speed.measure import best_seconds, machine, peak_bytes, process_seconds, reference_seconds

MEGA = 1_000_000
SIZES = (1, 4, 16, 64)
SEGMENT = 150


def start() -> None:
    """Whole processes, against Python doing nothing."""
    python, command = sys.executable, str(Path(sys.executable).with_name("tqcheck"))
    with TemporaryDirectory() as folder:
        paths = {}
        for name, text in (("clean", texts.clean_article()), ("faulty", texts.faulty_article())):
            paths[name] = Path(folder) / f"{name}.txt"
            paths[name].write_text(text, "utf-8")
        commands = [[python, "-c", "pass"], [python, "-c", "import tqcheck; tqcheck.check"]]
        commands += [[command, "check", "--no-cache", str(path)] for path in paths.values()]
        bare, library, *articles = process_seconds(*commands)
    print(f"python -c pass             {1e3 * bare:6.1f} ms")
    print(f"import tqcheck and check   {1e3 * library:6.1f} ms   {1e3 * (library - bare):+.1f} ms")
    for (name, path), seconds in zip(paths.items(), articles, strict=True):
        print(f"tqcheck check, {name:11} {1e3 * seconds:6.1f} ms   {seconds / bare:.1f} × bare Python ({path.name})")


def throughput() -> None:
    """Megabytes a second on one core, and the time of one short segment."""
    reference = reference_seconds()
    checker = tqcheck.Checker(language="en")
    for name, found in (("human English", texts.human()), ("raw machine translation", texts.machine())):
        size = sum(len(text.encode()) for text in found)
        seconds = best_seconds(lambda found=found: [checker.check(text) for text in found])  # type: ignore[misc]
        print(f"{name:26} {size / seconds / MEGA:6.2f} MB/s   {seconds / size * MEGA / reference:6.2f} reference loops a MB")
    segments = [line[:SEGMENT] for text in texts.human() for line in text.split("\n") if len(line) >= SEGMENT][:2000]
    seconds = best_seconds(lambda: [checker.check(segment) for segment in segments]) / len(segments)
    share = seconds / reference * 1000
    print(f"a segment of {SEGMENT} characters {1e6 * seconds:6.1f} µs      {share:6.2f} thousandths of the reference loop")
    plain = "The harbour office at Northmere opens at six, long before the first boat comes in, and whoever is on duty lights the stove."
    alone = min(best_seconds(lambda: [checker.check(plain) for _ in range(200)]) / 200 for _ in range(3))
    print(f"of that, for any call at all {1e6 * alone:5.1f} µs      (a segment in which no rule looks at anything)")


def growth(sizes: list[int], shapes: list[str]) -> None:
    """How time and memory grow with the text: each shape and size in a process of its own."""
    print(f"{'shape':24}" + "".join(f"{size:>9} MB" for size in sizes) + "   exponent   memory × text")
    for shape in shapes:
        rows = [_grown(shape, size) for size in sizes]
        exponent = log(rows[-1][0] / rows[0][0]) / log(sizes[-1] / sizes[0]) if len(rows) > 1 else 0
        times = "".join(f"{seconds:>10.2f} s" for seconds, _ in rows)
        print(f"{shape:24}{times}   {exponent:8.2f}   {rows[-1][1]:8.1f}", flush=True)


def _grown(shape: str, size: int) -> tuple[float, float]:
    done = subprocess.run(
        [sys.executable, "-m", "benchmarks.speed", "one", shape, str(size)], capture_output=True, text=True, check=True, cwd=texts.ROOT
    )
    seconds, memory = done.stdout.split()
    return float(seconds), float(memory)


def one(shape: str, size: int) -> None:
    """Check one text of a shape; print the processor seconds and the memory beyond that of a short text, per byte of the text."""
    checker = tqcheck.Checker(language="en")
    checker.check(texts.own_prose())
    text = texts.SHAPES[shape](size * MEGA)
    before, began = peak_bytes(), time.process_time()
    checker.check(text)
    print(max(time.process_time() - began, 1e-4), (peak_bytes() - before) / len(text.encode()))


def main() -> None:
    """Run what is asked for."""
    options = argparse.ArgumentParser(prog="python -m benchmarks.speed", description=__doc__)
    options.add_argument("what", nargs="?", choices=("start", "throughput", "growth", "golden", "one", "all"), default="all")
    options.add_argument("words", nargs="*", help="growth: sizes in MB; golden: write or check")
    options.add_argument("--shape", action="append", choices=list(texts.SHAPES), help="growth: only this shape; may be repeated")
    chosen = options.parse_args()
    if chosen.what == "one":
        one(chosen.words[0], int(chosen.words[1]))
        return
    print(machine())
    if chosen.what in ("start", "all"):
        start()
    if chosen.what in ("throughput", "all"):
        throughput()
    if chosen.what in ("growth", "all"):
        growth([int(word) for word in chosen.words] or list(SIZES), chosen.shape or list(texts.SHAPES))
    if chosen.what in ("golden", "all"):
        sys.exit(golden.main("write" if chosen.words == ["write"] else "check"))


if __name__ == "__main__":
    main()
