"""Apple's string catalogues (.xcstrings): the translations of each key into each language, by plural form and device."""

from __future__ import annotations

from .json import dotted, in_quotes, parts, scalars
from .message import Message, meaning_of
from .units import catalogue

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from ...formats import Format
    from ..reading import Reading
    from .json import Path

_NOT_TRANSLATED = {"new"}
_LEAVES = 2
"""Keys at the end of a path that belong to a unit: ``stringUnit`` and ``value``."""


def read(data: bytes, name: str, format: Format) -> Reading:
    """The reading of a catalogue; raises `ReadingError`."""
    return catalogue(data, name, format, messages)


def escape(text: str, _reading: Reading, _start: int, _end: int) -> str | None:
    """How a text is written inside the quotation marks of JSON."""
    return in_quotes(text)


def messages(raw: str, name: str) -> Iterator[Message]:
    """The translated values; raises `ReadingError` with line and column for what is no JSON."""
    said: dict[Path, tuple[int, int]] = {path: (start, end) for path, start, end, _ in scalars(raw, name)}
    source_language = _text(raw, said, ("sourceLanguage",))
    for path, (start, end) in sorted(said.items(), key=lambda item: item[1]):
        if len(path) < 6 or path[0] != "strings" or path[2] != "localizations" or path[-2:] != ("stringUnit", "value"):
            continue
        key, language = str(path[1]), str(path[3])
        state = _text(raw, said, (*path[:-1], "state"))
        is_locked = _text(raw, said, ("strings", key, "shouldTranslate")) == "false"
        if language == source_language or state in _NOT_TRANSLATED or is_locked or start == end:
            continue
        source = _text(raw, said, ("strings", key, "localizations", source_language, *path[4:])) or key
        note = _text(raw, said, ("strings", key, "comment"))
        name_of_form = dotted((key, *path[4:-_LEAVES]))
        yield Message(name_of_form, list(parts(raw, start, end)), source, source_language, language, state, note)


def _text(raw: str, said: dict[Path, tuple[int, int]], path: Path) -> str:
    return meaning_of(raw, list(parts(raw, *said[path]))) if path in said else ""
