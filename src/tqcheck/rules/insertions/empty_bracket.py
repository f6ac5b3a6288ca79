"""The rule empty-bracket."""

from __future__ import annotations

from collections.abc import Iterator

from ...core.document import Passage
from ...core.finding import Finding, Safety
from ...core.pattern import pattern
from ...core.rule import Bad, Good, Rule
from ...core.triggers import WHITE, beside

_EMPTY = pattern(r"(?:(?<=\S)\s++|(?<![\w\])}>]))(?:\([\s,;.]*+\)|\[\s*+\](?=[\s,.;]))|（[\s，、]*+）")
_BOX = pattern(r"\s*+\[\s*+\]")


class EmptyBracket(Rule):
    """A bracket holds nothing.

    What it finds: a round or square bracket without words, after a space.

    Why it matters: what it held was lost, often a word in another script.

    When it errs: in text about brackets.

    The fix takes the bracket away.
    """

    triggers = (beside("([（", ")]）,;.，、" + WHITE),)
    bad = (
        Bad("The singer Ines Roth⟦ ()⟧ won.", fixed="The singer Ines Roth won."),
        Bad("The old town⟦ ( )⟧ was sold⟦ (,)⟧ in May.", fixed="The old town was sold in May."),
        Bad("Die Sängerin Ines Roth⟦ ()⟧ gewann.", fixed="Die Sängerin Ines Roth gewann.", language="de"),
    )
    good = (
        Good("Call print() or list[] first.", "code"),
        Good("[ ] milk\n[ ] bread", "boxes to tick"),
        Good("The singer (Roth) won […] again (…).", "brackets with something in them"),
    )

    def check(self, passage: Passage) -> Iterator[Finding]:
        for match in _EMPTY.finditer(passage.text):
            if not match.start() and _BOX.match(match.group()):
                continue
            yield self.finding(
                passage, *match.span(), "The bracket is empty.", score=0.85, edits=[(*match.span(), "")], safety=Safety.UNSAFE
            )
