"""Two translations side by side, for people and for programs."""

from __future__ import annotations

from .._version import __version__
from .json import written

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..comparing import Comparison
    from ..metrics.significance import Difference, Side
    from .display import Display

CONTRACT = 1
"""The version of the JSON object of docs/compare.md."""
SIGNIFICANT = 0.05
_METHODS = {"bootstrap": "paired bootstrap resampling", "randomisation": "approximate randomisation"}


def comparison_as_json(comparison: Comparison) -> str:
    """The comparison as one JSON object."""
    return written({"version": CONTRACT, "tqcheck": __version__, **comparison.to_dict()})


def comparison_as_text(comparison: Comparison, display: Display) -> Iterator[str]:
    """The lines that people read: the figures with 95 % intervals, the findings, what it comes to, and how it was done."""
    yield f"A: {display.plain(comparison.a)}"
    yield f"B: {display.plain(comparison.b)}"
    yield display.plain(f"reference: {comparison.reference} ({comparison.stretches:,} stretches, {comparison.language})")
    yield ""
    yield display.paint(f"{'':24}{'A':>24}{'B':>24}{'B − A':>9}{'p':>8}", "bold")
    for row in comparison.differences:
        line = f"{row.name:24}{_side(row.a):>24}{_side(row.b):>24}{row.b.value - row.a.value:>+9.2f}{row.p_value:>8.3f}"
        yield display.paint(line, "bold") if row.p_value < SIGNIFICANT else line
    for family, (a, b) in comparison.families.items():
        yield f"{f'findings: {family}':24}{a:>24}{b:>24}{b - a:>+9}"
    yield ""
    yield from _verdict(comparison)
    method = comparison.resampling
    yield display.paint(f"{_METHODS[method.name]}, {method.samples:,} samples, seed {method.seed}; in brackets 95 % intervals", "faint")
    for row in comparison.differences:
        yield display.paint(display.plain(f"{row.name}: {row.signature}"), "faint")


def _side(side: Side) -> str:
    return f"{side.value:.2f} ({side.low:.2f}–{side.high:.2f})"


def _verdict(comparison: Comparison) -> Iterator[str]:
    """Who is better by what, with a difference that is hardly chance."""
    clear = [row for row in comparison.differences if row.p_value < SIGNIFICANT and row.a.value != row.b.value]
    for name in ("A", "B"):
        better = [row.name for row in clear if _better(row) == name]
        if better:
            yield f"{name} is better by {_listed(better)} (p < {SIGNIFICANT:g})."
    others = [row.name for row in comparison.differences if row not in clear]
    if others:
        yield f"No clear difference by {_listed(others)}."


def _better(row: Difference) -> str:
    return "B" if (row.b.value > row.a.value) == row.higher_is_better else "A"


def _listed(names: list[str]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"
