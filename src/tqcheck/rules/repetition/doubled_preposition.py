"""The rule doubled-preposition."""

from __future__ import annotations

from collections.abc import Iterator

from ...core.document import Passage
from ...core.finding import Finding, Severity
from ...core.rule import Bad, Good, Rule
from ...core.triggers import ANYWHERE, ECHO, both, sight, word
from ._words import is_soft, said


class DoubledPreposition(Rule):
    """A preposition is said twice around one noun.

    What it finds: a preposition, a noun and the same preposition, for prepositions that hardly ever do so.

    Why it matters: the machine began the phrase again after the noun.

    When it errs: where both phrases are meant, as in votes against motions against something.

    There is no fix: which of the two belongs must be told by a person.
    """

    severity = Severity.MINOR
    triggers = (both(sight(ECHO), word(ANYWHERE, "repetition", "doubled_prepositions")),)
    bad = (
        Bad("There is tension ⟦over fears over⟧ the harbour law."),
        Bad("He resigned ⟦amid anger amid⟧ the strike."),
    )
    good = (
        Good("She gave the keys of members of the guild to a friend of friends of mine.", "a chain of genitives"),
        Good("In spring in the north, from day to day from there", "place and time"),
        Good("It went over and over again, over night, over land.", "the doubled adverb"),
    )

    def check(self, passage: Passage) -> Iterator[Finding]:
        words = passage.words
        doubled = passage.language.words("repetition", "doubled_prepositions")
        for echo in passage.echoes:
            if echo.distance != 2 or echo.end - echo.start != 1 or words.lower[echo.start] not in doubled:
                continue
            noun = words.lower[echo.start - 1]
            if len(noun) < 4 or not passage.language.is_small(words[echo.start - 1]) or not is_soft(passage, echo.start - 2, echo.start):
                continue
            yield self.finding(
                passage,
                words.starts[echo.start - 2],
                words.ends[echo.start],
                f"“{words.lower[echo.start]}” stands on both sides of “{noun}”: {said(passage, echo.start - 2, echo.end)}.",
                score=0.65,
            )
