"""Language data: a TOML file for each language or variant, read when first asked for.

A file inherits the tables of the one it names (``inherits``); what it says itself wins, key by key.
"""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

from ..core.language import Language


def available() -> tuple[str, ...]:
    """The BCP 47 codes that have data of their own, sorted."""
    return tuple(sorted(entry.name[:-5] for entry in files(__name__).iterdir() if entry.name.endswith(".toml")))


@cache
def load(code: str) -> Language:
    """The language of a BCP 47 code; for one without data, the nearest parent that has some, at last ``und``.

    The result carries the code that was asked for.
    """
    data = _data(code)
    meta = {key: value for key, value in data.items() if not isinstance(value, dict)}
    sections = {key: value for key, value in data.items() if isinstance(value, dict)}
    return Language(code, str(meta["name"]), str(meta["script"]), sections)


def _data(code: str) -> dict[str, Any]:
    known = code
    while known not in available():
        known = known.rpartition("-")[0] or "und"
    data = tomllib.loads(files(__name__).joinpath(f"{known}.toml").read_text("utf-8"))
    parent = data.pop("inherits", None)
    return _merged(_data(parent), data) if parent else data


def _merged(parent: dict[str, Any], child: dict[str, Any]) -> dict[str, Any]:
    merged = parent | child
    for key, value in parent.items():
        if isinstance(value, dict) and isinstance(child.get(key), dict):
            merged[key] = value | child[key]
    return merged
