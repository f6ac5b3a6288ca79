"""Cache: reports of texts that were checked before with the same settings and the same tqcheck.

A file of its own for each report, named by a hash of all that the report depends on: nothing needs a lock, and what is
stale is never asked for again. A file that is damaged, or cannot be written, is as good as none.
"""

from __future__ import annotations

import io
import os
import pickle
import sys
import time
import zlib
from collections.abc import Iterator
from contextlib import suppress
from enum import Enum
from functools import cache
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from ._version import __version__
from .settings import Settings

if TYPE_CHECKING:
    from .checker import Checker
    from .readers.reading import Reading
    from .report import Report

MOST_BYTES = 256 * 1024 * 1024
"""The cache holds about so much at most; the reports that were asked for longest ago go first."""
_FORMAT = "1"
_FOLDERS = 256
_DAY = 86_400
_DIGEST = 32
_TAG = "Signature: 8a477f597d28d172789f06886806bc55\n# A cache of tqcheck; see https://bford.info/cachedir/\n"
_PARTS = {
    "tqcheck.report": ("Report", "Notice", "Beside"),
    "tqcheck.selection": ("Skipped",),
    "tqcheck.core.alignment": ("Partner",),
    "tqcheck.core.finding": ("Finding", "Counterpart", "Fix", "Edit", "Severity", "Safety"),
    "tqcheck.metrics.figures": ("Metrics", "BlockMetrics", "Figure"),
    "tqcheck.scoring": ("Score",),
}


def default_folder() -> str | None:
    """The folder for the user's cache, by the XDG Base Directory Specification; None if the user has no home."""
    named = os.environ.get("XDG_CACHE_HOME", "")
    folder = named if os.path.isabs(named) else os.path.join(os.path.expanduser("~"), ".cache")
    return os.path.join(folder, "tqcheck") if os.path.isabs(folder) else None


class CachedChecker:
    """Checks like a `Checker`, which is made only when a text is not in the cache."""

    def __init__(self, settings: Settings, folder: str) -> None:
        self._settings = settings
        self._folder = folder
        self._checker: Checker | None = None

    def check_reading(self, reading: Reading, *, source: Reading | None = None, reference: Reading | None = None) -> Report:
        """The report on a file that was read, with what stands beside it, from the cache if it is there."""
        key = _key(self._settings, reading, source, reference)
        path = os.path.join(self._folder, key[:2], key[2:])
        report = _kept(path)
        if report is None:
            report = self._fresh().check_reading(reading, source=source, reference=reference)
            _keep(path, report)
        return report.replace(name=reading.name)

    def _fresh(self) -> Checker:
        if self._checker is None:
            from .checker import Checker

            self._checker = Checker.with_settings(self._settings)
        return self._checker


def _key(settings: Settings, *readings: Reading | None) -> str:
    # Versions of Python and regex differ in what they hold for a letter.
    digest = sha256(f"{stamp()}\0{settings!r}\0".encode("utf-8", "surrogatepass"))
    if settings.glossary is not None:
        from .bilingual.glossary import content

        digest.update(content(settings.glossary))
    for reading in readings:
        for part in _content(reading) if reading else ():
            digest.update(f"{len(part)}\0".encode())
            digest.update(part)
        digest.update(b"\0")
    return digest.hexdigest()


def _content(reading: Reading) -> Iterator[bytes]:
    """All of a file that a report depends on. Its name is shown in that of one which has it beside."""
    if reading.blocks is not None:
        yield f"{reading.language}".encode()
        yield reading.blocks.content()
    yield reading.text.encode("utf-8", "surrogatepass")
    for unit in reading.units:
        yield repr((unit.block, unit.key, unit.source, unit.source_language, unit.reference)).encode("utf-8", "surrogatepass")


@cache
def stamp() -> str:
    """What changes when reports may change: versions, and the files of the package itself, which somebody may be working on."""
    import regex

    digest = sha256()
    for name, data in _files(os.path.dirname(os.path.abspath(__file__))):
        digest.update(f"{name}\0{len(data)}\0".encode("utf-8", "surrogatepass"))
        digest.update(data)
    return "\0".join((_FORMAT, __version__, sys.version, regex.__version__, digest.hexdigest()))


def _files(folder: str) -> Iterator[tuple[str, bytes]]:
    for entry in sorted(os.scandir(folder), key=lambda entry: entry.name):
        if not entry.is_dir():
            with open(entry.path, "rb") as file:
                yield entry.name, file.read()
        elif entry.name != "__pycache__":
            yield from _files(entry.path)


class _Pickler(pickle.Pickler):
    """Writes members of enumerations by their values. The first releases of Python 3.11 write a call of ``getattr``, which is no part of
    a report."""

    def reducer_override(self, value: Any) -> Any:
        return (type(value), (value.value,)) if isinstance(value, Enum) else NotImplemented


class _Unpickler(pickle.Unpickler):
    """Makes nothing but what a report consists of, whoever wrote the file."""

    def find_class(self, module: str, name: str) -> Any:
        if name not in _PARTS.get(module, ()):
            raise pickle.UnpicklingError(f"{module}.{name} is no part of a report")
        return super().find_class(module, name)


def _kept(path: str) -> Report | None:
    """The report in a file of the cache, if there is one and it is whole."""
    try:
        with open(path, "rb") as file:
            data = file.read()
            age = time.time() - os.fstat(file.fileno()).st_mtime
    except OSError:
        return None
    packed = data[_DIGEST:]
    if sha256(packed).digest() != data[:_DIGEST]:
        return None
    try:
        report = _Unpickler(io.BytesIO(zlib.decompress(packed))).load()
    except Exception:  # whole, but not written by us: there is no end to what it may hold
        return None
    if age > _DAY:  # a file that is used counts as new
        with suppress(OSError):
            os.utime(path)
    return report if type(report).__name__ == "Report" else None


def _keep(path: str, report: Report) -> None:
    """Write a report: into a file beside, which then takes the name, so that nobody reads half of it."""
    written = io.BytesIO()
    _Pickler(written, protocol=5).dump(report)
    packed = zlib.compress(written.getvalue(), 1)
    if len(packed) > MOST_BYTES // _FOLDERS // 4:
        return
    beside = f"{path}.{os.getpid()}"
    with suppress(OSError):
        _make_folder(os.path.dirname(path))
        try:
            with open(beside, "xb") as file:
                file.write(sha256(packed).digest() + packed)
            os.replace(beside, path)
        except OSError:
            with suppress(OSError):
                os.unlink(beside)
            raise
        if path.endswith("0"):  # one time in sixteen is enough
            _shrink(os.path.dirname(path))


def _make_folder(folder: str) -> None:
    if os.path.isdir(folder):
        return
    top = os.path.dirname(folder)
    if not os.path.isdir(top):
        os.makedirs(top, mode=0o700, exist_ok=True)
        with open(os.path.join(top, "CACHEDIR.TAG"), "w", encoding="ascii") as file:
            file.write(_TAG)
    os.makedirs(folder, mode=0o700, exist_ok=True)


def _shrink(folder: str) -> None:
    """Take the oldest files out of a folder that holds more than its share, until a quarter of that is free."""
    files = [(entry.stat(), entry.path) for entry in os.scandir(folder)]
    size = sum(state.st_size for state, _ in files)
    most = MOST_BYTES // _FOLDERS
    if size <= most:
        return
    for state, path in sorted(files, key=lambda file: file[0].st_mtime):
        if size <= most * 3 // 4:
            return
        os.unlink(path)
        size -= state.st_size
