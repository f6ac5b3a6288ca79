"""``python -m benchmarks.readers [--write]`` from the root of the checkout: the table of shares, printed or put into docs/formats.md."""

from __future__ import annotations

import argparse
from pathlib import Path

from .shares import measured

PAGE = Path(__file__).parents[2] / "docs" / "formats.md"
START, END = "<!-- shares: written by python -m benchmarks.readers --write -->\n", "<!-- end of the shares -->"


def main() -> None:
    """Measure all formats in one run."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.readers", description=__doc__)
    parser.add_argument("--write", action="store_true", help="put the table into docs/formats.md")
    options = parser.parse_args()
    table = measured()
    print(table)
    if options.write:
        before, _, rest = PAGE.read_text("utf-8").partition(START)
        PAGE.write_text(f"{before}{START}\n{table}\n\n{END}{rest.partition(END)[2]}", "utf-8")


if __name__ == "__main__":
    main()
