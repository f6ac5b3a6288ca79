"""YAML catalogues: every value is prose. PyYAML says where each scalar stands; how it is written is read here."""

from __future__ import annotations

import re

from ...errors import ReadingError
from ..broken import broken
from .message import Message, meaning_of, unescaped
from .units import HASH, catalogue
from .writing import adding_nothing

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

    from ...formats import Format
    from ..reading import Reading
    from .message import Part

_LANGUAGE = re.compile(r"[a-z]{2,3}(?:[-_][A-Z][a-z]{3})?(?:[-_](?:[A-Z]{2}|\d{3}))?")
_FOLD = r"(?P<fold>(?<![ \t])[ \t]*+(?:\r\n|\n|\r)[ \t\r\n]*+)"
_ESCAPES = {
    "plain": re.compile(_FOLD),
    "'": re.compile(rf"(?P<quote>'')|{_FOLD}"),
    '"': re.compile(rf"""\\(?:x(?P<x>..)|u(?P<u>.{{4}})|U(?P<U>.{{8}})|(?P<end>(?:\r\n|\n|\r)[ \t]*+)|(?P<letter>.))|{_FOLD}""", re.DOTALL),
}
_LETTERS = {
    "0": "\0", "a": "\a", "b": "\b", "t": "\t", "n": "\n", "v": "\v", "f": "\f", "r": "\r", "e": "\x1b",
    "N": "\x85", "_": "\xa0", "L": "\u2028", "P": "\u2029",
}  # fmt: skip
_SPECIAL = "\"'\\[]{},#&*!|>%@`:-?\t\r\n"
_PART = re.compile(r":(?:\s|\Z)|\s#")
_HEADER = re.compile(r"[|>][-+0-9]*+[ \t]*+(?:#[^\r\n]*+)?(?:\r\n|\n|\r)")
_PROPERTIES = re.compile(r"(?:[&!]\S*+\s++)+")
"""An anchor and a tag; PyYAML takes a scalar to begin with them."""
_LINE = re.compile(r"([ ]*+)([^\r\n]*+(?:\r\n|\n|\r|\Z))")
_OPENERS = {"MappingStartEvent", "SequenceStartEvent"}
_CLOSERS = {"MappingEndEvent", "SequenceEndEvent"}
_BINARY = "tag:yaml.org,2002:binary"


def read(data: bytes, name: str, format: Format) -> Reading:
    """The reading of a catalogue; raises `ReadingError`."""
    return catalogue(data, name, format, messages, comments=HASH)


def escape(text: str, reading: Reading, start: int, end: int) -> str | None:
    """How a text is written in a scalar of any style; None if it holds what is special in one of them, or would begin or end one."""
    before, old, behind = reading.raw[max(0, start - 1) : start], reading.raw[start:end], reading.raw[end : end + 1]
    if not _inside(before + (text or behind)[:1]) or not _inside((text or before)[-1:] + behind):
        return None
    if "\n" in old or "\r" in old or _PART.search(before + text + behind):
        return None
    return adding_nothing(text, old, _SPECIAL)


def messages(raw: str, name: str) -> Iterator[Message]:
    """The strings of a file; raises `ReadingError` for what is no YAML, and one that names the extra without PyYAML."""
    walk = _Walk()
    found = list(_messages(raw, _events(raw, name), walk))
    return iter(found if walk.is_by_language else [message._replace(target_language="") for message in found])


def _messages(raw: str, events: Iterator[Any], walk: _Walk) -> Iterator[Message]:
    for event in events:
        kind = type(event).__name__
        if kind in _OPENERS:
            walk.open(is_mapping=kind == "MappingStartEvent")
        elif kind in _CLOSERS:
            walk.close()
        elif kind == "AliasEvent":
            walk.value("")
        elif kind == "ScalarEvent" and walk.value(event.value) and event.value and event.tag != _BINARY:
            yield Message(walk.key, _parts(raw, event), target_language=walk.language)


def _events(raw: str, name: str) -> Iterator[Any]:
    try:
        import yaml
    except ImportError:
        raise ReadingError(name, "YAML is read with PyYAML, which is not installed: pip install 'tqcheck[yaml]'") from None
    try:
        yield from yaml.parse(raw, Loader=getattr(yaml, "CLoader", yaml.Loader))
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        raise broken(name, raw, mark.index if mark else 0, f"this is no YAML: {error.problem or error.context}") from None
    except (yaml.YAMLError, UnicodeEncodeError) as error:
        raise ReadingError(name, f"this is no YAML: {' '.join(str(error).split())}") from None


class _Level:
    """An open collection: the key or number it has come to, and whether a key comes next; ``is_prose``: it is no part of a key."""

    def __init__(self, *, is_mapping: bool, is_prose: bool) -> None:
        self.is_mapping, self.wants_key, self.is_prose = is_mapping, is_mapping, is_prose
        self.key: str | int = "" if is_mapping else -1


class _Walk:
    """Where the events have come to."""

    def __init__(self) -> None:
        self._open: list[_Level] = []
        self.language = ""
        self.is_by_language = True

    @property
    def key(self) -> str:
        """The keys that lead to the value that came last."""
        return ".".join(str(level.key) for level in self._open)

    def open(self, *, is_mapping: bool) -> None:
        """A collection opens, as a value or as a key."""
        is_prose = self.value("", is_collection=True)
        self._open.append(_Level(is_mapping=is_mapping, is_prose=is_prose))

    def close(self) -> None:
        """The innermost collection closes."""
        self._open.pop()

    def value(self, text: str, *, is_collection: bool = False) -> bool:
        """A scalar or a collection comes: true if it may be prose, false for a key and what stands in one."""
        if not self._open:
            self.is_by_language = self.is_by_language and is_collection
            return True
        here = self._open[-1]
        if not here.is_mapping:
            here.key = int(here.key) + 1
            return here.is_prose
        here.wants_key = not here.wants_key
        if here.wants_key:
            self.is_by_language = self.is_by_language and (is_collection or len(self._open) > 1)
            return here.is_prose
        here.key = text
        if len(self._open) == 1:
            self.language = text.replace("_", "-")
            self.is_by_language = self.is_by_language and _LANGUAGE.fullmatch(text) is not None
        return False


def _inside(pair: str) -> bool:
    """True for two characters that can stand inside any scalar. At one side of a place where one begins or ends are marks or line ends,
    and two blanks may be the indent of a line."""
    return len(pair) == 2 and pair != "  " and all(letter == " " or letter.isalnum() or letter in ".,;!?…“”‘’()" for letter in pair)


def _parts(raw: str, event: Any) -> list[Part]:
    """The parts of a scalar; one part for the whole of it if it is written in a way that is not known here."""
    start, end = event.start_mark.index, event.end_mark.index
    style = event.style or "plain"
    if event.anchor or event.tag:
        found = _PROPERTIES.match(raw, start, end)
        start = found.end() if found else start
    if style in ("|", ">"):
        parts = _lines(raw, start, end)
    else:
        inside = (start, end) if style == "plain" else (start + 1, end - 1)
        parts = list(unescaped(raw, *inside, _ESCAPES[style], _meaning))
    if meaning_of(raw, parts).split() == event.value.split():
        return parts
    return [(start, end, event.value)]


def _lines(raw: str, start: int, end: int) -> list[Part]:
    header = _HEADER.match(raw, start, end)
    if header is None:
        return []
    parts: list[Part] = []
    indent, place = -1, header.end()
    while place < end:
        match = _LINE.match(raw, place, end)
        if match is None:
            break
        if indent < 0 and match[2].strip():
            indent = len(match[1])
        parts.append((min(match.end(1), place + max(0, indent)), match.end(), None))
        place = match.end()
    return parts


def _meaning(match: re.Match[str]) -> str:
    found = match.groupdict()
    code = found.get("x") or found.get("u") or found.get("U")
    if code:
        return chr(int(code, 16))
    if found.get("letter"):
        return _LETTERS.get(match["letter"], match["letter"])
    if found.get("quote"):
        return "'"
    return "\n" if found["fold"] else ""
