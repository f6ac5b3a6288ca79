"""JSON Lines: an object for each file, written as soon as the file is checked, so that a long run needs no memory."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from typing import Any

from ..checked import PASSED, Outcome
from ..errors import ReadingError
from ..readers.reading import Reading
from ..report import Report
from .json import file_entry


class JsonLinesReporter:
    """Writes the objects that stand in ``files`` and ``errors`` of the JSON report, each on a line of its own."""

    def __init__(self, write: Callable[[str], object]) -> None:
        self._write = write

    def add(self, reading: Reading, report: Report) -> None:
        """Write the line of one file."""
        self._line(file_entry(reading, report))

    def fail(self, error: ReadingError) -> None:
        """Write the line of a file that could not be read: its path, and a message in place of findings."""
        self._line({"path": error.name, "message": error.why})

    def close(self, _outcome: Outcome = PASSED) -> None:
        """Nothing is left to write."""

    def _line(self, entry: Mapping[str, Any]) -> None:
        self._write(json.dumps(entry, allow_nan=False) + "\n")
