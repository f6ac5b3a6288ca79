"""The rules: a folder for each family, a file for each rule. Finding them needs no list.

The module of a rule is imported when the rule first has something to look at; what must be known before that is prepared
when the package is built (`tqcheck.prepare`).
"""

from __future__ import annotations

import os
from functools import cache, cached_property
from importlib import import_module

from ..core.alignment import Partner
from ..core.rule import Rule, Scope, Stage, triggers_of
from ..prepared import checksum, prepared

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from typing import Any

    from ..core.document import Passage
    from ..core.finding import Finding
    from ..core.triggers import Trigger

_FOLDER = os.path.dirname(os.path.abspath(__file__))


class ListedRule:
    """A rule that is known, but whose module is imported only when it has to check something."""

    def __init__(
        self, name: str, family: str, scope: str, stage: str, languages: Sequence[str], needs: Sequence[str], triggers: Sequence[Trigger]
    ) -> None:
        self.name = name
        self.family = family
        self.scope = Scope(scope)
        self.stage = Stage(stage)
        self.languages = languages
        self.needs = frozenset(map(Partner, needs))
        self.triggers = triggers

    @cached_property
    def rule(self) -> Rule:
        """The rule itself."""
        return _rule_in(f"{__name__}.{self.family}.{self.name.replace('-', '_')}")()

    def check(self, passage: Passage) -> Iterator[Finding]:
        """The findings of the rule in the passage."""
        return self.rule.check(passage)


@cache
def listed_rules() -> Mapping[str, ListedRule]:
    """Every built-in rule by its name, in the order of families and names."""
    rows: list[tuple[Any, ...]] = prepared("rules", _sources()) or _rows()
    return {row[0]: ListedRule(*row) for row in rows}


@cache
def all_rules() -> Mapping[str, type[Rule]]:
    """Every built-in rule class by its name, in the order of families and names; imports all of them."""
    found = {rule.name: rule for rule in map(_rule_in, _modules())}
    return dict(sorted(found.items(), key=lambda item: (item[1].family, item[0])))


def families() -> tuple[str, ...]:
    """The names of the families, sorted."""
    return tuple(sorted({rule.family for rule in listed_rules().values()}))


def to_prepare() -> tuple[str, int, list[tuple[Any, ...]]]:
    """What is to be known of each rule before it is imported, for `tqcheck.prepare`."""
    return "rules", _sources(), _rows()


def _rows() -> list[tuple[Any, ...]]:
    return [
        (rule.name, rule.family, rule.scope.value, rule.stage.value, tuple(rule.languages), _needs(rule), tuple(triggers_of(rule)))
        for rule in all_rules().values()
    ]


def _needs(rule: type[Rule]) -> tuple[str, ...]:
    return tuple(sorted(partner.value for partner in rule.needs))


def _sources() -> int:
    """A checksum of the names and sizes of all files that hold rules."""
    return checksum(f"{folder}/{entry.name} {entry.stat().st_size}".encode() for folder, entry in _files())


def _files() -> Iterator[tuple[str, os.DirEntry[str]]]:
    for folder in sorted(os.listdir(_FOLDER)):
        if "." not in folder and not folder.startswith("_"):
            with os.scandir(os.path.join(_FOLDER, folder)) as entries:
                yield from ((folder, entry) for entry in sorted(entries, key=lambda entry: entry.name) if entry.name.endswith(".py"))


def _modules() -> Iterator[str]:
    return (f"{__name__}.{folder}.{entry.name[:-3]}" for folder, entry in _files() if not entry.name.startswith("_"))


def _rule_in(name: str) -> type[Rule]:
    module = import_module(name)
    (rule,) = (thing for thing in vars(module).values() if isinstance(thing, type) and issubclass(thing, Rule) and thing.__module__ == name)
    return rule
