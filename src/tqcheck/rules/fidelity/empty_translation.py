"""The rule empty-translation."""

from __future__ import annotations

from collections.abc import Iterator

from ...core.alignment import Partner
from ...core.document import Passage
from ...core.finding import Finding, Severity
from ...core.pattern import pattern
from ...core.rule import Bad, Good, Rule, Scope
from ._places import counterpart

_SAYS_SOMETHING = pattern(r"[\p{L}\p{N}\p{S}]")
_LETTER = pattern(r"\p{L}")
_SAYS_MUCH = pattern(r"(?:\p{L}[^\p{L}]{0,9}){4}|[\p{Han}\p{Hiragana}\p{Katakana}]{2}")


class EmptyTranslation(Rule):
    """Where the source has words, the translation has nothing but marks.

    What it finds: a paragraph or string of marks alone, such as a lone full stop, where the source says something, and a text that is
    empty as a whole.

    Why it matters: nothing was translated.

    When it errs: in tables where a dash stands for an abbreviation of “not applicable”.

    There is no fix: the words are missing.
    """

    severity = Severity.CRITICAL
    scope = Scope.DOCUMENT
    needs = frozenset({Partner.SOURCE})
    uses = frozenset()
    bad = (
        Bad("⟦.⟧", source="Die Netze trocknen auf der Mole."),
        Bad("The nets are dry.\n\n⟦…⟧\n\nThe ferry is late.", source="网干了。\n\n船帆是红色的。\n\n渡轮晚点了。", source_language="zh"),
    )
    good = (
        Good("* * *", "the source has marks alone too", source="***"),
        Good("—", "a dash in a table", source="k. A."),
        Good("👍", "a sign that says it", source="Gut gemacht"),
        Good("42", "a number", source="zweiundvierzig"),
    )

    def check(self, passage: Passage) -> Iterator[Finding]:
        document = passage.document
        source = document.source
        if source is None:
            return
        if not len(document):
            if _LETTER.search(source.text):
                yield self.finding(passage, 0, len(passage.text), "The translation is empty.", score=0.97)
            return
        for number in range(len(document)):
            start, end = document.blocks.starts[number], document.blocks.ends[number]
            if _SAYS_SOMETHING.search(document.text, start, end) is None:
                theirs = document.counterpart(number, Partner.SOURCE)
                if theirs is not None and _SAYS_MUCH.search(theirs.text):
                    yield self._of_a_block(passage, start, end, theirs)

    def _of_a_block(self, passage: Passage, start: int, end: int, theirs: Passage) -> Finding:
        message = f"The source says something here, the translation has only “{passage.text[start:end][:20]}”."
        return self.finding(
            passage, start, end, message, score=0.97, counterparts=[counterpart(Partner.SOURCE, theirs, 0, len(theirs.text))]
        )
