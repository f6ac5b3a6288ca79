"""The rule lowercase-start."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from ...core.blocks import Kind
from ...core.document import Passage
from ...core.finding import Finding
from ...core.rule import Bad, Good, Rule
from ._places import is_address_or_code

_AFTER_STOP = regex.compile(r"(?<=\p{Ll}{4})[.?!][”\"’)]?\s++(?=(\p{Ll}[\p{L}'’]*+))")
_FIRST = regex.compile(r"[\"“‘'«]?(\p{Ll}[\p{L}'’]*+)(?![\p{Nd}_:/@.-]\S)")
_ENDS_WITH_STOP = tuple(".!?…”\"’)»")


class LowercaseStart(Rule):
    """A sentence begins with a small letter.

    What it finds: a paragraph, or a sentence after a full stop, whose first word is small.

    Why it matters: its beginning was lost, or the capitals of the whole text were.

    When it errs: in verse, in lists of terms, and where a line goes on from the line before.

    The fix writes a capital.
    """

    bad = (
        Bad("⟦the⟧ harbour was closed for a week.", fixed="The harbour was closed for a week."),
        Bad("The harbour was closed. ⟦nobody⟧ knew why.", fixed="The harbour was closed. Nobody knew why."),
    )
    good = (
        Good("iPhone sales fell, and eBay closed. iOS is old.", "brands"),
        Good("de la Cruz won. von Hagen lost.", "particles of names"),
        Good("- milk\n- bread from the shop\n- two eggs", "list items"),
        Good("“Stop!” he cried. “Where to?” she asked.", "a reporting clause"),
        Good("The harbour was closed for\na week, and nobody knew.", "a line that goes on"),
        Good("Apples, pears, plums etc. are sold here. See www.example.com, i.e. our page.", "abbreviations and addresses"),
        Good("the harbour sleeps\nthe nets are dry\nno gull will keep\nthe hour by", "verse"),
        Good("harbour master", "a term"),
        Good("Norland won the cup again. dpa", "the mark of an agency"),
        Good("It pays for damages that are the result of:\nany faults that were there before.", "a line that goes on after a colon"),
        Good("Well... maybe. Why? because.", "a pause and a short answer"),
    )

    def check(self, passage: Passage) -> Iterator[Finding]:
        text = passage.text
        first = _FIRST.match(text)
        if first is not None and self._starts_a_sentence(passage, first):
            yield self._small(passage, first.start(1), first.group(1), 0.85 if text.rstrip()[-1:] in ".!?" else 0.45)
        for match in _AFTER_STOP.finditer(text):
            word = match.group(1)
            if match.group()[0] == "." and not match.group()[1:].startswith(tuple("”\"’")) and self._is_plain(passage, word, match):
                yield self._small(passage, match.end(), word, 0.8)

    def _starts_a_sentence(self, passage: Passage, first: regex.Match[str]) -> bool:
        """False for terms, list items, brands, verse, and lines that go on from the one before."""
        word = first.group(1)
        if len(passage.words) < 4 or passage.block.kind is not Kind.PARAGRAPH or not _is_small_word(passage, word):
            return False
        if is_address_or_code(passage.text, first.start(1)):
            return False
        before = passage.previous
        if before is not None and not before.text.endswith(_ENDS_WITH_STOP):
            return False
        following = passage.following
        if following is not None and not following.block.apart and following.text[:1].islower():
            return False
        return passage.text.endswith(_ENDS_WITH_STOP) or len(passage.words) >= 8

    def _is_plain(self, passage: Passage, word: str, match: regex.Match[str]) -> bool:
        before = passage.text[max(0, match.start() - 20) : match.start()].rpartition(" ")[2]
        if before.lower() in passage.language.words("sentences", "abbreviations") or not _is_small_word(passage, word):
            return False
        is_last = match.end() + len(word) >= len(passage.text.rstrip("."))
        return len(word) > 1 and not is_last and not is_address_or_code(passage.text, match.end()) and not is_address_or_code(passage.text, match.start())

    def _small(self, passage: Passage, place: int, word: str, score: float) -> Finding:
        return self.finding(
            passage,
            place,
            place + len(word),
            f"The sentence begins with a small letter: “{word}”.",
            score=score,
            edits=[(place, place + 1, passage.text[place].upper())],
        )


def _is_small_word(passage: Passage, word: str) -> bool:
    return word.islower() and word not in passage.language.words("mechanics", "small_starts")
