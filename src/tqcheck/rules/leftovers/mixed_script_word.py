"""The rule mixed-script-word."""

from __future__ import annotations

from collections.abc import Iterator

from ...core.document import Passage
from ...core.finding import Finding, Severity
from ...core.pattern import pattern
from ...core.rule import Bad, Good, Rule
from ...core.triggers import LOOKALIKE, holds
from ._places import code_spans, in_code

TYPE_CHECKING = False
if TYPE_CHECKING:
    import regex

_WORD = pattern(r"[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{M}]{2,}+")
_SCRIPTS = tuple((name, pattern(rf"\p{{Script={name}}}")) for name in ("Latin", "Cyrillic", "Greek"))
# Letters that look alike in two scripts (Unicode Technical Standard 39, confusables.txt, version 16).
_TO_LATIN = str.maketrans("аеорсухіјѕһԁԛԝАВЕКМНОРСТУХІЈЅοαυνικρΑΒΕΖΗΙΚΜΝΟΡΤΥΧ", "aeopcyxijshdqwABEKMHOPCTYXIJSoauvikpABEZHIKMNOPTYX")
_TO_CYRILLIC = str.maketrans("aeopcyxijsABEKMHOPCTYXIJS", "аеорсухіјѕАВЕКМНОРСТУХІЈЅ")
_GREEK_SIGNS = "αβγδλμπσφωεθρτΔΩΣΦμ"
# A foreign name or abbreviation with an ending of the language: SMSки, PDFу.
_INFLECTED = pattern(r"(?<!\p{Script=Latin})\p{Script=Latin}{2,}+\p{Script=Cyrillic}{1,4}+")
_MOST_HAVE = 3
"""At least this many letters of a word belong to its own script, or more than to the other."""


class MixedScriptWord(Rule):
    """Letters of two scripts stand in one word.

    What it finds: a Latin word with Cyrillic or Greek letters that look alike, and the reverse.

    Why it matters: nobody sees it, but search, spelling and speech output fail.

    When it errs: in brand names and in formulas; single Greek letters beside Latin ones are left alone.

    The fix writes the letters of the script that most of the word has.
    """

    severity = Severity.MAJOR
    triggers = (holds(LOOKALIKE),)
    bad = (
        Bad("The ⟦fеrry⟧ sails.", fixed="The ferry sails."),
        Bad("He said ⟦прогpесс⟧ twice.", fixed="He said прогресс twice."),
        Bad("Тут гарний ⟦клiмат⟧.", fixed="Тут гарний клімат.", language="uk"),
    )
    good = (
        Good("The μm and the Δt are small; αβ-crystallin.", "signs of science"),
        Good("The word прогресс means progress.", "one script a word"),
        Good("The Naïve Łódź ferry.", "letters with marks"),
        Good("Он прислал SMSки и два PDFа.", "foreign names with endings", language="ru"),
        Good(r"Он пишет: \nРодная моя река.", "a line end that was written out", language="ru"),
    )

    def check(self, passage: Passage) -> Iterator[Finding]:
        if passage.text.isascii():
            return
        code = code_spans(passage)
        for match in _WORD.finditer(passage.text):
            word = match.group()
            if word.isascii() or in_code(code, match.start()) or _is_escape(passage.text, match):
                continue
            counts = sorted(((len(pattern.findall(word)), name) for name, pattern in _SCRIPTS), reverse=True)
            if not counts[1][0]:
                continue
            if "Greek" in (counts[0][1], counts[1][1]) and any(letter in _GREEK_SIGNS for letter in word):
                continue
            repaired = _repaired(word, counts[0][1])
            if _INFLECTED.fullmatch(word) and (not repaired or word[:2].isupper()):
                continue
            yield self.finding(
                passage,
                *match.span(),
                f"The word “{word}” mixes {counts[0][1]} and {counts[1][1]} letters.",
                score=0.95 if repaired and counts[0][0] >= _MOST_HAVE else 0.7,
                edits=[(*match.span(), repaired)] if repaired else (),
            )


def _is_escape(text: str, match: regex.Match[str]) -> bool:
    """True for a line end or tabulator that was written as `\\n`, and clings to the word behind it."""
    return match.group()[0] in "ntr" and text[match.start() - 1 : match.start()] == "\\"


def _repaired(word: str, script: str) -> str:
    """The word in one script, or nothing if its letters do not all look like letters of that script."""
    repaired = word.translate(_TO_LATIN) if script == "Latin" else word.translate(_TO_CYRILLIC) if script == "Cyrillic" else word
    one = sum(pattern.search(repaired) is not None for _, pattern in _SCRIPTS) == 1
    return repaired if one and repaired != word else ""
