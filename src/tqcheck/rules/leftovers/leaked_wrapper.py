"""The rule leaked-wrapper."""

from __future__ import annotations

from collections.abc import Iterator

from ...core.document import Passage
from ...core.finding import Finding, Severity
from ...core.pattern import pattern
from ...core.rule import Bad, Good, Rule, Scope
from ...core.triggers import holds
from ._places import code_spans, excerpt, in_code

_TAG = pattern(
    r"""(?xi)
    </?(?:final|target|source|translated|output|input|original)?[_-]?(?:text|translation|output|response|answer|result|thinking|think|scratchpad)>
    | <</?[a-z][\w-]{2,40}+>>
    """
)
_FENCE = pattern(r"(?:```|~~~)\s?\w{0,20}+\Z|(?:```|~~~)\w{0,20}+(?=\s)|(?<=\S\s?)```\Z")
_OBJECT = pattern(
    r"""(?xi)
    \{\s*+["'](?:translat\w{1,12}|(?:target|source|output|final)?_?text|target|output|result|response|content)["']\s*+:\s*+["']
    """
)


class LeakedWrapper(Rule):
    """The wrapper that a program put around the translation was left in the text.

    What it finds: tags such as `<finaltext>`, a JSON object around the text, a code fence that opens or closes it.

    Why it matters: the text comes straight from a machine, and nobody looked at it.

    When it errs: in texts about such formats without code marks.

    The fix takes a tag or a fence away; for an object it shows none.
    """

    scope = Scope.DOCUMENT
    severity = Severity.CRITICAL
    triggers = (holds("<`~{"),)
    bad = (
        Bad("⟦<finaltext>⟧The ferry sails.⟦</finaltext>⟧", fixed="The ferry sails."),
        Bad('⟦{"translation": "⟧The ferry sails at noon."}'),
        Bad("⟦```text⟧\nThe ferry sails.\n⟦```⟧", fixed="\nThe ferry sails.\n"),
        Bad("The ferry sails.\n\n⟦<<end-explanation>>⟧", fixed="The ferry sails.\n\n"),
    )
    good = (
        Good("Run this:\n\n```\nferry --now\n```\n\nThen wait.", "a fence inside the text"),
        Good("The tag `<text>` opens the field.", "a code span"),
        Good("The set {a, b} and the note “text”: both are short.", "brackets and marks"),
    )

    def check(self, passage: Passage) -> Iterator[Finding]:
        fences = 0
        for block in passage.document.candidates(self.name):
            fences += _is_fence(block)
            code = code_spans(block)
            for match in _TAG.finditer(block.text) if "<" in block.text else ():
                if not in_code(code, match.start()):
                    yield self._found(block, *match.span(), removable=True)
        passages = passage.document.passages
        if passages:
            yield from self._around(passages[0], passages[-1], fences=fences)

    def _around(self, first: Passage, last: Passage, *, fences: int) -> Iterator[Finding]:
        """What stands at the very start and the very end of the text."""
        opening = _OBJECT.match(first.text)
        if opening:
            yield self._found(first, *opening.span(), removable=False)
        opened, closed = _FENCE.match(first.text), _FENCE.match(last.text)
        around = opened and closed and last is not first and fences <= 2
        if opened and (around or fences == 1):
            yield self._found(first, *opened.span(), removable=True)
        if closed and last is not first and (around or fences == 1):
            yield self._found(last, *closed.span(), removable=True)

    def _found(self, block: Passage, start: int, end: int, *, removable: bool) -> Finding:
        whole = block.document.whole
        start, end = block.start + start, block.start + end
        return self.finding(
            whole,
            start,
            end,
            f"“{excerpt(whole.text[start:end])}” belongs to the program that made the translation.",
            score=0.93,
            edits=[(start, end, "")] if removable else (),
        )


def _is_fence(block: Passage) -> bool:
    return block.text.startswith(("```", "~~~"))
