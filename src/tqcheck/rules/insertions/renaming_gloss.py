"""The rule renaming-gloss."""

from __future__ import annotations

from collections.abc import Iterator

from ...core.document import Passage
from ...core.finding import Finding
from ...core.rule import Bad, Compared, Good, Rule, Stage
from ._brackets import Bracket, brackets, has_as_many, is_legitimate, with_space


class RenamingGloss(Rule):
    """A bracket merely names again what stands before it.

    What it finds: a bracket whose words all stand in the words before it, or a bracket that names a pronoun.

    Why it matters: it tells nothing, and it was put there to keep two wordings of the source.

    When it errs: where a text explains how a name is shortened. Its precision is not known yet, so it is a preview.

    The fix takes the bracket away.
    """

    stage = Stage.PREVIEW
    triggers = "(（"
    bad = (
        Bad("The Harbour Guild of Alder ⟦(Alder Harbour Guild)⟧ met in May.", fixed="The Harbour Guild of Alder met in May."),
        Bad("Nobody knows when it ⟦(the old ferry)⟧ will sail again.", fixed="Nobody knows when it will sail again."),
    )
    good = (
        Good("The Old Harbour Guild (OHG) met in May.", "an abbreviation"),
        Good("Port Alder (Norland) won the cup.", "a place in a country"),
        Good("The tenant (“the Tenant”) pays.", "a defined term"),
        Good("The ferry (an old one) sails.", "an apposition that tells something"),
        Good("Ines Roth (née Brenner) spoke.", "a birth name"),
        Good("It (and only it) will sail; he (like others) agreed.", "an aside"),
    )

    def is_excused(self, compared: Compared) -> bool:
        """A bracket that the partner has as well is no insertion."""
        return bool(compared.theirs) or has_as_many(compared.passage, compared.counterpart)

    def check(self, passage: Passage) -> Iterator[Finding]:
        for bracket in brackets(passage):
            if bracket.opener == "[" or passage.in_speech(bracket.start) or is_legitimate(passage, bracket):
                continue
            head = self._renamed(passage, bracket)
            if head:
                yield self.finding(
                    passage,
                    bracket.start,
                    bracket.end,
                    f"The bracket “({bracket.inside})” only names “{head}” again.",
                    score=0.65,
                    edits=[with_space(passage, bracket)],
                )

    def _renamed(self, passage: Passage, bracket: Bracket) -> str:
        """The words that the bracket names again, or nothing."""
        language, words = passage.language, passage.words
        inside = [words.lower[n] for n in range(words.at(bracket.start), words.at(bracket.end - 1))]
        number = words.at(bracket.start) - 1
        if number < 0 or not inside or words.ends[number] < bracket.start - 1 or not bracket.inside[0].isalpha():
            return ""
        definite = language.words("insertions", "definite_articles")
        if words.lower[number] in language.words("insertions", "renamed_pronouns") and inside[0] in definite and 2 <= len(inside) <= 4:
            return words[number]
        before = [words.lower[n] for n in range(max(0, number - len(inside) - 2), number + 1)]
        little = language.words("words", "articles") | language.words("words", "prepositions")
        names = [word for word in inside if word not in little]
        first = bracket.inside.partition(" ")[2] if inside[0] in definite else bracket.inside
        capital = first[:1].isupper() and words[number][0].isupper()
        if len(names) >= 2 and capital and all(name in before for name in names) and inside != before[-len(inside) :]:
            return words.text[words.starts[max(0, number - len(inside) - 1)] : words.ends[number]]
        return ""
