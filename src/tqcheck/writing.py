"""Files written whole or not at all: whoever reads the path finds the old file or the new one, never a part."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from stat import S_IMODE, S_ISREG
from typing import BinaryIO


@contextmanager
def replacing(path: str) -> Iterator[BinaryIO]:
    """A file to write to that takes the place of ``path`` when the block ends, and goes away if it ends with an exception.

    A link is followed. A file that was there before hands on its mode, and its owner if it may. What is no regular file
    (a pipe, a device) is written to as it is. Raises `OSError`.
    """
    before = _status(path)
    if before and not S_ISREG(before.st_mode):
        with open(path, "wb") as file:
            yield file
        return
    path = os.path.realpath(path)
    temporary = os.path.join(os.path.dirname(path), f".tqcheck-{os.urandom(8).hex()}.tmp")
    try:
        with open(temporary, "xb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        if before:
            _make_alike(temporary, before)
        os.replace(temporary, path)
    except BaseException:
        with suppress(OSError):
            os.unlink(temporary)
        raise


def _status(path: str) -> os.stat_result | None:
    try:
        return os.stat(path)
    except FileNotFoundError:
        return None


def _make_alike(path: str, status: os.stat_result) -> None:
    if hasattr(os, "chown"):
        with suppress(OSError):
            os.chown(path, status.st_uid, status.st_gid)
    os.chmod(path, S_IMODE(status.st_mode))
