"""The rule duplicate-gloss."""

from __future__ import annotations

from collections.abc import Iterator

from ...core.document import Passage
from ...core.finding import Finding, Safety, Severity
from ...core.pattern import pattern
from ...core.rule import Bad, Compared, Good, Rule

_BRACKET = pattern(r"[(（]\s*+([^()（）]{1,80}+)[)）]")


class DuplicateGloss(Rule):
    """A bracket repeats the words before it.

    What it finds: a bracket that holds the same words as stand directly before it, also the parts of a name in another
    order. The source gave a name in two scripts, and the translation wrote both in one.

    Why it matters: readers stumble, and the text shows that nobody read it.

    When it errs: where a text talks about the spelling of a word.

    The fix takes the bracket away.
    """

    severity = Severity.MAJOR
    triggers = "(（"
    bad = (
        Bad("The chemist Olga Brenner⟦ (Olga Brenner)⟧ won.", fixed="The chemist Olga Brenner won."),
        Bad("The mayor, Brenner Olga⟦ (Olga Brenner)⟧, won.", fixed="The mayor, Brenner Olga, won."),
        Bad("They flew to Port Alder⟦ (port Alder)⟧, where it rained.", fixed="They flew to Port Alder, where it rained."),
    )
    good = (
        Good("The European Space Agency (ESA) agreed.", "an abbreviation is no repetition"),
        Good("The tenant pays three (3) months in advance.", "a number in words and digits"),
        Good("Call f(f(x)) once.", "code"),
        Good("He came in 4th (4th), the run took 12 (12) minutes.", "figures of two counts"),
        Good("Olga Brenner (Olga B.) and Port Alder (Alder Bay) met.", "another form of the name"),
        Good("The old town (town of old) slept.", "a play with words"),
    )

    def is_excused(self, compared: Compared) -> bool:
        """Only a source that repeats itself excuses it, not one that has the bracket alone."""
        return bool(compared.theirs)

    def check(self, passage: Passage) -> Iterator[Finding]:
        words = passage.words
        for match in _BRACKET.finditer(passage.text):
            inside = range(words.at(match.start(1)), words.at(match.end(1) - 1) + 1)
            outside = range(inside.start - len(inside), inside.start)
            if not inside or outside.start < 0 or inside.stop > len(words):
                continue
            start = words.ends[outside.stop - 1]
            if passage.text[start : match.start()].strip():
                continue
            if words.ends[inside.stop - 1] > match.end(1) or words.lower[inside.start][0].isdigit():
                continue
            same = words.lower[inside.start : inside.stop] == words.lower[outside.start : outside.stop]
            if not same and not _is_name_turned_round(words.written(outside.start, outside.stop), words.written(inside.start, inside.stop)):
                continue
            head = passage.text[words.starts[outside.start] : start]
            yield self.finding(
                passage,
                start,
                match.end(),
                f"The bracket repeats “{head}”, which stands directly before it.",
                score=0.6 if len(head) <= 2 else 0.95 if same else 0.8,
                edits=[(start, match.end(), "")],
                safety=Safety.SAFE if same else Safety.UNSAFE,
            )


def _is_name_turned_round(head: list[str], inside: list[str]) -> bool:
    """True for Brenner Olga (Olga Brenner): the same capital words in another order."""
    return len(head) > 1 and sorted(head) == sorted(inside) and all(word[0].isupper() for word in head)
