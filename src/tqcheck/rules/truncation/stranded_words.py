"""The rule stranded-words."""

from __future__ import annotations

from collections.abc import Iterator

from ...core.document import Passage
from ...core.finding import Finding
from ...core.pattern import pattern
from ...core.rule import Bad, Good, Rule
from ...core.triggers import ALONE, OPENING_NUMBER, sight, word

_SHORT = pattern(r"(?:\A|(?<=([.!?…])[\"”’»)]{0,2}\s))(\p{L}++(?:\s\p{L}++)?)(\.)(?=[\"”’»)]*+(?:\s|\Z))")
_FUNCTIONAL = ("articles", "prepositions", "conjunctions", "determiners", "auxiliaries")
_NUMERAL = pattern(r"(?<=[.!?][\"”’»)]{0,2}\s)(\p{Nd}{1,2})\s(?=(\p{Lu}\p{Ll}++)\s\p{Ll})")


class StrandedWords(Rule):
    """A word or two that mean nothing alone stand as a sentence.

    What it finds: a sentence of one or two prepositions, articles, conjunctions and the like, and a numeral between
    two sentences that belongs to neither.

    Why it matters: it is the rest of something that was cut away.

    When it errs: where a speaker is cut short, and in notes whose numbers have lost their raised position.

    The fix takes the rest away.
    """

    triggers = (
        word(ALONE, "truncation", "stranded"),
        word(ALONE, "words", "articles", "prepositions", "conjunctions", "determiners", "auxiliaries"),
        sight(OPENING_NUMBER),
    )
    bad = (
        Bad("The boats come back at night, you see. ⟦of.⟧", fixed="The boats come back at night, you see."),
        Bad("The boats come back at night. ⟦without.⟧", fixed="The boats come back at night."),
        Bad("They counted the nets. ⟦And the.⟧ Then they went home.", fixed="They counted the nets. Then they went home."),
        Bad("“We were glad of the bus.” ⟦1⟧ The road was mended in May.", fixed="“We were glad of the bus.” The road was mended in May."),
    )
    good = (
        Good("Is he in or out? In. And you?", "an answer"),
        Good("It was cold. It was. Nobody minded.", "a sentence with a subject"),
        Good("He tried. So did we. And yet.", "short sentences of good style"),
        Good("We thank Dr. A. Reyes and Prof. J. Lund.", "initials"),
        Good("They won. 12 Boats of the club came home.", "a number that counts"),
        Good("See p. 4 of the report. No. 5 is new.", "abbreviations"),
    )

    def check(self, passage: Passage) -> Iterator[Finding]:
        text = passage.text
        stranded = passage.language.words("truncation", "stranded")
        for match in _SHORT.finditer(text) if stranded else ():
            functional = stranded.union(*(passage.language.words("words", key) for key in _FUNCTIONAL))
            words, small = match[2].split(), passage.language.is_small(match[2][0]) and match.start() > 0
            if (
                match[1] == "?"
                or (len(match[2]) == 1 and match[2].isupper())
                or self._is_abbreviation(passage, match.start())
                or any(word.lower() not in (functional if small else stranded) for word in words)
            ):
                continue
            yield self._rest(passage, match.start(2), match.end(3), 0.9 if small else 0.75)
        for match in _NUMERAL.finditer(text):
            openers = passage.language.words("words", "articles") | passage.language.words("words", "pronouns")
            if match[2].lower() in openers:
                yield self._rest(passage, match.start(1), match.end(1), 0.65)

    def _is_abbreviation(self, passage: Passage, place: int) -> bool:
        """True if the full stop before the place belongs to an abbreviation."""
        before = passage.text[max(0, place - 20) : place].rstrip(" .").rpartition(" ")[2]
        return before.lower() in passage.language.words("sentences", "abbreviations")

    def _rest(self, passage: Passage, start: int, end: int, score: float) -> Finding:
        text = passage.text
        cut = (start - 1, end) if start else (start, min(end + 1, len(text)))
        return self.finding(
            passage, start, end, f"“{text[start:end]}” stands alone and belongs to no sentence.", score=score, edits=[(*cut, "")]
        )
