"""``python -m benchmarks.accuracy annotated|planted|calibrate|report [DATA]`` from the root of the checkout."""

from __future__ import annotations

import argparse
from datetime import date
from pathlib import Path

import tqcheck

from . import annotated, calibrate, planted

REPORT = Path(__file__).parents[2] / "docs" / "accuracy.md"


def main() -> None:
    """Print the tables that were asked for; ``report`` writes docs/accuracy.md, ``calibrate`` fits the scores."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.accuracy", description=__doc__)
    parser.add_argument("what", choices=("annotated", "planted", "calibrate", "report"))
    parser.add_argument("data", nargs="?", type=Path, help="the folder with the annotated data")
    options = parser.parse_args()
    checker = tqcheck.Checker(language="en")
    if options.what == "planted":
        print(planted.measured(checker))
        return
    if options.data is None:
        parser.error(f"{options.what} needs the folder with the annotated data")
    if options.what == "annotated":
        print(annotated.measured(options.data, checker))
    elif options.what == "calibrate":
        calibrate.write(options.data)
        print(calibrate.measured(options.data))
    else:
        REPORT.write_text(_report(options.data, checker), "utf-8")
        print(f"wrote {REPORT}")


def _report(data: Path, checker: tqcheck.Checker) -> str:
    head = (Path(__file__).parent / "method.md").read_text("utf-8")
    return (
        "\n\n".join(
            [
                head.strip(),
                f"Measured {date.today().isoformat()} with tqcheck {tqcheck.__version__}, {len(checker.rules)} rules, threshold 0.5.",
                annotated.measured(data, checker),
                "## Calibration\n\n" + calibrate.measured(data),
                planted.measured(checker),
            ]
        )
        + "\n"
    )


if __name__ == "__main__":
    main()
