"""The rule empty-sentence."""

from __future__ import annotations

from collections.abc import Iterator

from ...core.document import Passage
from ...core.finding import Finding, Severity
from ...core.pattern import pattern
from ...core.rule import Bad, Good, Rule
from ...core.triggers import WORDLESS, sight

_MARKS_ALONE = pattern(r"[.,;:。，；：、\"'“”‘’«»()\[\]（）\s]{1,12}+")
_ELLIPSIS = pattern(r"\.\s*+\.")


class EmptySentence(Rule):
    """A paragraph holds marks and no word.

    What it finds: a block of nothing but a full stop, a comma, brackets or quotation marks. The words that they
    belonged to are gone.

    Why it matters: a whole sentence is missing.

    When it errs: where a text shows a mark by itself.

    There is no fix: the words cannot be known.
    """

    severity = Severity.MAJOR
    triggers = (sight(WORDLESS),)
    bad = (
        Bad("⟦.⟧"),
        Bad("The ferry left at noon.\n\n⟦”.⟧\n\nThe town was quiet."),
        Bad("She read the letter.\n\n⟦( )⟧\n\nThen she left."),
    )
    good = (
        Good("The ferry left.\n\n* * *\n\nThe town was quiet.", "a separator"),
        Good("The ferry left.\n\n---\n\nThe town was quiet.", "a rule"),
        Good("“Well?”\n\n“…”\n\n“Say something.”", "a silence in dialogue"),
        Good("He waited.\n\n...\n\nNobody came.", "an ellipsis alone"),
        Good("The ferry left.\n\n. . .\n\nThe town was quiet.", "a spaced ellipsis"),
        Good("“What?”\n\n“?!”\n\n“Yes.”", "surprise in dialogue"),
    )

    def check(self, passage: Passage) -> Iterator[Finding]:
        text = passage.text
        if len(text) > 12 or not _MARKS_ALONE.fullmatch(text) or _ELLIPSIS.search(text):
            return
        yield self.finding(passage, 0, len(text), f"“{text}” stands alone: the words around it are gone.", score=0.9)
