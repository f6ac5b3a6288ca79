"""The rule foreign-quotes."""

from __future__ import annotations

from collections.abc import Iterator

from ...core.document import Passage
from ...core.finding import Finding
from ...core.language import Language, primary
from ...core.marks import family_of
from ...core.pattern import pattern
from ...core.quotation import FaultKind
from ...core.rule import Bad, Good, Rule, excerpt
from ...core.triggers import faults
from ...lang.vocabulary import vocabulary

_SURE = 0.85
_LIKELY = 0.65
_WORD = pattern(r"[\p{L}\p{M}’']++")
_ENGLISH = "en"
_ENGLISH_PAIRS = ("“”", "‘’")


class ForeignQuotes(Rule):
    """A quotation stands in the marks of another language.

    What it finds: a whole pair of marks that the language of the text does not use.

    Why it matters: the marks were carried over from the source.

    When it errs: where a passage of another language is quoted in its own style; words with letters that the
    language of the text does not have are taken as such.

    The fix writes the language's own outer marks.
    """

    triggers = (faults("“”‘’„‟«»‹›「」『』《》〈〉〝＂"),)
    bad = (
        Bad("Her novel ⟦《The Long Winter》⟧ sold well.", fixed="Her novel “The Long Winter” sold well."),
        Bad("He only said ⟦«later»⟧ and left.", fixed="He only said “later” and left."),
        Bad("The ⟦„new order“⟧ did not last.", fixed="The “new order” did not last."),
        Bad("They call it ⟦「the gate」⟧ here.", fixed="They call it “the gate” here."),
        Bad("Sie sagte ⟦“morgen”⟧ und ging.", fixed="Sie sagte „morgen“ und ging.", language="de"),
        Bad("Sie sagte ⟦„morgen”⟧ und ging.", fixed="Sie sagte „morgen“ und ging.", language="de"),
        Bad("Su novela ⟦《El largo invierno》⟧ se vendió bien.", fixed="Su novela «El largo invierno» se vendió bien.", language="es"),
    )
    good = (
        Good("Her novel “The Long Winter” sold well.", "the language's own marks"),
        Good("The sign said « Défense d’entrer » in red.", "a French quotation in French marks"),
        Good("On the door stood „Für Gäste“.", "a German quotation in German marks"),
        Good("Er sprach von “Fair Play” und ging.", "English words in English marks", "de"),
        Good("Sie sagte »morgen«, er sagte „heute“.", "two styles of German", "de"),
        Good("Disse «domani», “ieri” e ‘oggi’.", "all the marks of Italian", "it"),
        Good("„Ja”, zei hij, “nee”, zei zij.", "both styles of Dutch", "nl"),
    )

    def check(self, passage: Passage) -> Iterator[Finding]:
        text = passage.text
        pair = next(iter(passage.language.phrases("quotes", "pairs")), None)
        for fault in passage.quotation.faults:
            if fault.kind is not FaultKind.FOREIGN or fault.partner is None or pair is None:
                continue
            inside = text[fault.partner + 1 : fault.place]
            marks = text[fault.partner] + text[fault.place]
            if _is_of_another_language(inside, passage.language) or _is_english(inside, marks, passage.language):
                continue
            sure = family_of(text[fault.place]) not in ("angle", "single-angle", "double", "single")
            yield self.finding(
                passage,
                fault.partner,
                fault.place + 1,
                f"“{excerpt(inside)}” stands in marks that {passage.language.name} does not use.",
                score=_SURE if sure else _LIKELY,
                edits=[(fault.partner, fault.partner + 1, pair[0]), (fault.place, fault.place + 1, pair[1])],
            )


def _is_of_another_language(inside: str, language: Language) -> bool:
    """True for words with letters that the language does not have."""
    if language.script != "Latn":
        return False
    letters = language.value("words", "letters", default="")
    return not all(character.isascii() or not character.isalpha() or character.lower() in letters for character in inside)


def _is_english(inside: str, pair: str, language: Language) -> bool:
    """True for English words in English marks; a name among them may be unknown."""
    english = vocabulary(_ENGLISH) if pair in _ENGLISH_PAIRS and primary(language.code) != _ENGLISH else None
    words = _WORD.findall(inside)
    if english is None or not words or not language.function_words.isdisjoint(map(str.lower, words)):
        return False
    known = sum(word.lower() in english.words for word in words)
    return known == len(words) or (2 * known >= len(words) > 1 and inside.isascii())
