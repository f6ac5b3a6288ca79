"""The rule splitting-bracket."""

from __future__ import annotations

from collections.abc import Iterator

from ...core.document import Passage
from ...core.finding import Finding, Severity
from ...core.pattern import pattern
from ...core.rule import Bad, Good, Rule

_NEW_SUBJECT = pattern(r"(?<=\s)(\p{L}[\p{L}’'-]{0,30}+)\.\s\((\p{L}++)[^().!?]{0,60}+\)(?=\s\p{Ll})")
_AFTER_POSSESSIVE = pattern(r"(?<=\p{L}[’'‘]s )\((\p{Lu}[^()\p{Nd}]{1,40}+)\)(?= \p{Ll})")


class SplittingBracket(Rule):
    """A bracket splits the grammar of its sentence.

    What it finds: a full stop and a bracket that is the subject of the words after it (`the fleet. (The navy) sails`),
    and a bracket with a name between a possessive and its noun.

    Why it matters: the sentence was cut where the bracket was put in.

    When it errs: where a sentence in brackets is followed by one in small letters on purpose.

    There is no fix: the sentence must be written anew.
    """

    severity = Severity.MAJOR
    triggers = "("
    bad = (
        Bad("The envoy does not trust the ⟦fleet. (The navy)⟧ sails on Monday."),
        Bad("It is Norland’s ⟦(Northern Union)⟧ oldest ship."),
        Bad("Der Bote traut der ⟦Flotte. (Die Marine)⟧ fährt am Montag.", language="de"),
    )
    good = (
        Good("The envoy does not trust the fleet. (The navy sails on Monday.) He left.", "a sentence in brackets"),
        Good("It is Norland’s (and our) oldest ship.", "a second possessor"),
        Good("They met at 5 p.m. (The hall was closed before.)", "a whole sentence"),
        Good("The navy (NNV) sails. (See page 5.)", "a reference"),
        Good("Er kam gegen fünf usw. (Der Saal war zu.)", "an abbreviation", "de"),
    )

    def check(self, passage: Passage) -> Iterator[Finding]:
        for match in _NEW_SUBJECT.finditer(passage.text):
            if match.group(1).lower() in passage.language.words("sentences", "abbreviations"):
                continue
            if not match.group(2)[0].isupper() and match.group(2) not in passage.language.words("words", "articles"):
                continue
            yield self.finding(passage, *match.span(), f"A full stop and a bracket cut the sentence after “{match.group(1)}”.", score=0.93)
        for match in _AFTER_POSSESSIVE.finditer(passage.text):
            yield self.finding(passage, *match.span(), f"The bracket “({match.group(1)})” parts a possessive from its noun.", score=0.7)
