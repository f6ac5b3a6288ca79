"""``python -m benchmarks.alignment FOLDER [--seed N] [--growth]``: how well disturbed parallel lines are aligned, as a table.

FOLDER holds files xx-en.source.txt and, line by line beside them, xx-en.NAME.txt.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from .disturbed import disturbed
from .measure import SHARES, growth, pairs_of_files, scores


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.alignment", description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--growth", action="store_true", help="measure only how the time grows")
    options = parser.parse_args()
    files = list(pairs_of_files(options.folder))
    if options.growth:
        for name, own, partner in files:
            exponent, ratios = growth(own, partner)
            print(f"{name}: exponent {exponent:.2f}; " + ", ".join(f"{size:,} lines {ratio:.2f}" for size, ratio in ratios))
        return
    print("| texts | disturbed | left out | beads F1 | links F1 | sure beads right | found |")
    print("| --- | ---: | ---: | ---: | ---: | ---: | ---: |")
    for name, own, partner in files:
        for share, deleted in SHARES:
            found = scores(disturbed(own, partner, share, deleted, options.seed))
            print(f"| {name} | {share:.0%} | {deleted:.0%} | " + " | ".join(f"{figure:.3f}" for figure in found) + " |", flush=True)


if __name__ == "__main__":
    main()
