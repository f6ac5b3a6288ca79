"""The rule entity-residue."""

from __future__ import annotations

from collections.abc import Iterator

from ...core.document import Passage
from ...core.finding import Finding, Safety
from ...core.pattern import pattern
from ...core.rule import Bad, Good, Rule
from ...core.triggers import BEFORE_MARK, holds, literal
from ._places import code_spans, in_code, is_markup

_ENTITY = pattern(
    r"&(?:amp;)*(?:#\d{1,7}+|#[xX][0-9a-fA-F]{1,6}+|[A-Za-z][A-Za-z0-9]{1,30}+);"
    r"|&\s?(?:amp|quot|apos|nbsp|lt|gt|#\s?39|#\s?34|#\s?160)\s?;|(?<![\w&'’‘ʼ])(?:quot|nbsp|apos|amp);"
)
_SPACE = pattern(r"\s")
_DEPTH = 4


class EntityResidue(Rule):
    """A character reference of HTML stands in plain text.

    What it finds: `&quot;`, `&#39;`, `&amp;amp;` and the like, also when they were torn apart (`& quot ;`).

    Why it matters: readers see code in place of a character.

    When it errs: where HTML is explained or quoted; blocks with tags and code spans are left alone.

    The fix writes the character.
    """

    triggers = (holds("&"), literal(BEFORE_MARK, "quot", "nbsp", "apos", "amp"))
    bad = (
        Bad("Roth ⟦&amp;⟧ Sons said it⟦&#39;⟧s late.", fixed="Roth & Sons said it's late."),
        Bad("The firm Roth ⟦&amp;amp;⟧ Sons.", fixed="The firm Roth & Sons."),
        Bad("She said ⟦& quot ;⟧no.", fixed='She said "no.'),
        Bad("Five⟦&nbsp;⟧boats.", fixed="Five boats."),
    )
    good = (
        Good("Roth & Sons; Brenner & Co; R&D; Q&A.", "the sign itself"),
        Good("<p>Roth &amp; Sons</p>", "HTML"),
        Good("Write `&lt;` for the sign.", "a code span"),
        Good("See https://example.org/?a=1&copy=2 for more; it is short.", "an address"),
    )

    def check(self, passage: Passage) -> Iterator[Finding]:
        if is_markup(passage):
            return
        code = code_spans(passage)
        for match in _ENTITY.finditer(passage.text):
            character = _character(match.group())
            if character is None or in_code(code, match.start()):
                continue
            yield self.finding(
                passage,
                *match.span(),
                f"“{match.group()}” is code for {'a space' if character.isspace() else f'“{character}”'} and was left in the text.",
                score=0.95,
                edits=[(*match.span(), character)],
                safety=Safety.UNSAFE if character in "<>" else Safety.SAFE,
            )


def _character(entity: str) -> str | None:
    """What the reference stands for, or None if it is none."""
    from html import unescape

    text = _SPACE.sub("", entity)
    text = text if text.startswith("&") else "&" + text
    for _ in range(_DEPTH):
        plain = unescape(text)
        if plain == text:
            break
        text = plain
    if "&" in text and len(text) > 1:
        return None
    text = " " if text == "\u00a0" else text
    return text if text.isprintable() else ""
