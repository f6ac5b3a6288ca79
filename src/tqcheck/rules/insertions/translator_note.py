"""The rule translator-note."""

from __future__ import annotations

from collections.abc import Iterator

from ...core.document import Passage
from ...core.finding import Finding, Severity
from ...core.rule import Bad, Good, Rule
from ._brackets import brackets, with_space


class TranslatorNote(Rule):
    """A note about the translation was left in the text.

    What it finds: a bracket that speaks of the original, the translator or a literal meaning, or that leaves an
    alternative open.

    Why it matters: it is meant for the editor and not for the reader.

    When it errs: in texts about translation, and where a project publishes such notes.

    The fix takes the note away.
    """

    severity = Severity.MAJOR
    triggers = "([（"
    bad = (
        Bad("He lost his head. ⟦(Translator's note: an idiom for fear.)⟧ Then he ran.", fixed="He lost his head. Then he ran."),
        Bad("He had cold feet ⟦[literally: “cold soles”]⟧ and ran.", fixed="He had cold feet and ran."),
        Bad("He sat at the bank ⟦(alternatively: shore)⟧ and slept.", fixed="He sat at the bank and slept."),
        Bad("It is a dog’s life ⟦(Note: the original uses a pun here)⟧.", fixed="It is a dog’s life."),
    )
    good = (
        Good("The translator’s note on page 5 is long.", "no bracket"),
        Good("He said [sic] that he […] was there (see note 5).", "editor's marks"),
        Good("The original (now in Port Alder) was sold.", "the word original in its plain sense"),
    )

    def check(self, passage: Passage) -> Iterator[Finding]:
        patterns = [passage.language.pattern("insertions", key) for key in ("note_patterns", "alternative_patterns")]
        for bracket in brackets(passage):
            if any(pattern and pattern.match(bracket.inside.lstrip()) for pattern in patterns):
                yield self.finding(
                    passage,
                    bracket.start,
                    bracket.end,
                    f"“{passage.text[bracket.start : bracket.end]}” is a note about the translation.",
                    score=0.85,
                    edits=[with_space(passage, bracket)],
                )
