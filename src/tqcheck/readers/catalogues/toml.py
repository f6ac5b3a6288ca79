"""TOML catalogues: every string value is prose. tomllib says whether the file is sound, the scanner where its strings stand."""

from __future__ import annotations

import re

from ..broken import broken
from .message import Message, meaning_of, unescaped
from .units import HASH, catalogue
from .writing import adding_nothing

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from ...formats import Format
    from ..reading import Reading
    from .message import Part

_STRINGS = r"""
    \"{3}(?:\r?\n)?(?P<long>[^"\\]*+(?:(?:\\.|"{1,2}(?!"))[^"\\]*+)*(?:"{1,2}(?="{3}))?)\"{3}
  | '{3}(?:\r?\n)?(?P<long_literal>[^']*+(?:'{1,2}(?!')[^']*+)*(?:'{1,2}(?='{3}))?)'{3}
  | "(?P<basic>[^"\\\r\n]*+(?:\\.[^"\\\r\n]*+)*)"
  | '(?P<literal>[^'\r\n]*+)'
"""
_TOKEN = re.compile(
    rf"""
    (?P<blank>[ \t]++|\#[^\r\n]*+)
  | (?P<end>\r\n|\n)
  | {_STRINGS}
  | (?P<mark>[\[\]{{}},=.])
  | (?P<bare>[A-Za-z0-9_+:-]++)
    """,
    re.VERBOSE | re.DOTALL,
)
_ESCAPE = re.compile(r"\\(?:u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|([ \t]*+\r?\n\s*+)|(.))", re.DOTALL)
_LETTERS = {"n": "\n", "t": "\t", "r": "\r", "b": "\b", "f": "\f", "e": "\x1b"}
_SPECIAL = "\"'\\\r\n\t"
_MOST_PARTS = 100
"""tomllib takes more than linear time for the parts of a key."""
_ENDLESS_KEY = re.compile(rf"(?<![\w-])(?:[\w-]++[ \t]*+\.[ \t]*+){{{_MOST_PARTS}}}")
_KINDS = ("long", "long_literal", "basic", "literal")


def read(data: bytes, name: str, format: Format) -> Reading:
    """The reading of a catalogue; raises `ReadingError`."""
    return catalogue(data, name, format, messages, comments=HASH)


def escape(text: str, reading: Reading, start: int, end: int) -> str | None:
    """How a text is written in a string of any kind: as it is, or None if it holds what is special in one of them."""
    return adding_nothing(text, reading.raw[start:end], _SPECIAL)


def messages(raw: str, name: str) -> Iterator[Message]:
    """The strings of a file; raises `ReadingError` with line and column for what is no TOML."""
    _sound(raw, name)
    scan = _Scan()
    for match in _TOKEN.finditer(raw):
        kind = match.lastgroup or ""
        if kind in _KINDS:
            start, end = match.span(kind)
            parts = list(_parts(raw, kind, start, end))
            if not scan.is_value:
                scan.name(meaning_of(raw, parts))
            elif start < end:
                yield Message(scan.key, parts)
        elif kind == "bare" and not scan.is_value:
            scan.name(match.group())
        elif kind in ("mark", "end"):
            scan.mark(match.group())


def _sound(raw: str, name: str) -> None:
    import tomllib

    endless = _ENDLESS_KEY.search(raw)
    if endless:
        raise broken(name, raw, endless.start(), f"this key has more than {_MOST_PARTS} parts")
    try:
        tomllib.loads(raw)
    except RecursionError:
        raise broken(name, raw, 0, "this is nested too deeply") from None
    except ValueError as error:
        raise broken(name, raw, *_where(raw, str(error))) from None


def _where(raw: str, message: str) -> tuple[int, str]:
    """The place and the reason in a message of tomllib, which names line and column."""
    found = re.fullmatch(r"(.*) \(at (?:line (\d+), column (\d+)|end of document)\)", message, re.DOTALL)
    if found is None or found[2] is None:
        return len(raw), f"this is no TOML: {found[1] if found else message}"
    starts = [0, *(match.end() for match in re.finditer(r"\n", raw))]
    return starts[int(found[2]) - 1] + int(found[3]) - 1, f"this is no TOML: {found[1]}"


class _Scan:
    """Which key the scan has come to, and whether what comes next is its value."""

    def __init__(self) -> None:
        self._table: list[str] = []
        self._key: list[str] = []
        self._open: list[tuple[str, list[str]]] = []
        self._in_header = False
        self.is_value = False

    @property
    def key(self) -> str:
        """The key of a value, with those of its tables and inline tables."""
        around = [part for _, keys in self._open for part in keys]
        return ".".join([*self._table, *around, *self._key])

    def name(self, word: str) -> None:
        """A part of a key, or of a table's name."""
        (self._table if self._in_header else self._key).append(word)

    def mark(self, mark: str) -> None:
        """A mark or the end of a line."""
        if mark == "=":
            self.is_value = True
        elif mark in "[{":
            self._opened(mark)
        elif mark in "]}":
            self._closed()
        elif mark == "," and self._open and self._open[-1][0] == "{":
            self._key, self.is_value = [], False
        elif mark.endswith("\n") and not self._open:
            self._key, self.is_value, self._in_header = [], False, False

    def _opened(self, mark: str) -> None:
        if self.is_value:
            self._open.append((mark, self._key))
            self._key, self.is_value = [], mark == "["
        elif not self._in_header:
            self._table, self._in_header = [], True

    def _closed(self) -> None:
        if self._open:
            _, self._key = self._open.pop()
            self.is_value = True


def _parts(raw: str, kind: str, start: int, end: int) -> Iterator[Part]:
    if kind.endswith("literal"):
        return iter([(start, end, None)])
    return unescaped(raw, start, end, _ESCAPE, _meaning)


def _meaning(match: re.Match[str]) -> str:
    short, long, line_end, letter = match.groups()
    if short or long:
        return chr(int(short or long, 16))
    return "" if line_end else _LETTERS.get(letter, letter)
