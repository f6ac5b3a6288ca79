"""The rule doubled-mark."""

from __future__ import annotations

from collections.abc import Iterator

from ...core.document import Passage
from ...core.finding import Finding
from ...core.pattern import pattern
from ...core.rule import Bad, Good, Rule
from ...core.triggers import beside, both
from ._places import matches

_SAME = pattern(
    r"(?<=[\w”’\")])(?:,{2,}+|;{2,}+|:{2}(?=\s)|，{2,}+|、{2}(?=\p{L})|；{2,}+|،{2,}+|؛{2,}+|؟،|。{2,}+(?!。)|(?<!\.)\.\.(?=\s|\Z|[\"”’]))"
)
_DIFFERENT = pattern(r"(?<=[\p{L}\p{Nd}”’\")])(?:,[.;:?!]|[;:][,.;?!]|[!?][,;](?!\w)|[!?]\.(?!\.)|(?<=\p{Ll}{4})\.[,;:?!])(?=\s|\Z|[\"”’])")
_ENTITY = pattern(r"&#?\w{2,10}+\Z")
_ACROSS = pattern(r"(?<=\w)([.,])[\"”’“»][.,](?=\s|\Z)")


class DoubledMark(Rule):
    """Two marks stand where one belongs.

    What it finds: a mark written twice, two marks that exclude each other, or a full stop or comma on both sides of a
    closing quotation mark.

    Why it matters: one of them was left behind.

    When it errs: after abbreviations that the language data does not know.

    The fix keeps one of them.
    """

    lax_in_chat = True
    triggers = (
        beside(",", ",.;:?!"),
        beside(";:", ";:,.?!"),
        beside("!?", ",;."),
        beside(".", ".,;:?!"),
        beside("，", "，"),
        beside("。", "。"),
        *(beside(mark, mark) for mark in "、；،؛"),
        both(beside(".,", '"”’“»'), beside('"”’“»', ".,")),
    )
    bad = (
        Bad("They came late⟦,,⟧ and nobody spoke.", fixed="They came late, and nobody spoke."),
        Bad("They came late⟦;,⟧ and nobody spoke.", fixed="They came late; and nobody spoke."),
        Bad("She called it “a small miracle⟦.”.⟧", fixed="She called it “a small miracle.”"),
        Bad("They left the harbour⟦..⟧ Nobody spoke.", fixed="They left the harbour. Nobody spoke."),
        Bad("Sie kamen spät⟦,,⟧ und niemand sprach.", fixed="Sie kamen spät, und niemand sprach.", language="de"),
        Bad("Er sagte: „Geh nach Haus⟦.“.⟧", fixed="Er sagte: „Geh nach Haus.“", language="de"),
    )
    good = (
        Good("What?! No... Wait!! Apples, pears, etc., and the U.S., too.", "emphasis, ellipsis, abbreviations"),
        Good("Use std::vector or a..b in code.", "code"),
        Good("He asked, “Who?”, and left. Well….", "a question inside, an ellipsis at the end"),
        Good("Yahoo!, the portal, and Jeopardy!, the show, are old.", "names that end in a mark"),
        Good("¿Qué hace?, preguntó. ¡¿Cómo?! Manzanas, peras, etc., y EE. UU., también.", "a comma after a question, abbreviations", "es"),
        Good("Äpfel, Birnen usw., und am 3. Mai, z. B., auch.", "abbreviations and ordinals", "de"),
    )

    def check(self, passage: Passage) -> Iterator[Finding]:
        text = passage.text
        for match in matches(_SAME, text):
            yield self._doubled(passage, match.start(), match.end(), match.group()[0], 0.85)
        for match in matches(_DIFFERENT, text):
            word = text[max(0, match.start() - 12) : match.start()].rpartition(" ")[2]
            if match.group()[0] == "." and word.lower() in passage.language.words("sentences", "abbreviations"):
                continue
            if match.group()[0] == ";" and _ENTITY.search(text, max(0, match.start() - 12), match.start()):
                continue
            sure = match.group()[0] in ",;:"
            yield self._doubled(passage, match.start(), match.end(), match.group()[0], 0.85 if sure else 0.45)
        for match in _ACROSS.finditer(text):
            yield self._doubled(passage, match.start(), match.end(), match.group()[:2], 0.75)

    def _doubled(self, passage: Passage, start: int, end: int, kept: str, score: float) -> Finding:
        marks = passage.text[start:end]
        return self.finding(passage, start, end, f"The marks “{marks}” stand where one belongs.", score=score, edits=[(start, end, kept)])
