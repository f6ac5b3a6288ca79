"""The rule turned-apostrophe."""

from __future__ import annotations

from collections.abc import Iterator

from ...core.document import Passage
from ...core.finding import Finding, Safety
from ...core.quotation import FaultKind
from ...core.rule import Bad, Good, Rule
from ...core.triggers import faults


class TurnedApostrophe(Rule):
    """An opening single mark stands for an apostrophe.

    What it finds: ‘ inside a word, at the end of a possessive, or before left-out letters.

    Why it matters: it is the wrong glyph, and it looks like a quotation that begins.

    When it errs: in names whose spelling has ‘ for a letter of another script; such a letter is ʻ or ʿ.

    The fix writes ’; it is safe, for it changes no word and no place.
    """

    lax_in_chat = True
    triggers = (faults("‘‛"),)
    bad = (
        Bad("It is the town⟦‘⟧s oldest bridge.", fixed="It is the town’s oldest bridge."),
        Bad("They don⟦‘⟧t know it yet.", fixed="They don’t know it yet."),
        Bad("It was the gold rush of ⟦‘⟧49.", fixed="It was the gold rush of ’49."),
        Bad("Das ist Fritz⟦‘⟧ Boot, und so geht⟦‘⟧s weiter.", fixed="Das ist Fritz’ Boot, und so geht’s weiter.", language="de"),
        Bad("C’est l⟦‘⟧eau du port.", fixed="C’est l’eau du port.", language="fr"),
    )
    good = (
        Good("It is the town’s oldest bridge.", "the right glyph"),
        Good("‘Yes,’ he said, ‘it is.’", "British marks"),
        Good("The poem ‘Harbour’ is short.", "single marks around a word"),
        Good("The Hawaiʻi ferry left.", "an ʻokina is a letter"),
        Good("‚Ja‘, sagte er, und ‚nein‘ sagte sie.", "German single marks", "de"),
        Good("L’eau d’aujourd’hui n’est pas celle d’hier.", "elisions", "fr"),
        Good(
            "’s Ochtends vaart de boot, ’s avonds niet; foto’s van Anna’s huis.", "words that begin with an apostrophe, and plurals", "nl"
        ),
    )

    def check(self, passage: Passage) -> Iterator[Finding]:
        for fault in passage.quotation.faults:
            if fault.kind is not FaultKind.TURNED_APOSTROPHE:
                continue
            words = passage.words
            number = words.at(fault.place)
            word = words[number] if number < len(words) else passage.text[fault.place :]
            yield self.finding(
                passage,
                fault.place,
                fault.place + 1,
                f"The apostrophe of “{word}” is written with an opening mark.",
                score=0.9,
                edits=[(fault.place, fault.place + 1, "’")],
                safety=Safety.SAFE,
            )
