"""A rule as SARIF describes it: its summary, and its docstring as help."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ..core.finding import Severity
from ..core.rule import Rule
from ..rules import all_rules
from .catalogue import headed, paragraphs
from .markdown import prose

HELP_URI = "urn:tqcheck:rule:"
"""A name for the help of a rule rather than an address: the help itself is in the log, so that nothing has to be fetched."""


def descriptor(name: str, levels: Mapping[Severity, str]) -> dict[str, Any]:
    """The reporting descriptor of a rule; of one that this installation does not know, its name alone."""
    rule = all_rules().get(name)
    if rule is None:
        return {"id": name}
    title = {} if rule.__name__.lower() == name else {"name": rule.__name__}  # a name may not repeat the id
    return {
        "id": name,
        **title,
        "shortDescription": {"text": rule.summary},
        "fullDescription": {"text": next(iter(paragraphs(rule)), rule.summary)},
        "help": {"text": _help(rule), "markdown": _help_in_markdown(rule)},
        "helpUri": f"{HELP_URI}{name}",
        "defaultConfiguration": {"level": levels[rule.severity]},
        "properties": {"tags": [rule.family], "severity": rule.severity.value},
    }


def _help(rule: type[Rule]) -> str:
    return "\n\n".join([rule.summary, *paragraphs(rule), _more(rule)])


def _help_in_markdown(rule: type[Rule]) -> str:
    parts = [f"**{heading}**{prose(rest)}" if heading else prose(rest) for heading, rest in map(headed, paragraphs(rule))]
    return "\n\n".join([prose(rule.summary), *parts, _more(rule)])


def _more(rule: type[Rule]) -> str:
    return f"tqcheck explain {rule.name} shows it with examples."
