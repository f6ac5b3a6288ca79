"""How the quotation marks of a text are best read.

Quotation marks are no brackets: opener and closer may be one glyph, ’ is an apostrophe too, a speech over several
paragraphs opens each of them and closes once, and two faults can cancel each other on a stack. So every mark is given
each role it could play (opener, closer, apostrophe, measure), every departure from good form has a cost, and the
cheapest reading of the whole text wins, in time linear in the number of marks. What the winning reading had to repair
are the faults, one for each repair.
"""

from __future__ import annotations

from .quote_search import FaultKind, cheapest_reading
from .record import Row
from .span import Span

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

    from .language import Language
    from .quote_search import Event, Texts

__all__ = ["Fault", "FaultKind", "Quotation", "Quoted", "quotations"]

MIN_SPEECH_WORDS = 4


class Fault(Row):
    """A repair that the reading needs at ``place`` of its block; ``partner`` is the other mark of the pair, if any."""

    kind: FaultKind
    place: int
    partner: int | None = None


class Quoted(Row):
    """A quotation inside one block: the places of its opening and closing mark. ``level`` is 0 for the outermost."""

    opener: int
    closer: int
    level: int


class Quotation(Row):
    """The reading of one block: its pairs, its stretches of speech (places between marks) and its faults, by place.

    ``closers``: the places of the closing marks of the pairs, in order.
    """

    quoted: tuple[Quoted, ...] = ()
    speech: tuple[Span, ...] = ()
    faults: tuple[Fault, ...] = ()
    closers: tuple[int, ...] = ()


def quotations(texts: Texts, language: Language) -> Mapping[int, Quotation]:
    """The cheapest reading of a document: what it says of each block that has pairs, speech or faults, by its number."""
    faults: dict[int, list[Fault]] = {}
    quoted: dict[int, list[Quoted]] = {}
    speech: dict[int, list[Span]] = {}
    for event in cheapest_reading(texts, language):
        same = event.partner_block == event.block
        if event.kind is not None:
            faults.setdefault(event.block, []).append(Fault(event.kind, event.place, event.partner if same else None))
        elif same:
            quoted.setdefault(event.block, []).append(Quoted(event.partner, event.place, event.level))
            is_long = texts.block_text(event.block).count(" ", event.partner, event.place) + 1 >= MIN_SPEECH_WORDS
            if is_long or (language.is_unspaced and event.place - event.partner > 2 * MIN_SPEECH_WORDS):
                speech.setdefault(event.block, []).append(Span(event.partner + 1, event.place))
        else:
            _add_running_speech(speech, event, texts)
    return {
        number: Quotation(
            tuple(sorted(quoted.get(number, ()), key=lambda pair: pair.opener)),
            tuple(sorted(speech.get(number, ()))),
            tuple(sorted(faults.get(number, ()), key=lambda fault: fault.place)),
            tuple(sorted([pair.closer for pair in quoted.get(number, ())])),
        )
        for number in sorted({*quoted, *speech, *faults})
    }


def _add_running_speech(speech: dict[int, list[Span]], event: Event, texts: Texts) -> None:
    """A speech that was opened in an earlier block covers the rest of that one and all between."""
    for number in range(event.partner_block, event.block + 1):
        start = event.partner + 1 if number == event.partner_block else 0
        end = event.place if number == event.block else len(texts.block_text(number))
        speech.setdefault(number, []).append(Span(start, end))
