"""Regular expressions that are compiled when they are first used.

The package ``regex`` parses a pattern in Python, which takes up to some milliseconds, and to import it takes ten; then its
engine, which is compiled, makes the pattern in a moment. What the parser hands to the engine is therefore kept when tqcheck is
built (`tqcheck.prepare`), and used as long as the engine is the very file that it was made for. Otherwise ``regex`` is
imported and compiles the pattern as usual; the result is the same.
"""

from __future__ import annotations

from functools import cache
from importlib import import_module

from ..prepared import checksum, prepared

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re
    from types import ModuleType
    from typing import Any

    import regex

    Program = tuple[int, bytes, dict[str, int], dict[int, str], int, tuple[int, ...], int, int]


class Pattern:
    """A regular expression that has the methods of a compiled one, and compiles itself when the first is called."""

    def __init__(self, source: str, package: str) -> None:
        self.source = source
        self.package = package

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        compiled = _ready_made(self.source) if self.package == "regex" else None
        method = getattr(compiled or import_module(self.package).compile(self.source), name)
        setattr(self, name, method)
        return method

    def __repr__(self) -> str:
        return f"Pattern({self.source!r}, {self.package!r})"


def pattern(source: str) -> regex.Pattern[str]:
    """A regular expression for ``regex``. Flags are written into it: ``(?i)``, ``(?x)``."""
    return Pattern(source, "regex")  # type: ignore[return-value]


def plain_pattern(source: str) -> re.Pattern[str]:
    """A regular expression that the standard library's ``re`` understands."""
    return Pattern(source, "re")  # type: ignore[return-value]


def engine() -> tuple[ModuleType, int] | None:
    """The engine of ``regex``, without the package around it, and a checksum of its file; None if it cannot be found alone."""
    import sys
    from importlib.machinery import PathFinder
    from importlib.util import module_from_spec

    package = PathFinder.find_spec("regex")
    spec = package and PathFinder.find_spec("regex._regex", package.submodule_search_locations)
    if not spec or not spec.loader or not spec.origin:
        return None
    with open(spec.origin, "rb") as file:
        sources = checksum([file.read()])
    if spec.name not in sys.modules:
        sys.modules[spec.name] = module_from_spec(spec)
        spec.loader.exec_module(sys.modules[spec.name])
    return sys.modules[spec.name], sources


@cache
def _engine_and_programs() -> tuple[Any, dict[str, Program]]:
    found = engine() if prepared("patterns") else None
    return (found[0], prepared("patterns", found[1]) or {}) if found else (None, {})


def _ready_made(source: str) -> Any:
    """The pattern from its prepared program, or None if there is none for this engine."""
    from array import array

    module, programs = _engine_and_programs()
    if source not in programs:
        return None
    flags, code, groups, names, offset, characters, character_flags, count = programs[source]
    return module.compile(source, flags, list(array("I", code)), groups, names, {}, [], offset, characters, character_flags, count)
