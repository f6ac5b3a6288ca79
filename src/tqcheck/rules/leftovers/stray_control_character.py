"""The rule stray-control-character."""

from __future__ import annotations

from collections.abc import Iterator

from ...core.document import Passage
from ...core.finding import Finding, Safety
from ...core.pattern import pattern
from ...core.rule import Bad, Good, Rule
from ...core.triggers import CONTROL, holds

# General categories Cc, Cs and Cn's noncharacters, and the invisible characters of Unicode 16, chapters 23.2, 23.3 and 23.8.
_JOINED = r"[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Han}]"
_CONTROL = pattern(
    rf"""(?x)
    [\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ufeff\ufff9-\ufffc\ufdd0-\ufdef\ufffe\uffff\ud800-\udfff]++
    | [\u200b\u2060\u180e]++
    | (?<={_JOINED})[\u200c\u200d]++(?={_JOINED})
    | [\u200e\u200f\u202a-\u202e\u2066-\u2069\u061c]++
    | (?<!\p{{L}})\u00ad++ | \u00ad++(?!\p{{L}}) | \u00ad{{2,}}+
    """
)
_RIGHT_TO_LEFT = pattern(r"[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]")
_NAMES = {
    "\u200b": "a zero-width space", "\u00ad": "a soft hyphen", "\ufeff": "a byte-order mark", "\ufffc": "an object placeholder",
    "\u200c": "a zero-width non-joiner", "\u200d": "a zero-width joiner", "\u2060": "a word joiner",
}  # fmt: skip
_BIDI = "\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u061c"
_MARKS = frozenset("\u200e\u200f\u061c")
_SPACED_BY_ZERO_WIDTH = ("Khmr", "Thai", "Laoo", "Mymr")
_MOST = 20
# Thai, Lao, Myanmar and Khmer (blocks of Unicode 16).
_SPACED = pattern(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff]")


class StrayControlCharacter(Rule):
    """An invisible character has no business where it stands.

    What it finds: control characters, zero-width spaces and joiners in the middle of words, marks for the direction
    of writing in a text that has only one, soft hyphens beside spaces, lone surrogates.

    Why it matters: search, spelling and layout stumble over what nobody sees.

    When it errs: where a zero-width space parts a long word on purpose.

    The fix takes the character away.
    """

    triggers = (holds(CONTROL),)
    bad = (
        Bad("The fer⟦\u200b⟧ry sails.", fixed="The ferry sails."),
        Bad("The ferry⟦\x07⟧ sails ⟦\u202a⟧today⟦\u202c⟧.", fixed="The ferry sails today."),
        Bad("The ⟦\u00ad⟧ ferry sails.", fixed="The  ferry sails."),
        Bad("A mark inside ⟦\ufeff⟧the text.", fixed="A mark inside the text."),
        Bad("המעבו⟦\u200f⟧רת יצאה מן הנמל.", fixed="המעבורת יצאה מן הנמל.", language="he"),
        Bad("غادرت العبا⟦\u200e⟧رة الميناء.", fixed="غادرت العبارة الميناء.", language="ar"),
    )
    good = (
        Good("A family 👨\u200d👩\u200d👧 and a flag 🏴\u200d☠️.", "joiners in emoji"),
        Good("The word שלום\u200f means peace.", "a direction mark in a text with two directions"),
        Good("כיתה ג\u200f (2) נפתחה.", "a direction mark beside a bracket", language="he"),
        Good("می\u200cخواهم بروم.", "a joiner that Persian writes", language="fa"),
        Good("Donau\u00addampf\u00adschiff", "soft hyphens inside a long word"),
        Good("A tab\tand a no-break\u00a0space.", "white space"),
    )

    def check(self, passage: Passage) -> Iterator[Finding]:
        text = passage.text
        if text.isascii() and text.isprintable():
            return
        both_ways = _RIGHT_TO_LEFT.search(text) is not None
        found = 0
        for match in _CONTROL.finditer(text):
            character = match.group()[0]
            if character in _BIDI and both_ways and not _is_mark_inside_word(text, match.start(), match.end()):
                continue
            if character == "\u200b" and _parts_words(passage, match.start()):
                continue
            if character == "\ufeff" and not passage.start and not match.start():
                continue
            found += 1
            if found > _MOST:
                return
            yield self.finding(
                passage,
                *match.span(),
                f"{_name(character).capitalize()} (U+{ord(character):04X}) stands in the text, where nobody sees it.",
                score=0.9,
                edits=[(*match.span(), "")],
                safety=Safety.SAFE,
            )


def _is_mark_inside_word(text: str, start: int, end: int) -> bool:
    """True for a direction mark between two letters of a right-to-left word, where it marks nothing (UAX 9, section 2.6)."""
    around = text[start - 1 : start], text[end : end + 1]
    return set(text[start:end]) <= _MARKS and all(letter and _RIGHT_TO_LEFT.match(letter) and letter.isalpha() for letter in around)


def _parts_words(passage: Passage, place: int) -> bool:
    """True where a zero-width space parts two words of a script that is written without spaces."""
    return passage.language.script in _SPACED_BY_ZERO_WIDTH or (place > 0 and _SPACED.match(passage.text, place - 1) is not None)


def _name(character: str) -> str:
    return _NAMES.get(character, "a mark of direction" if character in _BIDI else "a control character")
