"""The rule missing-name."""

from __future__ import annotations

from collections.abc import Iterator

from ...bilingual.names.holes import holes
from ...bilingual.names.missing import missing
from ...bilingual.relatedness import is_unrelated
from ...core.alignment import Partner
from ...core.document import Passage
from ...core.finding import Finding, Severity
from ...core.rule import Bad, Good, Rule, Scope, excerpt
from ._places import counterpart

_LEEWAY = 0.2
_MOST_NAMED = 3


class MissingName(Rule):
    """A name of the source is not in the translation.

    What it finds: a place, a person or a firm that the source names, of which the translation of that sentence has neither the
    name, nor its sound in English letters, nor what English calls it; and holes that names leave in a sentence (“in , the”,
    “the film by was”).

    Why it matters: the reader does not learn who or where; in a sentence with a hole he does not even learn what is said.

    When it errs: where a translator says “he” or “the town” for a name, or writes a title out that the source has as an acronym.
    Sources in Chinese, Japanese and Hindi show few of their names.

    There is no fix: only the source has the name.
    """

    scope = Scope.PAIR
    severity = Severity.MAJOR
    languages = ("en",)
    needs = frozenset({Partner.SOURCE})
    uses = frozenset()
    bad = (
        Bad("⟦The river rose by two metres within a day.⟧", source="Im Norden von Norwegen stieg der Fluss an einem Tag um zwei Meter."),
        Bad(
            "⟦The mayor thanked the divers.⟧",
            source="In Wellington dankte der Bürgermeister den Tauchern aus Finnland.",
        ),
        Bad("The old bridge ⟦in,⟧ has been closed.", source="Die alte Brücke in Hohenlinde ist gesperrt."),
        Bad("⟦The minister flew home yesterday.⟧", source="Вчера министр вылетел домой из Аргентины.", source_language="ru"),
        Bad("⟦The team arrived in the morning.⟧", source="チームは朝、ノルウェーに到着した。", source_language="ja"),
    )
    good = (
        Good("In the north of Norway the river rose.", "the name is there", source="Im Norden von Norwegen stieg der Fluss."),
        Good("Norwegian divers came.", "the people stand for the land", source="Es kamen Taucher aus Norwegen."),
        Good("Ms Pavlova saw Cologne.", "the name that English has for a place", source="Frau Pawlowa sah Köln."),
        Good(
            "The small city that he came from had a port.",
            "no hole",
            source="Die kleine Stadt, aus der er kam, hatte einen Hafen.",
        ),
        Good("U.S. officials were silent.", "a short form", source="美国官员保持沉默。", source_language="zh"),
    )

    def check(self, passage: Passage) -> Iterator[Finding]:
        source = passage.source
        if source is None or source.language.is_variety_of(passage.language):
            return
        found = list(holes(passage.text, passage.language))
        absent = list(missing(source.text, source.language.code, passage.text, leeway=_LEEWAY if found else 0.0))
        told = [name for name, _ in absent[:_MOST_NAMED]]
        counterparts = [counterpart(Partner.SOURCE, source, name.start, name.end) for name in told]
        named = ", ".join(f"“{excerpt(name.text)}”" for name in told)
        if absent and is_unrelated(passage.text, source.text, source.language.code):
            return
        sure_holes = [hole for hole in found if hole[2]]
        if sure_holes or (found and absent):
            start, end, is_sure = (sure_holes or found)[0]
            message = f"Something is missing at “{excerpt(passage.text, start, end)}”" + (f": the source names {named}." if named else ".")
            yield self.finding(passage, start, end, message, score=0.9 if is_sure and absent else 0.7, counterparts=counterparts)
        elif absent:
            start, end = self._sentence(passage, absent[0][0].start / len(source.text))
            message = f"The source names {named}, and the translation does not."
            yield self.finding(passage, start, end, message, score=min(0.9, max(sure for _, sure in absent)), counterparts=counterparts)

    @staticmethod
    def _sentence(passage: Passage, share: float) -> tuple[int, int]:
        """The sentence that lies as far in the passage as the name does in its source."""
        for span in passage.sentences:
            if span.end >= share * len(passage.text):
                return span.start, span.end
        return 0, len(passage.text)
