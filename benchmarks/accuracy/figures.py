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


def reliability_svg(rows: Iterable[tuple[float, float, int]]) -> str:
    """A reliability plot: claimed against confirmed, a circle for each bin, as large as it has findings; the line is honesty."""
    size, edge = 320, 40
    circles = "".join(
        f'<circle cx="{edge + claimed * size:.0f}" cy="{edge + (1 - true) * size:.0f}" r="{3 + sqrt(count):.1f}" fill="#4063d8" '
        f'fill-opacity="0.6"><title>claimed {claimed:.2f}, confirmed {true:.2f}, {count} findings</title></circle>'
        for claimed, true, count in rows
    )
    ticks = "".join(
        f'<text x="{edge + at * size:.0f}" y="{edge + size + 18}" text-anchor="middle">{at:g}</text>'
        f'<text x="{edge - 8}" y="{edge + (1 - at) * size + 4:.0f}" text-anchor="end">{at:g}</text>'
        for at in (0, 0.5, 1)
    )
    whole = size + 2 * edge
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {whole} {whole}" width="{whole}" height="{whole}" '
        f'font-family="sans-serif" font-size="12" fill="#666"><rect x="{edge}" y="{edge}" width="{size}" height="{size}" fill="none" '
        f'stroke="#999"/><line x1="{edge}" y1="{edge + size}" x2="{edge + size}" y2="{edge}" stroke="#999" stroke-dasharray="4"/>'
        f'{circles}{ticks}<text x="{whole / 2:.0f}" y="{whole - 6}" text-anchor="middle">claimed</text>'
        f'<text x="14" y="{whole / 2:.0f}" text-anchor="middle" transform="rotate(-90 14 {whole / 2:.0f})">confirmed</text></svg>\n'
    )


def table(header: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """A Markdown table; the first column is text, the others are numbers."""
    lines = ["| " + " | ".join(header) + " |", "|---|" + "---:|" * (len(header) - 1)]
    lines += ["| " + " | ".join(str(cell) for cell in row) + " |" for row in rows]
    return "\n".join(lines)


def share(hits: int, total: int) -> str:
    """``0.93 (14/15)``, or a dash where nothing was counted."""
    return f"{hits / total:.2f} ({hits}/{total})" if total else "–"
