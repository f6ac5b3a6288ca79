"""Fluent (.ftl): messages, terms and their attributes; of a choice between variants each one, or the default inside a sentence."""

from __future__ import annotations

import re
from typing import NamedTuple

from ..broken import broken
from .message import STAND_IN, Message, meaning_of
from .units import HASH, catalogue
from .writing import adding_nothing

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from ...formats import Format
    from ..reading import Reading
    from .message import Part

MOST_LEVELS = 50
MOST_INDENT = 400
"""So far back is looked for the start of a line; behind so many characters of one nothing begins."""
_SPECIAL_FIRST = ("", ".", "*", "[", "}", " ", "#")
_LINE = re.compile(r"(?:[ ]*+(?:\r?\n|\Z)|\#[^\r\n]*+(?:\r?\n|\Z))")
_ENTRY = re.compile(r"(?P<id>-?[a-zA-Z][\w-]*+)[ ]*+=[ ]*+")
_ATTRIBUTE = re.compile(r"(?:[ ]*+\r?\n)+[ ]++\.(?P<id>[a-zA-Z][\w-]*+)[ ]*+=[ ]*+")
_TEXT = re.compile(r"[^{}\r\n]++|\r(?!\n)")
_BREAK = re.compile(r"(?:\r?\n[ ]*+)+")
_BLANK = re.compile(r"\s*+")
_VARIANT = re.compile(r"\s*+(?P<default>\*?)\[\s*+(?P<key>[^\]\r\n]*?)\s*\][ ]*+")
_STRING = re.compile(r'"(?P<said>[^"\\\r\n]*+(?:\\.[^"\\\r\n]*+)*)"')
_ONLY_STRING = re.compile(rf"\{{\s*+{_STRING.pattern}\s*+\}}")
_ESCAPE = re.compile(r"\\(?:u([0-9a-fA-F]{4})|U([0-9a-fA-F]{6})|(.))")
_INSIDE = re.compile(rf"""{_STRING.pattern}|->|[{{}}]|[^"{{}}-]++|-""")


class _Form(NamedTuple):
    """A pattern, or a variant of one: then ``label`` names it in square brackets."""

    label: str
    parts: list[Part]
    is_default: bool = True


class _Pattern(NamedTuple):
    """One form for a plain pattern, one for each variant of a choice."""

    forms: list[_Form]


def read(data: bytes, name: str, format: Format) -> Reading:
    """The reading of a file of messages; raises `ReadingError`."""
    return catalogue(data, name, format, messages, comments=HASH)


def escape(text: str, reading: Reading, start: int, end: int) -> str | None:
    """How a text is written in a pattern; None for a line end, and where it would begin a line."""
    line = reading.raw[max(reading.raw.rfind("\n", 0, start) + 1, start - MOST_INDENT) : start]
    begins = not line.strip() or line.rstrip().endswith(("=", "]"))
    return None if begins and (text + reading.raw[end : end + 1])[:1] in _SPECIAL_FIRST else adding_nothing(text, "", "{}\r\n")


def messages(raw: str, name: str) -> Iterator[Message]:
    """The patterns of a file; raises `ReadingError` with line and column for what is no entry of Fluent."""
    place = 0
    while place < len(raw):
        line = _LINE.match(raw, place)
        if line is not None and line.end() > place:
            place = line.end()
            continue
        entry = _ENTRY.match(raw, place)
        if entry is None:
            raise broken(name, raw, place, "this is no entry of Fluent (key = words) and no comment")
        scan = _Scan(raw, name, entry.end())
        yield from _of(entry["id"], scan.pattern(), raw)
        while (attribute := _ATTRIBUTE.match(raw, scan.place)) is not None:
            scan.place = attribute.end()
            yield from _of(f"{entry['id']}.{attribute['id']}", scan.pattern(), raw)
        place = scan.place


def _of(key: str, pattern: _Pattern, raw: str) -> Iterator[Message]:
    for label, parts, _ in pattern.forms:
        if meaning_of(raw, parts).strip():
            yield Message(f"{key}{label}", parts)


class _Scan:
    """A place in the raw file, from which patterns are read."""

    def __init__(self, raw: str, name: str, place: int) -> None:
        self._raw, self._name, self.place = raw, name, place
        self._levels = 0

    def pattern(self) -> _Pattern:
        """The pattern that starts here; the place is behind it then."""
        parts: list[Part] = []
        choices: list[tuple[int, _Pattern]] = []
        while True:
            text = _TEXT.match(self._raw, self.place)
            if text is not None:
                parts.append((*text.span(), None))
                self.place = text.end()
            elif self._raw.startswith("{", self.place):
                found = self._placeable()
                if isinstance(found, _Pattern):
                    choices.append((len(parts), found))
                else:
                    parts.append(found)
            elif not self._goes_on(parts):
                return _joined(self._raw, parts, choices)

    def _goes_on(self, parts: list[Part]) -> bool:
        """True if an indented line goes on with the pattern; its line end and indent become a line feed, blank lines part paragraphs."""
        match = _BREAK.match(self._raw, self.place)
        if match is None or match.end() == len(self._raw):
            return False
        is_indented = self._raw[match.end() - 1] == " "
        following = self._raw[match.end()]
        if following in "}[*" and (self._levels or following == "}"):
            return False
        if following == "." or not (is_indented or following == "{"):
            return False
        parts.append((*match.span(), "\n\n" if match.group().count("\n") > 1 else "\n"))
        self.place = match.end()
        return True

    def _placeable(self) -> Part | _Pattern:
        start = self.place
        string = _ONLY_STRING.match(self._raw, start)
        if string is not None:
            self.place = string.end()
            return start, self.place, _ESCAPE.sub(_meaning, string["said"])
        depth, place = 0, start
        while (match := _INSIDE.match(self._raw, place)) is not None:
            place = match.end()
            if match.group() == "{":
                depth += 1
                if depth > MOST_LEVELS:
                    break
            elif match.group() == "}":
                depth -= 1
                if not depth:
                    self.place = place
                    return start, place, STAND_IN
            elif match.group() == "->" and depth == 1:
                self.place = place
                return self._choice(start)
        raise broken(self._name, self._raw, start, f"this {{ is not closed, or others are nested in it more than {MOST_LEVELS} levels deep")

    def _choice(self, start: int) -> _Pattern:
        self._levels += 1
        if self._levels > MOST_LEVELS:
            raise broken(self._name, self._raw, start, f"this is nested more than {MOST_LEVELS} levels deep")
        forms: list[_Form] = []
        while (variant := _VARIANT.match(self._raw, self.place)) is not None:
            self.place = variant.end()
            for label, parts, _ in self.pattern().forms:
                forms.append(_Form(f"[{variant['key']}]{label}", parts, bool(variant["default"])))
        blank = _BLANK.match(self._raw, self.place)
        end = blank.end() if blank else self.place
        if not forms or not self._raw.startswith("}", end):
            raise broken(self._name, self._raw, start, "the variants that begin with this { are not closed, or there are none")
        self._levels -= 1
        self.place = end + 1
        return _Pattern(forms)


def _joined(raw: str, parts: list[Part], choices: list[tuple[int, _Pattern]]) -> _Pattern:
    """A pattern that is one choice and nothing else has its forms; else the default of each choice is read in its sentence."""
    if len(choices) == 1 and not meaning_of(raw, parts).strip():
        return choices[0][1]
    for place, choice in reversed(choices):
        default = next((form for form in choice.forms if form.is_default), choice.forms[-1])
        parts[place:place] = default.parts
    return _Pattern([_Form("", parts)])


def _meaning(match: re.Match[str]) -> str:
    code = match[1] or match[2]
    return chr(min(int(code, 16), 0x10FFFF)) if code else match[3]
