"""Unpacking: what is in a file packed with gzip or zstd, in pieces; nothing is lost of what stands before a place where it breaks off."""

from __future__ import annotations

import gzip
import io
import zlib
from collections.abc import Generator
from typing import IO, Any

from .packages import zstandard

PACKED = (".gz", ".zst")
_UNPACKED = 1 << 16
_PACKED_ZSTD = 1 << 10
"""Four bytes of zstd may hold 128 kB of one character, so that this much gives 32 MB at most."""


class Pieces(io.RawIOBase):
    """Pieces of bytes as a file."""

    def __init__(self, pieces: Generator[bytes]) -> None:
        super().__init__()
        self._pieces = pieces
        self._left = memoryview(b"")

    def readable(self) -> bool:
        """True."""
        return True

    def readinto(self, buffer: Any) -> int:
        """Fill a buffer with what is there of a piece; gives the number of bytes, 0 at the end."""
        while not self._left:
            piece = next(self._pieces, None)
            if piece is None:
                return 0
            self._left = memoryview(piece)
        count = min(len(buffer), len(self._left))
        buffer[:count] = self._left[:count]
        self._left = self._left[count:]
        return count


def unpacked(file: IO[bytes], name: str) -> Generator[bytes]:
    """What is in a packed file with one of the endings `PACKED`. Raises `OSError` or `EOFError` where it is damaged."""
    return _of_gzip(file) if name.lower().endswith(".gz") else _of_zstd(file)


def _of_gzip(file: IO[bytes]) -> Generator[bytes]:
    with gzip.GzipFile(fileobj=file) as opened:
        try:
            while piece := opened.read1(_UNPACKED):
                yield piece
        except zlib.error as error:
            raise OSError(str(error)) from None


def _of_zstd(file: IO[bytes]) -> Generator[bytes]:
    """The frames of a file, one behind the other; the reader of the package does not tell that the last one breaks off."""
    package = zstandard()
    frames = package.ZstdDecompressor()
    frame = None
    data = b""
    while data or (data := file.read(_PACKED_ZSTD)):
        frame = frame or frames.decompressobj()
        try:
            piece = frame.decompress(data)
        except package.ZstdError as error:
            raise OSError(str(error)) from None
        if piece:
            yield piece
        data = b""
        if frame.eof:
            data, frame = frame.unused_data, None
    if frame is not None:
        raise EOFError("the packed file ended before the end of its last frame")
