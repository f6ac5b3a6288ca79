"""The rule cut-text."""

from __future__ import annotations

from collections.abc import Iterator

from ...core.blocks import Kind
from ...core.document import Passage
from ...core.finding import Finding, Severity
from ...core.rule import Bad, Compared, Good, Rule
from ...core.triggers import EDGE, LETTER, beside
from ._clauses import ends_open, is_article_at
from ._unspaced import needy_end

_MIN_WORDS = 6


class CutText(Rule):
    """The text ends in the middle of a sentence.

    What it finds: a paragraph without a final mark whose last word needs another one after it, and a text that ends
    with a comma.

    Why it matters: what followed is lost.

    When it errs: in lines of a form that the reader is to fill in.

    There is no fix: the words cannot be known.
    """

    severity = Severity.MAJOR
    lax_in_chat = True
    triggers = (beside(LETTER + ",，、،", EDGE),)
    bad = (
        Bad("The ferry could not leave the harbour that morning ⟦because⟧"),
        Bad("The crew mended the nets and sorted the fish of ⟦the⟧\n\nThe market opened late."),
        Bad("The crew mended the nets, sorted the fish⟦,⟧"),
    )
    good = (
        Good("What are the boats in the harbour waiting for", "a stranded preposition"),
        Good("The ferry could not leave the\nharbour that morning because of the wind.", "a line that goes on"),
        Good("Dear captain,", "a salutation"),
        Good("- boats of the\n- nets of the", "list items"),
        Good("The ferry could not leave the harbour because …", "an ellipsis on purpose"),
        Good("Ships that the harbour let in", "a particle at the end"),
    )

    def is_excused(self, compared: Compared) -> bool:
        """What the partner ends without a mark is a title or a label."""
        return super().is_excused(compared) or ends_open(compared.counterpart)

    def check(self, passage: Passage) -> Iterator[Finding]:
        words, text = passage.words, passage.text
        if len(words) < _MIN_WORDS or passage.block.kind is not Kind.PARAGRAPH:
            return
        end, is_last = words.ends[-1], passage.following is None
        rest = text[end:].strip()
        if passage.language.is_unspaced:
            yield from self._unspaced(passage)
        elif not rest and passage.language.is_small(words[-1]) and self._needs_more(passage) and not self._goes_on(passage):
            word = words[-1]
            yield self.finding(passage, words.starts[-1], end, f"The text breaks off after “{word}”.", score=0.9 if is_last else 0.75)
        elif rest in (",", "،") and is_last:
            yield self.finding(passage, end, end + 1, "The text breaks off after a comma.", score=0.7)

    def _unspaced(self, passage: Passage) -> Iterator[Finding]:
        text, is_last = passage.text, passage.following is None
        start = needy_end(text, len(text), passage.language)
        if start is not None and (is_last or "。" in text):  # a slogan may end so
            message = f"The text breaks off after “{text[start:]}”."
            yield self.finding(passage, start, len(text), message, score=0.85 if is_last else 0.7)
        elif is_last and text[-1] in "，、,":
            yield self.finding(passage, len(text) - 1, len(text), "The text breaks off after a comma.", score=0.7)

    def _needs_more(self, passage: Passage) -> bool:
        word, language = passage.words.lower[-1], passage.language
        if passage.words.joint(len(passage.words) - 2) == "-":  # a pronoun that clings to its verb, a letter after a hyphen
            return False
        return word in language.words("truncation", "never_last") and is_article_at(passage, len(passage.words) - 1)

    def _goes_on(self, passage: Passage) -> bool:
        following = passage.following
        if following is None:
            return False
        may_be_one_line = not passage.language.has_case and not following.block.apart
        return may_be_one_line or following.text[:1].islower() or following.block.kind is Kind.ITEM
