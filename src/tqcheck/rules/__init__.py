"""The rules: a folder for each family, a file for each rule. Finding them needs no list."""

from __future__ import annotations

import pkgutil
from collections.abc import Iterator, Mapping
from functools import cache
from importlib import import_module

from ..core.rule import Rule


@cache
def all_rules() -> Mapping[str, type[Rule]]:
    """Every built-in rule class by its name, in the order of families and names."""
    found = {rule.name: rule for family in _submodules(__name__) for rule in _rules_of(family)}
    return dict(sorted(found.items(), key=lambda item: (item[1].family, item[0])))


def families() -> tuple[str, ...]:
    """The names of the families, sorted."""
    return tuple(sorted({rule.family for rule in all_rules().values()}))


def _rules_of(family: str) -> Iterator[type[Rule]]:
    for name in _submodules(family):
        module = import_module(name)
        for thing in vars(module).values():
            if isinstance(thing, type) and issubclass(thing, Rule) and thing.__module__ == name:
                yield thing


def _submodules(package: str) -> Iterator[str]:
    module = import_module(package)
    for info in pkgutil.iter_modules(module.__path__):
        if not info.name.startswith("_"):
            yield f"{package}.{info.name}"
