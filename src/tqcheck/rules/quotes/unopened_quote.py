"""The rule unopened-quote."""

from __future__ import annotations

from collections.abc import Iterator

from ...core.document import Passage
from ...core.finding import Finding, Severity
from ...core.quotation import FaultKind
from ...core.rule import Bad, Compared, Good, Rule, end_before, excerpt
from ...core.triggers import faults
from ._orphans import orphan_start
from ._pairs import has_lone_mark


class UnopenedQuote(Rule):
    """A closing mark closes nothing.

    What it finds: a closing mark, or a mark that stands alone, without an opening one before it.

    Why it matters: the reader cannot tell where the quoted words begin.

    When it errs: where lines were left out, so that the opening mark stood in a line that is not there.

    The fix takes a mark away that stands alone; where words are missing their opening mark, a person must say where.
    """

    severity = Severity.MAJOR
    triggers = (faults("\"“”„‟«»'‘’‹›」』》〉＂"),)
    bad = (
        Bad("The road will open in May,⟦”⟧ the mayor said."),
        Bad('"We are ready," Ms Lund said.⟦ ”⟧', fixed='"We are ready," Ms Lund said.'),
        Bad('He signed the paper⟦"⟧ and went home.'),
        Bad("Die Straße öffnet im Mai⟦“⟧, sagte er.", language="de"),
        Bad("La route ouvrira en mai⟦ »⟧", fixed="La route ouvrira en mai", language="fr"),
    )
    good = (
        Good("“The first day was calm.\n\n“The second was not,” he said.", "the speech began a paragraph before"),
        Good("The players' bus and the boss’ car left at 5' to nine.", "possessives and minutes"),
        Good('The 12" record costs more than the 7" one.', "inches"),
        Good("She wrote “yes”, then “no”.", "two whole quotations"),
        Good("‚Ja‘, sagte sie. »Nein«, sagte er. „Doch.“", "three styles, each whole", "de"),
        Good("”Kom in”, sade hon. »Nej», sade han.", "the same mark on both sides", "sv"),
        Good("—Sí —dijo ella—. Vámonos.", "dashes and no marks", "es"),
    )

    def is_excused(self, compared: Compared) -> bool:
        """Where the partner’s quotation marks stand alone too, a speech goes on in another passage."""
        return bool(compared.theirs) or has_lone_mark(compared.counterpart)

    def check(self, passage: Passage) -> Iterator[Finding]:
        text = passage.text
        for fault in passage.quotation.faults:
            if fault.kind is not FaultKind.UNOPENED or orphan_start(passage, fault.place) is not None:
                continue
            is_last = end_before(text, len(text), fault.place + 1) == fault.place + 1
            alone = is_last and (fault.place == 0 or text[fault.place - 1].isspace())
            start = end_before(text, fault.place) if alone else fault.place
            before = excerpt(text, 0, fault.place)
            yield self.finding(
                passage,
                start,
                fault.place + 1,
                f"The mark after “{before}” closes a quotation that was never opened." if before else "This mark stands alone.",
                score=0.9 if text[fault.place] not in "'’" else 0.6,
                edits=[(start, fault.place + 1, "")] if alone else [],
            )
