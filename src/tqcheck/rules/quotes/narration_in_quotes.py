"""The rule narration-in-quotes."""

from __future__ import annotations

from collections.abc import Iterator

from ...core.document import Passage
from ...core.finding import Finding
from ...core.language import Language
from ...core.pattern import pattern
from ...core.quotation import Quoted
from ...core.rule import Bad, Good, Rule

TYPE_CHECKING = False
if TYPE_CHECKING:
    import regex


class NarrationInQuotes(Rule):
    """The reporting clause stands inside the marks of the speech that it reports.

    What it finds: a quotation that ends with a comma, a name or *he*, *she*, *they*, and a verb of saying.

    Why it matters: the speaker seems to speak of himself.

    When it errs: where the speaker reports what someone else said and ends with it.

    The fix puts the closing mark before the reporting clause.
    """

    triggers = '"“”»'
    languages = ("en",)
    bad = (
        Bad("“The water is rising⟦, Mayor Lindqvist said⟧.”", fixed="“The water is rising,” Mayor Lindqvist said."),
        Bad("“We will wait⟦, she said⟧.” Then the line went dead.", fixed="“We will wait,” she said. Then the line went dead."),
    )
    good = (
        Good("“The water is rising,” Mayor Lindqvist said.", "the clause stands outside"),
        Good("“That is what she said.”", "part of the speech"),
        Good("“I will go, I said.”", "the speaker speaks of himself on purpose"),
        Good("“He called and said ‘wait’, she told me,” the boy remembered.", "a report within a report"),
    )

    def check(self, passage: Passage) -> Iterator[Finding]:
        clause = _clause(passage.language)
        text = passage.text
        for pair in passage.quotation.quoted:
            if pair.level or clause is None or text[pair.closer - 1] not in ".,":
                continue
            match = clause.search(text, max(pair.opener, pair.closer - 60), pair.closer - 1)
            if match is None or _has_inner(passage, pair):
                continue
            yield self.finding(
                passage,
                match.start(),
                match.end(),
                f"“{match.group().strip(', ')}” is narration but stands inside the quotation marks.",
                score=0.75,
                edits=[(match.start(), match.start() + 1, "," + text[pair.closer]), (pair.closer, pair.closer + 1, "")],
            )


def _has_inner(passage: Passage, pair: Quoted) -> bool:
    return any(pair.opener < other.opener < pair.closer for other in passage.quotation.quoted)


def _clause(language: Language) -> regex.Pattern[str] | None:
    made: regex.Pattern[str] | None = language.cached("narration-in-quotes")
    verbs = language.phrases("words", "reporting_verbs")
    if made is None and verbs:
        said = "|".join(verb for verb in verbs)
        speaker = r"(?:he|she|they|(?:the\s+)?(?:\p{Lu}[\p{L}\p{M}.’'-]*+\s+){0,3}\p{Lu}[\p{L}\p{M}’'-]++)"
        made = language.cache("narration-in-quotes", pattern(rf",\s+{speaker}\s+(?:{said})\Z"))
    return made
