"""``python -m benchmarks.accuracy annotated|planted|calibrate|report [DATA]`` from the root of the checkout."""

from __future__ import annotations

import argparse
import json
from datetime import date
from pathlib import Path

import tqcheck

from . import annotated, calibrate, planted

DOCS = Path(__file__).parents[2] / "docs"


def main() -> None:
    """Print the tables that were asked for; ``report`` writes them to docs, ``calibrate`` fits the scores."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.accuracy", description=__doc__)
    parser.add_argument("what", choices=("annotated", "planted", "calibrate", "report"))
    parser.add_argument("data", nargs="?", type=Path, help="the folder with the annotated data")
    options = parser.parse_args()
    checker = tqcheck.Checker(language="en")
    if options.what == "planted":
        print(planted.measured(checker, planted.counts(checker)))
        return
    if options.data is None:
        parser.error(f"{options.what} needs the folder with the annotated data")
    if options.what == "annotated":
        print(annotated.measured(options.data, checker)[0])
    elif options.what == "calibrate":
        calibrate.write(options.data)
        print(calibrate.measured(options.data)[0])
    else:
        write_report(options.data, checker)


def write_report(data: Path, checker: tqcheck.Checker) -> None:
    """Write docs/accuracy.md for people, docs/accuracy.json for the pages of the rules, and the reliability plot."""
    tables, figures = annotated.measured(data, checker)
    counts = planted.counts(checker)
    reliability, plot = calibrate.measured(data)
    today = date.today().isoformat()
    parts = [
        (Path(__file__).parent / "method.md").read_text("utf-8").strip(),
        f"Measured {today} with tqcheck {tqcheck.__version__}, {len(checker.rules)} rules, threshold 0.5.",
        tables,
        f"## Calibration\n\n{reliability}\n\n![reliability: claimed against confirmed](reliability.svg)",
        planted.measured(checker, counts),
    ]
    (DOCS / "accuracy.md").write_text("\n\n".join(parts) + "\n", "utf-8")
    (DOCS / "reliability.svg").write_text(plot, "utf-8")
    for rule, count in counts.items():
        figures.setdefault(rule, {}).update({"planted": count.all, "planted_found": count.own})
    measured = {"measured": today, "version": tqcheck.__version__, "rules": dict(sorted(figures.items()))}
    (DOCS / "accuracy.json").write_text(json.dumps(measured, indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    main()
