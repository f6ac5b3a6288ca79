"""Statistics and tables."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from math import sqrt

Z_95 = 1.959964


def wilson(hits: int, total: int) -> tuple[float, float]:
    """The 95 % Wilson score interval of a share (Wilson 1927)."""
    if total == 0:
        return 0.0, 1.0
    share = hits / total
    centre = share + Z_95**2 / (2 * total)
    reach = Z_95 * sqrt(share * (1 - share) / total + Z_95**2 / (4 * total**2))
    scale = 1 + Z_95**2 / total
    return (centre - reach) / scale, (centre + reach) / scale


def calibration_error(pairs: Iterable[tuple[float, bool]], bins: int = 10) -> float:
    """Expected calibration error: the mean distance of claim and truth over bins of equal width, weighted by size."""
    rows = reliability(pairs, bins)
    total = sum(count for _, _, count in rows)
    return sum(abs(claimed - true) * count for claimed, true, count in rows) / max(total, 1)


def reliability(pairs: Iterable[tuple[float, bool]], bins: int = 10) -> list[tuple[float, float, int]]:
    """For each bin of scores that holds any: mean score, share confirmed, count."""
    groups: dict[int, list[tuple[float, bool]]] = {}
    for score, confirmed in pairs:
        groups.setdefault(min(int(score * bins), bins - 1), []).append((score, confirmed))
    return [
        (sum(score for score, _ in group) / len(group), sum(confirmed for _, confirmed in group) / len(group), len(group))
        for _, group in sorted(groups.items())
    ]


def table(header: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """A Markdown table; the first column is text, the others are numbers."""
    lines = ["| " + " | ".join(header) + " |", "|---|" + "---:|" * (len(header) - 1)]
    lines += ["| " + " | ".join(str(cell) for cell in row) + " |" for row in rows]
    return "\n".join(lines)


def share(hits: int, total: int) -> str:
    """``0.93 (14/15)``, or a dash where nothing was counted."""
    return f"{hits / total:.2f} ({hits}/{total})" if total else "–"
