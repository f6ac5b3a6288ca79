"""Packages that are not always there: each is imported here alone, when it is first needed, or the error says how to get it."""

from __future__ import annotations

import sys
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


def loaded(name: str) -> Any:
    """A package of frames: whoever hands over one of its frames has imported it. Raises `SettingsError` if nobody has."""
    if name not in sys.modules:
        raise SettingsError(f"a frame of {name} is wanted, and {name} is not even imported")
    return sys.modules[name]


def spark_types() -> Any:
    """The types of Spark's frames; raises `SettingsError` without it."""
    try:
        import pyspark.sql.types
    except ImportError:
        raise SettingsError("frames of Spark need the package pyspark: pip install 'tqcheck[spark]'") from None
    return pyspark.sql.types


def rensa() -> Any:
    """MinHash; raises `SettingsError` without it."""
    try:
        import rensa
    except ImportError:
        raise _wanted("near-duplicates need", "rensa") from None
    return rensa


def _wanted(what: str, package: str) -> SettingsError:
    return SettingsError(f"{what} the package {package}: pip install 'tqcheck[corpus]'")
