"""Layers: the keys of configuration files, checked, each with its origin, and what follows when they are laid on each other."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping

from ..core.record import Row
from ..errors import SettingsError, quoted, unknown
from ..settings import CHECKS, RULE_CHECKS, path_of_file
from .files import ConfigurationFile, read
from .names import wrong_name
from .paths import fits
from .run import RUN_CHECKS, RUN_PATHS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

Key = tuple[str, ...]
"""The name of an option as the library spells it, or ``rules``, the name of a rule or family, and its option."""


class Chosen(Row):
    """A value and where it comes from: a file and its line, the command line, a preset, or the default."""

    value: Any
    origin: str


Layer = Mapping[Key, Chosen]


class Override(Row):
    """What holds for some paths only: patterns, relative to the folder of the file that was found."""

    patterns: tuple[str, ...]
    layer: Layer


class Layers(Row):
    """What a configuration file says, with what it extends below it."""

    folder: str
    layer: Layer
    overrides: tuple[Override, ...]

    def at(self, path: str) -> Iterator[Layer]:
        """The layers that hold for a path, the weakest first."""
        yield self.layer
        below = os.path.relpath(path, self.folder).split(os.sep)
        yield from (override.layer for override in self.overrides if any(fits(below, pattern) for pattern in override.patterns))


_OVERRIDABLE = (
    "language",
    "select",
    "ignore",
    "preview",
    "severity",
    "min_score",
    "rules",
    "format",
    "columns",
    "source_language",
    "metrics",
    "glossary",
)
_PATHS = ("glossary", *RUN_PATHS)
_TOP = ("extend", *CHECKS, *RUN_CHECKS, "overrides")


def layers_of(file: ConfigurationFile, trail: tuple[str, ...] = ()) -> Layers:
    """The layers of a file; raises `SettingsError` with file and line for a wrong key or value."""
    trail = (*trail, os.path.realpath(file.path))
    layer: dict[Key, Chosen] = {}
    overrides: tuple[Override, ...] = ()
    if "extend" in file.table:
        extended = _extended(file, trail)
        layer.update(extended.layer)
        overrides = extended.overrides
    plain = {key: value for key, value in file.table.items() if key not in ("extend", "overrides")}
    layer.update(_layer(file, (), plain, _TOP))
    return Layers(os.path.dirname(os.path.abspath(file.path)), layer, (*overrides, *_overrides(file)))


def _extended(file: ConfigurationFile, trail: tuple[str, ...]) -> Layers:
    where = file.where("extend")
    path = file.beside(_checked(file, ("extend",), path_of_file, file.table["extend"]))
    if os.path.realpath(path) in trail:
        raise SettingsError(f"{where}: extend leads back to {path}, which is extended from here")
    try:
        extended = read(path)
    except SettingsError as error:
        raise SettingsError(f"{where}: extend: {error}") from None
    return layers_of(extended, trail)


def _overrides(file: ConfigurationFile) -> Iterator[Override]:
    tables = file.table.get("overrides", [])
    if not isinstance(tables, list) or not all(isinstance(table, Mapping) for table in tables):
        raise SettingsError(f"{file.where('overrides')}: overrides are tables, each headed by [[overrides]] with a list of paths")
    for number, table in enumerate(tables):
        keys = ("overrides", number)
        paths = table.get("paths")
        if not isinstance(paths, list) or not paths or not all(isinstance(path, str) for path in paths):
            raise SettingsError(f'{file.where(*keys, "paths")}: an override has a list of paths, such as paths = ["drafts/**"]')
        plain = {key: value for key, value in table.items() if key != "paths"}
        yield Override(tuple(paths), dict(_layer(file, keys, plain, ("paths", *_OVERRIDABLE))))


def _layer(file: ConfigurationFile, keys: tuple[str | int, ...], table: Mapping[str, Any], known: tuple[str, ...]) -> Layer:
    layer: dict[Key, Chosen] = {}
    for key, value in table.items():
        option = _option(file, keys, key, known)
        if option == "rules":
            layer.update(_rules(file, (*keys, key), value))
        else:
            checked = _checked(file, (*keys, key), {**CHECKS, **RUN_CHECKS}[option], value)
            if option in ("select", "ignore"):
                _check_names(file, (*keys, key), checked)
            checked = file.beside(checked) if option in _PATHS else checked
            layer[(option,)] = Chosen(checked, file.where(*keys, key))
    return layer


def _rules(file: ConfigurationFile, keys: tuple[str | int, ...], tables: object) -> Iterator[tuple[Key, Chosen]]:
    if not isinstance(tables, Mapping):
        raise SettingsError(f"{file.where(*keys)}: rules has a table of options for each rule or family, not {quoted(tables)}")
    for name, table in tables.items():
        _check_names(file, (*keys, name), (name,))
        if not isinstance(table, Mapping):
            known = ", ".join(map(spelling, RULE_CHECKS))
            raise SettingsError(f"{file.where(*keys, name)}: the options of {name} are a table with {known}, not {quoted(table)}")
        for key, value in table.items():
            option = _option(file, (*keys, name), key, tuple(RULE_CHECKS))
            checked = _checked(file, (*keys, name, key), RULE_CHECKS[option], value)
            yield ("rules", name, option), Chosen(checked, file.where(*keys, name, key))


def _option(file: ConfigurationFile, keys: tuple[str | int, ...], key: str, known: tuple[str, ...]) -> str:
    """The library's name of an option for the key that a file has."""
    spelt = {spelling(option): option for option in known}
    if key in spelt:
        return spelt[key]
    where = file.where(*keys, key)
    if key == "tool":
        raise SettingsError(f"{where}: outside pyproject.toml the keys stand at the top, without [tool.tqcheck]")
    raise SettingsError(f"{where}: {unknown('key', key, spelt)}")


def _checked(file: ConfigurationFile, keys: tuple[str | int, ...], check: Callable[[str, object], Any], value: object) -> Any:
    try:
        return check(str(keys[-1]), value)
    except SettingsError as error:
        raise SettingsError(f"{file.where(*keys)}: {error}") from None


def _check_names(file: ConfigurationFile, keys: tuple[str | int, ...], words: tuple[str, ...]) -> None:
    wrong = wrong_name(words)
    if wrong:
        number, error = wrong
        raise SettingsError(f"{file.where(*keys, number)}: {error}")


def spelling(option: str) -> str:
    """An option as it is written in a file and on the command line."""
    return option.replace("_", "-")
