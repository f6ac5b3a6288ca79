"""The rule translated-name."""

from __future__ import annotations

from collections.abc import Iterator

from ...bilingual.glossary.matching import matcher
from ...bilingual.places import counterpart, missing_from
from ...core.alignment import Partner
from ...core.document import Passage
from ...core.finding import Finding, Severity
from ...core.rule import Bad, Good, Rule, Scope

_TERMS = "source,status\nPort Alder,do-not-translate\nTidewatch,dnt"


class TranslatedName(Rule):
    """A name that the glossary keeps as it is does not stand in the translation.

    What it finds: a term with the status do-not-translate that stands in the source, letter by letter, and nowhere in the
    translation.

    Why it matters: products, commands and persons are not found again under another name.

    When it errs: where a pronoun stands for the name; one mention of several may be left out.

    There is no fix: what stands for the name is not known.
    """

    severity = Severity.MAJOR
    scope = Scope.PAIR
    needs = frozenset({Partner.SOURCE})
    uses = frozenset()
    bad = (
        Bad("⟦The harbour of Alder is open.⟧", source="Port Alder ist offen.", glossary=_TERMS),
        Bad("⟦潮汐观察已打开。⟧", language="zh", source="Tidewatch is open.", source_language="en", glossary=_TERMS),
    )
    good = (
        Good("Port Alder is open.", "the name", source="Port Alder ist offen.", glossary=_TERMS),
        Good(
            "Tidewatch is open, and it is free.",
            "a second mention left out",
            source="Tidewatch ist offen, Tidewatch ist frei.",
            glossary=_TERMS,
        ),
        Good("The tide watch is over.", "the source has no such name", source="Die Gezeitenwache ist um.", glossary=_TERMS),
        Good("Tidewatch‘s log", "an ending", source="Das Logbuch von Tidewatch", glossary=_TERMS),
    )

    def check(self, passage: Passage) -> Iterator[Finding]:
        source, glossary = passage.source, passage.document.glossary
        if source is None or glossary is None or not len(passage.words):
            return
        for term in matcher(glossary, source.language.code, passage.language.code).kept:
            place = _place(source.text, term.text)
            if place >= 0 and term.text not in passage.text:
                yield self.finding(
                    passage,
                    *missing_from(passage, source, place),
                    f"The glossary keeps “{term.text}” as it is.",
                    score=0.8,
                    counterparts=[counterpart(Partner.SOURCE, source, place, place + len(term.text))],
                )


def _place(text: str, name: str) -> int:
    """Where a name stands in a text by itself; -1 if it does not."""
    place = text.find(name)
    while place >= 0:
        end = place + len(name)
        is_alone = not (text[place - 1 : place].isalnum() and name[0].isascii() and text[place - 1].isascii()) and not (
            end < len(text) and text[end].isascii() and text[end].isalnum() and name[-1].isascii()
        )
        if is_alone:
            return place
        place = text.find(name, end)
    return -1
