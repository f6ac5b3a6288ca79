"""The rule mixed-quotes."""

from __future__ import annotations

from collections.abc import Iterator

from ...core.document import Passage
from ...core.finding import Finding, Safety
from ...core.marks import Marks
from ...core.quotation import FaultKind
from ...core.rule import Bad, Good, Rule, excerpt
from ...core.triggers import faults
from ._pairs import STRAIGHT, pair_edits, wanted_pair


class MixedQuotes(Rule):
    """A quotation opens in one style and closes in another.

    What it finds: a curly mark and a straight one as a pair, or a double mark and a single one.

    Why it matters: it shows a patched text, and a search for either mark fails.

    When it errs: where one mark of two levels was lost.

    The fix writes both marks in the language's own style.
    """

    triggers = (faults("\"“”„«»'‘’‚‹›「」『』《》〈〉＂"),)
    bad = (
        Bad('The poster said “Mind the tide!⟦"⟧ in red letters.', fixed="The poster said “Mind the tide!” in red letters."),
        Bad('The board ⟦"⟧Mind the tide” was new.', fixed="The board “Mind the tide” was new."),
        Bad('The board ⟦”Mind the tide"⟧ was new.', fixed="The board “Mind the tide” was new."),
        Bad("He said: “I will go home.⟦’⟧", fixed="He said: “I will go home.”"),
        Bad("« Oui⟦“⟧, dit-il.", fixed="« Oui», dit-il.", language="fr"),
        Bad('Sie sagte „ja⟦"⟧ und ging.', fixed="Sie sagte „ja“ und ging.", language="de"),
    )
    good = (
        Good("他说：“她说‘是’。”", "two levels", language="zh"),
        Good("The poster said “Mind the tide!” in red letters.", "one style"),
        Good('They wrote "home" here and “home” there.', "each pair is of one style"),
        Good("“I can't go,” he said.", "a straight apostrophe is no quotation mark"),
        Good("« Elle a dit “non” hier », dit-il.", "two levels", "fr"),
    )

    def check(self, passage: Passage) -> Iterator[Finding]:
        text = passage.text
        marks = Marks.of(passage.language)
        for fault in passage.quotation.faults:
            if fault.kind is not FaultKind.MIXED or fault.partner is None:
                continue
            opener, closer = text[fault.partner], text[fault.place]
            pair = wanted_pair(passage, closer if opener in STRAIGHT else opener)
            odd = [at for at in (fault.partner, fault.place) if text[at] in STRAIGHT] or [fault.place]
            if marks.is_turned(opener, opens=True):
                odd = [fault.partner, fault.place]
            edits = pair_edits(passage, fault, pair)
            yield self.finding(
                passage,
                odd[0],
                odd[-1] + 1,
                f"The quotation “{excerpt(text[fault.partner + 1 : fault.place])}” opens with {opener} and closes with {closer}.",
                score=0.9,
                edits=edits,
                safety=Safety.SAFE if len(edits) < 2 else Safety.UNSAFE,
            )
