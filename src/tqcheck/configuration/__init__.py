"""Configuration: which settings hold for a path, and where each of them comes from."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping

from ..errors import SettingsError
from ..settings import CHECKS, Settings, checked_options
from .names import wrong_name
from .run import RUN_CHECKS, RunOptions

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from .layers import Chosen, Key, Layers

OWN, SHARED = "tqcheck.toml", "pyproject.toml"
STANDARD_INPUT = "-"


class Configuration:
    """The settings for each path: what the command line says, then the nearest configuration file, then the defaults.

    ``given`` are options by the library's names, those of `Settings` and of `RunOptions`, which win over every file.
    ``file`` is a configuration file that holds for all paths instead of the nearest one; ``isolated`` reads none.
    A wrong key or value raises `SettingsError` with the file, the line and the nearest right word.
    """

    def __init__(self, given: Mapping[str, object] | None = None, *, file: str | None = None, isolated: bool = False) -> None:
        if file is not None and isolated:
            raise SettingsError("a configuration file and none at all cannot be had together")
        given = given or {}
        self._given: dict[str, Any] = checked_options({name: value for name, value in given.items() if name not in RUN_CHECKS})
        self._given |= {name: check(name, given[name]) for name, check in RUN_CHECKS.items() if name in given}
        wrong = wrong_name([*self._given.get("select", ()), *self._given.get("ignore", ()), *dict(self._given.get("rules", ()))])
        if wrong:
            raise wrong[1]
        self._file, self._isolated = file, isolated
        self._by_folder: dict[str, Layers | None] = {}
        self._by_choice: dict[object, Settings] = {}

    def settings_for(self, path: str) -> Settings:
        """The settings for a path; those for standard input (``-``) are the ones of the working folder."""
        layers = self._layers_for(path)
        if layers is None:
            return self._once(None, lambda: Settings.of(self._own(CHECKS)))
        from .effective import settings_of, stacked

        holding = tuple(layers.at(path))
        return self._once(tuple(map(id, holding)), lambda: settings_of(stacked(holding, self._given)))

    def run_options(self, paths: Iterable[str]) -> RunOptions:
        """The options of a run over these paths: those for the folder that holds them all."""
        folder = _shared_folder(paths)
        if self._layers_for(folder) is None:
            return RunOptions(**self._own(RUN_CHECKS))
        chosen = self.explained(folder)
        return RunOptions(**{name: chosen[name,].value for name in RUN_CHECKS})

    def explained(self, path: str) -> Mapping[Key, Chosen]:
        """Every setting for a path, with the place that it comes from."""
        from .effective import stacked

        layers = self._layers_for(path)
        return stacked(() if layers is None else layers.at(path), self._given)

    def _own(self, known: Iterable[str]) -> dict[str, Any]:
        return {name: value for name, value in self._given.items() if name in known}

    def _once(self, choice: object, make: Any) -> Settings:
        if choice not in self._by_choice:
            self._by_choice[choice] = make()
        return self._by_choice[choice]

    def _layers_for(self, path: str) -> Layers | None:
        if self._isolated:
            return None
        if self._file is None:
            full = os.path.abspath("." if path == STANDARD_INPUT else path)
            return self._nearest(full if os.path.isdir(full) else os.path.dirname(full))
        if self._file not in self._by_folder:
            from .files import read
            from .layers import layers_of

            self._by_folder[self._file] = layers_of(read(self._file))
        return self._by_folder[self._file]

    def _nearest(self, folder: str) -> Layers | None:
        """The layers of the nearest file from a folder upwards, looked for once in each folder."""
        passed = []
        found = None
        while folder not in self._by_folder:
            passed.append(folder)
            found = _here(folder)
            if found is not None:
                break
            above = os.path.dirname(folder)
            if above == folder:
                break
            folder = above
        else:
            found = self._by_folder[folder]
        self._by_folder.update(dict.fromkeys(passed, found))
        return found


def _here(folder: str) -> Layers | None:
    """The layers of the file that stands in this very folder."""
    if not any(os.path.isfile(os.path.join(folder, name)) for name in (OWN, SHARED)):
        return None
    from .files import standing_in

    file = standing_in(folder)
    if file is None:
        return None
    from .layers import layers_of

    return layers_of(file)


def _shared_folder(paths: Iterable[str]) -> str:
    full = [os.path.abspath("." if path == STANDARD_INPUT else path) for path in paths]
    try:
        return os.path.commonpath(full) if full else os.getcwd()
    except ValueError:  # on several drives of Windows
        return os.getcwd()
