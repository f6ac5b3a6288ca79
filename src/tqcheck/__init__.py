"""tqcheck finds what machine translation leaves behind in a text.

>>> import tqcheck
>>> report = tqcheck.check("Spokesman Ivan Petrov (Ivan Petrov) declined to comment.", language="en")
>>> [finding.rule for finding in report.findings]
['duplicate-gloss']
"""

from __future__ import annotations

from ._version import __version__

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .checker import Checker, check
    from .core.finding import Edit, Finding, Fix, Safety, Severity
    from .errors import ReadingError, SettingsError, TqcheckError
    from .fixing import Fixed, fix
    from .report import Report
    from .scoring import Score
    from .selection import Skipped

__all__ = [
    "Checker",
    "Edit",
    "Finding",
    "Fix",
    "Fixed",
    "ReadingError",
    "Report",
    "Safety",
    "Score",
    "SettingsError",
    "Severity",
    "Skipped",
    "TqcheckError",
    "__version__",
    "check",
    "fix",
]

_ROOMS = {
    "checker": ("Checker", "check"),
    "core.finding": ("Edit", "Finding", "Fix", "Safety", "Severity"),
    "errors": ("ReadingError", "SettingsError", "TqcheckError"),
    "fixing": ("Fixed", "fix"),
    "report": ("Report",),
    "scoring": ("Score",),
    "selection": ("Skipped",),
}


def __getattr__(name: str) -> object:
    """A public name, imported when it is first used: a command that checks nothing, and pytest with our plugin, start without the rules."""
    from importlib import import_module

    for room, names in _ROOMS.items():
        if name in names:
            value = globals()[name] = getattr(import_module(f".{room}", __name__), name)
            return value
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted(globals().keys() | set(__all__))
