"""Many documents: rows of files and frames, checked in constant memory, on one machine or many.

``arrow``, ``polars`` and ``pandas`` check the rows of a frame, `Filter` keeps documents in a pipeline, `Tally` adds
what several scans counted, and ``tqcheck.corpus.spark`` has the same for frames of Spark. Nothing is imported before it is used.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .filtering import Filter
    from .frames import arrow, pandas, polars
    from .keeping import Keep
    from .rows import Columns
    from .tally import Tally

__all__ = ["Columns", "Filter", "Keep", "Tally", "arrow", "pandas", "polars"]

_ROOMS = {
    "filtering": ("Filter",),
    "frames": ("arrow", "pandas", "polars"),
    "keeping": ("Keep",),
    "rows": ("Columns",),
    "tally": ("Tally",),
}


def __getattr__(name: str) -> object:
    """A public name, imported when it is first used."""
    from importlib import import_module

    for room, names in _ROOMS.items():
        if name in names:
            found = globals()[name] = getattr(import_module(f".{room}", __name__), name)
            return found
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
