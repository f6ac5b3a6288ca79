"""Library: the documents of a corpus on disk, by their numbers: where each stands, and its signature."""

from __future__ import annotations

import json
import os
from array import array
from typing import Any

from .marks import BANDS, ROWS

_NUMBERS = BANDS * ROWS
_PLACE = 8


class Library:
    """Takes in documents in order, and gives back any of them; in memory is none."""

    def __init__(self, folder: str) -> None:
        paths = (os.path.join(folder, name) for name in ("documents", "places", "signatures"))
        self._told, self._places, self._signatures = self._files = [open(path, "w+b") for path in paths]  # noqa: SIM115
        self.count = 0

    def add(self, told: dict[str, Any], signature: array[int]) -> None:
        """Take in the next document: what is told of it, and its signature (empty if it has no words)."""
        self._places.write(self._told.tell().to_bytes(_PLACE, "big"))
        self._told.write(json.dumps(told).encode() + b"\n")
        self._signatures.write((signature or array("I", bytes(4 * _NUMBERS))).tobytes())
        self.count += 1

    def told(self, number: int) -> dict[str, Any]:
        """What is told of a document."""
        self._places.seek(number * _PLACE)
        self._told.seek(int.from_bytes(self._places.read(_PLACE), "big"))
        told: dict[str, Any] = json.loads(self._told.readline())
        return told

    def signature(self, number: int) -> array[int]:
        """The signature of a document."""
        self._signatures.seek(number * 4 * _NUMBERS)
        return array("I", self._signatures.read(4 * _NUMBERS))

    def close(self) -> None:
        """Let go of the files."""
        for file in self._files:
            file.close()
