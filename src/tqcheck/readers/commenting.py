"""How a comment for tqcheck is written into a file, and where it can stand so that it speaks of one place."""

from __future__ import annotations

import re

from ..core.finding import Edit
from ..core.record import Row

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from .reading import Reading

BEHIND, BLOCK, ENTRY = "behind", "block", "entry"
_TAG = "<!-- tqcheck: {} -->"
_HASH, _SLASHES = "# tqcheck: {}", "// tqcheck: {}"
_LINE_END = re.compile(r"\r\n|\n|\r")
_BLANK_LINE = re.compile(r"(?:\r\n|\n|\r)[^\S\r\n]*+(?:\r\n|\n|\r)")
_MOST_LETTERS = 200
_FAR = 20_000
"""So far back a blank line is looked for."""


class Way(Row):
    """A comment of a format: how it looks, and where it stands.

    It stands behind the text in a line, or on a line of its own: above the block that it speaks of, or above the entry, which
    begins behind a blank line. ``is_parted`` asks for a blank line below it; ``dash`` stands before the reason.
    """

    form: str
    where: str
    is_parted: bool = False
    dash: str = "--"


_IN_XML = (Way(_TAG, BLOCK, dash="—"),)
_WITH_HASH = (Way(_HASH, BLOCK), Way(_HASH, ENTRY))
WAYS: Mapping[str, tuple[Way, ...]] = {
    "text": (Way(_TAG, BEHIND),),
    "markdown": (Way(_TAG, BEHIND), Way(_TAG, BLOCK, is_parted=True)),
    "mdx": (Way("{{/* tqcheck: {} */}}", BLOCK, is_parted=True),),
    "html": (Way(_TAG, BEHIND), Way(_TAG, BLOCK)),
    "restructuredtext": (Way(".. tqcheck: {}", BLOCK, is_parted=True), Way(".. tqcheck: {}", ENTRY, is_parted=True)),
    "asciidoc": (Way(_SLASHES, BLOCK), Way(_SLASHES, ENTRY)),
    "webvtt": (Way("NOTE tqcheck: {}", ENTRY, is_parted=True),),
    "ass": (Way("; tqcheck: {}", BLOCK),),
    "po": (Way(_HASH, ENTRY),),
    "android": _IN_XML,
    "xliff": _IN_XML,
    "apple": (Way(_SLASHES, BLOCK),),
    "properties": _WITH_HASH,
    "toml": _WITH_HASH,
    "yaml": _WITH_HASH,
    "fluent": (Way(_HASH, ENTRY), Way(_HASH, BLOCK)),
}
"""For each format the ways in the order in which they are tried. JSON is not among them: most programs read it without comments."""


def comments(reading: Reading, place: int, said: str, reason: str = "") -> Iterator[Edit]:
    """The edits of ``raw`` that would write a comment for a place of the text, the best first. Whether one does what it should
    is known when the file was read with it."""
    for way in WAYS.get(reading.format.name, ()):
        why = _plain(reason)
        words = way.form.format(f"{said} {way.dash} {why}" if why else said)
        raw_place = reading.raw_span(place, place + 1)[0]
        if way.where == BEHIND:
            yield _behind(reading, raw_place, words)
        else:
            yield _above(reading, raw_place if way.where == ENTRY else _block_start(reading, place), words, way)


def _behind(reading: Reading, raw_place: int, words: str) -> Edit:
    """Blanks at the end of a line, which may mean something, stay there."""
    line = reading.line_at(raw_place)
    end = line.start + len(reading.raw[line.start : line.end].rstrip())
    return Edit(end, end, f" {words}")


def _above(reading: Reading, raw_place: int, words: str, way: Way) -> Edit:
    line = reading.line_at(raw_place)
    start = line.start
    if way.where == ENTRY:
        start = max((match.end() for match in _BLANK_LINE.finditer(reading.raw, max(0, start - _FAR), start)), default=0)
    text = reading.raw[start : reading.line_at(start).end]
    indent = text[: len(text) - len(text.lstrip())]
    found = _LINE_END.search(reading.raw)
    line_end = found.group() if found else "\n"
    return Edit(start, start, f"{indent}{words}{line_end}{line_end if way.is_parted else ''}")


def _block_start(reading: Reading, place: int) -> int:
    number = reading.paragraph_number(place)
    first = reading.paragraphs[number][0] if number >= 0 else place
    return reading.raw_span(first, first + 1)[0]


def _plain(reason: str) -> str:
    """A reason on one line, without what could end the comment."""
    text = "".join(character if character.isprintable() else " " for character in reason[: 2 * _MOST_LETTERS])
    return re.sub("-{2,}", "–", " ".join(text.split())).replace("*/", "* /")[:_MOST_LETTERS].strip()
