"""The rule added-negation."""

from __future__ import annotations

from collections.abc import Iterator

from ...bilingual.negation import denials, may_deny
from ...core.alignment import Partner
from ...core.document import Passage
from ...core.finding import Finding, Severity
from ...core.rule import Bad, Good, Rule, Scope


class AddedNegation(Rule):
    """The translation denies what the source affirms.

    What it finds: “not”, “never” and their like, where no word of the source denies anything or may be rendered by a denial. Languages
    of which the words of denial are not known are left alone.

    Why it matters: the translation says the opposite.

    When it errs: where one language says by a denial what another affirms (“it does not matter”, “egal”).

    There is no fix: the sentence may have been another.
    """

    severity = Severity.MAJOR
    scope = Scope.PAIR
    needs = frozenset({Partner.SOURCE})
    uses = frozenset()
    bad = (
        Bad("The nets do ⟦not⟧ dry on the mole.", source="Die Netze trocknen auf der Mole."),
        Bad("The ferry did⟦n't⟧ leave at noon.", source="渡轮中午出发了。", source_language="zh"),
        Bad("El barco ⟦no⟧ sale al mediodía.", language="es", source="The boat leaves at noon.", source_language="en"),
    )
    good = (
        Good("The nets do not dry.", "the source denies too", source="Die Netze trocknen nicht."),
        Good("The harbour is not safe.", "a prefix denies", source="Der Hafen ist unsicher."),
        Good("He did not come until noon.", "“until”", source="Er kam erst am Mittag."),
        Good("It doesn't matter.", "a way of saying it", source="Das ist egal."),
        Good("Not only the ferry is late.", "“not only”", source="Паром опаздывает, и автобус тоже.", source_language="ru"),
        Good("The boat does not sail.", "a language that nothing is known of", source="Laivat makaavat satamassa.", source_language="fi"),
    )

    def check(self, passage: Passage) -> Iterator[Finding]:
        source = passage.source
        if source is None:
            return
        own = denials(passage.text, passage.language.code)
        if own and not may_deny(source.text, source.language.code):
            word = passage.text[own[0][0] : own[0][1]]
            yield self.finding(passage, *own[0], f"The source has no denial for this “{word}”.", score=0.55)
