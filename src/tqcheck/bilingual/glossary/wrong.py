"""What is wrong at a place of a glossary, told by line and column."""

from __future__ import annotations

from ...errors import SettingsError


def wrong(path: str, text: str, place: int, why: str) -> SettingsError:
    """The error for a place of a text: lines and columns from 1."""
    before = text[:place]
    start = max(before.rfind("\n"), before.rfind("\r")) + 1
    number = 1 + before.count("\n") + before.count("\r") - before.count("\r\n")
    return at(path, number, len(before) - start + 1, why)


def at(path: str, line: int, column: int, why: str) -> SettingsError:
    """The error for a line and a column."""
    return SettingsError(f"{path}: line {line:,}, column {column:,}: {why}")
