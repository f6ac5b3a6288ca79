"""The mark at the end of a text, in whatever script it is written."""

from __future__ import annotations

from ..core.language import primary
from ..core.pattern import pattern
from ..core.record import Row

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

_LAST_WINDOW = 80
"""So many characters at the end of a text are looked at: closing marks and notes behind a final mark are fewer."""
_BEHIND = pattern(r"(?:[\p{Pe}\p{Pf}\p{Pi}\"'`*_\s“”„‚‘’»«›‹「『\p{Cf}\p{Extended_Pictographic}]|\[\p{Nd}{1,3}\])*+\Z")
_SHORTENED = pattern(r"(?V1i)(?:\b\p{L}{1,2}|\p{L}\.[\s\u00A0]?\p{L}{1,3}|\b[\p{L}--[aeiouyáéíóúàèìòùäöüаеёиоуыэюяєії]]{1,5})\.\Z")
_KINDS = {
    "stop": ".。．｡।॥۔።։។|",
    "question": "?？؟՞፧⸮﹖",
    "exclamation": "!！﹗¡",
    "ellipsis": "…⋯",
    "colon": ":：",
    "semicolon": ";；؛",
    "comma": ",，、،､",
    "dash": "-–—―",
}
_OF_A_MARK: Mapping[str, str] = {mark: kind for kind, marks in _KINDS.items() for mark in marks}
ENDS_A_SENTENCE = frozenset({"stop", "question", "exclamation", "ellipsis"})
WITHOUT_STOPS = frozenset({"th", "lo"})
"""Languages that end a sentence with a space or nothing (CATALOGUE C2; Unicode's line-breaking notes on Thai and Lao)."""


class FinalMark(Row):
    """What ends a text: the kind of its mark ("" if there is none), and where the mark starts and ends."""

    kind: str
    start: int
    end: int


def final_mark(text: str, code: str = "") -> FinalMark:
    """The mark that ends a text; closing quotation marks, brackets, notes and emoji behind it do not count.

    ``code`` is the BCP 47 code of its language: in Greek the semicolon asks.
    """
    offset = max(0, len(text) - _LAST_WINDOW)
    tail = text[offset:]
    behind = _BEHIND.search(tail)
    end = behind.start() if behind else len(tail)
    start = end
    while start and tail[start - 1] in _OF_A_MARK:
        start -= 1
    run = tail[start:end]
    return FinalMark(_kind_of(run, code), offset + start, offset + end)


def _kind_of(run: str, code: str) -> str:
    kinds = {_OF_A_MARK[mark] for mark in run}
    for kind in ("question", "exclamation"):
        if kind in kinds:
            return kind
    if "ellipsis" in kinds or run.endswith(("..", "。。")):
        return "ellipsis"
    last = _OF_A_MARK[run[-1]] if run else ""
    return "question" if last == "semicolon" and primary(code) == "el" else last


def may_be_shortened(text: str, mark: FinalMark) -> bool:
    """True if the stop at the end may only belong to a shortened word (“kg.”, “Nr.”, “z. B.”)."""
    return mark.kind == "stop" and mark.end - mark.start == 1 and _SHORTENED.search(text[max(0, mark.end - 12) : mark.end]) is not None


_OWN_MARKS: Mapping[str, Mapping[str, str]] = {
    "zh": {"stop": "。", "question": "？", "exclamation": "！", "ellipsis": "……"},
    "ja": {"stop": "。", "question": "？", "exclamation": "！", "ellipsis": "……"},
    "hi": {"stop": "।"},
    "bn": {"stop": "।"},
    "ne": {"stop": "।"},
    "mr": {"stop": "."},
    "hy": {"stop": "։"},
    "am": {"stop": "።"},
    "ar": {"question": "؟"},
    "fa": {"question": "؟"},
    "ur": {"stop": "۔", "question": "؟"},
    "el": {"question": ";"},
}
"""Where a language ends sentences with other marks than the Latin ones (CLDR exemplar characters, punctuation)."""
_LATIN_MARKS = {"stop": ".", "question": "?", "exclamation": "!", "ellipsis": "…"}


def mark_of(kind: str, code: str) -> str:
    """The mark with which the language of a BCP 47 code ends a sentence of this kind (one of `ENDS_A_SENTENCE`)."""
    return _OWN_MARKS.get(primary(code), {}).get(kind, _LATIN_MARKS[kind])
