"""What a text asks: its question marks, and what asks without one."""

from __future__ import annotations

from functools import cache

from ..core.language import primary
from ..core.pattern import pattern
from ..core.record import Row
from .cues import cues

TYPE_CHECKING = False
if TYPE_CHECKING:
    import regex

_MARKS = pattern(r"(?:[？؟՞፧⸮﹖⁇⁈⁉‽]|\?(?<!/\?)(?![\w%.\[\]-]{0,60}=))(?:\s?[?!？！؟])*+")
_GREEK_MARKS = pattern(r"[;\u037E?]++(?!\w)")
_SENTENCE_END = r"[\s\"'”’」』）)》]*+(?:[。．.！!…，,、；;\n]|\Z)"

_QUOTES = r"[\s\"'„“»«*-]{0,3}"


class Asked(Row):
    """The questions of a text: where the marks stand, and how many more may be asked without a mark.

    ``unmarked``: sentences that end in a particle that asks, or begin with a verb that does.
    ``has_words``: whether any word of it asks, which may be in an indirect question.
    """

    marks: list[tuple[int, int]]
    unmarked: int
    has_words: bool


def asked(text: str, code: str) -> Asked:
    """The questions of a text in the language of a BCP 47 code."""
    return Asked(marks(text, code), _unmarked(text, code), _has_words(text, code))


def marks(text: str, code: str = "") -> list[tuple[int, int]]:
    """Start and end of each run of question marks; those of web addresses do not count."""
    found = _GREEK_MARKS if primary(code) == "el" else _MARKS
    return [match.span() for match in found.finditer(text)]


def _unmarked(text: str, code: str) -> int:
    found = _particles(primary(code))
    return sum(1 for _ in found.finditer(text)) if found else 0


def _has_words(text: str, code: str) -> bool:
    found = _words(primary(code))
    return found is not None and found.search(text) is not None


@cache
def _particles(language: str) -> regex.Pattern[str] | None:
    known = cues(language)
    if not known:
        return None
    at_end = [f"(?:{'|'.join(known.asks_at_end)}){_SENTENCE_END}"] * bool(known.asks_at_end)
    verbs = f"(?:{'|'.join(known.asks_at_start)})"
    at_start = [rf"(?:\A|(?<=[.!…:]\s)){_QUOTES}{verbs}\b(?![^.?!…]{{0,300}}\?)"] * bool(known.asks_at_start)
    return pattern(f"(?i){'|'.join(at_end + at_start)}") if at_end or at_start else None


@cache
def _words(language: str) -> regex.Pattern[str] | None:
    known = cues(language)
    if not known or not known.asks:
        return None
    alternatives = "|".join(sorted(known.asks, key=len, reverse=True))
    is_spaced = language not in ("zh", "ja")
    return pattern(rf"(?i)\b(?:{alternatives})\b" if is_spaced else alternatives)


def reports_a_question(text: str, code: str) -> bool:
    """True if the text may ask indirectly: it has a word that asks, and one that tells of asking or knowing."""
    known = cues(code)
    if not known:
        return False
    words = set(text.lower().replace("’", "'").split())
    return any(word.strip(".,;:!\"'”’)") in known.reports_a_question for word in words)
