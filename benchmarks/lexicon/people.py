"""Family names of Japan in Han characters, with their readings: they cannot be told from those of the characters."""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Mapping
from pathlib import Path


def family_names(path: Path) -> Mapping[str, set[str]]:
    """Names -> readings in Latin letters, from ``last_name_org.csv`` of japanese-personal-name-dataset."""
    table: dict[str, set[str]] = defaultdict(set)
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.reader(file):
            if len(row) > 3 and len(row[0]) > 1:
                table[row[0]].add(row[3].strip().lower())
    return table
