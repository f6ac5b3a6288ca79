"""The errors that tqcheck raises for wrong use, each with the nearest right word."""

from __future__ import annotations

from collections.abc import Iterable

_MOST_CHARACTERS = 80


class TqcheckError(Exception):
    """Base of all errors that tqcheck raises on purpose."""


class SettingsError(TqcheckError, ValueError):
    """A setting has an unknown name or a value that cannot be."""


class ReadingError(TqcheckError):
    """A file cannot be read as text: ``name`` is the file, ``why`` says what is the matter and, if it can, how to help it."""

    def __init__(self, name: str, why: str) -> None:
        super().__init__(name, why)
        self.name = name
        self.why = why

    def __str__(self) -> str:
        return f"{self.name}: {self.why}"


def quoted(value: object) -> str:
    """A value as Python writes it, without its end if that is long: for a message of one line, whatever the value is."""
    try:
        text = repr(value)
    except (RecursionError, ValueError):  # nested too deeply, or a number of too many digits
        return f"this {type(value).__name__}"
    return text if len(text) <= _MOST_CHARACTERS else f"{text[:_MOST_CHARACTERS]}…"


def unknown(what: str, word: str, known: Iterable[str]) -> SettingsError:
    """The error for an unknown word, with the nearest known one as a suggestion."""
    import difflib

    near = difflib.get_close_matches(word[:_MOST_CHARACTERS], list(known), n=1, cutoff=0.5)
    hint = f"; did you mean {near[0]!r}?" if near else ""
    return SettingsError(f"unknown {what} {quoted(word)}{hint}")
