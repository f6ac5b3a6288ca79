"""What the rules about full-width marks share: where they are at home, and how often a text departs from the rule."""

from __future__ import annotations

from itertools import islice

from ...core.record import Row

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    import regex

    from ...core.document import Passage
    from ...core.language import Language

    _Pattern = regex.Pattern[str]

LETTER = r"[\p{Han}\p{Hiragana}\p{Katakana}ー々〆〇]"
_HABIT = 0.5
"""Neighbouring blocks that depart from the rule at this share of their marks or more have a habit, and are told once."""
_MOST = 6
_GAP = 10
"""So many blocks, counted with those that have no marks, may stand between two that share a habit."""


class _Block(Row):
    """The number of a block, its places that depart from the rule, and how many marks keep it."""

    number: int
    places: list[tuple[int, int]]
    kept: int


def writes_wide(language: Language) -> bool:
    """True if the marks of the language are full-width."""
    return bool(language.value("mechanics", "full_width", False))


def departures(passage: Passage, rule: str, wrong: _Pattern, right: _Pattern, home: _Pattern) -> Iterator[list[tuple[int, int]]]:
    """Places of the document that depart from a rule, those of one block together, or of neighbours where it is a habit.

    Blocks without ``home`` are left alone. After some of them the last ones are told together.
    """
    groups = _groups(passage, rule, wrong, right, home)
    yield from islice(groups, _MOST - 1)
    rest = [place for group in groups for place in group]
    if rest:
        yield rest


def _groups(passage: Passage, rule: str, wrong: _Pattern, right: _Pattern, home: _Pattern) -> Iterator[list[tuple[int, int]]]:
    group: list[tuple[int, int]] = []
    departed = kept = last = 0
    for block in _blocks(passage, rule, wrong, right, home):
        departs, keeps = departed + len(block.places), kept + block.kept
        if group and (block.number - last > _GAP or departs < _HABIT * (departs + keeps)):
            yield group
            group, departs, keeps = [], len(block.places), block.kept
        group.extend(block.places)
        departed, kept, last = departs, keeps, block.number
    if group:
        yield group


def _blocks(passage: Passage, rule: str, wrong: _Pattern, right: _Pattern, home: _Pattern) -> Iterator[_Block]:
    """The blocks that depart from the rule; marks of blocks between count for the next one."""
    kept = 0
    for block in passage.document.candidates(rule):
        kept += sum(1 for _ in right.finditer(block.text))
        places = [(block.start + match.start(), block.start + match.end()) for match in wrong.finditer(block.text)]
        if places and home.search(block.text):
            yield _Block(block.number or 0, places, kept)
            kept = 0
