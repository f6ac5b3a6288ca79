"""The rule missing-term."""

from __future__ import annotations

from collections.abc import Iterator

from ...bilingual.glossary.matching import matcher
from ...bilingual.places import counterpart, missing_from
from ...core.alignment import Partner
from ...core.document import Passage
from ...core.finding import Finding
from ...core.rule import Bad, Good, Rule, Scope

_TERMS = "source,target\nMole,mole\nNetz,net\nNetzstelle,net loft\nFähre,ferry\nFähre,ferryboat"


class MissingTerm(Rule):
    """The source has a term of the glossary, the translation not the word that the glossary asks for.

    What it finds: a term in the source, with any usual ending, where no translation that the glossary gives for it stands in the same
    paragraph, with whatever ending.

    Why it matters: readers take another word for another thing.

    When it errs: where a pronoun stands for the term, and where a word of the source has two meanings.

    There is no fix: the word that stands for the term is not known.
    """

    scope = Scope.PAIR
    needs = frozenset({Partner.SOURCE})
    uses = frozenset()
    bad = (
        Bad("⟦The nets dry on the pier.⟧", source="Die Netze trocknen auf der Mole.", glossary=_TERMS),
        Bad("⟦The boat is late.⟧", source="Die Fähren haben Verspätung.", glossary=_TERMS),
        Bad("⟦The boat is late.⟧", source="渡轮晚点了。", source_language="zh", glossary="source,target\n渡轮,ferry"),
        Bad("⟦Лодка у пирса.⟧", language="ru", source="The boat is at the mole.", source_language="en", glossary="source,target\nmole,мол"),
    )
    good = (
        Good("The nets dry on the mole.", "the terms are there", source="Die Netze trocknen auf der Mole.", glossary=_TERMS),
        Good("The ferryboats are late.", "a second translation, with an ending", source="Die Fähren haben Verspätung.", glossary=_TERMS),
        Good("He sleeps in the net loft.", "part of a longer term", source="Er schläft in der Netzstelle.", glossary=_TERMS),
        Good("Das Hafenbüro ist zu.", "part of a compound", "de", "The harbour is shut.", "en", glossary="source,target\nharbour,Hafen"),
        Good("The mole is old.", "no term of the glossary", source="Der Kai ist alt.", glossary=_TERMS),
    )

    def check(self, passage: Passage) -> Iterator[Finding]:
        source, glossary = passage.source, passage.document.glossary
        if source is None or glossary is None or not len(passage.words):
            return
        known = matcher(glossary, source.language.code, passage.language.code)
        theirs = known.sources.found(source.text)
        present = {match.entry for match in known.targets.found(passage.text)} if theirs else set()
        wanted: dict[str, set[int]] = {}
        for match in theirs:
            wanted.setdefault(match.term.text.casefold(), set()).add(match.entry)
        told: set[str] = set()
        for match in theirs:
            name = match.term.text.casefold()
            targets = [term.text for number in sorted(wanted[name]) for term in known.entries[number].targets]
            if name in told or not targets or not wanted[name].isdisjoint(present):
                continue
            told.add(name)
            yield self.finding(
                passage,
                *missing_from(passage, source, match.start),
                f"The glossary has “{'” or “'.join(dict.fromkeys(targets))}” for “{source.text[match.start : match.end]}”.",
                score=0.7,
                counterparts=[counterpart(Partner.SOURCE, source, match.start, match.end)],
            )
