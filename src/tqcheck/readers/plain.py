"""Plain text: the raw file is the text."""

from __future__ import annotations

from .decoding import decoded
from .reading import Reading


def read(data: bytes, name: str) -> Reading:
    """The reading of a plain text file; raises `ReadingError` if it is no text or in an encoding other than Unicode's."""
    found = decoded(data, name)
    return Reading(name, found.text, found.encoding, found.has_mark)
