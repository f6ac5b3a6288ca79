"""The rule missing-mark-after-quotation."""

from __future__ import annotations

from collections.abc import Iterator

from ...core.document import Passage
from ...core.finding import Finding
from ...core.language import Language
from ...core.rule import Bad, Good, Rule
from ...core.triggers import CAPITAL_LETTER, QUOTES, across, both, holds

_FINAL = ".!?…,;:—–"
_MODIFIED = 0.3
_NAME_WITH_VERB = 0.7
_COMMON_WORD = 0.85


class MissingMarkAfterQuotation(Rule):
    """A sentence begins after a quotation without any mark between.

    What it finds: a closed quotation, then at once a capital that begins a clause: a pronoun or article, or a name
    with its verb.

    Why it matters: two clauses run into each other.

    When it errs: where the quotation is a name or a title that belongs to the name after it (`the “Iron” Duke has`).

    There is no fix: a comma, a colon or a full stop may be meant.
    """

    triggers = (both(holds('"”»«’“'), across(QUOTES, CAPITAL_LETTER)),)
    bad = (
        Bad("They were told to “hold the line⟦” Norland⟧ has lost two harbours since."),
        Bad("She only said “never⟦” They⟧ left the room."),
        Bad("Man sagte ihnen „nie wieder⟦“ Wir⟧ gehen jetzt.", language="de"),
    )
    good = (
        Good("The “Iron” Duke has returned, and his “Golden” Horse was sold.", "an epithet"),
        Good("Adelaide “Addie” Roth had no ship.", "a nickname"),
        Good("“We will see.” Norland has lost.", "the mark stands inside"),
        Good("He sang “Harbour Lights” In the evening", "a headline"),
        Good("The singer of “Gate” Ines Roth", "a name without a verb"),
        Good("“Wait” was all that he said.", "a small letter follows"),
        Good("Das „Blatt“ Magazin und der „eiserne“ Graf haben verloren.", "nouns have capitals", "de"),
    )

    def check(self, passage: Passage) -> Iterator[Finding]:
        text, words = passage.text, passage.words
        for pair in passage.quotation.quoted:
            after = pair.closer + 1
            if pair.level or text[after : after + 1] != " " or not text[after + 1 : after + 2].isupper():
                continue
            if not text[pair.closer - 1].isalnum() or (passage.is_heading and not _has_small_verb(passage)):
                continue
            number = words.at(after)
            score = self._score(passage, number, words.at(pair.opener) - 1)
            if score >= 0.5:
                yield self.finding(
                    passage,
                    pair.closer,
                    words.ends[number],
                    f"A new clause begins with “{words[number]}” after the quotation, and no mark stands between.",
                    score=score,
                )

    def _score(self, passage: Passage, number: int, before: int) -> float:
        words, language = passage.words, passage.language
        if number >= len(words) or words[number].isupper():
            return 0.0
        if before >= 0 and words.lower[before] in language.words("words", "articles") | language.words("words", "determiners"):
            return _MODIFIED
        if before >= 0 and words[before][0].isupper() and words.lower[before] not in language.words("mechanics", "common_words"):
            return _MODIFIED
        if words.lower[number] in language.words("mechanics", "common_words") | language.words("words", "articles"):
            return _COMMON_WORD if _small(passage, number + 1) else _MODIFIED
        if language.value("words", "noun_capitals", default=False):
            return _MODIFIED
        return _NAME_WITH_VERB if _has_verb(passage, number, language) else _MODIFIED


def _small(passage: Passage, number: int) -> bool:
    return number < len(passage.words) and passage.words[number][:1].islower()


def _has_verb(passage: Passage, number: int, language: Language) -> bool:
    """True if an auxiliary follows the name (at most three words long)."""
    auxiliaries = language.words("words", "auxiliaries")
    for following in range(number + 1, min(number + 4, len(passage.words))):
        if passage.words.lower[following] in auxiliaries:
            return passage.words[following].islower()
        if not passage.words[following][:1].isupper():
            return False
    return False


def _has_small_verb(passage: Passage) -> bool:
    words, auxiliaries = passage.words, passage.language.words("words", "auxiliaries")
    return any(words.lower[n] in auxiliaries and words[n].islower() for n in range(len(words)))
