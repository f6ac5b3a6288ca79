"""``tqcheck rules``: the list of all rules."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from .output import display, print_lines
from .parsing import Parser, add_format_option, parser_for

CLEAN = 0
_NOTES = """\
examples:
  tqcheck rules
  tqcheck rules --output-format json
"""


def parser() -> Parser:
    """The options of the command."""
    options = parser_for("rules", "List all rules by family, with severity, repair and summary.", _NOTES, words="")
    add_format_option(options)
    return options


def run(argv: Sequence[str]) -> int:
    """List all rules."""
    chosen = parser().parsed(argv)
    from ..reporters.catalogue import rules_as_json, rules_as_text
    from ..rules import all_rules

    if chosen.output_format == "json":
        sys.stdout.write(rules_as_json(all_rules()))
    else:
        print_lines(rules_as_text(all_rules(), display(sys.stdout)))
    return CLEAN
