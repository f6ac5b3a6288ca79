"""The rule repeated-paragraph."""

from __future__ import annotations

from collections.abc import Iterator

from ...core.document import Passage
from ...core.finding import Finding, Severity
from ...core.rule import Bad, Good, Rule, Scope

_MIN_WORDS = 12
_MOST_OFTEN = 2


class RepeatedParagraph(Rule):
    """A paragraph stands twice in the text.

    What it finds: a paragraph of at least twelve words, with a final mark, that comes again.

    Why it matters: a piece of the text was translated or pasted twice.

    When it errs: where a notice or a form is repeated on purpose; what comes more than twice again is taken as such.

    There is no fix: which of the two stays must be told by a person.
    """

    scope = Scope.DOCUMENT
    severity = Severity.MAJOR
    bad = (
        Bad(
            "The council met on Monday to talk about the harbour of the old town.\n\nIt rained.\n\n⟦The council met on Monday to talk "
            "about the harbour of the old town.⟧"
        ),
        Bad(
            "Ships may stay for two days in the harbour, and nobody has to pay for them. It is free.\n\n⟦Ships may stay for two days in the "
            "harbour, and nobody has to pay for them. It is free.⟧"
        ),
    )
    good = (
        Good("See the note on page five.\n\nIt rained.\n\nSee the note on page five.", "a short notice"),
        Good(
            "Roll on, you deep dark sea,\nand bring my lover home\n\nThe winter was long.\n\nRoll on, you deep dark sea,\nand bring my lover home",
            "a refrain",
        ),
        Good("Name of the ship and of its owner, as in the register of the harbour\n\n1\n\nName of the ship and of its owner, as in the register "
             "of the harbour", "a label without a final mark"),
    )

    def check(self, passage: Passage) -> Iterator[Finding]:
        first: dict[str, Passage] = {}
        again: dict[str, list[Passage]] = {}
        for block in passage.document.passages:
            if len(block.text) < 3 * _MIN_WORDS or not block.text.rstrip("”\"’)").endswith((".", "!", "?")):
                continue
            key = " ".join(block.text.lower().split())
            if key.count(" ") + 1 < _MIN_WORDS:
                continue
            if key in first:
                again.setdefault(key, []).append(block)
            else:
                first[key] = block
        for key, blocks in again.items():
            if len(blocks) <= _MOST_OFTEN:
                yield from (self._repeated(first[key], block) for block in blocks)

    def _repeated(self, first: Passage, block: Passage) -> Finding:
        related = [(first.start - block.start, first.span.end - block.start)]
        return self.finding(block, 0, len(block.text), "This paragraph stood in the text before.", score=0.8, related=related)
