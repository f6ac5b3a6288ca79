"""A badge for a README: the score in a small picture, SVG without anything that moves or is fetched."""

from __future__ import annotations

from html import escape

from ..scoring import Score

_WIDE = frozenset("mwMW@%—")
_COLOURS = ((95.0, "#1b6e2d"), (85.0, "#7a5c00"), (0.0, "#a3261e"))
"""From this score on, this colour: white letters on each have a contrast of at least 4.5 to 1 (WCAG 2.2, level AA)."""


def badge(score: Score, *, label: str = "tqcheck") -> str:
    """The badge of a score."""
    value = f"{score.value:g} of 100"
    colour = next(colour for least, colour in _COLOURS if score.value >= least)
    left, right = _width(label), _width(value)
    title = escape(f"{label}: {value}")
    texts = ((left / 2, label), (left + right / 2, value))
    words = "".join(f'<text x="{middle:g}" y="14">{escape(text)}</text>' for middle, text in texts)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{left + right}" height="20" role="img" aria-label="{title}"><title>{title}</title>'
        f'<clipPath id="r"><rect width="{left + right}" height="20" rx="3"/></clipPath><g clip-path="url(#r)">'
        f'<rect width="{left}" height="20" fill="#444"/><rect x="{left}" width="{right}" height="20" fill="{colour}"/></g>'
        f'<g fill="#fff" text-anchor="middle" font-family="Verdana,DejaVu Sans,sans-serif" font-size="11">{words}</g></svg>\n'
    )


def _width(text: str) -> int:
    return 14 + sum(10 if letter in _WIDE else 7 for letter in text)
