"""The rule repeated-sentence."""

from __future__ import annotations

from collections.abc import Iterator

from ...core.document import Passage
from ...core.finding import Finding, Severity
from ...core.record import Row
from ...core.rule import Bad, Good, Rule, Scope, end_before
from ...core.tokens import length_in_words

_MIN_WORDS = 5
_MIN_WORDS_FAR = 10
_NEAR = 2
_FAR = 100
_MOST_OFTEN = 3


class _Place(Row):
    passage: Passage
    number: int
    start: int
    end: int
    words: int

    def after(self, other: _Place) -> int:
        """How many sentences on from the other place, which stands before; some large number if it is far away."""
        block, other_block = self.passage.number or 0, other.passage.number or 0
        if block - other_block > _NEAR:  # every block between has a sentence
            return _FAR
        passages = self.passage.document.passages
        return self.number - other.number + sum(len(passages[number].sentences) for number in range(other_block, block))


class RepeatedSentence(Rule):
    """A sentence stands twice in the text.

    What it finds: a sentence of at least five words that comes again within two sentences, a long one that comes again
    anywhere, and a heading that opens the text below it as a sentence. Whole paragraphs that come again belong to
    another rule.

    Why it matters: pieces of the text were translated twice, or a machine began anew.

    When it errs: in refrains and notices; a sentence that comes more than three times is taken as one.

    The fix takes the second one away; a heading's sentence is left to a person.
    """

    scope = Scope.DOCUMENT
    severity = Severity.MAJOR
    bad = (
        Bad(
            "The harbour was closed for a week.⟦ The harbour was closed for a week.⟧ Nobody knew why.",
            fixed="The harbour was closed for a week. Nobody knew why.",
        ),
        Bad(
            "The council of the old town met on Monday to talk about the harbour. It rained.\n\nNobody came. It was late.⟦ The council of "
            "the old town met on Monday to talk about the harbour.⟧",
            fixed="The council of the old town met on Monday to talk about the harbour. It rained.\n\nNobody came. It was late.",
        ),
        Bad(
            "渡轮在中午离开了旧港口。⟦渡轮在中午离开了旧港口。⟧没有人知道为什么。",
            fixed="渡轮在中午离开了旧港口。没有人知道为什么。",
            language="zh",
        ),
        Bad("The Harbour Is Closed for a Week\n\n⟦The harbour is closed for a week.⟧ Nobody knew why."),
    )
    good = (
        Good("The harbour was closed. Nobody knew why. The harbour was closed.", "a short sentence that frames a thought"),
        Good("No. No. No. “I don’t know that at all.” “I don’t know that at all.”", "an answer in speech"),
        Good("Roll on, roll on, you deep dark sea\nand bring my lover home\nRoll on, roll on, you deep dark sea", "a refrain in verse"),
        Good("The harbour at night\n\nThe harbour at night is dark. Nobody comes.", "a heading that a sentence takes up"),
        Good("See the note on page five.\n\nSee the note on page five.", "a short notice as a paragraph"),
    )

    def check(self, passage: Passage) -> Iterator[Finding]:
        first: dict[str, _Place] = {}
        again: dict[str, list[_Place]] = {}
        for at in passage.document.recurring:
            block = passage.document.passages[at]
            yield from self._heading_again(block)
            spans = block.sentences
            for number, span in enumerate(spans):
                sentence = block.text[span.start : span.end]
                key = " ".join(sentence.lower().split())
                words = length_in_words(sentence)
                if words < _MIN_WORDS or len(spans) < 2 or sentence[0] in '“"‘「『':
                    continue
                place = _Place(block, number, span.start, span.end, words)
                if key in first:
                    again.setdefault(key, []).append(place)
                else:
                    first[key] = place
        for key, places in again.items():
            if len(places) <= _MOST_OFTEN:
                yield from self._repeated(first[key], places)

    def _heading_again(self, block: Passage) -> Iterator[Finding]:
        """A heading that comes again as the first sentence below it."""
        heading = block.previous
        if heading is None or len(heading.words) < _MIN_WORDS or block.words.lower[: len(heading.words)] != heading.words.lower:
            return
        if heading.is_heading and not block.is_heading and block.words.at(block.sentences[0].end) == len(heading.words):
            first = block.sentences[0]
            related = [(heading.start - block.start, heading.span.end - block.start)]
            yield self.finding(block, first.start, first.end, "This sentence says the heading again.", score=0.7, related=related)

    def _repeated(self, first: _Place, places: list[_Place]) -> Iterator[Finding]:
        before = first
        for place in places:
            near = place.after(before) <= _NEAR
            before = place
            frames_a_thought = near and place.after(first) == _NEAR and place.words < _MIN_WORDS + 2
            if frames_a_thought or (not near and place.words < _MIN_WORDS_FAR):
                continue
            start = end_before(place.passage.text, place.start)
            yield self.finding(
                place.passage,
                start,
                place.end,
                "This sentence stood in the text before.",
                score=0.85 if near else 0.65,
                edits=[(start, place.end, "")],
                related=[(first.passage.start + first.start - place.passage.start, first.passage.start + first.end - place.passage.start)],
            )
