"""The rule space-inside-brackets."""

from __future__ import annotations

from collections.abc import Iterator

from ...core.alignment import Partner
from ...core.document import Passage
from ...core.finding import Finding, Safety
from ...core.pattern import pattern
from ...core.rule import Bad, Good, Rule
from ...core.triggers import WHITE, beside

_AFTER = pattern(r"(?<!:)[(\[][ \u00A0]++(?=\w)")
_BEFORE = pattern(r"(?<=[\w.”\"])[ \u00A0]++[)\]](?![):])")


class SpaceInsideBrackets(Rule):
    """A space stands between a bracket and the words that it holds.

    What it finds: a space after an opening or before a closing bracket.

    Why it matters: a line may break there.

    When it errs: in code and in boxes to tick.

    The fix takes the space away.
    """

    uses = frozenset({Partner.REFERENCE})  # whatever spaces the source has
    lax_in_chat = True
    triggers = (beside("([", WHITE), beside(WHITE, ")]"))
    bad = (
        Bad("The union ⟦( ⟧founded in May⟦ )⟧ agreed.", fixed="The union (founded in May) agreed."),
        Bad("The gate (built in 1920⟦ )⟧ is shut.", fixed="The gate (built in 1920) is shut."),
        Bad("Der Verband ⟦( ⟧seit Mai⟦ )⟧ stimmte zu.", fixed="Der Verband (seit Mai) stimmte zu.", language="de"),
    )
    good = (
        Good("The union (founded in May) agreed.", "no space"),
        Good("[ ] milk [x] bread", "boxes to tick"),
        Good("See you :( tomorrow ;) then", "smileys"),
    )

    def check(self, passage: Passage) -> Iterator[Finding]:
        for wanted in (_AFTER, _BEFORE):
            for match in wanted.finditer(passage.text):
                bracket = match.group().strip()
                yield self.finding(
                    passage,
                    *match.span(),
                    f"There is a space inside the bracket {bracket}.",
                    score=0.85,
                    edits=[(*match.span(), bracket)],
                    safety=Safety.SAFE,
                )
