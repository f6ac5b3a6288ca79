"""The rule model-chatter."""

from __future__ import annotations

from collections.abc import Iterator

from ...core.document import Passage
from ...core.finding import Finding, Severity
from ...core.rule import Bad, Good, Rule
from ...core.triggers import ANYWHERE, hint
from ._places import excerpt, in_quotation


class ModelChatter(Rule):
    """A language model speaks about its own work.

    What it finds: a sentence with which a model hands over its translation, explains it, offers more, or declines
    (“Here is the translation:”, “As an AI language model, I …”).

    Why it matters: it was never part of the text.

    When it errs: where a person writes about a translation in the same words. Quotations are left alone.

    The fix takes the sentence away.
    """

    severity = Severity.CRITICAL
    triggers = (hint(ANYWHERE, "leftovers", "chatter_hints"),)
    bad = (
        Bad("⟦Here is the translation of the article:⟧ The ferry sails at noon.", fixed="The ferry sails at noon."),
        Bad("⟦Sure! Below is the translated text:⟧\n\nThe ferry sails."),
        Bad("The ferry sails. ⟦As an AI language model, I cannot book a ticket.⟧"),
        Bad("The ferry sails.\n\n⟦I hope this translation helps! Let me know if you would like me to change the tone.⟧"),
        Bad("⟦Note: I have kept the names in their original spelling.⟧"),
        Bad("⟦I'm sorry, but I can't translate this text.⟧"),
    )
    good = (
        Good("Here is the recipe: take two eggs.", "no word about a translation"),
        Good("The bot wrote: “Here is the translation of the article:” and stopped.", "quoted"),
        Good("Here is a bridge that the translation of the bible made famous.", "other words between"),
        Good("I hope this helps! Let me know if you need another part.", "a letter"),
        Good("The new translation of the novel is here.", "a text about translations"),
        Good("The museum has a translation: the stone reads “peace”.", "a colon after the word"),
    )

    def check(self, passage: Passage) -> Iterator[Finding]:
        pattern = passage.language.pattern("leftovers", "chatter_patterns")
        hints = passage.language.phrases("leftovers", "chatter_hints")
        lower = passage.text.lower()
        if pattern is None or not any(hint in lower for hint in hints):
            return
        place = -1
        for number, sentence in enumerate(passage.sentences):
            if sentence.start < place:
                continue
            match = pattern.match(passage.text, sentence.start)
            if match is None or in_quotation(passage, sentence.start) or passage.in_speech(sentence.start):
                continue
            place = self._end(passage, number, match.end())
            yield self.finding(
                passage,
                sentence.start,
                place,
                f"“{excerpt(passage.text[sentence.start : place])}” is what a language model says about its work.",
                score=0.93,
                edits=[(sentence.start, _after_space(passage.text, place), "")],
            )

    def _end(self, passage: Passage, number: int, matched: int) -> int:
        """The end of what the model says: a colon that hands over the text, or the sentence and those that go on so."""
        pattern = passage.language.pattern("leftovers", "chatter_patterns")
        more = passage.language.pattern("leftovers", "chatter_goes_on_patterns")
        sentences = passage.sentences
        end = next(sentence.end for sentence in sentences[number:] if sentence.end >= matched)
        colon = max(passage.text.find(mark, matched - 1, end) for mark in ":：")
        if colon >= 0 and (passage.text[colon] == "：" or passage.text[colon + 1 : colon + 2] in (" ", "")):
            return colon + 1
        for sentence in sentences[number:]:
            if sentence.start >= end:
                goes_on = any(p and p.match(passage.text, sentence.start) for p in (pattern, more))
                if not goes_on:
                    break
                end = sentence.end
        return end


def _after_space(text: str, place: int) -> int:
    while place < len(text) and text[place] == " ":
        place += 1
    return place
