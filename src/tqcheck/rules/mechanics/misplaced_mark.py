"""The rule misplaced-mark."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from ...core.document import Passage
from ...core.finding import Finding
from ...core.rule import Bad, Good, Rule
from ._places import is_address_or_code, token_at

_CANDIDATE = regex.compile(r"(?<![\w'’.-])([\p{L}\p{Nd}][\p{L}\p{M}\p{Nd}'’]*+)%?([?!;:,.~^@_'])(?= (\S))")
_PARTICIPLE = regex.compile(r"\p{Ll}{2,20}(?:ly|ed|ing)\b")
_ARTICLE = regex.compile(r"(?:an?|the|its|their|his) ")
_STRAY = "_^~@"


class MisplacedMark(Rule):
    """A mark stands where none can.

    What it finds: a mark after a word that needs the next one (an article, a preposition, an auxiliary), a question or
    exclamation mark before a small letter, and signs such as _ or ^ stuck to a word.

    Why it matters: the sentence is cut in the wrong place.

    When it errs: after a word that is named and not used.

    The fix takes the mark away.
    """

    triggers = "?!;:,._^~@'"
    languages = ("en",)
    bad = (
        Bad("The road leads to⟦;⟧ the harbour.", fixed="The road leads to the harbour."),
        Bad("The old⟦?⟧ road leads to the harbour.", fixed="The old road leads to the harbour."),
        Bad("The road clearly⟦_⟧ leads to the harbour.", fixed="The road clearly leads to the harbour."),
        Bad("The guild of the⟦.⟧ fishers agreed.", fixed="The guild of the fishers agreed."),
    )
    good = (
        Good("What are you looking at? Come in, please.", "particles at the end of a clause"),
        Good("“Where to?” she asked. “Stop!” he cried.", "marks inside a quotation"),
        Good("Yahoo! news is older than Jeopardy! reruns on TV.", "names that end in a mark"),
        Good("Eleven, she had; eleven, I had. So it is; that is all.", "clauses that end in an auxiliary"),
        Good("A: So am I. Q: Why?", "labels of speakers"),
        Good("It is, however, old. He was, in short, tired, and so am I, as it is; that is, very.", "insertions between commas"),
        Good("The options are: open, shut.", "a list after a verb"),
        Good("Use a_b and ~ in paths, @home, and 5 ^ 2.", "signs that stand for themselves"),
        Good("He wrote of, and for, the poor.", "two prepositions with one noun"),
    )

    def check(self, passage: Passage) -> Iterator[Finding]:
        text = passage.text
        for match in _CANDIDATE.finditer(text):
            word, mark, following = match.group(1).lower(), match.group(2), match.group(3)
            score = self._score(passage, word, mark, following, match.start(2))
            if score >= 0.5 and not (mark not in _STRAY and is_address_or_code(text, match.start())):
                yield self.finding(
                    passage,
                    match.start(2),
                    match.end(2),
                    f"The “{mark}” after “{match.group(1)}” cuts the sentence where no mark can stand.",
                    score=score,
                    edits=[(match.start(2), match.end(2), "")],
                )

    def _score(self, passage: Passage, word: str, mark: str, following: str, place: int) -> float:
        language, written = passage.language, passage.text[place - len(word) : place]
        if mark in _STRAY:
            return 0.85 if not any(sign in token_at(passage.text, place)[:-1] for sign in "_^~@/\\") else 0.0
        if mark == "'":
            return self._apostrophe_score(passage, word, place)
        if len(written) == 1 and written.isupper():
            return 0.0
        never = word in language.words("mechanics", "never_before_a_comma")
        if not (following.islower() or following.isdigit()):
            return 0.8 if mark in ":;" and never and not written.isupper() else 0.0
        if mark in "?!":
            return self._question_score(passage, written, place)
        if mark in ";:":
            return 0.8 if _needs_the_next(passage, word, mark, place) else 0.0
        if mark == ".":
            return 0.8 if following.islower() and word in language.words("mechanics", "needs_a_follower") else 0.0
        return 0.8 if never and following.islower() and not _is_insertion(passage.text, place) else 0.0

    def _apostrophe_score(self, passage: Passage, word: str, place: int) -> float:
        """A lone ' at the end of a word that has no plural: no possessive, no elision, no closing mark."""
        opens = any(pair.closer == place for pair in passage.quotation.quoted) or any(f.place == place for f in passage.quotation.faults)
        if opens or word.endswith(("s", "x", "z", "in", "o", "th", "ol", "an", "ain")) or not word.isalpha() or len(word) < 2:
            return 0.0
        return 0.7 if passage.text.count("'") == 1 or passage.text.count("’") > passage.text.count("'") else 0.45

    def _question_score(self, passage: Passage, written: str, place: int) -> float:
        """A question or exclamation mark before a small letter: a name such as Yahoo!, speech, or a fault."""
        if written[:1].isupper() or passage.in_speech(place):
            return 0.3
        return 0.75


def _needs_the_next(passage: Passage, word: str, mark: str, place: int) -> bool:
    """True for articles and the like; for words that may end a clause or open a list only where neither is so."""
    language, text = passage.language, passage.text
    if word not in language.words("mechanics", "needs_a_follower"):
        return False
    if word in language.words("words", "auxiliaries"):
        is_copula = word in language.words("mechanics", "may_open_a_list")
        return _PARTICIPLE.match(text, place + 2) is not None or (mark == ":" and not is_copula)
    if word in language.words("mechanics", "may_open_a_list"):
        if mark == ";":
            return word in language.words("mechanics", "transitive") and _ARTICLE.match(text, place + 2) is not None
        return "," not in text[place:] and " and " not in text[place:] and len(text) - place > 20
    return True


def _is_insertion(text: str, comma: int) -> bool:
    """True if a second comma follows soon, or a conjunction at once: then the two enclose something put in."""
    return "," in text[comma + 1 : comma + 40] or text.startswith(("and ", "or ", "but "), comma + 2)
