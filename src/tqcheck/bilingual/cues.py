"""Words by which languages ask and deny, for comparing two texts."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from ..core.language import primary
from ..core.record import Record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

_FILE = Path(__file__).with_name("cues.toml")


class Cues(Record):
    """The lists of one language, as cues.toml describes them; a missing list is an empty one."""

    asks: tuple[str, ...] = ()
    asks_at_end: tuple[str, ...] = ()
    asks_at_start: tuple[str, ...] = ()
    reports_a_question: tuple[str, ...] = ()
    denies: tuple[str, ...] = ()
    denies_surely: tuple[str, ...] = ()
    denies_within: tuple[str, ...] = ()
    denies_surely_within: tuple[str, ...] = ()
    denies_at_start: tuple[str, ...] = ()
    denies_at_end: tuple[str, ...] = ()
    weakly: tuple[str, ...] = ()


@cache
def cues(code: str) -> Cues | None:
    """The cues of the language of a BCP 47 code; None for a language without any."""
    lists = _all().get(primary(code).lower())
    return Cues(**{name: tuple(words) for name, words in lists.items()}) if lists else None


@cache
def _all() -> dict[str, dict[str, Any]]:
    import tomllib

    with _FILE.open("rb") as file:
        return tomllib.load(file)
