"""``python -m docs.readme`` writes the outputs shown in README.md anew; with ``--check`` it says whether they are stale."""

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
from tqcheck.configuration.run import RunOptions
from tqcheck.readers.plain import read
from tqcheck.reporters.display import Display
from tqcheck.reporters.text import TextReporter

ROOT = Path(__file__).parents[1]
README = ROOT / "README.md"
ARTICLE = "examples/article.txt"
SHOWN_FINDINGS = 3
COLUMNS = 100
CONSOLE = re.compile(rf"(?<=```console\n\$ tqcheck check {re.escape(ARTICLE)}\n).*?(?=^```$)", re.DOTALL | re.MULTILINE)
PROGRAM = re.compile(r"(?<=```python\n).*?(?=^```$)", re.DOTALL | re.MULTILINE)
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
    return "\n\n".join([*parts[:SHOWN_FINDINGS], "…", parts[-1]])


def output_of(program: str) -> str:
    """What a program prints."""
    command = [sys.executable, "-X", "utf8", "-c", program]
    return subprocess.run(command, capture_output=True, encoding="utf-8", check=True).stdout


def main(argv: Sequence[str] | None = None) -> int:
    """Write the README, or with ``--check`` hand back 1 if it is stale."""
    parser = argparse.ArgumentParser(prog="python -m docs.readme", description=__doc__)
    parser.add_argument("--check", action="store_true", help="write nothing; exit 1 if an output is stale")
    options = parser.parse_args(argv)
    readme = README.read_text("utf-8")
    fresh = refreshed(readme)
    if options.check:
        print("the outputs in the README are fresh" if fresh == readme else "the outputs in the README are stale; run make docs")
        return int(fresh != readme)
    README.write_text(fresh, "utf-8")
    print("README.md written anew" if fresh != readme else "README.md is fresh")
    return 0


if __name__ == "__main__":
    sys.exit(main())
