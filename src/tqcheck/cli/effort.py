"""How a run works: in how many processes, with which cache, and whether it shows how far it is."""

from __future__ import annotations

import argparse
import os

from ..core.record import Row
from ..errors import SettingsError
from .parsing import Parser, count_of_processes


class Effort(Row):
    """``jobs``: the number of processes, None for one on each core; ``uses_cache``; ``cache_folder``: None for the user's,
    a folder that was named is used even for little text; ``shows_progress``: where there is a terminal to show it."""

    jobs: int | None = 1
    uses_cache: bool = False
    cache_folder: str | None = None
    shows_progress: bool = False

    def cache_for(self, *, is_little: bool) -> str | None:
        """The folder of the cache, or None if none is used: for little text it costs more than it saves."""
        if not self.uses_cache or self.cache_folder is not None or is_little:
            return self.cache_folder if self.uses_cache else None
        from ..cache import default_folder

        return default_folder()


def add_effort_options(parser: Parser) -> None:
    """Add ``--jobs``, ``--cache-dir`` and ``--no-cache``."""
    parser.add_argument("--jobs", metavar="N", type=count_of_processes, help="check in N processes (default: one for each core)")
    cache = parser.add_mutually_exclusive_group()
    cache.add_argument("--cache-dir", metavar="FOLDER", help="keep reports of this run there, for other runs")
    cache.add_argument("--no-cache", action="store_true", help="neither use nor keep reports of other runs")


def effort_of(chosen: argparse.Namespace, *, shows_progress: bool = False) -> Effort:
    """How the command line wants a run to work."""
    if chosen.cache_dir is not None:
        try:
            os.makedirs(chosen.cache_dir, mode=0o700, exist_ok=True)
        except OSError as error:
            raise SettingsError(f"cannot keep a cache in {chosen.cache_dir!r}: {error.strerror or error}") from None
    return Effort(chosen.jobs, not chosen.no_cache, chosen.cache_dir, shows_progress)
