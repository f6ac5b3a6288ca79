"""The rule reporter-credit."""

from __future__ import annotations

from collections.abc import Iterator

from ...core.document import Passage
from ...core.finding import Finding, Severity
from ...core.pattern import pattern
from ...core.rule import Bad, Good, Rule, Scope
from ...core.triggers import holds
from ._places import excerpt

_BRACKET = pattern(r"\s?[(（]([^()（）]{6,100}+)[)）]")
_PLACE = 160
"""Such a credit stands in the first code points of its paragraph, behind the place and the date."""
_MOST = 2
"""How many are reported by themselves; the last of these findings tells of the others."""


class ReporterCredit(Rule):
    """A bracket in the first line names the reporter.

    What it finds: `(Reporter Ines Roth)` behind the place and the date, as agencies of some countries write it.

    Why it matters: readers of the target language expect a line with the author's name, or none.

    When it errs: where the house style keeps such brackets.

    The fix takes the brackets away.
    """

    scope = Scope.DOCUMENT
    severity = Severity.NEUTRAL
    triggers = (holds("(（"),)
    bad = (
        Bad("News Agency, Alder, May 4⟦ (Reporter Ines Roth)⟧ The ferry sails.", fixed="News Agency, Alder, May 4 The ferry sails."),
        Bad("Alder, May 4⟦ (Journalists: Ines Roth, Jan Feld)⟧ The ferry sails.", fixed="Alder, May 4 The ferry sails."),
    )
    good = (
        Good("Reporters met the mayor (a reporter herself) at noon.", "a sentence about a reporter"),
        Good("The prize went to two women (reporters of the Harbour Daily).", "what they are"),
    )

    def check(self, passage: Passage) -> Iterator[Finding]:
        places = [place for block in passage.document.candidates(self.name) for place in _credits(block)]
        for number, (start, end) in enumerate(places[:_MOST]):
            last = number == _MOST - 1
            alike = places[number:] if last else [(start, end)]
            more = f" ({len(alike) - 1} more do so)" if len(alike) > 1 else ""
            yield self.finding(
                passage,
                start,
                end,
                f"“{excerpt(passage.text[start:end])}” names the reporter as the source's agencies do{more}.",
                score=0.6,
                edits=[(*place, "") for place in alike],
                related=alike[1:],
            )


def _credits(block: Passage) -> Iterator[tuple[int, int]]:
    pattern = block.language.pattern("leftovers", "reporter_patterns")
    if pattern is None:
        return
    for match in _BRACKET.finditer(block.text, 0, _PLACE + 100):
        inside = match.group(1)
        named = pattern.match(inside)
        if match.start() <= _PLACE and named and inside[named.end() :].lstrip(" :：")[:1].isupper() and not block.in_speech(match.start()):
            yield block.start + match.start(), block.start + match.end()
