"""``tqcheck explain``: one rule with its examples."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from ..errors import SettingsError, unknown
from .output import display, print_lines
from .parsing import Parser, parser_for

CLEAN = 0
_NOTES = """\
RULE is a name as tqcheck rules lists it. In the examples the places that the
rule finds are ⟦marked⟧.

example: tqcheck explain unclosed-quote
"""


def parser() -> Parser:
    """The options of the command."""
    options = parser_for("explain", "Explain one rule: what it finds, why, when it errs, with examples.", _NOTES, words="RULE")
    options.add_argument("rule", metavar="RULE", nargs="?", help="the name of a rule, as tqcheck rules lists it")
    return options


def run(argv: Sequence[str]) -> int:
    """Explain one rule."""
    name = parser().parsed(argv).rule
    if not name:
        raise SettingsError("no rule given; tqcheck rules lists them")
    from ..reporters.catalogue import explanation
    from ..rules import all_rules, families

    if name in families():
        members = ", ".join(each for each, rule in all_rules().items() if rule.family == name)
        raise SettingsError(f"{name!r} is a family; its rules are {members}")
    if name not in all_rules():
        raise unknown("rule", name, all_rules())
    print_lines(explanation(all_rules()[name], display(sys.stdout)))
    return CLEAN
