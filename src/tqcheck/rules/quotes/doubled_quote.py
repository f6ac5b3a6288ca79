"""The rule doubled-quote."""

from __future__ import annotations

from collections.abc import Iterator

from ...core.document import Passage
from ...core.finding import Finding
from ...core.quotation import FaultKind
from ...core.rule import Bad, Good, Rule
from ...core.triggers import faults


class DoubledQuote(Rule):
    """A quotation mark is written twice.

    What it finds: the same mark twice in a row where one level of quotation opens or closes.

    Why it matters: it looks like an inner quotation that is not there.

    When it errs: where an empty quotation is meant.

    The fix takes the second mark away.
    """

    triggers = (faults("\"“”„«»'‘’‚‹›「」『』《》〈〉"),)
    bad = (
        Bad("She shouted “Stop”⟦”⟧ and ran.", fixed="She shouted “Stop” and ran."),
        Bad("He read “⟦“⟧The Lighthouse” in a day.", fixed="He read “The Lighthouse” in a day."),
        Bad("Sie rief „Halt“⟦“⟧ und lief.", fixed="Sie rief „Halt“ und lief.", language="de"),
        Bad("Gritó «alto»⟦»⟧ y corrió.", fixed="Gritó «alto» y corrió.", language="es"),
    )
    good = (
        Good("“He said ‘no’” was all we heard.", "two levels close together"),
        Good("She said, “I heard him shout ‘Stop!’”", "two levels close together"),
        Good("“The sign said “closed””, he read.", "another fault: the same marks nested"),
        Good('An empty string is written "" in most languages.', "an empty quotation in prose about code"),
        Good("„Er sagte ‚nein‘“ war alles, was wir hörten.", "two levels close together", "de"),
    )

    def check(self, passage: Passage) -> Iterator[Finding]:
        for fault in passage.quotation.faults:
            if fault.kind is FaultKind.DOUBLED:
                yield self.finding(
                    passage,
                    fault.place,
                    fault.place + 1,
                    f"The mark {passage.text[fault.place]} is written twice.",
                    score=0.85,
                    edits=[(fault.place, fault.place + 1, "")],
                )
