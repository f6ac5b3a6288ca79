"""Settings: what a user may choose, frozen and checked."""

from __future__ import annotations

from collections.abc import Iterable

from .core.record import Record
from .errors import SettingsError, unknown

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

DEFAULT_MIN_SCORE = 0.5


class Settings(Record, kw_only=True):
    """The choices for one `Checker`.

    ``language``: a BCP 47 code, or None to detect it. ``select`` and ``ignore``: names of rules or families; an empty
    ``select`` means every stable rule, and ``ignore`` always wins. ``min_score``: findings that a careful reviser
    would confirm with a lower probability (0 to 1) are left out.
    """

    language: str | None = None
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    min_score: float = DEFAULT_MIN_SCORE

    def _check(self) -> None:
        if isinstance(self.min_score, bool) or not isinstance(self.min_score, int | float) or not 0 <= self.min_score <= 1:
            raise SettingsError(f"min_score is a probability from 0 to 1, not {self.min_score!r}")

    @classmethod
    def of(cls, options: Mapping[str, object]) -> Settings:
        """Settings from named options; an unknown name is an error with a suggestion."""
        names = cls.field_names()
        for name in options:
            if name not in names:
                raise unknown("option", name, names)
        chosen = {name: _names(name, value) if name in ("select", "ignore") else value for name, value in options.items()}
        return cls(**chosen)  # type: ignore[arg-type]


def _names(option: str, value: object) -> tuple[str, ...]:
    if isinstance(value, str) or not isinstance(value, Iterable):
        raise SettingsError(f"{option} is a list of names of rules or families, not {value!r}")
    names = tuple(value)
    for name in names:
        if not isinstance(name, str):
            raise SettingsError(f"{option} is a list of names of rules or families; {name!r} is no name")
    return names
