"""Fixing: repairs made in a text, round by round, until none is left.

In each round the surest findings come first; a repair that meets one of a surer finding waits for the next round, in
which the text is checked again. A repair is made whole or not at all, and changes only what its edits name.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from ..checker import Checker
from ..core.finding import Safety
from .changes import Change
from .choice import Closed, Look, choice
from .history import Fixed, History, Repair

__all__ = ["MAX_ROUNDS", "Change", "Closed", "Fixed", "Look", "Repair", "fix", "repaired"]

MAX_ROUNDS = 5
RESTLESS = f"the repairs of this text do not come to rest in {MAX_ROUNDS} rounds"


def fix(text: str, *, unsafe: bool = False, **options: Any) -> Fixed:
    """Repair one text: what no reviser would object to, and with ``unsafe`` also what somebody should look at first.

    ``options`` are those of `tqcheck.Checker`, with the same errors. Repairs that are only hints are never made.
    """
    checker = Checker(**options)
    return repaired(text, lambda current: Look(checker.check(current).findings), unsafe=unsafe)


def repaired(text: str, look: Callable[[str], Look], *, unsafe: bool = False) -> Fixed:
    """The text repaired in rounds; ``look`` says what there is to repair in the text as it is after each.

    A text whose repairs do not come to rest within `MAX_ROUNDS` stays as it was, so that a second run would change
    nothing either; all its repairs are dropped then.
    """
    safeties = (Safety.SAFE, Safety.UNSAFE) if unsafe else (Safety.SAFE,)
    history = History(text)
    found = first = look(text)
    made, dropped = choice(found, text, safeties)
    while made and history.rounds < MAX_ROUNDS:
        history.add(made, dropped)
        found = look(history.text)
        made, dropped = choice(found, history.text, safeties)
    if not made:
        return history.fixed(dropped, found.findings)
    made, dropped = choice(first, text, safeties)
    return History(text).fixed([(finding, RESTLESS) for finding in (*made, *(finding for finding, _ in dropped))], first.findings)
