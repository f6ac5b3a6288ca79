"""JSON Lines: a JSON value a line; all its strings are prose, or those of the columns that are named."""

from __future__ import annotations

import re

from .csv import TARGETS
from .json import dotted, in_quotes, parts, scalars
from .message import Message
from .units import catalogue

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from ...formats import Format
    from ..reading import Reading
    from .json import Path

_LINE = re.compile(r"[^\r\n]++")


def read(data: bytes, name: str, format: Format) -> Reading:
    """The reading of a file of lines; raises `ReadingError`."""
    return catalogue(data, name, format, lambda raw, of: messages(raw, of, format.columns))


def escape(text: str, _reading: Reading, _start: int, _end: int) -> str | None:
    """How a text is written inside the quotation marks of JSON."""
    return in_quotes(text)


def messages(raw: str, name: str, columns: Collection[str] = ()) -> Iterator[Message]:
    """The strings of each line: of the ``columns`` (``a.b`` for a key inside another), or else of keys that are called as
    translations are, or else all."""
    for number, line in enumerate(_LINE.finditer(raw), 1):
        if line.group().isspace():
            continue
        strings = [(path, start, end) for path, start, end, is_string in scalars(raw, name, *line.span()) if is_string and start < end]
        named = [string for string in strings if _is_named(string[0], columns)]
        for path, start, end in named if columns else named or strings:
            yield Message(f"{number}.{dotted(path)}", list(parts(raw, start, end)))


def _is_named(path: Path, columns: Collection[str]) -> bool:
    """True if the keys of a path are among the columns; without any, if the last is one that translations have."""
    keys = [key for key in path if isinstance(key, str)]
    return ".".join(keys) in columns if columns else bool(keys) and keys[-1].lower() in TARGETS
