"""``tqcheck rules`` and ``tqcheck explain``: what there is, and one rule with its examples."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from ..errors import SettingsError, unknown
from .output import display, print_lines
from .parsing import add_format_option, parser_for

CLEAN = 0


def list_rules(argv: Sequence[str]) -> int:
    """List all rules."""
    options = parser_for("rules", "List all rules by family.")
    add_format_option(options)
    chosen = options.parsed(argv)
    from ..reporters.catalogue import rules_as_json, rules_as_text
    from ..rules import all_rules

    if chosen.output_format == "json":
        sys.stdout.write(rules_as_json(all_rules()))
    else:
        print_lines(rules_as_text(all_rules(), display(sys.stdout)))
    return CLEAN


def explain(argv: Sequence[str]) -> int:
    """Explain one rule."""
    options = parser_for("explain", "Explain one rule, with examples; the places it finds are ⟦marked⟧.")
    options.add_argument("rule", metavar="RULE", nargs="?", help="the name of a rule, as tqcheck rules lists it")
    name = options.parsed(argv).rule
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
