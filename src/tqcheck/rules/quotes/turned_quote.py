"""The rule turned-quote."""

from __future__ import annotations

from collections.abc import Iterator

from ...core.document import Passage
from ...core.finding import Finding, Safety
from ...core.marks import Marks
from ...core.quotation import FaultKind
from ...core.rule import Bad, Good, Rule
from ...core.triggers import faults
from ._pairs import pair_edits, wanted_pair


class TurnedQuote(Rule):
    """A quotation mark is turned the wrong way.

    What it finds: an opening glyph that closes, a closing glyph that opens, or a pair that is turned as a whole.

    Why it matters: the marks of another language, or of none, show the machine.

    When it errs: in a quotation of a language with other marks, when the language is not marked.

    The fix writes the right glyph; it is safe, for it changes no word and no place.
    """

    triggers = (faults("“”„‘’‚«»‹›「」『』《》〈〉"),)
    bad = (
        Bad("She came ⟦”home“⟧ at last.", fixed="She came “home” at last."),
        Bad("“Good evening,⟦“⟧ said the guard.", fixed="“Good evening,” said the guard."),
        Bad("⟦”⟧Good evening,” said the guard.", fixed="“Good evening,” said the guard."),
        Bad("Sie kam ⟦“nach Hause„⟧ zurück.", fixed="Sie kam „nach Hause“ zurück.", language="de"),
        Bad("Elle est rentrée ⟦» chez elle «⟧ hier.", fixed="Elle est rentrée « chez elle » hier.", language="fr"),
    )
    good = (
        Good("“Good evening,” said the guard.", "as it should be"),
        Good("The card said „Guten Tag“ in gold.", "a German quotation in German marks"),
        Good("The ’90s and the dogs’ dinner", "apostrophes"),
        Good("»Ja«, sagte sie, und ‚nein‘ sagte er.", "marks that point inwards, as in German books", "de"),
        Good("«Ja», sagte sie, und ‹nein› sagte er.", "marks that point outwards, as in Switzerland", "de-CH"),
        Good("”Ja”, sade hon.", "the same mark on both sides", "sv"),
    )

    def check(self, passage: Passage) -> Iterator[Finding]:
        text = passage.text
        marks = Marks.of(passage.language)
        for fault in passage.quotation.faults:
            if fault.kind is not FaultKind.TURNED or fault.partner is None:
                continue
            pair = wanted_pair(passage, text[fault.place])
            edits = pair_edits(passage, fault, pair)
            turned = [at for at in (fault.partner, fault.place) if marks.is_turned(text[at], opens=at == fault.partner)]
            yield self.finding(
                passage,
                turned[0],
                turned[-1] + 1,
                f"The quotation is marked {text[fault.partner]}…{text[fault.place]}; in {passage.language.name} it is {pair[0]}…{pair[1]}.",
                score=0.95,
                edits=edits,
                safety=Safety.SAFE,
            )
