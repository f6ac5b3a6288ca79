"""The rule lost-bracket."""

from __future__ import annotations

from collections.abc import Iterator

from ...bilingual.enclosures import Enclosed, bracketed, has_bracket
from ...core.alignment import Partner
from ...core.blocks import Kind
from ...core.document import Passage
from ...core.finding import Finding, Severity
from ...core.pattern import pattern
from ...core.rule import Bad, Good, Rule, Scope, Stage, excerpt
from ._places import counterpart, missing_from

_LONG, _LONG_IN_A_STRING = 5, 2
_LATIN = pattern(r"[\p{Latin}\p{N}\p{P}\p{Z}\p{S}]++")
_OF_ANOTHER_SCRIPT = pattern(r"(?V1)[\p{L}--\p{Latin}]")


class LostBracket(Rule):
    """What the source says in brackets has none in the translation.

    What it finds: a bracket of five words or more in the source (of two in a string of a program), where the translation has no bracket
    at all.

    Why it matters: the remark may be missing, or reads as if it were part of the sentence.

    When it errs: often, where the remark was woven into the sentence: that is good style. So it runs only on request.

    There is no fix: the place of the bracket is not known.
    """

    severity = Severity.NEUTRAL
    stage = Stage.PREVIEW
    scope = Scope.PAIR
    needs = frozenset({Partner.SOURCE})
    uses = frozenset()
    bad = (
        Bad("⟦The ferry leaves at noon.⟧", source="Die Fähre fährt (außer an Sonn- und Feiertagen) um zwölf."),
        Bad("⟦The ferry leaves at noon.⟧", source="渡轮中午出发（星期日和公共节假日除外）。", source_language="zh"),
    )
    good = (
        Good("The captain, 62, was ashore.", "an age between commas", source="Der Kapitän (62) war an Land."),
        Good(
            "Port Alder has a mole.",
            "the bracket gives a name in Latin letters",
            source="奥尔德港（The Old Port Alder Harbour）有码头。",
            source_language="zh",
        ),
        Good(
            "The ferry leaves at noon (not on Sundays).",
            "a bracket",
            source="渡轮中午出发（星期日和公共节假日除外）。",
            source_language="zh",
        ),
        Good("The pupils are here.", "an ending that names both sexes", source="Die Schüler(innen) sind da."),
    )

    def check(self, passage: Passage) -> Iterator[Finding]:
        source = passage.source
        if source is None or not len(passage.words) or has_bracket(passage.text):
            return
        least = _LONG_IN_A_STRING if passage.block.kind is Kind.UNIT else _LONG
        theirs = [each for each in bracketed(source.text) if each.words >= least and not self._is_gloss(each, source.text)]
        if theirs:
            lost = theirs[0]
            yield self.finding(
                passage,
                *missing_from(passage, source, lost.start),
                f"The source has a bracket, “({excerpt(lost.text)})”; here there is none.",
                score=0.6,
                counterparts=[counterpart(Partner.SOURCE, source, lost.start, lost.end)],
            )

    def _is_gloss(self, bracket: Enclosed, text: str) -> bool:
        """True for a name in Latin letters in a text of another script: a translation has the name itself."""
        return _LATIN.fullmatch(bracket.text) is not None and _OF_ANOTHER_SCRIPT.search(text) is not None
