"""The rule added-bracket."""

from __future__ import annotations

from collections.abc import Iterator

from ...bilingual.enclosures import Enclosed, bracketed, has_bracket
from ...core.alignment import Partner
from ...core.document import Passage
from ...core.finding import Finding
from ...core.pattern import pattern
from ...core.rule import Bad, Good, Rule, Scope, excerpt

_FEWEST_WORDS = 3
_ACRONYM_BEFORE = pattern(r"\p{Lu}{2,10}s?\s?\Z")
_SMALL_WORD = pattern(r"(?<!\p{L})\p{Ll}{2}")


class AddedBracket(Rule):
    """The translation explains in a bracket what the source does not explain.

    What it finds: a bracket of three words or more, where the source has no bracket at all.

    Why it matters: the machine added a remark of its own, or left a second rendering standing.

    When it errs: where a translator explains an institution to foreign readers; what stands behind an abbreviation is left alone.

    The fix takes the bracket away.
    """

    scope = Scope.PAIR
    needs = frozenset({Partner.SOURCE})
    uses = frozenset()
    bad = (
        Bad(
            "The nets dry on the mole⟦ (the stone wall of the harbour)⟧.",
            fixed="The nets dry on the mole.",
            source="Die Netze trocknen auf der Mole.",
        ),
        Bad("The ferry⟦ (or: the old boat)⟧ is late.", fixed="The ferry is late.", source="渡轮晚点了。", source_language="zh"),
    )
    good = (
        Good(
            "The nets dry on the PHA (Port and Harbour Authority) mole.",
            "an abbreviation is explained",
            source="Die Netze trocknen auf der Mole der PHA.",
        ),
        Good("The Port and Harbour Authority (PHA) is closed.", "an abbreviation", source="Die Hafenbehörde ist zu."),
        Good("The ferry (the old one) is late.", "the source has a bracket", source="渡轮（旧的那艘）晚点了。", source_language="zh"),
        Good("Noon (Lund Alder Press)", "names only", source="Zwölf Uhr"),
        Good("The ferry (as always) is late.", "the source has dashes", source="Die Fähre – wie immer – kommt zu spät."),
    )

    def check(self, passage: Passage) -> Iterator[Finding]:
        source = passage.source
        own = [each for each in bracketed(passage.text) if each.words >= _FEWEST_WORDS]
        if source is None or not own or has_bracket(source.text) or any(mark in source.text for mark in "–—―"):
            return
        for added in own:
            if _SMALL_WORD.search(added.text) and not _ACRONYM_BEFORE.search(passage.text[max(0, added.start - 12) : added.start]):
                yield self._of(passage, added)

    def _of(self, passage: Passage, added: Enclosed) -> Finding:
        start = added.start - (passage.text[added.start - 1 : added.start] == " ")
        return self.finding(
            passage,
            start,
            added.end,
            f"The source has no bracket; “({excerpt(added.text)})” was added.",
            score=0.6,
            edits=[(start, added.end, "")],
        )
