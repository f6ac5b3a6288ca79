"""The rule split-number."""

from __future__ import annotations

from collections.abc import Iterator

from ...core.alignment import Partner
from ...core.document import Passage
from ...core.finding import Finding, Safety
from ...core.pattern import pattern
from ...core.rule import Bad, Good, Rule
from ...core.triggers import DIGIT, WHITE, across, beside

_TIME = pattern(r"(?<![\p{Nd}:.])\p{Nd}{1,2}(?:: | :| : )\p{Nd}{2}(?=\s?(?:[ap]\.?m\b|o['’]clock|on\b|to\b|in the\b))")
_GROUPED = pattern(r"(?<![\p{Nd},.])\p{Nd}{1,3}, (?=000\b)")


class SplitNumber(Rule):
    """A space splits a time or a number.

    What it finds: a clock time with a space at its colon, a thousands mark with a space behind it.

    Why it matters: the number may break over two lines, and it reads as two.

    When it errs: where a list of numbers happens to hold a round one.

    The fix takes the space away.
    """

    uses = frozenset({Partner.REFERENCE})  # whatever spaces the source has
    triggers = (across(":", DIGIT), beside(WHITE, ":"), across(",", "0"))
    bad = (
        Bad("The doors open at ⟦7: 45⟧ p.m. on Friday.", fixed="The doors open at 7:45 p.m. on Friday."),
        Bad("About ⟦12, ⟧000 people came.", fixed="About 12,000 people came."),
    )
    good = (
        Good("The doors open at 7:45 p.m. on Friday.", "a whole time"),
        Good("Rooms 1, 2, and 3: 40 guests each.", "lists of numbers"),
        Good("John 3: 16 is short.", "chapter and verse"),
    )

    def check(self, passage: Passage) -> Iterator[Finding]:
        for wanted in (_TIME, _GROUPED):
            for match in wanted.finditer(passage.text):
                whole = match.group().replace(" ", "")
                yield self.finding(
                    passage,
                    *match.span(),
                    f"A space splits “{match.group().strip()}”.",
                    score=0.85,
                    edits=[(*match.span(), whole)],
                    safety=Safety.SAFE,
                )
