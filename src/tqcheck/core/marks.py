"""The quotation marks of a text, each with the price of every role it could play where it stands."""

from __future__ import annotations

from .characters import is_unspaced
from .language import Language
from .pattern import pattern
from .record import Row
from .triggers import EDGE, NO_LETTER, NO_WORD, beside, holds

NO_SPACE = 0.35
SPACE_INSIDE = 0.4
AT_EDGE = 0.9
CONTRADICTION = 0.5
AFTER_FUNCTION_WORD = 0.4
ELISION = 0.15
SELDOM_NESTED = 0.4
POSSESSIVE = 0.3
UNUSUAL_APOSTROPHE = 0.5
UNKNOWN_ELISION = 0.9
TURNED_APOSTROPHE = 0.4
MEASURE = 0.15
SINGLE_OUTSIDE = 0.05
STANDS_ALONE = 0.1
MAX_MARK_SHARE = 0.25
"""A long block with more marks than this among its characters is no prose and is not read."""
_SHORT = 400

# Glyphs by family: a quotation opens and closes within one. Unicode 16, properties Quotation_Mark and Bidi_Mirrored.
_FAMILIES = {
    "double": '"“”„‟＂〝〞〟',
    "single": "'‘’‚‛",
    "angle": "«»",
    "single-angle": "‹›",
    "corner": "「」",
    "white-corner": "『』",
    "title": "《》",
    "single-title": "〈〉",
}
_FAMILY = {glyph: family for family, glyphs in _FAMILIES.items() for glyph in glyphs}
_FIXED = {"「": "open", "」": "close", "『": "open", "』": "close", "《": "open", "》": "close", "〈": "open", "〉": "close"}
_FOREIGN_DIRECTION = {
    "„": "open",
    "‟": "open",
    "〝": "open",
    "〞": "close",
    "〟": "close",
    "‚": "open",
    "‛": "open",
    "«": "open",
    "»": "close",
    "‹": "open",
    "›": "close",
    **_FIXED,
}
# Pairs of other languages (CLDR 46, delimiters), to know a foreign quotation that is whole in itself.
_FOREIGN_PAIRS = frozenset(
    ["„“", "„”", "””", "»«", "«»", "‚‘", "‚’", "’’", "›‹", "‹›", "「」", "『』", "《》", "〈〉", "〝〟", "〝〞", "＂＂"]
)
_OPEN_BEFORE = frozenset("([{<—–-/=¿¡…*_~|+（【〔［")
_CLOSE_AFTER = frozenset(".,!?;:)]}>—–-/…*_~|=，。、；：！？）】〕］،؛؟")
# Hebrew: an abbreviation has gershayim before its last letter; these letters are written on a word, also before its opening mark.
_HEBREW = ("\u05d0", "\u05ea")
_HEBREW_PREFIXES = frozenset("משהוכלב")
_LONGEST_PREFIX = 3
_GLYPH = pattern(f"[{''.join(_FAMILY)}]")
_LAST_WORD = pattern(r"(?<!\w)\w*+\Z")
_NEXT_WORD = pattern(r"\w++")


class Mark(Row):
    """A mark at ``place`` of its block.

    ``opening`` and ``closing`` are the prices of those roles from the characters around it; ``apostrophe`` and
    ``measure`` likewise, or None where the mark cannot be one. ``alone`` is the price of a mark without any role,
    ``repeats`` says that the same glyph stands directly before.
    """

    place: int
    glyph: str
    family: str
    direction: str
    opening: float
    closing: float
    alone: float
    apostrophe: float | None
    is_turned_apostrophe: bool
    measure: float | None
    is_foreign: bool
    repeats: bool


def family_of(glyph: str) -> str:
    """The family of a glyph: a quotation opens and closes within one."""
    return _FAMILY[glyph]


# A block without one of these has no mark to read: an apostrophe inside a word is none.
_PLAIN = "".join(glyph for glyph in _FAMILY if glyph not in "'’")
MARK_TRIGGERS = (holds(_PLAIN), beside(EDGE + NO_WORD, "'’"), beside("'’", EDGE + NO_LETTER))


class Marks:
    """The marks of one language: which glyph opens, which closes, which pairs are its own."""

    def __init__(self, language: Language) -> None:
        self.language = language
        pairs = language.phrases("quotes", "pairs")
        self._own = frozenset("".join(pairs))
        self._pairs = frozenset(pairs)
        self.closes_once = bool(language.value("quotes", "closes_once", default=False))
        self._nesting = dict.fromkeys(language.phrases("quotes", "families_that_may_nest"), SELDOM_NESTED)
        self._nesting |= dict.fromkeys(language.phrases("quotes", "families_that_nest"), 0.0)
        self._elisions = language.words("quotes", "elisions")
        self.reopens = bool(language.value("quotes", "reopens", default=True))
        self._no_quotation_ends_with = language.words("words", "articles") | language.words("words", "prepositions")
        self._spaced = frozenset("".join(language.phrases("quotes", "spaced_pairs")))
        self._opens_after_elision = bool(language.value("quotes", "opens_after_elision", default=False))
        openers, closers = ({pair[at] for pair in pairs} for at in (0, 1))
        self._direction = dict.fromkeys(_FAMILY, "both") | _FOREIGN_DIRECTION
        self._direction |= dict.fromkeys(openers, "open") | dict.fromkeys(closers, "close") | dict.fromkeys(openers & closers, "both")

    @classmethod
    def of(cls, language: Language) -> Marks:
        """The marks of a language, made once."""
        found: Marks | None = language.cached("marks")
        return found or language.cache("marks", cls(language))

    def is_own_pair(self, opener: str, closer: str) -> bool:
        """True if the two glyphs are a pair in this language."""
        return opener + closer in self._pairs

    def is_foreign_pair(self, opener: str, closer: str) -> bool:
        """True if the two glyphs are a pair in some language."""
        return opener + closer in _FOREIGN_PAIRS

    def own_pair(self, family: str) -> str | None:
        """The opener and closer that this language uses for a family; for a foreign family its outer pair."""
        pairs = self.language.phrases("quotes", "pairs")
        return next((pair for pair in pairs if _FAMILY.get(pair[0]) == family), pairs[0] if pairs else None)

    def is_turned(self, glyph: str, *, opens: bool) -> bool:
        """True if the glyph has the other direction than the role that it plays."""
        return self._direction[glyph] == ("close" if opens else "open")

    def nesting_price(self, family: str) -> float | None:
        """The price of a quotation directly within another of its family; None if that is a fault."""
        return self._nesting.get(family)

    def find(self, text: str) -> list[Mark]:
        """All marks of a block but the plain apostrophes inside words."""
        if len(text) > _SHORT and _count(text) > MAX_MARK_SHARE * len(text):
            return []
        found = []
        last = -2
        for match in _GLYPH.finditer(text):
            place, glyph = match.start(), match.group()
            before = text[place - 1] if place else ""
            after = text[place + 1] if place + 1 < len(text) else ""
            family = _FAMILY[glyph]
            if family == "single" and glyph in "'’" and before.isalnum() and after.isalpha() and _has_apostrophes(before):
                continue
            if glyph == '"' and _is_gershayim(text, place):
                continue
            found.append(self._mark(text, place, glyph, family, before, after, repeats=last == place - 1 and before == glyph))
            last = place
        return found

    def _mark(self, text: str, place: int, glyph: str, family: str, before: str, after: str, *, repeats: bool) -> Mark:
        spaced = glyph in self._spaced
        opening, closing = _role_prices(text, place, before, after, spaced=spaced)
        if self._opens_after_elision and before in ("'", "’") and text[max(0, place - 2) : place - 1].isalpha():
            opening = _inside_price(_inner(text, place + 1, spaced=spaced), _CLOSE_AFTER - _OPEN_BEFORE)
        if before.isalnum() and _last_word(text, place) in self._no_quotation_ends_with:
            closing += AFTER_FUNCTION_WORD
        direction = self._direction[glyph]
        single = family == "single"
        may_be_apostrophe = single and glyph != "‚" and _has_apostrophes(before)
        apostrophe = self._apostrophe(text, place, before, after) if may_be_apostrophe else None
        turned = apostrophe is not None and glyph in "‘‛"
        if turned and apostrophe is not None:
            apostrophe += TURNED_APOSTROPHE if before.isalnum() or apostrophe < ELISION + 0.1 else 1.0
        alone = STANDS_ALONE if not before.strip() and not after.strip() else 1.0
        measure = MEASURE if before.isdigit() and glyph in "\"'”’" else None
        return Mark(
            place,
            glyph,
            family,
            direction,
            opening + SINGLE_OUTSIDE * single,
            closing,
            alone,
            apostrophe,
            turned,
            measure,
            glyph not in self._own and glyph not in "\"'",
            repeats,
        )

    def _apostrophe(self, text: str, place: int, before: str, after: str) -> float:
        if before.isalnum() and after.isalpha():
            return 0.0
        if before.isalpha():
            word = _last_word(text, place)
            if word in self._elisions and text[place - len(word) - 1 : place - len(word)] in ("'", "’", "‘"):
                return ELISION
            return POSSESSIVE if before in "sSxzXZ" else UNUSUAL_APOSTROPHE
        if after.isdigit():
            return ELISION
        following = _NEXT_WORD.match(text, place + 1)
        return ELISION if following and following.group().lower() in self._elisions else UNKNOWN_ELISION


def _count(text: str) -> int:
    """The number of marks and apostrophes."""
    return sum(map(text.count, _FAMILY))


def _last_word(text: str, place: int) -> str:
    match = _LAST_WORD.search(text[max(0, place - 16) : place])
    return match.group().lower() if match else ""


def _role_prices(text: str, place: int, before: str, after: str, *, spaced: bool) -> tuple[float, float]:
    """The price of opening and of closing here, from the nearest characters that are no quotation marks.

    ``spaced``: the language writes a space on the inner side of the mark.
    """
    left, right = place, place + 1
    while left and text[left - 1] in _FAMILY and place - left < 4:
        left -= 1
    while right < len(text) and text[right] in _FAMILY and right - place < 5:
        right += 1
    before = text[left - 1] if left else ""
    after = text[right] if right < len(text) else ""
    loose_before = not before or before.isspace() or before in _OPEN_BEFORE or _is_wide(before)
    loose_after = not after or after.isspace() or after in _CLOSE_AFTER or _is_wide(after) or (before != "" and "가" <= after <= "힣")
    inner_after, inner_before = (_inner(text, right, spaced=True), _inner(text, left - 1, -1, spaced=True)) if spaced else (after, before)
    opening = (0.0 if loose_before else NO_SPACE) + _inside_price(inner_after, _CLOSE_AFTER - _OPEN_BEFORE)
    closing = (0.0 if loose_after else NO_SPACE) + _inside_price(inner_before, _OPEN_BEFORE - _CLOSE_AFTER)
    if not loose_before and (not after or after.isspace()):
        opening += CONTRADICTION
    if not loose_after and (not before or before.isspace()):
        closing += CONTRADICTION
    return opening, closing


def _inner(text: str, place: int, step: int = 1, *, spaced: bool) -> str:
    """The character on the inner side of a mark, behind the one space that may stand there."""
    if spaced and 0 <= place < len(text) and text[place].isspace():
        place += step
    return text[place] if 0 <= place < len(text) else ""


def _is_wide(character: str) -> bool:
    """True for letters of scripts without spaces and for full-width marks: no white space is to be expected beside them."""
    return character > "\u0dff" and (is_unspaced(character) or "\u3001" <= character <= "\u303f" or "\uff01" <= character <= "\uff65")


def _has_apostrophes(before: str) -> bool:
    """False after a letter of a script that has none: Chinese, kana, Hangul, Thai."""
    return not (before > "\u0dff" and (is_unspaced(before) or "가" <= before <= "힣"))


def _is_gershayim(text: str, place: int) -> bool:
    """True for the mark inside an abbreviation (צה"ל), not for one that opens a quotation behind a prefix (ב"הארץ")."""
    first, last = _HEBREW
    if not (first <= text[place - 1 : place] <= last and first <= text[place + 1 : place + 2] <= last):
        return False
    start = place
    while start and place - start <= _LONGEST_PREFIX and first <= text[start - 1] <= last:
        start -= 1
    is_last = not first <= text[place + 2 : place + 3] <= last
    return is_last or not _HEBREW_PREFIXES.issuperset(text[start:place])


def _inside_price(neighbour: str, unlikely: frozenset[str]) -> float:
    """The price of the character on the inner side of a mark: none, white space, or a mark that does not stand there."""
    if not neighbour:
        return AT_EDGE
    if neighbour.isspace():
        return SPACE_INSIDE
    return SPACE_INSIDE if neighbour in unlikely else 0.0
