"""From the messages of a catalogue to a reading: each string a block, its placeholders words that no rule minds."""

from __future__ import annotations

import re
from collections import Counter
from html import unescape
from itertools import chain

from ...core.blocks import Kind
from ..decoding import decoded
from ..prose import STAND_INS, Taking, Unit
from ..reading import Comment, Reading
from .declared import read_as_declared
from .message import STAND_IN, Cut, meaning_of
from .placeholders import changes, forms

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from ...formats import Format
    from ..decoding import Decoded
    from ..prose import Prose
    from .message import Message, Part

HASH = re.compile(r"^[ \t]*+(?P<all>(?:\#++\.?+|!)[ \t]*+tqcheck:(?P<said>[^\r\n]*+))", re.MULTILINE)
SLASHES = re.compile(r"^[ \t]*+(?P<all>//[ \t]*+tqcheck:(?P<said>[^\r\n]*+)|/\*[ \t]*+tqcheck:(?P<inner>[^\r\n*]*+)\*/)", re.MULTILINE)
ANGLES = re.compile(r"(?P<all><!--[ \t]*+tqcheck:(?P<said>[^\r\n]*?)-->)")
"""How formats write comments for tqcheck."""
_LETTER = re.compile(r"[^\W\d_]")
_MARKUP = re.compile(rf"[{STAND_IN}{{%$<&@]|://|\n[ \t]*+\n")
"""Without any of these there is no placeholder and no tag, and one paragraph."""
_TAG = re.compile(r"</?[a-zA-Z]")
_ENTITY = re.compile(r"&(?:\#[0-9]{1,7}|\#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,30});")
_OF_FEW = re.compile(r"(?:\[0\]|[._](?:zero|one|two|singular))\Z")
"""How the key of a form ends that may say its number in words (CLDR's plural categories, gettext's first form)."""
_BLANK = re.compile(r"[ \t]*+")


def catalogue(
    data: bytes,
    name: str,
    format: Format,
    messages: Callable[[str, str], Iterable[Message]],
    *,
    comments: re.Pattern[str] | None = None,
    declaration: re.Pattern[bytes] | None = None,
    decode: Callable[[bytes, str], Decoded] = decoded,
) -> Reading:
    """The reading of a catalogue: ``messages`` finds its strings in the raw text, ``comments`` those for tqcheck,
    and ``declaration`` where a file names its encoding.

    Where translations into several languages stand in one file, those into the first of ``format.columns`` are checked, or else
    those into the language that has most. Raises `ReadingError`.
    """
    found = read_as_declared(data, name, declaration) if declaration else decode(data, name)
    prose = prose_of(found.text, list(messages(found.text, name)), format.columns)
    heard = tuple(_comments(found.text, comments, prose)) if comments else ()
    return Reading(name, found.text, found.encoding, found.has_mark, heard, format, prose)


def prose_of(raw: str, messages: list[Message], languages: Iterable[str] = ()) -> Prose:
    """The prose of some messages, ordered by place, with a `Unit` for each."""
    language = _language(messages, languages)
    taking = Taking(raw)
    units = []
    end = 0
    for message in messages:
        # In XML that nests what must not be nested, a string may begin inside the last one.
        is_checked = message.target_language in ("", language) and bool(message.parts) and message.parts[0][0] >= end
        end = message.parts[-1][1] if is_checked else end
        units.append(_unit(message, taken(taking, message) if is_checked else None))
    return taking.prose(units=tuple(units), language=language or None)


def _language(messages: Iterable[Message], wanted: Iterable[str]) -> str:
    counts = Counter(message.target_language for message in messages if message.target_language)
    named = (language for language in counts if language.lower() in {each.lower() for each in wanted})
    return next(named, None) or max(counts, key=lambda language: counts[language], default="")


def _unit(message: Message, block: int | None) -> Unit:
    return Unit(
        block,
        message.key,
        message.source,
        message.source_language or None,
        message.target_language or None,
        message.state,
        message.note,
        message.reference,
    )


def taken(taking: Taking, message: Message) -> int | None:
    """The number of the first block of a message: it has one for each form and paragraph. None if there is no word in it."""
    text = meaning_of(taking.raw, message.parts)
    first = _blocks(taking, message, text)
    if first is not None and _OF_FEW.search(message.key):
        taking.written[first] = ""
    return first


def _blocks(taking: Taking, message: Message, text: str) -> int | None:
    if not _MARKUP.search(text):
        return _block(taking, message.parts) if _LETTER.search(text) else None
    cut = Cut(taking.raw, message.parts)
    first: int | None = None
    for start, end in forms(text):
        changed = list(_changes(text, start, end))
        if _has_letters(text, start, end, changed):
            for _ in cut.up_to(start):
                pass
            number = _block(taking, cut.changed(changed, end))
            first = number if first is None else first
    if first is not None:
        taking.written[first] = text.replace(STAND_IN, "{}")
    return first


def _changes(text: str, start: int, end: int) -> Iterator[tuple[int, int, str]]:
    """Placeholders and tags; in a string that holds tags also the entities of HTML."""
    found = changes(text, start, end)
    if "&" not in text or not _TAG.search(text, start, end):
        yield from found
        return
    done = start
    for one, other, reads in chain(found, [(end, end, "")]):
        for match in _ENTITY.finditer(text, done, one):
            yield *match.span(), unescape(match.group())
        if other > one:
            yield one, other, reads
        done = other


def _has_letters(text: str, start: int, end: int, changed: Iterable[tuple[int, int, str]]) -> bool:
    for one, other, _ in changed:
        if _LETTER.search(text, start, one):
            return True
        start = other
    return _LETTER.search(text, start, end) is not None


def _block(taking: Taking, parts: Iterable[Part]) -> int | None:
    taking.begin(Kind.UNIT)
    rows = list(parts)
    count, last = 0, ""
    for number, (start, end, text) in enumerate(rows):
        if text is None:
            taking.keep(start, end)
            last = taking.raw[end - 1]
            continue
        if STAND_IN in text:
            following = meaning_of(taking.raw, rows[number + 1 : number + 2])[:1]
            text = _stand_in(count, last, following)
            count += 1
        text = text.replace("\r\n", "\n").replace("\r", "\n")
        if text:
            taking.replace(start, end, " " if last == "\r" and text.startswith("\n") else text)
            last = text[-1]
    return taking.end()


def _stand_in(count: int, last: str, following: str) -> str:
    """The word for a placeholder; one that stands between two words without blanks, as codes of markup do, parts them."""
    word = STAND_INS[count % len(STAND_INS)]
    return f" {word} " if last.isalnum() and following.isalnum() else word


def _comments(raw: str, syntax: re.Pattern[str], prose: Prose) -> Iterator[Comment]:
    for match in syntax.finditer(raw):
        start, end = match.span("all")
        place = prose.pieces.text_place(start)
        if place < len(prose.text) and prose.pieces.raw_place(place) == start:
            continue  # a string that says so
        line = max(raw.rfind("\n", 0, start), raw.rfind("\r", 0, start)) + 1
        blank = _BLANK.match(raw, end)
        behind = raw[blank.end() : blank.end() + 1] if blank else ""
        stands_alone = not raw[line:start].strip() and behind in ("", "\r", "\n")
        yield Comment(start, end, match["said"] or match.groupdict().get("inner") or "", stands_alone)
