"""Packages that are not always there: each is imported here alone, when it is first needed, or the error says how to get it."""

from __future__ import annotations

from typing import Any

from ..errors import SettingsError


def pyarrow() -> Any:
    """Arrow, with its module for Parquet; raises `SettingsError` without it."""
    try:
        import pyarrow
        import pyarrow.parquet
    except ImportError:
        raise _wanted("Parquet and Arrow need", "pyarrow") from None
    return pyarrow


def zstandard() -> Any:
    """Zstandard; raises `SettingsError` without it."""
    try:
        import zstandard
    except ImportError:
        raise _wanted("files that end in .zst need", "zstandard") from None
    return zstandard


def _wanted(what: str, package: str) -> SettingsError:
    return SettingsError(f"{what} the package {package}: pip install 'tqcheck[corpus]'")
