"""Settings: what a user may choose, frozen and checked."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields

from .errors import SettingsError, unknown

DEFAULT_MIN_SCORE = 0.5


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """The choices for one `Checker`.

    ``language``: a BCP 47 code, or None to detect it. ``select`` and ``ignore``: names of rules or families; an empty
    ``select`` means every stable rule, and ``ignore`` always wins. ``min_score``: findings that a careful reviser
    would confirm with a lower probability (0 to 1) are left out.
    """

    language: str | None = None
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    min_score: float = DEFAULT_MIN_SCORE

    def __post_init__(self) -> None:
        if not 0 <= self.min_score <= 1:
            raise SettingsError(f"min_score is a probability from 0 to 1, not {self.min_score}")

    @classmethod
    def of(cls, options: Mapping[str, object]) -> Settings:
        """Settings from named options; an unknown name is an error with a suggestion."""
        names = [field.name for field in fields(cls)]
        for name in options:
            if name not in names:
                raise unknown("option", name, names)
        for name in ("select", "ignore"):
            if isinstance(options.get(name), str):
                raise SettingsError(f"{name} is a list of names of rules or families, not one string")
        chosen = {name: tuple(value) if isinstance(value, list | set | frozenset) else value for name, value in options.items()}
        return cls(**chosen)  # type: ignore[arg-type]
