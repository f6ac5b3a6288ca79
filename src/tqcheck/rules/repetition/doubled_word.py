"""The rule doubled-word."""

from __future__ import annotations

from collections.abc import Iterator

from ...core.document import Passage
from ...core.echoes import Echo
from ...core.finding import Finding, Severity
from ...core.rule import Bad, Good, Rule
from ._words import SOFT

_MIN_HYPHENATED = 5
_SOFT_OR_PAIRED = SOFT + '()"“”'


class DoubledWord(Rule):
    """A word is said twice.

    What it finds: the same word twice with nothing but a space between, or with a hyphen if the word is long.

    Why it matters: it is the smallest loop of a machine.

    When it errs: in names and sounds that are made of two equal words and stand only once in the text.

    The fix takes the second one away.
    """

    severity = Severity.MINOR
    bad = (
        Bad("They went to ⟦the the⟧ harbour.", fixed="They went to the harbour."),
        Bad("The old gate is ⟦closed closed⟧.", fixed="The old gate is closed."),
        Bad("The talks began on May ⟦13 13⟧.", fixed="The talks began on May 13."),
        Bad("The ⟦U.S. U.S.⟧ envoy left.", fixed="The U.S. envoy left."),
        Bad("The police found ⟦that that⟧ the gate was shut.", fixed="The police found that the gate was shut."),
        Bad("It has not rained so ⟦far far⟧.", fixed="It has not rained so far."),
        Bad("A lamp for ⟦white-white⟧ light.", fixed="A lamp for white light."),
    )
    good = (
        Good("She had had enough, and that that was so is clear: bye bye!", "grammar and speech"),
        Good("The island is far far away; that that man came is odd.", "emphasis and grammar"),
        Good("They flew to Bora Bora, a very very long way.", "a name, emphasis"),
        Good("We drove to Ulla Ulla. Ulla Ulla is small.", "a name that comes again"),
        Good("The rows read 5 5 6 6 and 7 7 8 8.", "numbers in a row"),
        Good("It is so-so, a win-win and fifty-fifty.", "hyphenated doubles"),
        Good("What it is is a mess; he told us US rules hold.", "two words that look alike"),
        Good("A low-power power line", "a compound and its head"),
        Good("They went in, in spite of it. Yes, yes.", "a comma between"),
    )

    known_errors = (Good("They live in Bell Bell Springs now.", "a name that is not in the language data"),)

    def check(self, passage: Passage) -> Iterator[Finding]:
        words = passage.words
        for echo in passage.echoes:
            if echo.distance != 1 or echo.end - echo.start > 2:
                continue
            joint = words.joint(echo.start - 1)
            hyphenated = joint == "-" and len(words.lower[echo.start]) >= _MIN_HYPHENATED and not words.lower[echo.start].endswith("ly")
            if echo.start > 1 and words.joint(echo.start - 2) == "-":
                continue
            if "(" in joint and ")" not in joint:
                continue
            if not hyphenated and (not joint or joint.strip(_SOFT_OR_PAIRED) or (joint.strip() and words[echo.start].isupper())):
                continue
            score = self._score(passage, echo, hyphenated=hyphenated)
            if score >= 0.5:
                start, end = words.starts[echo.start - 1], words.ends[echo.end - 1]
                yield self.finding(
                    passage,
                    start,
                    end,
                    f"“{words[echo.start]}” is said {'twice' if echo.end - echo.start == 1 else 'three times'}.",
                    score=score,
                    edits=[(words.ends[echo.start - 1], end, "")],
                )

    def _is_grammar(self, passage: Passage, echo: Echo) -> bool:
        """True where another word follows that the doubled one belongs to: had had enough, very very good."""
        words, language = passage.words, passage.language
        if words.lower[echo.start] not in language.words("repetition", "allowed_doubles"):
            return words.lower[echo.start] in language.words("words", "auxiliaries") and _ends_a_relative_clause(passage, echo)
        if echo.end >= len(words) or words.joint(echo.end - 1).strip():
            return False
        if words.lower[echo.start] not in language.words("words", "conjunctions"):
            return True
        following = words[echo.end]
        subjects = language.words("words", "pronouns") | language.words("words", "articles") | language.words("words", "determiners")
        return following.islower() and following.lower() not in subjects

    def _score(self, passage: Passage, echo: Echo, *, hyphenated: bool) -> float:
        words = passage.words
        word, first, second = words.lower[echo.start], words[echo.start - 1], words[echo.start]
        if word in passage.language.words("repetition", "sounds") or self._is_grammar(passage, echo):
            return 0.2
        if first != second and (first.isupper() or second.isupper() or second[0].isupper()):
            return 0.2
        if word[0].isdigit():
            return 0.2 if _in_row_of_numbers(passage, echo) else 0.75
        if second[0].isupper() and passage.document.text.count(f"{first} {second}") > 1:
            return 0.3
        if len(word) == 1 and not second.islower():
            return 0.4
        return 0.7 if hyphenated else 0.85 if second[0].isupper() else 0.95


def _in_row_of_numbers(passage: Passage, echo: Echo) -> bool:
    """True if another number stands beside the two with nothing but a space between."""
    words = passage.words
    before, after = echo.start - 2, echo.end
    near_before = before >= 0 and words.lower[before][0].isdigit() and not words.joint(before).strip()
    return near_before or (after < len(words) and words.lower[after][0].isdigit() and not words.joint(after - 1).strip())


def _ends_a_relative_clause(passage: Passage, echo: Echo) -> bool:
    """True for “what it is is”: a question word stands shortly before."""
    before = passage.words.lower[max(0, echo.start - 6) : echo.start - 1]
    return not {"what", "all", "who", "where", "how", "why", "thing", "problem", "as"}.isdisjoint(before)
