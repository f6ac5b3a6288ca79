"""The rule unsupported-name."""

from __future__ import annotations

from collections.abc import Iterator

from ...bilingual.names.hearing import hear
from ...bilingual.names.unsupported import unsupported
from ...bilingual.relatedness import is_unrelated
from ...core.alignment import Partner
from ...core.document import Passage
from ...core.finding import Finding, Severity
from ...core.rule import Bad, Good, Rule, Scope, excerpt


class UnsupportedName(Rule):
    """The translation has a name that its source does not have.

    What it finds: a place, or a name that is no English word, of which the source has neither the letters, nor the sound, nor
    what its language calls that place.

    Why it matters: the reader takes it for what the source says.

    When it errs: where a translator writes out a name that the source has as an acronym, or has a name by its sense
    (Subcarpathian, the Rossoneri). Names that are made of English words are left alone.

    There is no fix: what stood there has to be looked up in the source.
    """

    scope = Scope.PAIR
    severity = Severity.MAJOR
    languages = ("en",)
    needs = frozenset({Partner.SOURCE})
    uses = frozenset()
    bad = (
        Bad("Divers from ⟦Portugal⟧ found the ship.", source="Taucher aus Norwegen fanden das Schiff."),
        Bad("Mr ⟦Ostrovanek⟧ declined to comment.", source="Herr Lindqvist wollte sich nicht äußern."),
        Bad("The team arrived in ⟦Argentina⟧ in the morning.", source="チームは朝、ノルウェーに到着した。", source_language="ja"),
        Bad("The minister met ⟦Pavlenkova⟧ on Monday.", source="В понедельник министр встретился с Карлсоном.", source_language="ru"),
    )
    good = (
        Good("Divers from Norway found the ship.", "what English calls the place", source="Taucher aus Norwegen fanden das Schiff."),
        Good("Mr Lindqvist and Ms Pavlova declined.", "names in another spelling", source="Herr Lindqvist und Frau Pawlowa lehnten ab."),
        Good(
            "The minister met Karlsson in Moscow.",
            "the same sound",
            source="Министр встретился с Карлсоном в Москве.",
            source_language="ru",
        ),
        Good("U.S. officials met the Chinese in July.", "a people and a month", source="美方官员7月会见了中方。", source_language="zh"),
    )

    def check(self, passage: Passage) -> Iterator[Finding]:
        source = passage.source
        if source is None or source.language.is_variety_of(passage.language):
            return
        found = list(unsupported(passage.text, hear(source.text, source.language.code)))
        if found and is_unrelated(passage.text, source.text, source.language.code):
            return
        for start, end, sureness in found:
            message = f"“{excerpt(passage.text, start, end)}” is not in the source."
            yield self.finding(passage, start, end, message, score=min(0.9, sureness))
