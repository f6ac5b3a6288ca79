"""Whether there are rules and families of the names that a user wrote."""

from __future__ import annotations

from collections.abc import Sequence

from ..errors import SettingsError, unknown


def wrong_name(words: Sequence[str]) -> tuple[int, SettingsError] | None:
    """The first word that is neither a rule nor a family: its number, and the error with the nearest one that is."""
    if not words:
        return None
    from ..rules import all_rules, families

    known = [*all_rules(), *families()]
    return next(((number, unknown("rule or family", word, known)) for number, word in enumerate(words) if word not in known), None)
