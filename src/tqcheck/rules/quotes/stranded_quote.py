"""The rule stranded-quote."""

from __future__ import annotations

from collections.abc import Iterator

from ...core.document import Passage
from ...core.finding import Finding, Severity
from ...core.quotation import FaultKind
from ...core.rule import Bad, Good, Rule, excerpt
from ...core.triggers import faults


class StrandedQuote(Rule):
    """The closing mark of a quotation stands at the start of the next line.

    What it finds: a quotation that runs to the end of a line, and whose closing mark was pushed to the start of the
    line after it, where it seems to open new speech.

    Why it matters: the next sentence, which the writer says, looks like speech.

    When it errs: where a speech that is never closed meets another one that is never closed.

    There is no fix: the mark belongs to another line.
    """

    severity = Severity.MAJOR
    triggers = (faults("\"”“'’»›」』"),)
    bad = (
        Bad('The envoy said, "We want peace.\n⟦"⟧The talks go on in June, according to the office.'),
        Bad("She told us, “The ferry will sail again.\n⟦”⟧The town has waited for a year."),
    )
    good = (
        Good('"The first year was hard.\n"The second was harder," she said.', "speech over two lines"),
        Good('"We want peace."\n"So do we," said the envoy.', "two speakers"),
    )

    def check(self, passage: Passage) -> Iterator[Finding]:
        for fault in passage.quotation.faults:
            if fault.kind is FaultKind.STRANDED:
                words = excerpt(passage.text, fault.place + 1)
                yield self.finding(
                    passage,
                    fault.place,
                    fault.place + 1,
                    f"The mark before “{words}” closes the quotation of the line before.",
                    score=0.85,
                )
