"""The search for the cheapest reading of a text's quotation marks: a Viterbi search over the open marks.

The costs are ranks, not probabilities: 1 is the price of a mark that has no partner; everything that a reader forgives
more easily costs less. They were set by hand on examples of each fault.
"""

from __future__ import annotations

from enum import StrEnum

from .marks import Marks
from .record import Row

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Collection, Iterator
    from typing import Protocol

    from .language import Language
    from .marks import Mark

    class Texts(Protocol):
        """The blocks of a document as the search asks for them."""

        @property
        def marked(self) -> Collection[int]:
            """The numbers of the blocks that may hold a quotation mark, in order."""

        def block_text(self, number: int) -> str:
            """The text of a block."""

        def is_apart(self, number: int) -> bool:
            """True if a blank line or markup parts the block from the one before."""

        def stands_alone(self, number: int) -> bool:
            """True if no speech can run on into the block."""

        def __len__(self) -> int: ...


UNPAIRED = 1.0
TURNED = 0.6
TURNED_SINGLE = 0.9
PARTNER_TURNED = 0.2
TURNED_LATER = 0.6
NESTED_SAME = 0.8
MIXED_STYLE = 0.25
MIXED_LEVEL = 0.8
FOREIGN = 0.1
DOUBLED = 0.8
STRANDED = 0.8
CLOSED_ONCE = 0.2
"""One mark that closes two quotations, where the language writes two that meet once."""
CARRIED_IN_FORM = 0.1
CARRIED_OVER_LINE = 0.4
CARRIED_OVER_PARAGRAPH = 0.8
WORST_ORPHAN = UNPAIRED + 0.4
MAX_DEPTH = 3
BEAM = 10


class FaultKind(StrEnum):
    """What a reading had to repair."""

    UNCLOSED = "unclosed"
    UNOPENED = "unopened"
    DOUBLED = "doubled"
    NESTED_SAME = "nested-same"
    STRANDED = "stranded"
    TURNED = "turned"
    TURNED_APOSTROPHE = "turned-apostrophe"
    MIXED = "mixed"
    FOREIGN = "foreign"


class _Open(Row):
    """An open mark: its family, the block and the mark itself, and whether it stands turned the wrong way."""

    family: str
    block: int
    mark: Mark
    turned: bool


class Event(Row):
    """A step of a reading: a fault (kind) or a closed pair (no kind) at a mark, with its partner's block and place."""

    kind: FaultKind | None
    block: int
    place: int
    partner_block: int = -1
    partner: int = -1
    level: int = 0


class Trail(Row):
    """The steps of a reading as a linked list, last first, so that readings share their beginnings."""

    event: Event
    before: Trail | None


class _State(Row):
    """What a reading has cost so far, the marks that it has open, and its steps."""

    cost: float
    stack: tuple[_Open, ...]
    trail: Trail | None

    def step(self, cost: float, stack: tuple[_Open, ...], *events: Event | None) -> _State:
        trail = self.trail
        for event in events:
            if event is not None:
                trail = Trail(event, trail)
        return _State(self.cost + cost, stack, trail)


def cheapest_reading(texts: Texts, language: Language) -> Iterator[Event]:
    """The steps of the cheapest reading of a document, last first."""
    marks = Marks.of(language)
    states = [_State(0.0, (), None)]
    last = -1
    for marked in texts.marked:
        for number in range(last + 1, marked):
            if _is_settled(states):
                break
            states = _end_of_block(_start_of_block(states, [], number, texts, marks))
        states = _after(states, marked, texts, marks)
        last = marked
    for number in range(last + 1, len(texts)):
        if _is_settled(states):
            break
        states = _end_of_block(_start_of_block(states, [], number, texts, marks))
    trail = _given_up(min(states, key=_final_cost)).trail
    while trail is not None:
        event, trail = trail
        yield event


def _is_settled(states: list[_State]) -> bool:
    """True if there is one reading, and it has no mark open."""
    return len(states) == 1 and not states[0].stack


def _after(states: list[_State], number: int, texts: Texts, marks: Marks) -> list[_State]:
    """The readings after a block with marks."""
    found = marks.find(texts.block_text(number))
    if _is_settled(states):
        if not found:
            return states
        if (clean := _in_good_form(states[0], found, number, marks)) is not None:
            return [clean]
    states = _start_of_block(states, found, number, texts, marks)
    for mark in found:
        states = _pruned(step for state in states for step in _steps(state, mark, number, marks))
    return _end_of_block(states)


def _in_good_form(state: _State, found: list[Mark], block: int, marks: Marks) -> _State | None:
    """The reading at no cost, if the marks are plain pairs, one after the other: then nothing can be cheaper."""
    events: list[Event] = []
    for opener, closer in zip(found[::2], found[1::2], strict=False):
        if opener.opening or closer.closing or opener.is_foreign or not marks.is_own_pair(opener.glyph, closer.glyph):
            return None
        events.append(Event(None, block, closer.place, block, opener.place))
    return None if len(found) % 2 else state.step(0.0, (), *events)


def _start_of_block(states: list[_State], found: list[Mark], number: int, texts: Texts, marks: Marks) -> list[_State]:
    """Carry an open speech into the block, or give it up as unclosed in the block it was opened in."""
    result, apart = [], texts.is_apart(number)
    for state in states:
        if not state.stack:
            result.append(state)
            continue
        result.append(_given_up(state))
        if state.stack[-1].block < number and not texts.stands_alone(number):
            reopens = bool(found) and found[0].place == 0 and found[0].family == state.stack[0].family
            in_form = reopens and _ends_a_sentence(texts.block_text(number - 1))
            in_form = in_form or (not apart and not _ends_a_sentence(texts.block_text(number - 1)))
            if reopens and not marks.reopens and found[0].direction != "close":
                continue  # the language opens each speech once: the next mark opens another one
            price = CARRIED_IN_FORM if in_form else CARRIED_OVER_PARAGRAPH if apart else CARRIED_OVER_LINE
            result.append(state.step(price, state.stack))
    return _pruned(iter(result))


def _end_of_block(states: list[_State]) -> list[_State]:
    """Inner quotations end with their paragraph; only one level may run on."""
    return _pruned(_given_up(state, keep=1) if len(state.stack) > 1 else state for state in states)


def _final_cost(state: _State) -> float:
    return state.cost + UNPAIRED * len(state.stack)


def _given_up(state: _State, keep: int = 0) -> _State:
    lost = state.stack[keep:]
    events = [Event(FaultKind.UNCLOSED, opened.block, opened.mark.place) for opened in lost]
    return state.step(UNPAIRED * len(lost), state.stack[:keep], *events)


def _ends_a_sentence(text: str) -> bool:
    return text.rstrip(" ”’\"'»)]」』）")[-1:] in (".", "!", "?", "…", "。", "！", "？", "؟", "۔")


def _pruned(states: Iterator[_State]) -> list[_State]:
    """The cheapest state for each stack of families, without those that can no longer win.

    The cheapest one could give up its own open marks and take each closing mark that another state still hopes for as
    one that closes nothing; a state that costs more than that is out.
    """
    best: dict[tuple[str, ...], _State] = {}
    for state in states:
        key = tuple(opened.family for opened in state.stack)
        other = best.get(key)
        if other is None or state.cost < other.cost:
            best[key] = state
    ranked = sorted(best.values(), key=_cost)
    cheapest = ranked[0]
    bound = cheapest.cost + UNPAIRED * len(cheapest.stack)
    return [state for state in ranked[:BEAM] if state.cost <= bound + WORST_ORPHAN * len(state.stack)]


def _cost(state: _State) -> float:
    return state.cost


def _steps(state: _State, mark: Mark, block: int, marks: Marks) -> Iterator[_State]:
    if mark.apostrophe is not None:
        kind = FaultKind.TURNED_APOSTROPHE if mark.is_turned_apostrophe else None
        yield state.step(mark.apostrophe, state.stack, Event(kind, block, mark.place) if kind else None)
    if mark.measure is not None:
        yield state.step(mark.measure, state.stack)
    if mark.place == 0 and state.stack and state.stack[-1].block < block and state.stack[-1].family == mark.family:
        yield state.step(mark.opening, state.stack)  # the speech goes on and its paragraph opens with a mark again
        if mark.direction != "open" and state.stack[-1].block == block - 1:
            yield state.step(STRANDED, state.stack[:-1], Event(FaultKind.STRANDED, block, mark.place))
    yield from _openings(state, mark, block, marks)
    yield from _closings(state, mark, block, marks)
    if mark.repeats:
        yield state.step(DOUBLED, state.stack, Event(FaultKind.DOUBLED, block, mark.place))
    else:
        yield state.step(UNPAIRED + min(mark.closing, mark.alone), state.stack, Event(FaultKind.UNOPENED, block, mark.place))


def _openings(state: _State, mark: Mark, block: int, marks: Marks) -> Iterator[_State]:
    cost, turned = mark.opening, mark.direction == "close"
    if turned:
        cost += TURNED if mark.apostrophe is None else TURNED_SINGLE
    if mark.is_foreign:
        cost += FOREIGN
    opened = _Open(mark.family, block, mark, turned)
    stack = state.stack
    if not stack or stack[-1].family != mark.family:
        if len(stack) < MAX_DEPTH:
            yield state.step(cost, (*stack, opened))
        return
    nesting = marks.nesting_price(mark.family)
    if len(stack) < MAX_DEPTH and nesting is None:
        nested = Event(FaultKind.NESTED_SAME, block, mark.place, stack[-1].block, stack[-1].mark.place)
        yield state.step(cost + NESTED_SAME, (*stack, opened), nested)
    elif len(stack) < MAX_DEPTH and nesting is not None:
        yield state.step(cost + nesting, (*stack, opened))
    lost = Event(FaultKind.UNCLOSED, stack[-1].block, stack[-1].mark.place)
    yield state.step(cost + UNPAIRED, (*stack[:-1], opened), lost)


def _closings(state: _State, mark: Mark, block: int, marks: Marks) -> Iterator[_State]:
    for depth in range(len(state.stack) - 1, -1, -1):
        opened = state.stack[depth]
        if opened.family != mark.family and depth < len(state.stack) - 1:
            continue
        lost = _given_up(state, keep=depth + 1)
        cost, fault = _pair_cost(opened, mark, marks)
        if fault is FaultKind.TURNED and opened.block < block:
            cost += TURNED_LATER
        events = [Event(None, block, mark.place, opened.block, opened.mark.place, depth)]
        if fault is not None:
            events.append(Event(fault, block, mark.place, opened.block, opened.mark.place))
        yield lost.step(mark.closing + cost, state.stack[:depth], *events)
    if marks.closes_once and len(state.stack) > 1 and {opened.family for opened in state.stack[-2:]} == {mark.family}:
        both = enumerate(state.stack[-2:], len(state.stack) - 2)
        events = [Event(None, block, mark.place, opened.block, opened.mark.place, depth) for depth, opened in both]
        yield state.step(mark.closing + CLOSED_ONCE, state.stack[:-2], *events[::-1])


def _pair_cost(opened: _Open, mark: Mark, marks: Marks) -> tuple[float, FaultKind | None]:
    if opened.family != mark.family:
        return MIXED_LEVEL + (TURNED if mark.direction == "open" else 0), FaultKind.MIXED
    if marks.is_own_pair(opened.mark.glyph, mark.glyph):
        return 0.0, None
    if opened.mark.is_foreign and marks.is_foreign_pair(opened.mark.glyph, mark.glyph):
        return 0.0, FaultKind.FOREIGN
    if mark.direction == "open":
        return (PARTNER_TURNED if opened.turned else TURNED), FaultKind.TURNED
    if opened.turned and mark.direction == "close":
        return 0.0, FaultKind.TURNED
    return (FOREIGN, FaultKind.FOREIGN) if mark.is_foreign or opened.mark.is_foreign else (MIXED_STYLE, FaultKind.MIXED)
