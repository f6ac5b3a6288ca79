"""Keep: which documents are kept, said in a small language of comparisons, such as ``penalty < 5 and language == "en"``."""

from __future__ import annotations

import ast
import operator
from collections.abc import Callable
from typing import Any

from ..errors import SettingsError, quoted, unknown
from ..report import Report
from ..rules import families, listed_rules

_FIGURES: dict[str, Callable[[Report], Any]] = {
    "words": lambda report: report.words,
    "findings": lambda report: len(report.findings),
    "score": lambda report: report.score.value,
    "penalty": lambda report: report.score.penalty_per_1000_words,
    "language": lambda report: report.language,
}
_COMPARE: dict[type[ast.cmpop], Callable[[Any, Any], bool]] = {
    ast.Lt: operator.lt,
    ast.LtE: operator.le,
    ast.Gt: operator.gt,
    ast.GtE: operator.ge,
    ast.Eq: operator.eq,
    ast.NotEq: operator.ne,
}
_MOST_LETTERS = 1000


class Keep:
    """A condition on a report; true means that the document is kept.

    It compares (``< <= > >= == !=``) numbers, texts in quotation marks and these names, joined by ``and``, ``or``, ``not`` and brackets:
    ``words``, ``findings``, ``score`` (0 to 100), ``penalty`` (per 1000 words), ``language``, each family of rules and each rule (with
    ``_`` for its hyphens) for the number of its findings. Raises `SettingsError` for anything else.
    """

    def __init__(self, condition: str) -> None:
        self.condition = condition
        if len(condition) > _MOST_LETTERS:
            raise SettingsError(f"a condition has at most {_MOST_LETTERS:,} characters")
        try:
            tree = ast.parse(condition.strip(), mode="eval").body
        except (SyntaxError, ValueError, RecursionError, MemoryError):
            raise SettingsError(f"{quoted(condition)} is no condition; one looks like penalty < 5 and words > 20") from None
        self._holds = _condition(tree)

    def __reduce__(self) -> tuple[Any, ...]:
        return Keep, (self.condition,)

    def __call__(self, report: Report) -> bool:
        """True if the document is kept."""
        return bool(self._holds(report))


def _condition(node: ast.expr) -> Callable[[Report], bool]:
    if isinstance(node, ast.BoolOp):
        parts = [_condition(value) for value in node.values]
        every = all if isinstance(node.op, ast.And) else any
        return lambda report: every(part(report) for part in parts)
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not):
        inner = _condition(node.operand)
        return lambda report: not inner(report)
    if isinstance(node, ast.Compare) and all(type(each) in _COMPARE for each in node.ops):
        return _comparison(node)
    raise SettingsError(f"{quoted(ast.unparse(node))} is no comparison; one looks like penalty < 5")


def _comparison(node: ast.Compare) -> Callable[[Report], bool]:
    values = [_value(each) for each in (node.left, *node.comparators)]
    if len({kind for kind, _ in values}) > 1:
        raise SettingsError(f"{quoted(ast.unparse(node))} compares a number with a text")
    compares = [_COMPARE[type(each)] for each in node.ops]
    gets = [get for _, get in values]
    return lambda report: all(
        compare(one(report), other(report)) for compare, one, other in zip(compares, gets[:-1], gets[1:], strict=True)
    )


def _value(node: ast.expr) -> tuple[type, Callable[[Report], Any]]:
    """Whether it is a number or a text, and how to get it from a report."""
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.USub) and isinstance(node.operand, ast.Constant):
        node = ast.Constant(-node.operand.value if isinstance(node.operand.value, int | float) else None)
    if isinstance(node, ast.Constant) and isinstance(node.value, int | float | str) and not isinstance(node.value, bool):
        constant = node.value
        return (str if isinstance(constant, str) else float), lambda _: constant
    if isinstance(node, ast.Name):
        return _figure(node.id)
    raise SettingsError(f"{quoted(ast.unparse(node))} is no number, text or name")


def _figure(name: str) -> tuple[type, Callable[[Report], Any]]:
    if name in _FIGURES:
        return (str if name == "language" else float), _FIGURES[name]
    if name in families():
        return float, lambda report: report.score.by_family.get(name, 0)
    rule = name.replace("_", "-")
    if rule in listed_rules():
        return float, lambda report: sum(finding.rule == rule for finding in report.findings)
    raise unknown("figure", name, [*_FIGURES, *families(), *(each.replace("-", "_") for each in listed_rules())])
