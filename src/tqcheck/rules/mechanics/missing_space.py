"""The rule missing-space."""

from __future__ import annotations

from collections.abc import Iterator

from ...core.alignment import Partner
from ...core.document import Passage
from ...core.finding import Finding, Safety
from ...core.marks import family_of
from ...core.pattern import pattern
from ...core.rule import Bad, Good, Rule
from ...core.triggers import (
    CAPITAL_LETTER,
    CLOSING_QUOTES,
    DOUBLE_QUOTES,
    LETTER,
    NO_WHITE,
    OPENING_QUOTES,
    SMALL_LETTER,
    UNCASED,
    beside,
    both,
    holds,
)
from ._places import matches

_COMMA = pattern(r"(?<=\p{L}{2}|\p{Nd}[%)]|[)\]])[,;](?=\p{L}(?:\p{L}|\s)|[“‘«„(]\w)")
# Scripts without cases need no two letters to tell a word from an abbreviation.
_UNCASED = pattern(r"(?<=\p{Lo}\p{M}{0,2}|[”\"»״)])[,;،؛](?=[\p{Lo}“«(])")
_UNCASED_STOP = pattern(r"(?<=\p{Lo}{3})[.!?؟](?=\p{Lo}{2})")
_COMMA_QUOTE = pattern(r"(?<=[”»“«]),(?=[\p{L}“«„»])")
_STOP = pattern(r"(?<=\p{Ll}{3})[.!?](?=\p{Lu}\p{Ll}|[“«„¿¡]\p{Lu})")
_BRACKET = pattern(r"(?<=[\s][^\s()]{0,40}\([^()\n]{4,60})\)(?=\p{L}{2})|(?<=\p{Ll}{3})\((?=\p{L}{2,}+[ \p{Lu}])")
_MARKS = ',;.!?)("“”«»'
_PLURAL_ENDING = pattern(r"['’]?(?:s|es|ed|ing|d|ism|ist|er)\b|\p{Ll}?\W|-")


class MissingSpace(Rule):
    """No space stands where words or sentences meet.

    What it finds: a comma, semicolon or full stop, a quotation mark or a bracket with a word glued to its outer side.

    Why it matters: the source language writes no spaces, and the machine copied that.

    When it errs: in names of products and sites that are written with a full stop inside.

    The fix puts a space in.
    """

    uses = frozenset({Partner.REFERENCE})  # whatever spaces the source has
    lax_in_chat = True
    triggers = (
        beside(",;", LETTER + "“‘«»„("),
        beside(".!?", CAPITAL_LETTER + "“«„¿¡"),
        beside(",;،؛.!?؟", UNCASED),
        beside(")", LETTER),
        beside(SMALL_LETTER, "("),
        both(holds(_MARKS), beside(LETTER, DOUBLE_QUOTES)),
        both(holds(_MARKS), beside(CLOSING_QUOTES, LETTER)),
        both(holds(_MARKS), beside(NO_WHITE, OPENING_QUOTES), beside(OPENING_QUOTES, LETTER)),
    )
    bad = (
        Bad("They came late⟦,⟧and nobody spoke.", fixed="They came late, and nobody spoke."),
        Bad("It is the⟦“⟧great wall”of the town.".replace("”of", "” of"), fixed="It is the “great wall” of the town."),
        Bad("It is the “great wall⟦”o⟧f the town.", fixed="It is the “great wall” of the town."),
        Bad("The “first”⟦,⟧“second” and “third” gate.", fixed="The “first”, “second” and “third” gate."),
        Bad("They left the town⟦.⟧Nobody came back.", fixed="They left the town. Nobody came back."),
        Bad("They left the cellar⟦.⟧“Tomorrow we sail,” he said.", fixed="They left the cellar. “Tomorrow we sail,” he said."),
        Bad("The union (founded in May⟦)⟧called for a vote.", fixed="The union (founded in May) called for a vote."),
        Bad("여객선이 떠났고⟦,⟧그 뒤에는 아무도 없었다.", fixed="여객선이 떠났고, 그 뒤에는 아무도 없었다.", language="ko"),
        Bad("غادرت العبارة الميناء⟦،⟧ولم يتكلم أحد.", fixed="غادرت العبارة الميناء، ولم يتكلم أحد.", language="ar"),
        Bad("Das war das Ende⟦.⟧Anfang und Schluss sind eins.", fixed="Das war das Ende. Anfang und Schluss sind eins.", language="de"),
        Bad("Los barcos salen⟦,⟧y nadie espera.", fixed="Los barcos salen, y nadie espera.", language="es"),
        Bad("Er rief⟦„⟧halt“ und lief.", fixed="Er rief „halt“ und lief.", language="de"),
    )
    good = (
        Good("See example.com/a,b or write to a,b@example.org; it costs 1,000 or 3.14 (about 3,1).", "addresses and numbers"),
        Good("Node.js, Booking.com and the U.S. have file.txt at 5 p.m.", "names and abbreviations"),
        Good("All “maybe”s and “A”-levels, the ship(s) and (un)happy people.", "endings and hyphens"),
        Good('קראתי בעיתון ב"הארץ הישנה" על הנמל.', "a prefix of Hebrew", language="he"),
        Good("그는 “네”라고 말했다.", "a particle of Korean", language="ko"),
        Good("call f(x) or max(a,b) there", "code"),
        Good("Lehrer(innen), Datei(en), der (Haupt)bahnhof und das „Blatt“s-Archiv.", "endings and parts of compounds", "de"),
        Good("Étudiant(e)s, los/as alumnos/as, il/elle.", "endings", "fr"),
        Good("—Sí —dijo ella—. ¿Vienes? ¡Claro!", "dashes, opened marks", "es"),
        Good("z.B. heute, d.h. jetzt, i.d.R. um 10.30 Uhr", "abbreviations", "de"),
    )

    def check(self, passage: Passage) -> Iterator[Finding]:
        if passage.language.is_unspaced:
            return
        text = passage.text
        for wanted in (_COMMA, _COMMA_QUOTE, _STOP) if passage.language.has_case else (_UNCASED, _UNCASED_STOP):
            for match in matches(wanted, text):
                yield self._glued(passage, match.start(), match.end(), match.end(), 0.9)
        for match in matches(_BRACKET, text) if "(" in text else ():
            opens = match.group() == "("
            if not opens and _is_part_of_word(passage, match.start()):
                continue
            yield self._glued(passage, match.start(), match.end(), match.start() if opens else match.end(), 0.75)
        yield from self._glued_quotations(passage)

    def _glued_quotations(self, passage: Passage) -> Iterator[Finding]:
        text = passage.text
        may_follow = passage.language.value("quotes", "letters_after_closing", False)
        for pair in passage.quotation.quoted:
            if family_of(text[pair.opener]) == "single" or family_of(text[pair.closer]) == "single":
                continue
            may_precede = passage.language.value("quotes", "letters_before_opening", default=False)
            if pair.opener and text[pair.opener - 1].isalpha() and not may_precede:
                yield self._glued(passage, pair.opener, pair.opener + 1, pair.opener, 0.9)
            after = pair.closer + 1
            if may_follow:
                continue
            if text[after : after + 1].isalpha() and not _PLURAL_ENDING.match(text, after) and not _is_ending(passage, after):
                yield self._glued(passage, pair.closer, after + 1, after, 0.9)

    def _glued(self, passage: Passage, start: int, end: int, place: int, score: float) -> Finding:
        around = passage.text[max(0, start - 12) : end + 8].split()
        middle = next((part for part in around if passage.text[start:end] in part), passage.text[start:end])
        return self.finding(
            passage, start, end, f"A space is missing in “{middle}”.", score=score, edits=[(place, place, " ")], safety=Safety.SAFE
        )


def _is_part_of_word(passage: Passage, closer: int) -> bool:
    """True if the bracket that closes here holds a part of a compound: (Haupt)bahnhof, (Unter-)Ordner."""
    opener = passage.text.rfind("(", 0, closer)
    if passage.text[closer - 1] == "-":
        return True
    return bool(passage.language.value("words", "compounds", default=False)) and passage.text[opener + 1 : closer].isalpha()


def _is_ending(passage: Passage, place: int) -> bool:
    """True if an ending of the language clings to the closing mark."""
    number = passage.words.at(place)
    return number < len(passage.words) and passage.words[number] in passage.language.words("mechanics", "clinging_endings")
