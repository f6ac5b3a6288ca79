"""Language data: a TOML file for each language or variant, read when first asked for.

A file inherits the tables of the one it names (``inherits``); what it says itself wins, key by key.
"""

from __future__ import annotations

import os
from functools import cache

from ..core.language import Language
from ..prepared import checksum, prepared

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

_FOLDER = os.path.dirname(os.path.abspath(__file__))
_ROOT = "und"
# CLDR 46, likelySubtags: what these tags mean, so that they do not fall back to their language's other script.
_LIKELY = {
    "zh-Hans": "zh", "zh-TW": "zh-Hant", "zh-HK": "zh-Hant", "zh-MO": "zh-Hant", "yue": "zh-Hant", "cmn": "zh", "cmn-Hant": "zh-Hant",
    "iw": "he",
}  # fmt: skip


@cache
def available() -> tuple[str, ...]:
    """The BCP 47 codes that have data of their own, sorted."""
    return tuple(sorted(name[:-5] for name in os.listdir(_FOLDER) if name.endswith(".toml")))


@cache
def load(code: str) -> Language:
    """The language of a BCP 47 code; for one without data, the nearest parent that has some, at last ``und``.

    The result carries the code that was asked for.
    """
    known = _LIKELY.get(code, code)
    while known not in available():
        parent = known.rpartition("-")[0] or _ROOT
        known = _LIKELY.get(parent, parent)
    data = prepared(f"language_{known}", _sources(known)) or _data(known)
    meta = {key: value for key, value in data.items() if not isinstance(value, dict)}
    sections = {key: value for key, value in data.items() if isinstance(value, dict)}
    return Language(code, str(meta["name"]), str(meta["script"]), sections)


def to_prepare() -> Iterator[tuple[str, int, dict[str, Any]]]:
    """The data of every language with what they inherit, for `tqcheck.prepare`."""
    for code in available():
        yield f"language_{code}", _sources(code), _data(code)


def _sources(code: str) -> int:
    """A checksum of the file and of those that it inherits from, found without a parser."""
    files, parent = [], code
    while parent:
        files.append(_bytes(parent))
        parent = files[-1].partition(b'\ninherits = "')[2].partition(b'"')[0].decode()
    return checksum(files)


def _bytes(code: str) -> bytes:
    with open(os.path.join(_FOLDER, f"{code}.toml"), "rb") as file:
        return file.read()


def _data(code: str) -> dict[str, Any]:
    import tomllib

    data = tomllib.loads(_bytes(code).decode())
    parent = data.pop("inherits", None)
    return _without_own(_merged(_data(parent), data)) if parent else data


def _without_own(data: dict[str, Any]) -> dict[str, Any]:
    """The data without those words of other languages that are words of this one too."""
    own = {word for words in data.get("words", {}).values() if isinstance(words, list) for word in words}
    switches = data.get("switches", {})
    others = [word for word in switches.get("words", ()) if word not in own]
    return {**data, "switches": {**switches, "words": others}}


def _merged(parent: dict[str, Any], child: dict[str, Any]) -> dict[str, Any]:
    merged = parent | child
    for key, value in parent.items():
        if isinstance(value, dict) and isinstance(child.get(key), dict):
            merged[key] = value | child[key]
    return merged
