"""The files of the lexicon: compressed text, a head of lines that begin with ``#``, and rows of fields parted by tabs."""

from __future__ import annotations

from functools import cache
from pathlib import Path

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

_FOLDER = Path(__file__).parent / "lexicon_data"


@cache
def rows(name: str) -> Sequence[Sequence[str]]:
    """The rows of a table such as ``places.de``; none if there is no such table."""
    import zlib  # not on the way of a text without a partner

    path = _FOLDER / f"{name}.tsv.z"
    if not path.is_file():
        return ()
    lines = zlib.decompress(path.read_bytes()).decode().splitlines()
    return tuple(tuple(line.split("\t")) for line in lines if line and not line.startswith("#"))
