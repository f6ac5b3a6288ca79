"""The rule narration-in-quotes."""

from __future__ import annotations

from collections.abc import Iterator

from ...core.document import Passage
from ...core.finding import Finding
from ...core.language import Language
from ...core.pattern import pattern
from ...core.quotation import Quoted
from ...core.rule import Bad, Good, Rule, end_before

TYPE_CHECKING = False
if TYPE_CHECKING:
    import regex


_NAME = r"(?:\p{Lu}[\p{L}\p{M}.’'-]*+\s+){0,3}\p{Lu}[\p{L}\p{M}’'-]++"
_SPEAKERS = (("insertions", "definite_articles"), ("words", "speakers"))


class NarrationInQuotes(Rule):
    """The reporting clause stands inside the marks of the speech that it reports.

    What it finds: a quotation that ends with a comma, a name or *he*, *she*, *they*, and a verb of saying.

    Why it matters: the speaker seems to speak of himself.

    When it errs: where the speaker reports what someone else said and ends with it.

    The fix puts the closing mark before the reporting clause.
    """

    triggers = '"“”»«'
    bad = (
        Bad("“The water is rising⟦, Mayor Lindqvist said⟧.”", fixed="“The water is rising,” Mayor Lindqvist said."),
        Bad("“We will wait⟦, she said⟧.” Then the line went dead.", fixed="“We will wait,” she said. Then the line went dead."),
        Bad("„Das Wasser steigt⟦, sagte die Bürgermeisterin⟧.“", fixed="„Das Wasser steigt“, sagte die Bürgermeisterin.", language="de"),
        Bad("« L’eau monte⟦, a déclaré Inès Rothier⟧. »", fixed="« L’eau monte », a déclaré Inès Rothier.", language="fr"),
        Bad("«El agua sube⟦, dijo Inés Rotero⟧.»", fixed="«El agua sube», dijo Inés Rotero.", language="es"),
        Bad("“De rivier stijgt⟦, zei hij⟧.”", fixed="“De rivier stijgt”, zei hij.", language="nl"),
    )
    good = (
        Good("“The water is rising,” Mayor Lindqvist said.", "the clause stands outside"),
        Good("“That is what she said.”", "part of the speech"),
        Good("„Das Wasser steigt“, sagte die Bürgermeisterin. »Ja«, sagte er.", "the clause stands outside", "de"),
        Good("« Oui », dit-il. « L’eau monte », a déclaré Inès Rothier.", "the clause stands outside", "fr"),
        Good("—El agua sube —dijo Inés—. Vámonos.", "a dash and no marks", "es"),
        Good("“I will go, I said.”", "the speaker speaks of himself on purpose"),
        Good("“He called and said ‘wait’, she told me,” the boy remembered.", "a report within a report"),
    )

    def check(self, passage: Passage) -> Iterator[Finding]:
        clause = _clause(passage.language)
        text = passage.text
        for pair in passage.quotation.quoted:
            end = end_before(text, pair.closer, pair.opener)
            if pair.level or clause is None or text[end - 1] not in ".,":
                continue
            match = clause.search(text, max(pair.opener, end - 60), end - 1)
            if match is None or _has_inner(passage, pair):
                continue
            yield self.finding(
                passage,
                match.start(),
                match.end(),
                f"“{match.group().strip(', ')}” is narration but stands inside the quotation marks.",
                score=0.75,
                edits=self._edits(passage, pair, match.start()),
            )

    def _edits(self, passage: Passage, pair: Quoted, comma: int) -> list[tuple[int, int, str]]:
        """Close before the clause, and the comma stands where the language has it: inside in English, behind the mark elsewhere."""
        text = passage.text
        closer = text[end_before(text, pair.closer, pair.opener) : pair.closer + 1]
        joint = f",{closer}" if passage.language.value("quotes", "comma_inside", default=False) else f"{closer},"
        return [(comma, comma + 1, joint), (pair.closer + 1 - len(closer), pair.closer + 1, "")]


def _has_inner(passage: Passage, pair: Quoted) -> bool:
    return any(pair.opener < other.opener < pair.closer for other in passage.quotation.quoted)


def _clause(language: Language) -> regex.Pattern[str] | None:
    made: regex.Pattern[str] | None = language.cached("narration-in-quotes")
    verbs = language.phrases("words", "reporting_verbs")
    if made is None and verbs:
        auxiliaries = "|".join(language.phrases("quotes", "reporting_auxiliaries"))
        said = rf"{f'(?:(?:{auxiliaries}) )?' if auxiliaries else ''}(?:{'|'.join(verbs)})"
        articles, speakers = ("|".join(language.phrases(section, key)) or "(?!)" for section, key in _SPEAKERS)
        speaker = rf"(?:{speakers}|(?:(?:{articles})\s+)?{_NAME})"
        first = language.value("quotes", "reporting_order") == "verb-first"
        clause = rf"{said}[\s-]+(?:t-)?{speaker}" if first else rf"{speaker}\s+{said}"
        made = language.cache("narration-in-quotes", pattern(rf",\s+{clause}\Z"))
    return made
