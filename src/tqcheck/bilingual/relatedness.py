"""Relatedness: how probable it is that one text translates another.

The weights are those of a logistic regression, in logits per unit of `Signs.features`; a positive one speaks for texts that have
nothing to do with each other. They were fitted on right translations and on translations of other sentences, out of Chinese,
German, Hindi, Japanese, Polish and Russian (benchmarks/lexicon/relatedness.py), each language being judged by the others.
"""

from __future__ import annotations

from math import exp

from ..core.language import primary
from ..lang import load
from .lexicon.terms import terms
from .signs import LEAST_TERMS, signs

BIAS = -6.17
WEIGHTS = (-5.32, -6.05, -1.62, -4.33, 2.13, 1.25, -1.64, 1.91, -0.76, 3.50, -3.11, 1.82, 2.86, -2.13, 2.97, 5.73)
UNRELATED = 2.3
"""Log-odds from which a text is called no translation of its partner: no right translation that the weights were tried on in news,
and fewer than one in a hundred of reviews and chat, lies above."""
UNKNOWN = 0.5
"""What is said of texts of which nothing is known."""


def strangeness(text: str, partner: str, language: str) -> float | None:
    """The log-odds that an English text is no translation of its partner in another language; None if there is little to go by."""
    found = signs(text, partner, language)
    return None if found is None else BIAS + sum(weight * value for weight, value in zip(WEIGHTS, found.features(), strict=True))


def is_unrelated(text: str, partner: str, language: str) -> bool:
    """True if an English text is called no translation of its partner: then it is of no use to say what names it lacks."""
    odds = strangeness(text, partner, language)
    return odds is not None and odds > UNRELATED


def relatedness(text: str, partner: str, language: str, partner_language: str) -> float:
    """How probable it is, from 0 to 1, that one of two texts translates the other, or says the same in the same language.

    ``language`` and ``partner_language`` are BCP 47 codes. `UNKNOWN` if neither is English, or where there is little to go by.
    """
    own, other = primary(language), primary(partner_language)
    if own == other:
        return _overlap(text, partner, own)
    if other == "en":
        text, partner, own, other = partner, text, other, own
    odds = strangeness(text, partner, other) if own == "en" else None
    return UNKNOWN if odds is None else 1 / (1 + exp(max(-50.0, min(50.0, odds))))


def _overlap(text: str, partner: str, language: str) -> float:
    """The share of the terms of the shorter text that the longer one has; function words do not count."""
    function_words = load(language).function_words
    own, other = ({term for term in terms(each) if term not in function_words} for each in (text, partner))
    least = min(len(own), len(other))
    return len(own & other) / least if least >= LEAST_TERMS else UNKNOWN
