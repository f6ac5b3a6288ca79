"""The rule missing-final-mark."""

from __future__ import annotations

from collections.abc import Iterator

from ...core.blocks import Kind
from ...core.document import Passage
from ...core.finding import Finding
from ...core.pattern import pattern
from ...core.rule import Bad, Compared, Good, Rule
from ...core.triggers import EDGE, LETTER, NUMBER, beside
from ._clauses import ends_open

_LAST = pattern(r"[\p{L}\p{N}%]\Z")
_AGENCY = pattern(r"[-–—−]\s*+\w++\Z")
_MIN_LAST_WORDS = 4
_MIN_QUESTION_WORDS = 5
_MIN_ALONE_WORDS = 6
_MIN_SENTENCES = 2
_MIN_LAST_LETTERS = 8
"""In scripts without spaces, where a letter counts as a word."""
_WIDE_ENDS = frozenset("。！？…」』”）")
_TAG_BEFORE = frozenset("/-–—−|_#@.")


class MissingFinalMark(Rule):
    """A paragraph of prose ends without a final mark.

    What it finds: a paragraph of several sentences whose last one has no mark, a question without its question mark,
    and, where a text is one single sentence, a sentence with a subject and its verb.

    Why it matters: readers cannot tell whether something is missing.

    When it errs: in headlines that are whole sentences.

    The fix puts a full stop or a question mark at the end.
    """

    lax_in_chat = True
    triggers = (beside(LETTER + NUMBER + "%", EDGE),)
    bad = (
        Bad("The ferry was late. Nobody on the pier knew ⟦why⟧", fixed="The ferry was late. Nobody on the pier knew why."),
        Bad(
            "Will it be possible to take the ferry on ⟦Friday⟧\n\nYes, it will.",
            fixed="Will it be possible to take the ferry on Friday?\n\nYes, it will.",
        ),
        Bad("They have mended the nets, and it was hard ⟦work⟧", fixed="They have mended the nets, and it was hard work."),
    )
    good = (
        Good("Ferry to Port Alder late again", "a headline"),
        Good("The ferry was late. Nobody knew why.", "a final mark"),
        Good("“The ferry was late. Nobody knew why.”", "a final mark inside the closing mark"),
        Good("The ferry was late. Photo: Ines Roth", "the credit of a picture"),
        Good("The ferry was late. It left at noon. - afp", "the mark of an agency"),
        Good("The Last Ferry\n\nHe waits every night. What he sees is mostly fog\n\nBy Ines Roth", "the lines under a title"),
        Good("- It was late. Nobody knew why it had not come", "a list item"),
        Good("You can read more here. See our page at www.example.com/ferry", "an address at the end"),
        Good("The ferry was late. Best wishes from all of us\n\nInes Roth", "a greeting before a signature"),
        Good("the nets are dry. the boats come home\nthe lamps go out along the quay", "verse"),
    )

    def is_excused(self, compared: Compared) -> bool:
        """What the partner ends without a mark is a title or a label."""
        return super().is_excused(compared) or ends_open(compared.counterpart)

    def check(self, passage: Passage) -> Iterator[Finding]:
        words, text = passage.words, passage.text
        if len(words) < _MIN_LAST_WORDS or passage.block.kind is not Kind.PARAGRAPH or not _LAST.search(text) or self._is_open(passage):
            return
        score, mark = self._score(passage)
        if score:
            yield self.finding(
                passage,
                words.starts[-1],
                words.ends[-1],
                f"The paragraph ends with “{words[-1]}” and no final mark.",
                score=score,
                edits=[(len(text), len(text), mark)],
            )

    def _is_open(self, passage: Passage) -> bool:
        """True if an address or a tag ends the block, or if the next line goes on."""
        last = passage.text[-60:].rpartition(" ")[2]
        if _AGENCY.search(passage.text[-30:]) or self._is_standfirst(passage):
            return True
        following = passage.following
        goes_on = following is not None and (following.text[:1].islower() or following.block.kind is Kind.ITEM)
        return goes_on or not _TAG_BEFORE.isdisjoint(last) or passage.words.lower[-1] in passage.language.words("truncation", "never_last")

    def _is_standfirst(self, passage: Passage) -> bool:
        """True for the lines under the title that opens a text: many houses put no full stop there."""
        previous = passage.previous
        return passage.number == 1 and previous is not None and previous.is_heading and not passage.language.is_unspaced

    def _score(self, passage: Passage) -> tuple[float, str]:
        words, language = passage.words, passage.language
        last = passage.sentences[-1]
        first = words.at(last.start)
        inversion = first + 1 < len(words) and words.lower[first] in language.words("words", "auxiliaries")
        inverted = inversion and words.lower[first + 1] in language.words("truncation", "subjects") and words[first][0].isupper()
        mark = "?" if inverted else "。" if language.is_unspaced else "."
        if len(passage.sentences) >= _MIN_SENTENCES and self._is_prose(passage, first) and self._is_among_prose(passage):
            return 0.8, mark
        if inverted and len(words) - first >= _MIN_QUESTION_WORDS:
            return 0.75, mark
        if len(passage.document.passages) == 1 and len(passage.sentences) == 1 and len(words) >= _MIN_ALONE_WORDS:
            return (0.65 if self._has_subject_and_verb(passage) else 0.0), mark
        return 0.0, mark

    def _is_prose(self, passage: Passage, first: int) -> bool:
        """True if the last sentence is long enough, written small, and follows one that ends with a full stop or the like."""
        words, language = passage.words, passage.language
        small = sum(language.is_small(words[n][0]) for n in range(first, len(words)))
        least = _MIN_LAST_LETTERS if language.is_unspaced else _MIN_LAST_WORDS
        if len(words) - first < least or 2 * small <= len(words) - first:
            return False
        is_greeting = words.lower[first] in language.words("truncation", "greetings")
        opens = words[first][0].isupper() or not language.has_case
        return opens and not _is_label(passage.text[words.starts[first] :]) and not is_greeting

    def _is_among_prose(self, passage: Passage) -> bool:
        """True, in scripts without spaces, of a paragraph that is set apart, or of a line between others that end with a mark.

        Lines of messages and captions have none at their end.
        """
        if passage.block.apart or not passage.language.is_unspaced:
            return True
        beside = [block for block in (passage.previous, passage.following) if block is not None and not block.is_heading]
        endings = passage.language.phrases("truncation", "sentence_endings")
        if endings and not passage.text.endswith(endings):
            return False
        return bool(beside) and all(block.text[-1] in _WIDE_ENDS for block in beside)

    def _has_subject_and_verb(self, passage: Passage) -> bool:
        """True if a pronoun stands directly before an auxiliary: headlines seldom use one."""
        words, language = passage.words, passage.language
        auxiliaries, subjects = language.words("words", "auxiliaries"), language.words("truncation", "subjects")
        return words[0][0].isupper() and any(
            words.lower[n] in subjects and words.lower[n + 1] in auxiliaries and words[n + 1][0].islower() for n in range(len(words) - 1)
        )


def _is_label(text: str) -> bool:
    """True for a label and what it names: Photo: Ines Roth. A clause after a colon begins small and has some words."""
    _, colon, rest = text.replace("：", ":").rpartition(":")
    return bool(colon) and not (rest.lstrip()[:1].islower() and rest.count(" ") >= _MIN_LAST_WORDS)
