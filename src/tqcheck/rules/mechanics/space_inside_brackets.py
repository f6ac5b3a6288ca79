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
        Bad("The union ⟦( ⟧founded in May ) agreed.", fixed="The union (founded in May) agreed."),
        Bad("The gate (built in 1920⟦ )⟧ is shut.", fixed="The gate (built in 1920) is shut."),
        Bad("Der Verband ⟦( ⟧seit Mai ) stimmte zu.", fixed="Der Verband (seit Mai) stimmte zu.", language="de"),
    )
    good = (
        Good("The union (founded in May) agreed.", "no space"),
        Good("[ ] milk [x] bread", "boxes to tick"),
        Good("See you :( tomorrow ;) then", "smileys"),
    )

    def check(self, passage: Passage) -> Iterator[Finding]:
        text = passage.text
        spaced = sorted(match.span() for wanted in (_AFTER, _BEFORE) for match in wanted.finditer(text))
        closes_one_that_was_found = False
        for number, (start, end) in enumerate(spaced):
            if closes_one_that_was_found:
                closes_one_that_was_found = False
                continue
            edits = [(start, end, text[start:end].strip())]
            following = spaced[number + 1] if number + 1 < len(spaced) else None
            if following is not None and _is_one_bracket(text, end, following):
                edits.append((*following, text[slice(*following)].strip()))
                closes_one_that_was_found = True
            message = f"There is a space inside the bracket {''.join(written for _, _, written in edits)}."
            yield self.finding(passage, start, end, message, score=0.85, edits=edits, safety=Safety.SAFE)


def _is_one_bracket(text: str, end: int, following: tuple[int, int]) -> bool:
    """True if what opens before ``end`` is closed at the next place: both spaces are one fault."""
    opens, closes = text[end - 1] == " " or text[end - 1] == "\u00a0", text[following[1] - 1] in ")]"
    return opens and closes and not any(bracket in text[end : following[0]] for bracket in "()[]")
