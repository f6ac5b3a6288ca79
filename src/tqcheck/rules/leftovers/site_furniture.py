"""The rule site-furniture."""

from __future__ import annotations

from collections.abc import Iterator

from ...core.blocks import Kind
from ...core.document import Passage
from ...core.finding import Finding
from ...core.pattern import pattern
from ...core.rule import Bad, Good, Rule, end_before
from ...core.triggers import ANYWHERE, BEFORE_MARK, OPENING, both, hint, holds, phrase, word
from ._places import excerpt, in_quotation

_BRACKET = pattern(r"[(\[（]([^()\[\]（）]{6,100}+)[)\]）]")
_LABEL = pattern(r"(?<=[)\]] )(\p{Lu}\p{Ll}{3,10}): (?=\p{Lu})")
_NAME = pattern(r"(?:[:：]\s?|\s)(?:\p{Lu}|\p{Lo})")
_CREDIT_WORDS = 30
_LONGEST_NOTICE = 300


class SiteFurniture(Rule):
    """What belongs to the web page and not to the text was translated along.

    What it finds: credits of editors, notices about reprints and rights, lines that name source and
    author, calls to click or to scan, labels of the page's fields.

    Why it matters: it interrupts the text, and it holds for another page.

    When it errs: where a publisher keeps such lines on purpose.

    The fix takes a line or a bracket away when it is nothing else.
    """

    triggers = (
        both(holds(":："), hint(ANYWHERE, "leftovers", "credit_hints")),
        phrase(OPENING, "leftovers", "credit_openers"),
        hint(ANYWHERE, "leftovers", "notice_hints"),
        word(BEFORE_MARK, "leftovers", "labels"),
    )
    bad = (
        Bad("The ferry sails at noon.\n\n⟦Responsible editor: Ines Roth⟧"),
        Bad("The ferry sails at noon. ⟦(Editor: Ines Roth)⟧", fixed="The ferry sails at noon."),
        Bad("⟦Edited by Ines Roth, Olga Brenner and Jan Feld⟧\n\nThe ferry sails at noon."),
        Bad("The ferry sails. ⟦When reprinting, please name the Harbour Daily as the source.⟧"),
        Bad("⟦Source: Harbour Daily Author: Ines Roth⟧\n\nThe ferry sails at noon."),
        Bad("Alder, May 4 (Alder Press) ⟦Title:⟧ New Ferry for the Island"),
        Bad("⟦Click here to read the original article⟧"),
    )
    good = (
        Good("The editor: a tall woman who never slept.", "a sentence"),
        Good("The book was edited by Ines Roth, who lives in Alder.", "a sentence about an editor"),
        Good("Source: Statistical Office of Norland", "the source of a table"),
        Good("Photo: Ines Roth", "a picture's credit"),
        Good("The union reprinted its rules and named the authors.", "a sentence about printing"),
        Good("He said: “All rights reserved, please name the source.”", "quoted"),
    )

    def check(self, passage: Passage) -> Iterator[Finding]:
        if passage.block.kind is Kind.UNIT:  # in the strings of a site or a program they are in their place
            return
        found = self._credit_line(passage)
        if found is not None:
            yield found
            return
        yield from self._notices(passage)
        if not passage.characters.isdisjoint("(（["):
            yield from self._brackets(passage)

    def _credit_line(self, passage: Passage) -> Finding | None:
        """The whole block, if it is a line of credits or of page fields."""
        text = passage.text
        if len(text) > 40 * _CREDIT_WORDS // 5 or not (":" in text or "：" in text or len(passage.words) < 16):
            return None
        for key, score in (("credit_patterns", 0.92), ("field_patterns", 0.85), ("byline_patterns", 0.8)):
            pattern = passage.language.pattern("leftovers", key)
            match = pattern.match(text) if pattern else None
            if match is None or len(passage.words) > _CREDIT_WORDS:
                continue
            if key != "field_patterns" and (text[-1:] in ".!?" or not _NAME.search(text, match.start())):
                continue
            return self._found(passage, 0, len(text), score, removable=False)
        return None

    def _notices(self, passage: Passage) -> Iterator[Finding]:
        pattern = passage.language.pattern("leftovers", "notice_patterns")
        hints = passage.language.phrases("leftovers", "notice_hints")
        lower = passage.text.lower()
        if pattern is None or not any(hint in lower for hint in hints):
            return
        start = end = -1
        for sentence in passage.sentences:
            match = pattern.search(passage.text, sentence.start, sentence.end)
            if match is None or sentence.end - sentence.start > _LONGEST_NOTICE:
                continue
            if in_quotation(passage, match.start()) or passage.in_speech(match.start()):
                continue
            if end >= 0 and not passage.text[end : sentence.start].strip():
                end = sentence.end
                continue
            if end >= 0:
                yield self._found(passage, start, end, 0.85, removable=False)
            start, end = sentence.start, sentence.end
        if end >= 0:
            yield self._found(passage, start, end, 0.85, removable=False)

    def _brackets(self, passage: Passage) -> Iterator[Finding]:
        text = passage.text
        credit = passage.language.pattern("leftovers", "credit_patterns")
        reporter = passage.language.pattern("leftovers", "reporter_patterns")
        labels = passage.language.words("leftovers", "labels")
        for match in _BRACKET.finditer(text):
            inside = match.group(1)
            if passage.in_speech(match.start()) or (reporter and reporter.match(inside)):
                continue
            if credit and credit.match(inside) and _NAME.search(inside):
                yield self._found(passage, *match.span(), 0.9, removable=True)
        for match in _LABEL.finditer(text):
            if match.group(1).lower() in labels:
                yield self._found(passage, match.start(), match.end() - 1, 0.75, removable=False)

    def _found(self, passage: Passage, start: int, end: int, score: float, *, removable: bool) -> Finding:
        text = passage.text
        before = end_before(text, start)
        return self.finding(
            passage,
            start,
            end,
            f"“{excerpt(text[start:end])}” belongs to the web page and not to the text.",
            score=score,
            edits=[(before, end, "")] if removable else (),
        )
