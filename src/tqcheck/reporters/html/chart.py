"""A strip chart: the penalty of each paragraph as a bar, in a picture that is part of the page."""

from __future__ import annotations

from collections.abc import Sequence

MOST_BARS = 240
_HEIGHT = 48


def strip(penalties: Sequence[float]) -> str:
    """The chart of the penalties by paragraph, several to a bar if there are many; each bar is a link to its first paragraph.

    Empty if there is nothing to show.
    """
    if not any(penalties):
        return ""
    size = -(-len(penalties) // MOST_BARS)
    bars = [(first, max(penalties[first : first + size])) for first in range(0, len(penalties), size)]
    most = max(height for _, height in bars)
    parts = []
    for number, (first, height) in enumerate(bars):
        tall = round(_HEIGHT * height / most, 1) if height else 1
        name = f"paragraph {first + 1}" if size == 1 else f"paragraphs {first + 1} to {min(first + size, len(penalties))}"
        kind = "bar" if height else "bar none"
        rect = f'<rect class="{kind}" x="{number * 4}" y="{_HEIGHT - tall}" width="3" height="{tall}"/>'
        hit = f'<rect class="hit" x="{number * 4}" y="0" width="4" height="{_HEIGHT}"/>'
        title = f"<title>{name}: penalty {height:.2f}</title>"
        parts.append(f'<a href="#p{first}" tabindex="-1">{title}{rect}{hit}</a>' if height else rect)
    label = (
        f"Penalty by paragraph: the highest is {most:.2f}, {sum(1 for each in penalties if each)} of {len(penalties)} paragraphs have one"
    )
    return (
        f'<svg class="strip" width="{16 * len(bars)}" role="img" aria-label="{label}" '
        f'viewBox="0 0 {4 * len(bars)} {_HEIGHT}" preserveAspectRatio="none">'
        f"{''.join(parts)}</svg>"
    )
