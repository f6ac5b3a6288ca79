"""What a person says of the findings in human text."""

from __future__ import annotations

import csv
from pathlib import Path

VERDICTS = Path(__file__).parent / "verdicts.tsv"


def read_verdicts() -> dict[tuple[str, int, str], bool]:
    """Whether a finding in human text is a true fault, by text, place and rule."""
    rows = csv.DictReader(VERDICTS.read_text("utf-8").splitlines(), delimiter="\t")
    return {(row["text"], int(row["start"]), row["rule"]): row["verdict"] == "fault" for row in rows}
