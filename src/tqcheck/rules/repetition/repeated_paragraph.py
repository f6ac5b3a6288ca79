"""The rule repeated-paragraph."""

from __future__ import annotations

from collections.abc import Iterator

from ...core.document import Passage
from ...core.finding import Finding, Severity
from ...core.rule import Bad, Good, Rule, Scope
from ...core.tokens import length_in_words

_FINAL = (".", "!", "?", "。", "！", "？", "؟")
_MIN_WORDS = 12
_MIN_WORDS_AT_ONCE = 7
_MOST_OFTEN = 2
_MOST_BETWEEN = 3
_NEAR = 10


class RepeatedParagraph(Rule):
    """A paragraph stands twice in the text.

    What it finds: a paragraph of at least twelve words, with a final mark, that comes again within ten paragraphs; at once
    after the first one, seven words are enough. What comes again much later is scored low: in a file of many pages it is
    most often a notice.

    Why it matters: a piece of the text was translated or pasted twice.

    When it errs: where a notice or a form is repeated on purpose; what comes more than twice again is taken as such.

    There is no fix: which of the two stays must be told by a person.
    """

    scope = Scope.DOCUMENT
    severity = Severity.MAJOR
    bad = (
        Bad(
            "The council met on Monday to talk about the harbour of the old town.\n\n"
            "It rained.\n\n"
            "⟦The council met on Monday to talk about the harbour of the old town.⟧"
        ),
        Bad(
            "Ships may stay for two days in the harbour of the town. It is free.\n\n"
            "⟦Ships may stay for two days in the harbour of the town. It is free.⟧"
        ),
        Bad("船は正午に古い港を出て、島へ向かった。\n\n⟦船は正午に古い港を出て、島へ向かった。⟧", language="ja"),
        Bad("The harbour was closed for a week.\n⟦The harbour was closed for a week.⟧\nNobody knew why."),
        Bad(
            "The first gate of the old town was built of wood and burned down.\n\n"
            "The second gate of the old town was built of stone and still stands.\n\n"
            "⟦The first gate of the old town was built of wood and burned down.\n\n"
            "The second gate of the old town was built of stone and still stands.⟧"
        ),
    )
    good = (
        Good("See the note on page five.\n\nIt rained.\n\nSee the note on page five.", "a short notice"),
        Good(
            "The old ferry sails at noon on every day but on Sunday in winter.\n\n"
            + "Tide.\n\n" * 12
            + "The old ferry sails at noon on every day but on Sunday in winter.",
            "a notice that comes again on a later page",
        ),
        Good("Row on, my lads, row on.\nRow on, my lads, row on.\nThe tide is low.", "a refrain line after line"),
        Good("Roll on, you deep sea,\nand bring her home\n\nIt was long.\n\nRoll on, you deep sea,\nand bring her home", "a refrain"),
        Good(
            "Name of the ship and of its owner, as in the register of the harbour\n\n1\n\n"
            "Name of the ship and of its owner, as in the register of the harbour",
            "a label without a final mark",
        ),
    )

    def check(self, passage: Passage) -> Iterator[Finding]:
        first: dict[str, int] = {}
        twins: dict[int, int] = {}
        count: dict[str, int] = {}
        blocks = passage.document.passages
        for number in passage.document.recurring:
            key = _key(blocks[number])
            if key is None:
                continue
            count[key] = count.get(key, 0) + 1
            if first.setdefault(key, number) != number and (number - first[key] == 1 or length_in_words(key) >= _MIN_WORDS):
                twins[number] = first[key]
        for start, end in _runs({number: twin for number, twin in twins.items() if count[_key(blocks[number]) or ""] <= _MOST_OFTEN + 1}):
            yield self._repeated(passage, start, end, twins[start])

    def _repeated(self, passage: Passage, start: int, end: int, twin: int) -> Finding:
        blocks = passage.document.passages
        what = "This paragraph" if end == start else f"These {end - start + 1} paragraphs"
        place = blocks[start].start, blocks[end].span.end
        related = [(blocks[twin].start, blocks[twin + end - start].span.end)]
        score = 0.85 if start - twin <= _NEAR else 0.45
        return self.finding(passage, *place, f"{what} stood in the text before.", score=score, related=related)


def _key(block: Passage) -> str | None:
    """What two equal paragraphs share, or None for a paragraph that does not count."""
    if len(block.text) < 2 * _MIN_WORDS_AT_ONCE or not block.text.rstrip('”"’)」』）').endswith(_FINAL):
        return None
    key = " ".join(block.text.lower().split())
    return key if length_in_words(key) >= _MIN_WORDS_AT_ONCE else None


def _runs(twins: dict[int, int]) -> Iterator[tuple[int, int]]:
    """First and last number of each run of paragraphs whose twins follow each other alike: they were repeated as one.

    Short paragraphs, which do not count, may stand between.
    """
    start = last = None
    for number, twin in sorted(twins.items()):
        if start is not None and last is not None and number - last == twin - twins[last] <= _MOST_BETWEEN + 1:
            last = number
            continue
        if start is not None and last is not None:
            yield start, last
        start = last = number
    if start is not None and last is not None:
        yield start, last
