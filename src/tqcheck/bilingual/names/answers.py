"""Answers: whether an English text has what answers the names of its source."""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise

from ..lexicon.han import reads
from ..lexicon.places import other_names, same_place
from .hearing import hear

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .name import Name

_HEARD = 0.1
_ANSWERED = 0.25
"""If one word of a name is that near, the name is answered; otherwise all of them count."""
_HEARD_HAN = 0.5
_SHORT_FORMS = (("U.S.A.", "USA"), ("U.S.", "US "), ("U.K.", "UK "), ("U.N.", "UN "), ("E.U.", "EU "))


@lru_cache(maxsize=8)
def answers(text: str) -> Answers:
    """The words of an English text, as far as names are looked for in it; the last ones are kept, as by `hear`."""
    return Answers(text)


class Answers:
    """The words of an English text, as far as names are looked for in it."""

    def __init__(self, text: str) -> None:
        for long, short in _SHORT_FORMS:
            text = text.replace(long, short)
        self._lower = text.lower()
        self._hearing = hear(text, "en")
        words = [part.removesuffix("'s").removesuffix("’s") for _, _, part in self._hearing.parts]
        self._initials = "".join(word[0] for word in words).upper()
        self._capitalised = [word for word in words if word[0].isupper()]
        self._words = [*words, *map(" ".join, pairwise(words))]

    def far(self, name: Name) -> float:
        """How far the text is from answering a name: 0 it does, 1 it has nothing like it."""
        if self._is_read(name) or (name.kind == "latin" and name.text.isupper() and name.text in self._initials):
            return 0.0
        if name.kind == "transcription" and (heard := min(map(hear(name.text, "zh").far, self._capitalised), default=1.0)) <= _HEARD_HAN:
            return heard
        parts = [self._hearing.far(part) for _, _, part in hear(name.text, "en").parts] or [0.0]
        best = min(parts) if min(parts) <= _ANSWERED else sum(parts) / len(parts)
        for english in name.english:
            if best <= _HEARD:
                break
            best = min(best, self._far_from_english(english))
        return best

    def _is_read(self, name: Name) -> bool:
        """True if a capitalised word of the text is how the name's Han characters are read in Japanese."""
        return "\u4e00" <= name.text[0] <= "\u9fff" and any(reads(name.text, word.lower()) for word in self._capitalised)

    def _far_from_english(self, english: str) -> float:
        if english.lower() in self._lower or any(same_place(english, word) for word in self._words):
            return 0.0
        return min(map(self._hearing.far, (english, *other_names(english))))
