"""What of a source stands unchanged in its translation."""

from __future__ import annotations

from ..core.language import primary
from ..core.pattern import pattern
from ..core.record import Row
from ..lang.vocabulary import vocabulary
from .addresses import addresses

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_TOKEN = pattern(r"[\p{Han}\p{Hiragana}\p{Katakana}\p{Thai}]|(?:(?![\p{Han}\p{Hiragana}\p{Katakana}\p{Thai}])[\p{L}\p{M}\p{Nd}])++")
_DENSE = pattern(r"[\p{Han}\p{Hiragana}\p{Katakana}\p{Thai}]")
GRAM = 4
"""Fewer words in a row that stand in both texts are names, loans or chance."""
_LEAST_RUN, _LEAST_DENSE_RUN, _LEAST_RUN_OF_RELATIVES = 4, 8, 7
_LEAST_LETTERS, _LEAST_SMALL = 14, 3
_WHOLE, _NEAR, _NEAR_TOKENS = 0.95, 0.85, 6
_KNOWN = 0.6
"""A run most of whose words the language of the translation has too may be a quotation of its own words, or chance."""
_RELATIVES = (
    frozenset({"es", "pt", "gl", "ca", "it", "fr", "ro", "oc", "la"}),
    frozenset({"ru", "uk", "be", "bg", "sr", "mk"}),
    frozenset({"cs", "sk", "pl", "sl", "hr", "bs", "sr"}),
    frozenset({"da", "nb", "no", "nn", "sv"}),
    frozenset({"nl", "af"}),
    frozenset({"hi", "mr", "ne"}),
    frozenset({"ar", "fa", "ur"}),
    frozenset({"id", "ms"}),
    frozenset({"zh", "ja", "ko", "yue"}),
)
"""Languages of which whole phrases are written alike."""


class Copied(Row):
    """A stretch of the translation that stands in the source as well, and what share (0 to 1) of the translation is copied."""

    start: int
    end: int
    share: float


class _Tokens:
    """The words of a text, or in scripts without spaces its characters: parallel lists, since there may be very many."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.places: list[tuple[int, int]] = [match.span() for match in _TOKEN.finditer(text)]
        self.lower = [text[start:end].lower() for start, end in self.places]

    def __len__(self) -> int:
        return len(self.places)

    def small(self, first: int, end: int) -> list[str]:
        """Those of a stretch that begin with no capital and no digit."""
        starts = (self.text[self.places[number][0]] for number in range(first, end))
        return [self.lower[first + number] for number, letter in enumerate(starts) if letter == letter.lower() and not letter.isdigit()]


def copied(own: str, theirs: str, own_code: str, their_code: str) -> Copied | None:
    """The longest stretch of a translation that was not translated, or the whole of it; None if there is none.

    Languages are BCP 47 codes. Between variants of one language, as en-GB and en-US, nothing is untranslated.
    """
    language, other = primary(own_code), primary(their_code)
    if language == other:
        return None
    mine, others = _Tokens(_without_addresses(own)), _Tokens(theirs)
    known = frozenset(others.lower)
    if len(known.intersection(mine.lower)) < _LEAST_SMALL:
        return None
    first, end = max(_runs(mine.lower, others.lower), key=lambda run: run[1] - run[0], default=(0, 0))
    share = sum(word in known for word in mine.lower) / len(mine)
    if share >= _NEAR and len(mine) >= (_NEAR_TOKENS if share < _WHOLE else GRAM):
        first, end = 0, len(mine)
    if not _is_language(mine, first, end, are_relatives(language, other)) or _is_known(mine.small(first, end), language):
        return None
    return Copied(mine.places[first][0], mine.places[end - 1][1], share)


def are_relatives(one: str, other: str) -> bool:
    """True for two languages that write whole phrases alike."""
    return any(one in group and other in group for group in _RELATIVES)


def _without_addresses(text: str) -> str:
    """The text with blanks for its addresses, which nobody translates."""
    pieces: list[str] = []
    done = 0
    for address in addresses(text):
        pieces += text[done : address.start], " " * (address.end - address.start)
        done = address.end
    return "".join((*pieces, text[done:]))


def _runs(mine: Sequence[str], others: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Stretches of at least `GRAM` tokens that stand in both, each by its first place in the other text; linear in both."""
    places: dict[tuple[str, ...], int] = {}
    for number in range(len(others) - GRAM + 1):
        places.setdefault(tuple(others[number : number + GRAM]), number)
    number = 0
    while number + GRAM <= len(mine):
        place = places.get(tuple(mine[number : number + GRAM]))
        end = number
        if place is not None:
            while end < len(mine) and place < len(others) and mine[end] == others[place]:
                end, place = end + 1, place + 1
            yield number, end
        number = max(end, number + 1)


def _is_language(tokens: _Tokens, first: int, end: int, are_relatives: bool) -> bool:
    """True if the run is no name, title or chance: long enough, with words in small letters."""
    run = tokens.lower[first:end]
    dense = sum(_DENSE.match(word) is not None for word in run)
    if 2 * dense > len(run):
        return dense >= _LEAST_DENSE_RUN and not are_relatives
    least = _LEAST_RUN_OF_RELATIVES if are_relatives else _LEAST_RUN
    small = sum(len(word) > 1 for word in tokens.small(first, end))
    return len(run) >= least and small >= _LEAST_SMALL and sum(map(len, run)) >= _LEAST_LETTERS


def _is_known(small: Sequence[str], language: str) -> bool:
    known = vocabulary(language)
    return known is not None and sum(word in known.words for word in small) >= _KNOWN * len(small)
