"""The rule unclosed-quote."""

from __future__ import annotations

from collections.abc import Iterator

from ...core.document import Passage
from ...core.finding import Finding, Severity
from ...core.quotation import FaultKind
from ...core.rule import Bad, Compared, Good, Rule, excerpt
from ...core.triggers import faults
from ._pairs import STRAIGHT, has_lone_mark, wanted_pair


class UnclosedQuote(Rule):
    """A quotation is opened and never closed.

    What it finds: an opening mark without a closing one. All marks of the document are read together
    (core/quotation.py); this mark is left over in the cheapest reading.

    Why it matters: the reader cannot tell where the speaker ends and the writer goes on.

    When it errs: where each line is a text of its own and the next one begins with an opening mark, the two look like
    one speech over several paragraphs, and the rule stays silent.

    The fix closes the quotation at the end of its paragraph, if it is opened in the last sentence.
    """

    severity = Severity.MAJOR
    triggers = (faults("\"“”„‟«»'‘‹「『《〈＂"),)
    bad = (
        Bad("She called it ⟦“⟧a small miracle.", fixed="She called it “a small miracle.”"),
        Bad("The ⟦“⟧harbour law was passed. Fishers speak of a “disaster”."),
        Bad('He wrote ⟦"⟧never again and left the room. Nobody followed him.'),
        Bad("⟦“⟧The bridge is safe, he said.\n\nNobody believed him.", fixed="“The bridge is safe, he said.”\n\nNobody believed him."),
        Bad("Er nannte es ⟦„⟧seltsam und ging. Dann kam der Regen.", language="de"),
        Bad("Elle l’a appelé ⟦«⟧ un petit miracle. Puis elle est partie.", language="fr"),
        Bad("Hon kallade det ⟦”⟧ett under. Sedan kom regnet.", language="sv"),
    )
    good = (
        Good("’Tis the ’90s again, and rock ’n’ roll is back in James’ bar.", "apostrophes at the edge of a word"),
        Good('A 7" single, a 5\' 11" man and a door of 6′ 8″.', "inches and feet"),
        Good("“The first year was hard.\n\n“The second was harder,” she said.", "speech over two paragraphs"),
        Good("“One.\n\n“Two.\n\n“Three.”", "speech over three paragraphs"),
        Good("He said: “She told me ‘no’ and left.”", "two levels"),
        Good("The miners' union and the dogs' owners met.", "possessives"),
        Good("‘It’s the dogs’ dinner,’ he said.", "British marks with apostrophes"),
        Good("„Das Jahr war hart.\n\n„Das nächste war härter“, sagte sie.", "a novel that opens each paragraph of a speech", "de"),
        Good("« L’année fut dure.\n\n« La suivante le fut plus encore », dit-elle.", "speech over two paragraphs", "fr"),
        Good(
            "« L’année fut dure.\n\n» La suivante le fut plus encore », dit-elle.",
            "the older way: each paragraph begins with a closing mark",
            "fr",
        ),
        Good("«El año fue duro.\n\n»El siguiente lo fue más», dijo.", "comillas de seguir", "es"),
        Good("Fritz’ Boot, ’s ist spät, und er hat’s gewusst.", "apostrophes", "de"),
    )

    def is_excused(self, compared: Compared) -> bool:
        """Where the partner’s quotation marks stand alone too, a speech goes on in another passage."""
        return bool(compared.theirs) or has_lone_mark(compared.counterpart)

    def check(self, passage: Passage) -> Iterator[Finding]:
        text = passage.text
        for fault in passage.quotation.faults:
            if fault.kind is not FaultKind.UNCLOSED:
                continue
            rest = excerpt(text, fault.place + 1)
            yield self.finding(
                passage,
                fault.place,
                fault.place + 1,
                f"The quotation that opens before “{rest}” is never closed." if rest else "This mark opens a quotation that never comes.",
                score=0.9 if text[fault.place] not in "'‘" else 0.7,
                edits=_closing_edit(passage, fault.place),
            )


def _closing_edit(passage: Passage, place: int) -> list[tuple[int, int, str]]:
    """Close at the end of the block if no sentence ends before, and no other mark stands between."""
    end = len(passage.text)
    if not passage.sentences or passage.sentences[-1].start > place or end - place < 3:
        return []
    if any(place < pair.opener for pair in passage.quotation.quoted):
        return []
    glyph = passage.text[place]
    closer = glyph if glyph in STRAIGHT else wanted_pair(passage, glyph)[1]
    return [(end, end, closer)]
