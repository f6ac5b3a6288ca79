"""Mentions: the names that an English text has, each a run of capitalised words."""

from __future__ import annotations

from ...core.pattern import pattern
from ...core.record import Row
from ...lang import load
from ...lang.vocabulary import vocabulary
from ..lexicon.places import english_lands, english_places, land

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

_WORD = pattern(r"\p{Lu}(?:[\p{L}\p{M}]|[\p{Pd}’'.](?=\p{L}))*+")
_BETWEEN = pattern(r"(?: (?:of|de|da|do|la|el|al|van|von|der|den|bin|ibn|du|di) |[ \p{Pd}])")
_BEFORE_FIRST = pattern(r"(?:^|[.!?:…]['\"”’)\]]*+\s++)['\"“‘(\[\p{Pd}–—\s]*+$")
_LONGEST_BEFORE = 12
_ENDINGS = ("'s", "’s", "'", "’")


class Mention(Row):
    """A capitalised word of a text: ``start`` and ``end`` are its places, ``word`` it without an ending, ``kind`` why it is a name."""

    start: int
    end: int
    word: str
    kind: str


def mentions(text: str) -> Iterator[list[Mention]]:
    """The names of an English text, each the list of its words; of kind "place", "unknown" (to English) or "word"."""
    run: list[Mention] = []
    for match in _WORD.finditer(text):
        if run and (len(run) == LONGEST_NAME or not _BETWEEN.fullmatch(text, run[-1].end, match.start())):
            yield run
            run = []
        if mention := _mention(text, match.start(), match.end()):
            run.append(mention)
        elif run:
            yield run
            run = []
    if run:
        yield run


def _mention(text: str, start: int, end: int) -> Mention | None:
    word = text[start:end]
    for ending in _ENDINGS:
        word = word.removesuffix(ending)
    kind = _kind(word, word.lower())
    if not kind or (kind != "place" and _begins_sentence(text, start) and (kind == "word" or _COMMON_ENDING.search(word))):
        return None
    return Mention(start, end, word, kind)


def _kind(word: str, lower: str) -> str:
    if (
        _LETTER_FIRST.match(word)
        or len(word) < SHORTEST_ACRONYM
        or _CAMEL.search(word)
        or lower in load("en").words("fidelity", "names_by_sense")
    ):
        return ""
    if (land(lower) != lower and (word.isupper() or len(word) > SHORTEST_ACRONYM)) or lower in english_lands():
        return "place"
    if (word.isupper() or _PLURAL.match(word)) and len(word) <= LONGEST_ACRONYM:
        return "word" if len(word) > _SHORTEST_SHOUTED and is_known(lower) else "acronym"
    if is_known(lower):
        return "word"
    return "place" if lower in english_places() else "unknown"


_LETTER_FIRST = pattern(r"\p{L}{1,2}[’'\p{Pd}]|\p{Lu}\p{Ll}\.")
_SHORTEST_SHOUTED = 3
_PLURAL = pattern(r"\p{Lu}{2,}s$")
_CAMEL = pattern(r"\p{Ll}{2}\p{Lu}")
# A rare word that begins a sentence is no name if it ends so.
_COMMON_ENDING = pattern(r"(?:ics?|als?|ous|ing|ity|tions?|ness|ed|ism|ists?|ine|ide|ly|ment|able|ible|ful|less|ers?|ors?|ies|ive|ware)$")
SHORTEST_ACRONYM, LONGEST_ACRONYM = 2, 6
LONGEST_NAME = 12
"""Words of a run: a longer one is a headline, and is cut."""


def is_known(lower: str) -> bool:
    """True if English has the word, as it is or before an ending."""
    known = vocabulary("en")
    return (
        known is None
        or any(form in known.words for form in (lower, *_stems(lower)))
        or all(part in known.words for part in lower.replace("’", "'").split("-"))
    )


def _stems(lower: str) -> Iterator[str]:
    for ending in ("s", "es", "ed", "d", "ing", "er", "ers", "ly", "ist", "ists", "ism", "al", "ian", "n"):
        if lower.endswith(ending) and len(lower) > len(ending) + 2:
            yield lower.removesuffix(ending)
            yield lower.removesuffix(ending) + "e"
    if lower.endswith("ies"):
        yield lower[:-3] + "y"


def _begins_sentence(text: str, start: int) -> bool:
    return bool(_BEFORE_FIRST.search(text[max(0, start - _LONGEST_BEFORE) : start]))
