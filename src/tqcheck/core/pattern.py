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
    from types import ModuleType
    from typing import Any

    import regex

    Program = tuple[int, bytes, dict[str, int], dict[int, str], int, tuple[int, ...], int, int]


PROGRAMS = ("patterns", "patterns-of-languages")
"""Where prepared programs stand: those of all modules and of English, and those of other languages, three times as much."""
_PAGES, _PAGE = 32, 4096


class Pattern:
    """A regular expression that has the methods of a compiled one, and compiles itself when the first is called."""

    def __init__(self, source: str) -> None:
        self.source = source

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        method = getattr(_ready_made(self.source) or import_module("regex").compile(self.source), name)
        setattr(self, name, method)
        return method

    def __repr__(self) -> str:
        return f"Pattern({self.source!r})"


def pattern(source: str) -> regex.Pattern[str]:
    """A regular expression for ``regex``. Flags are written into it: ``(?i)``, ``(?x)``."""
    return Pattern(source)  # type: ignore[return-value]


def engine() -> tuple[ModuleType, int] | None:
    """The engine of ``regex``, without the package around it, and what marks its file; None if it cannot be found alone."""
    import sys
    from importlib.machinery import ExtensionFileLoader, PathFinder

    package = PathFinder.find_spec("regex")
    spec = package and PathFinder.find_spec("regex._regex", package.submodule_search_locations)
    if not spec or not isinstance(spec.loader, ExtensionFileLoader) or not spec.origin:
        return None
    if spec.name not in sys.modules:
        # What importlib does for every module, but without the package around this one.
        sys.modules[spec.name] = spec.loader.create_module(spec)
        spec.loader.exec_module(sys.modules[spec.name])
    return sys.modules[spec.name], _mark_of(spec.origin)


def _mark_of(path: str) -> int:
    """A checksum of a file's size and of pages from all over it: no two builds of an engine are alike in all of them."""
    with open(path, "rb") as file:
        size = file.seek(0, 2)
        pages = [b"%d" % size]
        for number in range(_PAGES):
            file.seek(size * number // _PAGES)
            pages.append(file.read(_PAGE))
    return checksum(pages)


@cache
def _engine() -> tuple[Any, int]:
    return (engine() if prepared(PROGRAMS[0]) else None) or (None, 0)


@cache
def _programs(name: str) -> dict[str, Program]:
    module, mark = _engine()
    return (module and prepared(name, mark)) or {}


def _ready_made(source: str) -> Any:
    """The pattern from its prepared program, or None if there is none for this engine."""
    programs = next((programs for programs in map(_programs, PROGRAMS) if source in programs), None)
    return made(_engine()[0], source, programs[source]) if programs else None


def made(module: Any, source: str, program: Program) -> Any:
    """The pattern that an engine makes of what the parser handed over for it."""
    from array import array

    flags, code, groups, names, offset, characters, character_flags, count = program
    return module.compile(source, flags, list(array("I", code)), groups, names, {}, [], offset, characters, character_flags, count)
