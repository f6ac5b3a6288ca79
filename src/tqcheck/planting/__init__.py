"""Plant artifacts into clean text, with exact gold places: a benchmark that anyone can run.

>>> from tqcheck.planting import inject
>>> planted = inject("The harbour of the old town was closed for a week.", rules=["doubled-word"], seed=3)
>>> [plant.rule for plant in planted.gold]
['doubled-word']
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from random import Random

from .. import lang
from ..core.document import Document, Passage
from ..core.language import primary
from ..errors import SettingsError, unknown
from ..rules import listed_rules
from . import consistency, insertions, leftovers, mechanics, quotes, repetition, truncation
from .fault import Fault, Planter

PLANTERS: Mapping[str, Mapping[str, Planter]] = {
    "quotes": quotes.PLANTERS,
    "repetition": repetition.PLANTERS,
    "insertions": insertions.PLANTERS,
    "mechanics": mechanics.PLANTERS,
    "truncation": truncation.PLANTERS,
    "leftovers": leftovers.PLANTERS,
    "consistency": consistency.PLANTERS,
}
"""By family, then by the rule that ought to find the fault."""
TRIES = 8


@dataclass(frozen=True, slots=True)
class Plant:
    """A planted fault: code points ``start``–``end`` of the planted text, and the rule and family that ought to find it."""

    start: int
    end: int
    rule: str
    family: str


@dataclass(frozen=True, slots=True)
class Planted:
    """A text with planted faults, ``gold`` ordered by place."""

    text: str
    gold: tuple[Plant, ...]


def inject(
    text: str,
    *,
    language: str = "en",
    rules: Iterable[str] = (),
    share: float = 1.0,
    seed: int = 0,
) -> Planted:
    """Plant at most one fault into each block of a clean text.

    ``rules`` names rules or families whose faults are planted, all if empty; ``share`` (0 to 1) is the share of blocks
    that get one. The same arguments give the same result. A block that can hold none of the chosen faults stays as it
    is. Raises `SettingsError` for an unknown rule or a share outside 0 to 1.
    """
    if not 0 <= share <= 1:
        raise SettingsError(f"share is a number from 0 to 1, not {share}")
    planters = list(_chosen(tuple(rules), language))
    document = Document.from_text(text, lang.load(language))
    random = Random(seed)
    pieces, gold, done, length = [], [], 0, 0
    for passage in document.passages:
        fault = _fault(passage, planters, random) if random.random() < share else None
        if fault is None:
            continue
        rule, family, change = fault
        start = document.original(passage.start + change.start)
        piece = text[done:start] + change.text
        base = length + start - done - change.start
        gold.append(Plant(base + change.gold_start, base + change.gold_end, rule, family))
        pieces.append(piece)
        length += len(piece)
        done = document.original(passage.start + change.end)
    pieces.append(text[done:])
    return Planted("".join(pieces), tuple(gold))


def _chosen(names: tuple[str, ...], language: str) -> Iterator[tuple[str, str, Planter]]:
    known = {rule for planters in PLANTERS.values() for rule in planters} | set(PLANTERS)
    for name in names:
        if name not in known:
            raise unknown("fault to plant", name, known)
    for family, planters in PLANTERS.items():
        for rule, planter in planters.items():
            if (not names or rule in names or family in names) and _is_made_for(rule, language):
                yield rule, family, planter


def _is_made_for(rule: str, language: str) -> bool:
    """True if the rule that ought to find the fault looks at texts in the language."""
    made_for = listed_rules()[rule].languages
    return "*" in made_for or language in made_for or primary(language) in made_for


def _fault(passage: Passage, planters: list[tuple[str, str, Planter]], random: Random) -> tuple[str, str, Fault] | None:
    for rule, family, planter in random.sample(planters, min(TRIES, len(planters))):
        fault = planter(passage, random)
        if fault is not None:
            return rule, family, fault
    return None
