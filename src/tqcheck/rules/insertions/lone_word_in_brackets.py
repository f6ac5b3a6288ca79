"""The rule lone-word-in-brackets."""

from __future__ import annotations

from collections.abc import Iterator

from ...core.document import Passage
from ...core.finding import Finding, Severity
from ...core.pattern import pattern
from ...core.rule import Bad, Compared, Good, Rule
from ._brackets import has_as_many

_LONE = pattern(r"(?<!\w)\((\p{L}{1,8}+)[,.،]?\)(?!\w)|（(\p{L}{1,8}+)[，、,.]?）")


class LoneWordInBrackets(Rule):
    """A function word stands alone in brackets.

    What it finds: `(and,)`, `(but)`, `(of)` and the like.

    Why it matters: the machine marked a word that it had put in, and left the mark.

    When it errs: in grammars and word lists.

    The fix takes the brackets away.
    """

    severity = Severity.MAJOR
    triggers = "(（"
    bad = (
        Bad("The gate was open, ⟦(but,)⟧ to our surprise, nobody came.", fixed="The gate was open, but, to our surprise, nobody came."),
        Bad("渡轮⟦（和）⟧小船都留在港口。", fixed="渡轮和小船都留在港口。", language="zh"),
        Bad("船⟦（または）⟧車で来てください。", fixed="船または車で来てください。", language="ja"),
        Bad("The ships ⟦(and)⟧ boats of the town stayed.", fixed="The ships and boats of the town stayed."),
        Bad("Die Schiffe ⟦(und)⟧ Boote der Stadt blieben.", fixed="Die Schiffe und Boote der Stadt blieben.", language="de"),
        Bad("Les navires ⟦(et)⟧ les barques restèrent.", fixed="Les navires et les barques restèrent.", language="fr"),
    )
    good = (
        Good("Choose (a) the first, (b) the second or (i) none.", "list marks"),
        Good("The ship(s) and the (un)happy crew left (see above).", "endings and references"),
        Good("Lehrer(innen), étudiant(e)s, siehe (a) und (b).", "endings and list marks", "de"),
    )

    def is_excused(self, compared: Compared) -> bool:
        """A bracket that the partner has as well is no insertion."""
        return bool(compared.theirs) or has_as_many(compared.passage, compared.counterpart)

    def check(self, passage: Passage) -> Iterator[Finding]:
        lone = passage.language.words("insertions", "lone_words")
        for match in _LONE.finditer(passage.text):
            written = match.group(1) or match.group(2)
            word = written.lower()
            is_list_mark = len(word) < 2 and passage.language.has_case and "," not in match.group()
            if word not in lone or is_list_mark:
                continue
            yield self.finding(
                passage,
                *match.span(),
                f"The word “{written}” stands alone in brackets.",
                score=0.85,
                edits=[(*match.span(), match.group()[1:-1])],
            )
