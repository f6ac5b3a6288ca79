"""What of a source stands unchanged in its translation."""

from __future__ import annotations

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


class _Token(Row):
    start: int
    end: int
    lower: str
    is_small: bool


def copied(own: str, theirs: str, own_code: str, their_code: str) -> Copied | None:
    """The longest stretch of a translation that was not translated, or the whole of it; None if there is none.

    Languages are BCP 47 codes. Between variants of one language, as en-GB and en-US, nothing is untranslated.
    """
    language, other = own_code.split("-")[0], their_code.split("-")[0]
    if language == other:
        return None
    mine, others = list(_tokens(_without_addresses(own))), list(_tokens(theirs))
    run = max(_runs(mine, others), key=lambda run: run[1] - run[0], default=(0, 0))
    share = _share(mine, others)
    if share >= _NEAR and len(mine) >= (_NEAR_TOKENS if share < _WHOLE else GRAM):
        run = 0, len(mine)
    stretch = mine[run[0] : run[1]]
    if not _is_language(stretch, are_relatives(language, other)) or _is_known(stretch, language):
        return None
    return Copied(stretch[0].start, stretch[-1].end, share)


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


def _tokens(text: str) -> Iterator[_Token]:
    for match in _TOKEN.finditer(text):
        word = match.group()
        yield _Token(match.start(), match.end(), word.lower(), word[0] == word[0].lower() and not word[0].isdigit())


def _runs(mine: Sequence[_Token], others: Sequence[_Token]) -> Iterator[tuple[int, int]]:
    """Stretches of at least `GRAM` tokens that stand in both, each by its first place in the other text; linear in both."""
    words = [token.lower for token in others]
    places: dict[tuple[str, ...], int] = {}
    for number in range(len(words) - GRAM + 1):
        places.setdefault(tuple(words[number : number + GRAM]), number)
    number = 0
    while number + GRAM <= len(mine):
        place = places.get(tuple(token.lower for token in mine[number : number + GRAM]))
        end = number
        if place is not None:
            while end < len(mine) and place < len(words) and mine[end].lower == words[place]:
                end, place = end + 1, place + 1
            yield number, end
        number = max(end, number + 1)


def _share(mine: Sequence[_Token], others: Sequence[_Token]) -> float:
    """The share of the words of one text that the other has too."""
    known = {token.lower for token in others}
    return sum(token.lower in known for token in mine) / len(mine) if mine else 0.0


def _is_language(run: Sequence[_Token], are_relatives: bool) -> bool:
    """True if the run is no name, title or chance: long enough, with words in small letters."""
    dense = sum(_DENSE.match(token.lower) is not None for token in run)
    if 2 * dense > len(run):
        return dense >= _LEAST_DENSE_RUN and not are_relatives
    least = _LEAST_RUN_OF_RELATIVES if are_relatives else _LEAST_RUN
    small = [token for token in run if token.is_small and len(token.lower) > 1]
    return len(run) >= least and len(small) >= _LEAST_SMALL and sum(len(token.lower) for token in run) >= _LEAST_LETTERS


def _is_known(run: Sequence[_Token], language: str) -> bool:
    known = vocabulary(language)
    small = [token.lower for token in run if token.is_small]
    return known is not None and sum(word in known.words for word in small) >= _KNOWN * len(small)
