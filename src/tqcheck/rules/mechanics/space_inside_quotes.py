"""The rule space-inside-quotes."""

from __future__ import annotations

from collections.abc import Iterator

from ...core.alignment import Partner
from ...core.document import Passage
from ...core.finding import Finding, Safety
from ...core.rule import Bad, Good, Rule


class SpaceInsideQuotes(Rule):
    """A space stands between a quotation mark and the words that it holds.

    What it finds: a space after an opening or before a closing mark, in languages that write none there.

    Why it matters: a line may break there, and straight marks turn the wrong way.

    When it errs: where a mark is read as the wrong one of a pair.

    The fix takes the space away.
    """

    uses = frozenset({Partner.REFERENCE})  # whatever spaces the source has
    triggers = "\"'“”‘’«»„‚‹›"
    bad = (
        Bad("“The field is wet.⟦ ”⟧", fixed="“The field is wet.”"),
        Bad("He said ⟦“ ⟧yes” to it.", fixed="He said “yes” to it."),
        Bad('The ⟦" ⟧Old Gate⟦ "⟧ is shut.', fixed='The "Old Gate" is shut.'),
        Bad("„Das Feld ist nass.⟦ “⟧", fixed="„Das Feld ist nass.“", language="de"),
        Bad("Elle a dit ⟦“ ⟧oui” hier.", fixed="Elle a dit “oui” hier.", language="fr"),
    )
    good = (
        Good("“The field is wet.”", "no space"),
        Good("“He said ‘yes’ ” is what I heard.".replace("’ ”", "’”"), "two levels close together"),
        Good("The dogs' bowls and the cats' ones", "possessives"),
        Good("« Le champ est mouillé. » Il a dit « oui\u00a0» et «\u202fnon\u202f».", "French spaces", "fr"),
        Good('Il a dit " oui " et partit.', "straight marks with the spaces of « »", "fr"),
    )

    def check(self, passage: Passage) -> Iterator[Finding]:
        if passage.language.value("mechanics", "full_width", default=False):
            return
        text = passage.text
        language = passage.language
        spaced = "".join(language.phrases("quotes", "spaced_pairs") + language.phrases("quotes", "may_be_spaced"))
        for pair in passage.quotation.quoted:
            inside = text[pair.opener + 1 : pair.closer]
            lead = len(inside) - len(inside.lstrip())
            trail = len(inside) - len(inside.rstrip())
            if not inside.strip():
                continue
            if lead and text[pair.opener] not in spaced:
                yield self._spaced(passage, pair.opener, pair.opener + 1 + lead, text[pair.opener], "after the opening")
            if trail and text[pair.closer] not in spaced:
                yield self._spaced(passage, pair.closer - trail, pair.closer + 1, text[pair.closer], "before the closing")

    def _spaced(self, passage: Passage, start: int, end: int, glyph: str, where: str) -> Finding:
        return self.finding(
            passage, start, end, f"There is a space {where} mark {glyph}.", score=0.9, edits=[(start, end, glyph)], safety=Safety.SAFE
        )
