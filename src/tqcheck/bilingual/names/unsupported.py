"""Names of a translation that its source does not have."""

from __future__ import annotations

from itertools import islice

from ...core.record import Row
from .mentions import mentions
from .missing import LONGEST, MOST, missing

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from .hearing import Hearing
    from .mentions import Mention

# How far from everything in the source a name must be before it is called unsupported: (a place, another name). Fitted on
# names of right translations, of which fewer than one in a hundred is farther; Chinese, which writes names by few syllables and
# often in its own way, is farther on the whole.
_FAR = {"zh": (0.52, 0.62), "ja": (0.36, 0.36), "ko": (0.45, 0.55)}
_FAR_ELSEWHERE = (0.37, 0.5)


# How far it may be if the language has a name of its own for the place, so that it is looked up and not only listened for.
_FAR_FROM_LAND = 0.3
_MOST_WORDS = 4
_NEAR = -0.15
_HEARD = -1.0
_ACRONYM = 0.1
_SHORTEST_ACRONYM = 3
_ONE_WORD = 0.3
_LEEWAY = 0.1
_SURE = 0.6
_WRITTEN_OUT = frozenset(
    {
        "USD",
        "EUR",
        "GBP",
        "JPY",
        "CNY",
        "RMB",
        "PLN",
        "CZK",
        "RUB",
        "INR",
        "CHF",
        "GDP",
        "CEO",
        "VAT",
        "DNA",
        "GPS",
        "GMT",
        "UTC",
        "AIDS",
        "HIV",
    }
)
"""Short forms that other languages write out."""


class Unsupported(Row):
    """A name from ``start`` to ``end`` of a translation, and how sure it is (0 to 1) that the source does not have it."""

    start: int
    end: int
    sureness: float


def unsupported(text: str, source: Hearing) -> Iterator[Unsupported]:
    """The names of an English text of which no word is heard in the source, and no place is named there.

    Those that are nearly far enough count if the source, on its side, has a name that the text nearly does not answer.
    """
    if max(len(text), len(source.text)) > LONGEST:
        return
    doubtful: list[Unsupported] = []
    for run in islice(mentions(text), MOST):
        excess = _excess(run, text, source)
        found = Unsupported(run[0].start, run[-1].end, min(1.0, _SURE + excess))
        if excess > 0:
            yield found
        elif excess > -_LEEWAY:
            doubtful.append(found)
    if doubtful and any(missing(source.text, source.language, text, leeway=_LEEWAY)):
        yield from (Unsupported(found.start, found.end, _SURE) for found in doubtful)


def _excess(run: Sequence[Mention], text: str, source: Hearing) -> float:
    """How much farther than a right name may be a run of words is from everything in the source; negative if it is heard."""
    judged = [mention for mention in run if mention.kind in ("place", "unknown")]
    if any(mention.kind in ("word", "acronym") and source.has_latin(mention.word) for mention in run):
        return _HEARD
    if len(judged) < len(run) and source.acronyms:
        return _HEARD  # the name of an organisation may be written out, or have another acronym
    if not judged:
        return _of_acronym(run, source)
    if len(run) > 1 and (source.names_place(text[run[0].start : run[-1].end]) or _is_one_word(run, source)):
        return _HEARD
    each = [_of_word(mention, source) for mention in judged[:_MOST_WORDS]]
    return min(each) if min(each) < _NEAR else sum(each) / len(each)


def _of_word(mention: Mention, source: Hearing) -> float:
    place, other = _FAR.get(source.language, _FAR_ELSEWHERE)
    if mention.kind == "place":
        return source.far_from_place(mention.word) - (_FAR_FROM_LAND if source.has_a_name_for(mention.word) else place)
    parts = [part for part in mention.word.split("-") if len(part) > 1] or [mention.word]
    return min(map(source.far_from_name, parts)) - other


def _of_acronym(run: Sequence[Mention], source: Hearing) -> float:
    """Languages in Latin letters keep most acronyms; one that they have in another way has one in the source too."""
    if len(run) > 1 or run[0].kind != "acronym" or len(run[0].word) < _SHORTEST_ACRONYM or not source.is_latin:
        return _HEARD
    return _HEARD if run[0].word in _WRITTEN_OUT else _ACRONYM


def _is_one_word(run: Sequence[Mention], source: Hearing) -> bool:
    """True if the source writes the words of a name as one (न्यूज़ीलैंड)."""
    return source.far("".join(mention.word for mention in run)) < _ONE_WORD
