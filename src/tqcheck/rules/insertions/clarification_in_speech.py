"""The rule clarification-in-speech."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

from ...core.document import Passage
from ...core.finding import Finding, Severity
from ...core.rule import Bad, Compared, Good, Rule
from ...core.span import Span
from ._brackets import Bracket, brackets, has_as_many, is_legitimate, with_space

_MAX_WORDS = 12
_LONGEST_TITLE = 1000


class ClarificationInSpeech(Rule):
    """A round bracket inside direct speech explains what the speaker did not say.

    What it finds: a bracket with words in the middle of quoted speech. Editors mark what they add with square
    brackets, or rewrite the sentence.

    Why it matters: the speaker seems to have said it, and the sentence often falls apart around it.

    When it errs: where a written text is quoted that has the bracket itself.

    The fix takes the bracket away; what it explains may then be missing.
    """

    severity = Severity.MAJOR
    triggers = "(（"
    bad = (
        Bad("“We believe it ⟦(the company)⟧ will pay us,” Roth said.", fixed="“We believe it will pay us,” Roth said."),
        Bad("“Every boat ⟦(from the two islands)⟧ has to be counted,” she said.", fixed="“Every boat has to be counted,” she said."),
        Bad("He said: “We never saw Norland’s ⟦(NRL)⟧ ships at sea.”", fixed="He said: “We never saw Norland’s ships at sea.”"),
        Bad(
            "„Wir glauben, dass sie ⟦(die Firma)⟧ uns bezahlt“, sagte Roth.",
            fixed="„Wir glauben, dass sie uns bezahlt“, sagte Roth.",
            language="de",
        ),
        Bad(
            "« Nous croyons qu’elle ⟦(la compagnie)⟧ nous paiera », dit Roth.",
            fixed="« Nous croyons qu’elle nous paiera », dit Roth.",
            language="fr",
        ),
    )
    good = (
        Good("“We believe [the company] will pay us,” Roth said.", "square brackets are the editor's own"),
        Good("“The European Space Agency (ESA) has paid us since 2010,” she said.", "an abbreviation is introduced"),
        Good("“I never said that (laughs) in my life,” she said.", "a stage direction"),
        Good("“We met on the first day (Friday) of the month of May,” she said.", "a weekday"),
        Good("“The man (66) came from the harbour at noon,” she said.", "an age"),
        Good("The ministry (of the sea) said nothing.", "narration"),
        Good("The essay “On Bridges (and Other Ways Across the River)” is short.", "a title"),
        Good("„Das habe ich (lacht) so nie gesagt, wirklich nicht“, sagte sie.", "a stage direction", "de"),
        Good(
            "„Die Europäische Zentralbank (EZB) und die Lehrer(innen) zahlen seit Jahren“, sagte sie.",
            "an abbreviation whose letters stand inside words",
            "de",
        ),
        Good("« L’Organisation du traité de l’Ouest (OTO) nous paie depuis longtemps », dit-elle.", "an abbreviation after elisions", "fr"),
    )

    def is_excused(self, compared: Compared) -> bool:
        """A bracket that the partner has as well is no insertion."""
        return bool(compared.theirs) or has_as_many(compared.passage, compared.counterpart)

    def check(self, passage: Passage) -> Iterator[Finding]:
        for bracket in brackets(passage):
            if bracket.opener == "[" or not passage.in_speech(bracket.start) or is_legitimate(passage, bracket):
                continue
            score = self._score(passage, bracket)
            if score >= 0.5:
                yield self.finding(
                    passage,
                    bracket.start,
                    bracket.end,
                    f"The bracket “({bracket.inside})” stands inside direct speech: the speaker did not say it.",
                    score=score,
                    edits=[with_space(passage, bracket)],
                )

    def _score(self, passage: Passage, bracket: Bracket) -> float:
        language, words = passage.language, passage.words
        inside = bracket.inside.lower().strip(" .,!")
        if inside.split(" ")[0] in language.words("insertions", "stage_directions") or bracket.inside.count(" ") >= _MAX_WORDS:
            return 0.2
        if inside.rpartition(" ")[2] in language.words("insertions", "editor_signs"):
            return 0.2
        if _is_in_title(passage, bracket):
            return 0.3
        number = words.at(bracket.start) - 1
        before = words.lower[number] if number >= 0 else ""
        explains = before in language.words("words", "pronouns") or before.endswith(("'s", "‘s"))
        return 0.92 if explains else 0.2 if language.value("insertions", "brackets_in_speech", False) else 0.75


def _is_in_title(passage: Passage, bracket: Bracket) -> bool:
    """True if the quotation around the bracket is a title: most of its words have capitals."""
    spans = passage.quotation.speech
    number = bisect_right(spans, bracket.start, key=_start) - 1
    speech = spans[number] if number >= 0 and spans[number].holds(bracket.start) else None
    if speech is None or speech.end - speech.start > _LONGEST_TITLE:
        return False
    words = passage.text[speech.start : speech.end].split()
    capital = sum(word.strip("(“‘").istitle() for word in words)
    return len(words) < 16 and capital * 2 > len(words)


def _start(span: Span) -> int:
    return span.start
