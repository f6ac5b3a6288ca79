"""On which line each key of a TOML text stands: tomllib says what a file holds, and not where.

The text must be one that tomllib has accepted: nothing is checked a second time.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping

Path = tuple[str | int, ...]
"""The way to a value: names of keys, and numbers from 0 in arrays."""
DEPTH = 16
"""Ways that are longer are left out: no key of ours lies so deep, and all of them would fill the memory."""

_BLANK = re.compile(r"(?:[ \t\r\n]|#[^\n]*)*")
_KEY = re.compile(r"""[A-Za-z0-9_-]+|"(?:\\.|[^"\\])*"|'[^']*'""")
_DOT = re.compile(r"[ \t]*\.[ \t]*")
_VALUE = re.compile(
    r'''"""(?:\\.|(?!""").)*"{3,5}|'{3}(?:(?!\'{3}).)*'{3,5}|"(?:\\.|[^"\\])*"|'[^']*\''''
    r"|\d{4}-\d\d-\d\d \d\d:[^,\]}\s#]*|[^,\]}\s#]+",
    re.DOTALL,
)


def key_lines(text: str) -> Mapping[Path, int]:
    """The line (from 1) of every table, key and element of an array that is not too deep: that on which it is first written."""
    scan = _Scan(text)
    scan.document()
    return scan.lines


class _Scan:
    def __init__(self, text: str) -> None:
        self.lines: dict[Path, int] = {}
        self._text = text
        self._at = 0
        self._starts = [match.end() for match in re.finditer("\n", text)]
        self._tables: dict[Path, int] = {}
        """For each array of tables how many it has so far."""

    def document(self) -> None:
        table: Path = ()
        while self._next():
            line = self._line()
            if self._took("[["):
                table = self._header(self._dotted(), line, is_array=True)
                self._at += 2
            elif self._took("["):
                table = self._header(self._dotted(), line, is_array=False)
                self._at += 1
            else:
                self._pair(table)

    def _note(self, path: Path, line: int) -> Path:
        """Keep the line of a path, and hand the path back, or one cut off at the greatest depth."""
        if len(path) <= DEPTH:
            self.lines.setdefault(path, line)
        return path[: DEPTH + 1]

    def _header(self, keys: tuple[str, ...], line: int, *, is_array: bool) -> Path:
        path: Path = ()
        for place, key in enumerate(keys, 1):
            path = self._note((*path, key), line)
            if is_array and place == len(keys):
                self._tables[path] = self._tables.get(path, 0) + 1
            if path in self._tables:
                path = self._note((*path, self._tables[path] - 1), line)
        return path

    def _pair(self, table: Path) -> None:
        line = self._line()
        path = table
        for key in self._dotted():
            path = self._note((*path, key), line)
        self._next()
        self._at += 1  # the sign =
        self._next()
        self._value(path)

    def _value(self, path: Path) -> None:
        if self._took("["):
            number = 0
            while self._next() and not self._took("]"):
                self._value(self._note((*path, number), self._line()))
                number += 1
                self._next_after_comma()
        elif self._took("{"):
            while self._next() and not self._took("}"):
                self._pair(path)
                self._next_after_comma()
        else:
            self._take(_VALUE)

    def _dotted(self) -> tuple[str, ...]:
        """A key, which may have several parts; it ends before what follows it."""
        parts = []
        while True:
            self._next()
            parts.append(_plain(self._take(_KEY)))
            if not self._take(_DOT):
                self._next()
                return tuple(parts)

    def _next(self) -> bool:
        """Go to what comes after white space and comments; False at the end."""
        self._take(_BLANK)
        return self._at < len(self._text)

    def _next_after_comma(self) -> None:
        self._next()
        self._took(",")

    def _took(self, mark: str) -> bool:
        found = self._text.startswith(mark, self._at)
        self._at += len(mark) if found else 0
        return found

    def _take(self, pattern: re.Pattern[str]) -> str:
        match = pattern.match(self._text, self._at)
        self._at = match.end() if match else self._at
        return match.group() if match else ""

    def _line(self) -> int:
        return bisect_right(self._starts, self._at) + 1


def _plain(key: str) -> str:
    if "\\" not in key:
        return key.strip("\"'")
    import tomllib

    (plain,) = tomllib.loads(f"{key} = 0")
    return plain
