"""Regular expressions that are compiled when they are first used.

To compile one takes up to a few milliseconds, and to import the package ``regex`` ten; most of those that the rules hold are
never needed for a given text.
"""

from __future__ import annotations

from importlib import import_module

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re
    from typing import Any

    import regex


class Pattern:
    """A regular expression that has the methods of a compiled one, and compiles itself when the first is called."""

    def __init__(self, source: str, package: str) -> None:
        self.source = source
        self.package = package

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        method = getattr(import_module(self.package).compile(self.source), name)
        setattr(self, name, method)
        return method

    def __repr__(self) -> str:
        return f"Pattern({self.source!r}, {self.package!r})"


def pattern(source: str) -> regex.Pattern[str]:
    """A regular expression for ``regex``. Flags are written into it: ``(?i)``, ``(?x)``."""
    return Pattern(source, "regex")  # type: ignore[return-value]


def plain_pattern(source: str) -> re.Pattern[str]:
    """A regular expression that the standard library's ``re`` understands, which is quicker to compile."""
    return Pattern(source, "re")  # type: ignore[return-value]
