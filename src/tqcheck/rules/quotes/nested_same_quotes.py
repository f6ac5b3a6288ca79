"""The rule nested-same-quotes."""

from __future__ import annotations

from collections.abc import Iterator

from ...core.document import Passage
from ...core.finding import Finding
from ...core.quotation import FaultKind
from ...core.rule import Bad, Good, Rule, excerpt
from ...core.triggers import faults
from ._pairs import STRAIGHT, inner_pair


class NestedSameQuotes(Rule):
    """A quotation stands in the same marks as the one around it.

    What it finds: double marks directly inside double marks, or single inside single.

    Why it matters: the inner opening mark looks like the end of the outer quotation.

    When it errs: where the outer quotation was left open by mistake and the inner one is right.

    The fix gives the inner quotation the marks of the other level.
    """

    triggers = (faults("\"“„”«»'‘‚‹「『《〈"),)
    bad = (
        Bad("The sign read “Visit the ⟦“Old Harbour”⟧ today”.", fixed="The sign read “Visit the ‘Old Harbour’ today”."),
        Bad("“He said ⟦“no”⟧ twice,” she recalled.", fixed="“He said ‘no’ twice,” she recalled."),
        Bad('"He said ⟦"no"⟧ twice," she recalled.', fixed="\"He said 'no' twice,\" she recalled."),
        Bad("„Er sagte ⟦„nein“⟧ und ging“, erzählte sie.", fixed="„Er sagte ‚nein‘ und ging“, erzählte sie.", language="de"),
        Bad("«Dijo ⟦«no»⟧ ayer», contó ella.", fixed="«Dijo “no” ayer», contó ella.", language="es"),
    )
    good = (
        Good("「彼は『はい』と言った」", "two levels", language="ja"),
        Good("他說：「她說『是』。」", "two levels", language="zh-Hant"),
        Good("“He said ‘no’ twice,” she recalled.", "single inside double"),
        Good("‘He said “no” twice,’ she recalled.", "double inside single"),
        Good("“Yes” and “no” are short.", "side by side"),
        Good("« Il a dit « non » hier », raconta-t-elle.", "the same marks at each level, as the Imprimerie nationale has it", "fr"),
        Good("«Dijo “no” ayer», contó ella.", "two levels", "es"),
        Good("„Er sagte ‚nein‘ und ging“, erzählte sie.", "two levels", "de"),
    )

    def check(self, passage: Passage) -> Iterator[Finding]:
        text = passage.text
        closers = {pair.opener: pair.closer for pair in passage.quotation.quoted}
        for fault in passage.quotation.faults:
            if fault.kind is not FaultKind.NESTED_SAME:
                continue
            end = closers.get(fault.place)
            pair = inner_pair(passage, text[fault.place])
            yield self.finding(
                passage,
                fault.place,
                fault.place + 1 if end is None else end + 1,
                f"“{excerpt(text[fault.place + 1 : end])}” stands in the same marks as the quotation around it.",
                score=0.7 if text[fault.place] in STRAIGHT else 0.85,
                edits=[] if end is None else [(fault.place, fault.place + 1, pair[0]), (end, end + 1, pair[1])],
            )
