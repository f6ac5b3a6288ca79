"""Configuration files: where they are looked for, and what stands in them."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping

from ..core.record import Row
from ..errors import SettingsError
from . import OWN, SHARED

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

_TABLE = ("tool", "tqcheck")
# The ways in which TOML can begin what is in that table: under its own header, that of [tool], or with a dotted or inline key.
_MAY_HOLD_TABLE = re.compile(
    rb"""^[ \t]*(?:\[+[ \t]*["']?tool["']?[ \t]*(?:\]|\.[ \t]*["']?tqcheck)|["']?tool["']?[ \t]*[.=])""", re.MULTILINE
)


class ConfigurationFile(Row):
    """One file: the table with our keys in it, and the line of each key (by its way from the top of that table)."""

    path: str
    table: Mapping[str, Any]
    lines: Mapping[tuple[str | int, ...], int]

    def where(self, *keys: str | int) -> str:
        """The file and the line of a key, or of the nearest thing around it that has one."""
        path = keys
        while path and path not in self.lines:
            path = path[:-1]
        return f"{self.path}:{self.lines[path]}" if path in self.lines else self.path

    def beside(self, path: str) -> str:
        """A path that is written in this file: relative ones begin at its folder."""
        return shown(os.path.join(os.path.dirname(os.path.abspath(self.path)), path))


def shown(path: str) -> str:
    """The path as it is shown and opened: relative to the working folder where it lies below that."""
    full = os.path.abspath(path)
    here = os.path.join(os.getcwd(), "")
    return full.removeprefix(here)


def standing_in(folder: str) -> ConfigurationFile | None:
    """The configuration that stands in this very folder; a pyproject.toml counts if it has the table [tool.tqcheck]."""
    own = os.path.join(folder, OWN)
    if os.path.isfile(own):
        return read(own)
    shared = os.path.join(folder, SHARED)
    if not os.path.isfile(shared):
        return None
    data = _bytes_of(shared)
    return _parsed(shared, data) if b"tqcheck" in data and _MAY_HOLD_TABLE.search(data) else None


def read(path: str) -> ConfigurationFile:
    """The configuration in a file that is named; raises `SettingsError` if there is none."""
    found = _parsed(path, _bytes_of(path))
    if found is None:
        raise SettingsError(f"{shown(path)}: there is no table [{'.'.join(_TABLE)}] in it")
    return found


def _bytes_of(path: str) -> bytes:
    try:
        with open(path, "rb") as file:
            return file.read()
    except OSError as error:
        raise SettingsError(f"{shown(path)}: cannot read the configuration: {(error.strerror or str(error)).lower()}") from None


def _parsed(path: str, data: bytes) -> ConfigurationFile | None:
    import tomllib

    from .lines import key_lines

    name = shown(path)
    try:
        text = data.decode("utf-8-sig").replace("\r\n", "\n")
        table = tomllib.loads(text)
        lines = key_lines(text)
    except UnicodeDecodeError as error:
        raise SettingsError(f"{name}:{data[: error.start].count(10) + 1}: this is no UTF-8, as TOML must be") from None
    except ValueError as error:  # TOMLDecodeError, and that of numbers with too many digits
        raise SettingsError(f"{name}{_line_in(str(error))}: this is no TOML: {error}") from None
    except RecursionError:
        raise SettingsError(f"{name}: this is nested too deeply") from None
    if os.path.basename(path) != SHARED:
        return ConfigurationFile(name, table, lines)
    return _inner(name, table, lines)


def _line_in(message: str) -> str:
    _, found, rest = message.rpartition("(at line ")
    return f":{rest.partition(',')[0]}" if found else ""


def _inner(name: str, table: Mapping[str, Any], lines: Mapping[tuple[str | int, ...], int]) -> ConfigurationFile | None:
    tools = table.get(_TABLE[0])
    if not isinstance(tools, Mapping) or _TABLE[1] not in tools:
        return None
    if not isinstance(tools[_TABLE[1]], Mapping):
        raise SettingsError(f"{name}:{lines[_TABLE]}: [{'.'.join(_TABLE)}] is a table")
    own = {path[len(_TABLE) :]: line for path, line in lines.items() if path[: len(_TABLE)] == _TABLE}
    return ConfigurationFile(name, tools[_TABLE[1]], own)
