"""Rank the texts of a folder, worst first: ``python examples/check_folder.py [FOLDER]`` (default: the folder of this file)."""

import sys
from pathlib import Path

import tqcheck

folder = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parent
paths = sorted(folder.glob("*.txt"))

# One checker for all texts; check_many takes them one by one, so that only one is in memory at a time.
checker = tqcheck.Checker(language="en")
reports = checker.check_many(path.read_text("utf-8") for path in paths)

ranked = sorted(zip(reports, paths, strict=True), key=lambda pair: (pair[0].score.value, pair[1].name))
for report, path in ranked:
    families = ", ".join(f"{family} {count}" for family, count in report.score.by_family.items())
    print(f"{report.score.value:5.1f}  {len(report.findings):3} findings  {path.name}  {families}".rstrip())
