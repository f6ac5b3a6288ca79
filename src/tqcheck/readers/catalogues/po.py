"""gettext catalogues (PO and POT): the translations that are done and not fuzzy."""

from __future__ import annotations

import re

from ..broken import broken
from .declared import IN_PO, can_be_written
from .message import Message, meaning_of, unescaped
from .units import HASH, catalogue
from .writing import QUOTED

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from ...formats import Format
    from ..reading import Reading
    from .message import Part

_LINE = re.compile(
    r"""
    [^\S\r\n]*+
    (?:
        (?P<comment>\#[^\r\n]*+)
      | (?P<word>msgctxt|msgid_plural|msgid|msgstr(?:\[\d++\])?|domain)? [^\S\r\n]*+
        "(?P<said>[^"\\\r\n]*+(?:\\[^\r\n][^"\\\r\n]*+)*)"
    )?
    [^\S\r\n]*+ (?P<end>\r\n|\n|\r|\Z)
    """,
    re.VERBOSE,
)
_ESCAPE = re.compile(r"\\(?:([0-7]{1,3})|x([0-9a-fA-F]{1,2})|(.))")
_LETTERS = {"n": "\n", "t": "\t", "r": "\r", "a": "\a", "b": "\b", "f": "\f", "v": "\v"}
_HEADER_LANGUAGE = re.compile(r"^Language:[ \t]*+([\w@.-]++)", re.MULTILINE)
_HEADER_SOURCE = re.compile(r"^X-Source-Language:[ \t]*+([\w@.-]++)", re.MULTILINE)


def read(data: bytes, name: str, format: Format) -> Reading:
    """The reading of a catalogue; raises `ReadingError`."""
    return catalogue(data, name, format, messages, comments=HASH, declaration=IN_PO)


def escape(text: str, reading: Reading, _start: int, _end: int) -> str | None:
    """How a text is written inside the quotation marks of PO; None if the encoding of the file lacks some of it."""
    return text.translate(QUOTED) if can_be_written(text, reading.encoding) else None


def messages(raw: str, name: str) -> Iterator[Message]:
    """The translations of a catalogue, each plural form for itself; raises `ReadingError` for a line that is none of PO."""
    languages = ["", ""]
    for entry in _entries(raw, name):
        if entry.is_header(raw):
            languages = [_language(pattern, entry.said(raw, "msgstr")) for pattern in (_HEADER_SOURCE, _HEADER_LANGUAGE)]
        elif not entry.is_fuzzy:
            yield from entry.messages(raw, *languages)


def _language(pattern: re.Pattern[str], header: str) -> str:
    found = pattern.search(header)
    return found.group(1).split(".")[0].split("@")[0].replace("_", "-") if found else ""


class _Entry:
    """What stands between two entries' ends: comments, and the strings by the word that opens each."""

    def __init__(self) -> None:
        self.is_fuzzy = False
        self.notes: list[str] = []
        self.strings: dict[str, list[Part]] = {}

    def is_full(self, word: str | None) -> bool:
        """True if what comes next, a comment or a string after this word, belongs to another entry."""
        return any(each.startswith("msgstr") for each in self.strings) or (word == "msgid" and word in self.strings)

    def said(self, raw: str, word: str) -> str:
        return meaning_of(raw, self.strings.get(word, []))

    def is_header(self, raw: str) -> bool:
        return "msgctxt" not in self.strings and "msgid" in self.strings and not self.said(raw, "msgid")

    def messages(self, raw: str, source_language: str, target_language: str) -> Iterator[Message]:
        context, source = self.said(raw, "msgctxt"), self.said(raw, "msgid")
        key = f"{context}|{source}" if context else source
        for word, parts in self.strings.items():
            if not word.startswith("msgstr") or not any(start < end for start, end, _ in parts):
                continue
            form = word.removeprefix("msgstr")
            of_many = form not in ("", "[0]") and "msgid_plural" in self.strings
            whole = self.said(raw, "msgid_plural") if of_many else source
            yield Message(key + form, parts, whole, source_language, target_language, "translated", "\n".join(self.notes))


def _entries(raw: str, name: str) -> Iterator[_Entry]:
    entry, word, place = _Entry(), "", 0
    while place < len(raw):
        match = _LINE.match(raw, place)
        if match is None:
            raise broken(name, raw, place, "this is no line of a PO file (a comment, or a keyword and a string in quotation marks)")
        begins = match["comment"] is not None or match["word"] in ("msgctxt", "msgid", "domain")
        if begins and entry.is_full(match["word"]):
            yield entry
            entry = _Entry()
        if match["comment"] is not None:
            _note(entry, match["comment"])
        elif match["said"] is not None:
            word = match["word"] or word
            if not word:
                raise broken(name, raw, place, "this string belongs to no keyword")
            entry.strings.setdefault(word, []).extend(unescaped(raw, *match.span("said"), _ESCAPE, _meaning))
        place = match.end()
    if entry.strings:
        yield entry


def _note(entry: _Entry, comment: str) -> None:
    if comment.startswith("#,"):
        entry.is_fuzzy = entry.is_fuzzy or "fuzzy" in map(str.strip, comment[2:].split(","))
    elif comment[1:2] not in ("~", "|", ":"):
        entry.notes.append(comment[1:].lstrip(".").strip())


def _meaning(match: re.Match[str]) -> str:
    octal, hexadecimal, letter = match.groups()
    if letter:
        return _LETTERS.get(letter, letter)
    return chr(int(octal, 8) if octal else int(hexadecimal, 16))
