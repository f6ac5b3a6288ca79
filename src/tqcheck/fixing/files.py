"""Repairing a file: what was silenced or is known stays, and so does every byte that no edit names."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable, Mapping
from stat import S_ISREG

from ..checked import Checked
from ..errors import ReadingError
from ..fingerprints import fingerprints, stretch
from ..readers import plain
from ..readers.decoding import encoded
from ..readers.reading import Reading
from ..writing import replacing
from . import repaired
from .choice import Closed, Look
from .history import Fixed

IN_COMMENT = "it would change a comment"
BESIDE_KNOWN = "a finding that the baseline knows stands there"


def repaired_file(checked: Checked, check: Callable[[Reading], Checked], *, known: Mapping[str, int], unsafe: bool = False) -> Fixed:
    """The repaired raw text of a file that was checked.

    ``check`` checks it anew after each round, with what is known but without what comments silence; ``known`` counts
    the fingerprints of findings that stay as they are, with the words beside them, so that they are known afterwards too.
    """

    def look(raw: str) -> Look:
        is_checked = raw == checked.reading.raw and not known
        return _look(checked if is_checked else check(_again(checked.reading, raw)), known)

    return repaired(checked.reading.raw, look, unsafe=unsafe)


def write_back(reading: Reading, raw: str) -> None:
    """Write a repaired raw text into the file that was read: in its encoding, whole or not at all.

    Raises `ReadingError` if the file is no longer what was read, and `OSError` if it cannot be written.
    """
    path = os.path.realpath(reading.name)
    if not S_ISREG(os.stat(path).st_mode):
        raise ReadingError(reading.name, "this is no regular file, so nothing is written to it")
    if not os.access(path, os.W_OK):
        raise PermissionError(13, "Permission denied")
    before = encoded(reading.raw, reading.encoding, has_mark=reading.has_mark)
    with replacing(path) as file:
        file.write(encoded(raw, reading.encoding, has_mark=reading.has_mark))
        with open(path, "rb") as current:
            if current.read() != before:
                raise ReadingError(reading.name, "it has changed while it was checked, and stays as it is; run this again")


def _again(reading: Reading, raw: str) -> Reading:
    return plain.reading(raw, reading.name, encoding=reading.encoding, has_mark=reading.has_mark)


def _look(checked: Checked, known: Mapping[str, int]) -> Look:
    reading, report = checked.reading, checked.report
    closed = [Closed(start, end, IN_COMMENT) for start, end in reading.hidden]
    if not known:
        return Look(report.findings, closed)
    left, found = Counter(known), []
    for finding, numbered in zip(report.findings, fingerprints(report, reading.text), strict=True):
        digest = numbered.partition("-")[0]
        if left[digest] > 0:
            left[digest] -= 1
            start, end = stretch(finding, reading.text)
            closed.append(Closed(start - 1, end + 1, BESIDE_KNOWN))
        else:
            found.append(finding)
    return Look(found, closed)
