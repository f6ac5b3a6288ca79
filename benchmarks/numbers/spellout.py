"""Spells numbers by CLDR's rule-based number formats (RBNF, UTS 35 part 3), with every variant that a plural rule may choose."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from itertools import product
from typing import NamedTuple

_PIECE = re.compile(r"\$\([^$]*\)\$|→→→|←[^←]*←|→[^→]*→|=[^=]*=|[^$←→=]+|.")
_CASE = re.compile(r"\w+\{([^}]*)\}")
_OPTIONAL = re.compile(r"\[([^\]]*)\]")
_DEEPEST = 12


class _Rule(NamedTuple):
    first: int
    divisor: int
    text: str


class NotSpelledError(Exception):
    """The rules write this number in digits."""


class Spellout:
    """The rule sets of one language: ``rules`` maps a name (``%spellout-cardinal``) to pairs of a descriptor and a text."""

    def __init__(self, rules: Mapping[str, Sequence[Sequence[str]]]) -> None:
        self._sets = {name: _rules(pairs) for name, pairs in rules.items() if name.startswith("%")}

    @property
    def public(self) -> list[str]:
        """The names of the rule sets that are made for readers."""
        return [name for name in self._sets if not name.startswith("%%") and "spellout" in name]

    def spell(self, number: int, name: str) -> set[str]:
        """How a rule set spells a whole number from 0; empty if it would write digits."""
        try:
            return {text.replace("\u00ad", "").strip() for text in self._spell(number, name, _DEEPEST)}
        except NotSpelledError:
            return set()

    def _spell(self, number: int, name: str, depth: int) -> Iterable[str]:
        rules = self._sets.get(name)
        place = max((at for at, rule in enumerate(rules or ()) if rule.first <= number), default=None)
        if not rules or place is None or not depth:
            raise NotSpelledError
        rule = rules[place]
        if (
            place
            and "←" in rule.text
            and "→" in rule.text
            and "[" not in rule.text
            and number % rule.divisor == 0
            and rule.first % rule.divisor
        ):
            place -= 1
            rule = rules[place]
        shown = r"\1" if number % rule.divisor else ""
        text = _OPTIONAL.sub(shown, rule.text)
        pieces = [self._piece(piece, number, rule, name, depth) for piece in _PIECE.findall(text)]
        return ["".join(choice) for choice in product(*pieces)][:64]

    def _piece(self, piece: str, number: int, rule: _Rule, name: str, depth: int) -> Iterable[str]:
        if piece.startswith("$("):
            return list(_CASE.findall(piece))
        if piece[0] not in "←→=" or len(piece) < 2:
            return [piece]
        inner = piece.strip("←→=")
        if inner.startswith(("#", "0")):
            raise NotSpelledError
        part = {"←": number // rule.divisor, "→": number % rule.divisor, "=": number}[piece[0]]
        return self._spell(part, inner or name, depth - 1)


def _rules(pairs: Sequence[Sequence[str]]) -> list[_Rule]:
    found = []
    for descriptor, text in pairs:
        match = re.fullmatch(r"([\d,]+)(?:/(\d+))?(>*)", descriptor)
        if match is None:
            continue
        first, radix = int(match[1].replace(",", "")), int(match[2] or 10)
        power = 0
        while radix > 1 and radix ** (power + 1) <= first:
            power += 1
        divisor = radix ** max(power - len(match[3]), 0)
        found.append(_Rule(first, divisor, text.removesuffix(";").lstrip("'") if text.startswith("'") else text.removesuffix(";")))
    return found
