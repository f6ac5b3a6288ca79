"""``python -m docs.readme`` writes the outputs on README.md, docs/compare.md, docs/tutorial.md anew; ``--check`` says which are stale."""

from __future__ import annotations

import argparse
import re
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import tqcheck
from tqcheck.checked import Checked
from tqcheck.cli.gate import Gate
from tqcheck.comparing import compare_readings
from tqcheck.configuration.run import RunOptions
from tqcheck.metrics.significance import Resampling
from tqcheck.planting import inject
from tqcheck.readers.plain import read
from tqcheck.readers.reading import Reading
from tqcheck.reporters.comparison import comparison_as_text
from tqcheck.reporters.display import Display
from tqcheck.reporters.text import TextReporter
from tqcheck.settings import Settings

from .session import replayed, without_rules

ROOT = Path(__file__).parents[1]
README = ROOT / "README.md"
ARTICLE = "examples/article.txt"
COMPARED = ROOT / "docs" / "compare.md"
TUTORIAL = ROOT / "docs" / "tutorial.md"
CLEAN = "examples/clean.txt"
SHOWN_FINDINGS = 3
COLUMNS = 100
CONSOLE = re.compile(rf"(?<=```console\n\$ tqcheck check {re.escape(ARTICLE)}\n).*?(?=^```$)", re.DOTALL | re.MULTILINE)
PROGRAM = re.compile(r"(?<=```python\n).*?(?=^```$)", re.DOTALL | re.MULTILINE)
COMPARISON = re.compile(r"(?<=^\$ tqcheck compare a\.txt b\.txt --reference clean\.txt\n).*?(?=^```$)", re.DOTALL | re.MULTILINE)
PRINTED = re.compile(r"(?<=which prints\n\n```text\n).*?(?=^```$)", re.DOTALL | re.MULTILINE)


def refreshed(readme: str) -> str:
    """The README with what the tool and the program in it print now."""
    program = PROGRAM.search(readme)
    printed = output_of(program.group()) if program else ""
    return PRINTED.sub(lambda _: printed, CONSOLE.sub(lambda _: console(), readme, count=1), count=1)


def console() -> str:
    """What ``tqcheck check`` prints of the article on a terminal of 100 columns: the first findings and the summary."""
    lines: list[str] = []
    reporter = TextReporter(lines.append, Display(width=COLUMNS))
    reading = read((ROOT / ARTICLE).read_bytes(), ARTICLE)
    report = tqcheck.Checker().check(reading.text, name=reading.name)
    gate = Gate(RunOptions())
    gate.add(Checked(reading, report))
    reporter.add(reading, report)
    reporter.close(gate.outcome())
    parts = "".join(lines).split("\n\n")
    return without_rules("\n\n".join([*parts[:SHOWN_FINDINGS], "…", parts[-1]]))


def with_comparison(page: str) -> str:
    """The page with what ``tqcheck compare`` prints of two texts with planted faults, without the signatures, which have versions."""
    clean = (ROOT / CLEAN).read_text("utf-8")
    texts = [inject(clean, share=share, seed=seed).text for share, seed in ((1.0, 1), (0.2, 2))]
    readings = [Reading(name, text) for name, text in zip(("a.txt", "b.txt", "clean.txt"), (*texts, clean), strict=True)]
    comparison = compare_readings(*readings, settings=Settings(language="en"), resampling=Resampling())
    lines = [line for line in comparison_as_text(comparison, Display(width=COLUMNS)) if "|version:" not in line]
    return COMPARISON.sub(lambda _: "\n".join(lines) + "\n", page, count=1)


def output_of(program: str) -> str:
    """What a program prints."""
    command = [sys.executable, "-X", "utf8", "-c", program]
    return subprocess.run(command, capture_output=True, encoding="utf-8", check=True).stdout


def main(argv: Sequence[str] | None = None) -> int:
    """Write the pages, or with ``--check`` hand back 1 if one is stale."""
    parser = argparse.ArgumentParser(prog="python -m docs.readme", description=__doc__)
    parser.add_argument("--check", action="store_true", help="write nothing; exit 1 if an output is stale")
    options = parser.parse_args(argv)
    status = 0
    for path, refresh in ((README, refreshed), (COMPARED, with_comparison), (TUTORIAL, replayed)):
        page = path.read_text("utf-8")
        fresh = refresh(page)
        if options.check:
            print(f"the outputs in {path.name} are {'fresh' if fresh == page else 'stale; run make docs'}")
            status |= fresh != page
        else:
            path.write_text(fresh, "utf-8")
            print(f"{path.name} {'is fresh' if fresh == page else 'written anew'}")
    return status


if __name__ == "__main__":
    sys.exit(main())
