"""What was worked out when the package was built, so that a start need not do it again; `tqcheck.prepare` writes it."""

from __future__ import annotations

from importlib import import_module
from zlib import crc32

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Any


def prepared(name: str, sources: int | None = None) -> Any:
    """What was prepared under a name, or None if nothing was, or from sources with another checksum (if one is given)."""
    try:
        module = import_module(f"tqcheck._prepared.{name.replace('-', '_')}")
    except ImportError:
        return None
    return module.VALUE if sources is None or sources == module.SOURCES else None


def checksum(parts: Iterable[bytes]) -> int:
    """A checksum of some sources."""
    found = 0
    for part in parts:
        found = crc32(part, found)
    return found
