"""What the user says of the texts that stand beside those to check: their sources, and references."""

from __future__ import annotations

import os

from ..core.record import Row
from ..errors import SettingsError

TYPE_CHECKING = False
if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator, Mapping, Sequence

    from .parsing import Parser

_PARTNERS = ("source", "reference")


class Beside(Row):
    """For each partner by its name the path that was given, and the ``roots``: the paths of what is checked.

    A file stands beside the one file that is checked; in a folder stands, for each file, the one of the same name, or of the same
    path below the folder that is checked.
    """

    given: Mapping[str, str] = {}
    roots: Sequence[str] = ()

    def of(self, path: str) -> Iterator[tuple[str, str]]:
        """The name and the path of each text beside a file."""
        for partner, given in self.given.items():
            yield partner, os.path.join(given, self._below(path)) if os.path.isdir(given) else given

    def holds(self, path: str) -> bool:
        """True if a file, met in a folder that is checked, is itself one that stands beside others."""
        return path not in self.roots and any(_lies_in(path, given) for given in self.given.values())

    def _below(self, path: str) -> str:
        holders = [root for root in self.roots if os.path.isdir(root) and _lies_in(path, root)]
        return os.path.relpath(path, max(holders, key=len)) if holders else os.path.basename(path)


def add_partner_options(parser: Parser) -> None:
    """Add what says which texts stand beside those to check."""
    parser.add_argument("--source", metavar="FILE", help="the text that was translated, or a folder of such")
    parser.add_argument("--source-language", metavar="CODE", help="its language (default: detected)")
    parser.add_argument("--reference", metavar="FILE", help="a good translation of it, or a folder of such")
    parser.add_argument("--glossary", metavar="FILE", help="terms to use and not to use: CSV, TSV or TBX")
    parser.add_argument("--pairs", metavar="FILE", help="check this table of lines: source, TAB, translation")


def beside_of(chosen: argparse.Namespace) -> Beside:
    """What the command line says; raises `SettingsError` for a file that would have to stand beside several."""
    given = {partner: getattr(chosen, partner) for partner in _PARTNERS if getattr(chosen, partner) is not None}
    if chosen.pairs is not None:
        if chosen.paths or given:
            raise SettingsError("--pairs is all that is checked: give it no PATH, --source or --reference beside it")
        chosen.paths, chosen.format = [chosen.pairs], "pairs"
    one = len(chosen.paths) == 1 and not os.path.isdir(chosen.paths[0])
    for partner, path in given.items():
        if not one and not os.path.isdir(path):
            raise SettingsError(f"--{partner} {path} is one file, for one PATH; for several name the folder that holds theirs")
    return Beside(given, tuple(chosen.paths))


def _lies_in(path: str, folder: str) -> bool:
    path, folder = os.path.abspath(path), os.path.abspath(folder)
    return path == folder or path.startswith(folder.rstrip(os.sep) + os.sep)
