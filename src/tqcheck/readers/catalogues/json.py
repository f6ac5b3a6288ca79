"""JSON catalogues: every string value is prose, the keys are not. Also ARB, and the messages of browser extensions."""

from __future__ import annotations

import re

from ..broken import broken
from .message import Message, meaning_of, unescaped
from .units import SLASHES, catalogue

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from ...formats import Format
    from ..reading import Reading

    Path = tuple[str | int, ...]
    Scalar = tuple[Path, int, int, bool]
    """The keys and numbers that lead to a value, where it starts and ends, without quotation marks, and whether it is a string."""

MOST_LEVELS = 200
_BLANKS = r"(?:[ \t\r\n]++|//[^\r\n]*+|/\*[^*]*+(?:\*(?!/)[^*]*+)*\*/)*"
"""White space, and the comments that many programs allow."""
_TOKEN = re.compile(
    rf"""
    {_BLANKS}
    (?:
        (?P<mark>[{{}}\[\]:,])
      | "(?P<string>[^"\\\x00-\x1f]*+(?:\\(?:["\\/bfnrt]|u[0-9a-fA-F]{{4}})[^"\\\x00-\x1f]*+)*)"
      | (?P<plain>(?:-?[0-9][0-9.eE+-]*+|true|false|null)(?![\w.+-]))
    )
    """,
    re.VERBOSE,
)
_BLANK = re.compile(_BLANKS)
_ESCAPE = re.compile(r"\\(?:u([dD][89abAB]..)\\u([dD][c-fC-F]..)|u(....)|(.))", re.DOTALL)
_LETTERS = {"n": "\n", "t": "\t", "r": "\r", "b": "\b", "f": "\f"}
_BESIDE_A_MESSAGE = {"description", "placeholders"}


def read(data: bytes, name: str, format: Format) -> Reading:
    """The reading of a catalogue; raises `ReadingError`."""
    return catalogue(data, name, format, messages, comments=SLASHES)


def escape(text: str, _reading: Reading, _start: int, _end: int) -> str | None:
    """How a text is written inside the quotation marks of JSON."""
    return in_quotes(text)


def messages(raw: str, name: str) -> Iterator[Message]:
    """The strings of a catalogue; raises `ReadingError` with line and column for what is no JSON."""
    found = list(scalars(raw, name))
    described = {path[:1] for path, *_ in found if path[1:] == ("message",)}
    language = ""
    for path, start, end, is_string in found:
        if path in (("@@locale",), ("@locale",)):
            language = raw[start:end].replace("_", "-")
        elif is_string and start < end and not _is_about_messages(path, described):
            yield Message(dotted(path), list(parts(raw, start, end)), target_language=language)


def parts(raw: str, start: int, end: int) -> Iterator[tuple[int, int, str | None]]:
    """The parts of what stands between two quotation marks."""
    return unescaped(raw, start, end, _ESCAPE, _meaning)


def dotted(path: Path) -> str:
    """A path as people write it: ``menu.items.0``."""
    return ".".join(map(str, path))


def in_quotes(text: str) -> str:
    """A text as JSON writes it between quotation marks."""
    return "".join(f"\\u{ord(letter):04x}" if letter < " " else letter for letter in text.replace("\\", "\\\\").replace('"', '\\"'))


def _is_about_messages(path: Path, described: Collection[Path]) -> bool:
    """True for the metadata of ARB (``@key``), and what stands beside the message of a browser extension."""
    is_metadata = any(isinstance(key, str) and key.startswith("@") for key in path)
    return is_metadata or (path[:1] in described and len(path) > 1 and path[1] in _BESIDE_A_MESSAGE)


def scalars(raw: str, name: str, start: int = 0, end: int | None = None) -> Iterator[Scalar]:
    """Every string, number and word of one JSON value with the path that leads to it, in order."""
    scan = _Scan(raw, name, start, len(raw) if end is None else end)
    while not scan.is_done:
        found = scan.value()
        if found is not None:
            yield found
    scan.finish()


class _Scan:
    """A place in the raw file, and the containers that are open there: for each the key or number it has come to."""

    def __init__(self, raw: str, name: str, start: int, end: int) -> None:
        self._raw, self._name, self._place, self._end = raw, name, start, end
        self._path: list[str | int] = []
        self.is_done = False

    def value(self) -> Scalar | None:
        """The next scalar; None for a container that was opened or is empty. Goes on to where the next value begins."""
        match = self._token("a value")
        mark = match["mark"]
        if mark is None:
            kind = "plain" if match["string"] is None else "string"
            found = (tuple(self._path), *match.span(kind), kind == "string")
            self._go_on()
            return found
        if mark not in "{[":
            raise self._wrong(match.start("mark"), "a value")
        if len(self._path) >= MOST_LEVELS:
            raise broken(self._name, self._raw, match.start("mark"), f"this is nested more than {MOST_LEVELS} levels deep")
        self._open(mark)
        return None

    def finish(self) -> None:
        """Raise an error if something stands behind the value."""
        blank = _BLANK.match(self._raw, self._place, self._end)
        if blank is not None and blank.end() < self._end:
            raise self._wrong(blank.end(), "the end of the file")

    def _open(self, mark: str) -> None:
        closer = "}" if mark == "{" else "]"
        following = _BLANK.match(self._raw, self._place, self._end)
        if following is not None and self._raw.startswith(closer, following.end(), self._end):
            self._place = following.end() + 1
            self._go_on()
        elif mark == "{":
            self._path.append("")
            self._key()
        else:
            self._path.append(0)

    def _key(self) -> None:
        match = self._token("a key")
        if match["string"] is None:
            raise self._wrong(_start_of(match), "a key in quotation marks")
        self._path[-1] = meaning_of(self._raw, list(parts(self._raw, *match.span("string"))))
        colon = self._token("a colon")
        if colon["mark"] != ":":
            raise self._wrong(_start_of(colon), "a colon")

    def _go_on(self) -> None:
        """Behind a value: to the next one of its container, out of all containers that end here, or to the end."""
        while self._path:
            here = self._path[-1]
            closer = "]" if isinstance(here, int) else "}"
            match = self._token(f"a comma or {closer}")
            if match["mark"] == closer:
                self._path.pop()
                continue
            if match["mark"] != ",":
                raise self._wrong(_start_of(match), f"a comma or {closer}")
            if isinstance(here, int):
                self._path[-1] = here + 1
            else:
                self._key()
            return
        self.is_done = True

    def _token(self, wanted: str) -> re.Match[str]:
        match = _TOKEN.match(self._raw, self._place, self._end)
        if match is None:
            blank = _BLANK.match(self._raw, self._place, self._end)
            raise self._wrong(blank.end() if blank else self._place, wanted)
        self._place = match.end()
        return match

    def _wrong(self, place: int, wanted: str) -> Exception:
        if place >= self._end:
            return broken(self._name, self._raw, place, f"the JSON ends here, before {wanted}")
        if self._raw[place] == '"':
            return broken(self._name, self._raw, place, "this string is not closed in its line, or has an escape that JSON does not know")
        return broken(self._name, self._raw, place, f"this is no JSON: {wanted} should stand here")


def _start_of(match: re.Match[str]) -> int:
    kind = match.lastgroup or "mark"
    return match.start(kind) - (kind == "string")


def _meaning(match: re.Match[str]) -> str:
    high, low, code, letter = match.groups()
    if letter:
        return _LETTERS.get(letter, letter)
    if code:
        return chr(int(code, 16))
    return chr(0x10000 + ((int(high, 16) - 0xD800) << 10) + int(low, 16) - 0xDC00)
