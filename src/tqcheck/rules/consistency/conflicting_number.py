"""The rule conflicting-number."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from ...core.document import Passage
from ...core.finding import Finding, Severity
from ...core.pattern import pattern
from ...core.rule import Bad, Good, Rule, Scope, Stage
from ...core.triggers import DIGIT, beside

TYPE_CHECKING = False
if TYPE_CHECKING:
    import regex

_COUNTED = pattern(r"\b(\p{Nd}{1,3})-((?:point|member|storey|story|day|part|nation|country|seat|person|man|page|article) \p{Ll}{4,20}+)\b")


class ConflictingNumber(Rule):
    """One thing is counted in two ways.

    What it finds: the same counted noun (`12-point plan`) with different numbers in one text.

    Why it matters: one of the numbers is wrong.

    When it errs: where a text compares several such things; its precision is not known yet, so it is a preview.

    There is no fix: the source tells which number is right.
    """

    scope = Scope.DOCUMENT
    stage = Stage.PREVIEW
    severity = Severity.MAJOR
    languages = ("en",)
    triggers = (beside(DIGIT, "-"),)
    bad = (
        Bad("The 12-point plan was read. Nobody liked the 12-point plan, but the ⟦10-point plan⟧ passed."),
        Bad("The 9-member council met. “The 9-member council is wise,” he said of the ⟦6-member council⟧."),
    )
    good = (
        Good("The 12-point plan was read, and the 3-day fair was opened.", "two things"),
        Good("The 12-point plan was read. The 12-point plan passed.", "one number"),
        Good("A 2-day trip and a 3-day trip are on offer.", "several things of one kind, each named once"),
    )

    def check(self, passage: Passage) -> Iterator[Finding]:
        found: dict[str, list[regex.Match[str]]] = {}
        for start, end in passage.document.candidate_spans(self.name):
            for match in _COUNTED.finditer(passage.text, start, end):
                found.setdefault(match.group(2), []).append(match)
        for thing, matches in found.items():
            count = Counter(match.group(1) for match in matches)
            usual, times = count.most_common(1)[0]
            if times < 2 or len(count) != 2:
                continue
            for match in matches:
                if match.group(1) != usual:
                    message = f"“{match.group()}” is a “{usual}-{thing}” elsewhere in this text."
                    yield self.finding(passage, *match.span(), message, score=0.6)
