"""Scanning: the amounts of a text, in order."""

from __future__ import annotations

from fractions import Fraction

from ...core.pattern import pattern
from .alternatives import alternatives, share_of_a_scale
from .amount import FIRM, HINT, SOFT, WEAK, Amount, Kind
from .composing import Atom, Form, compose, is_scale
from .digits import readings
from .facts import MOST_SILENT, TENFOLD, facts
from .surroundings import level_of_digits, level_of_numeral, level_of_word, month_before, unit_beside
from .tokens import Sort, Token, tokens

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from .facts import Facts

_MOST_TOKENS = 12
_LONGEST_KEPT = 30
_GAPS = frozenset({"", " ", "-", "\u00a0", "\u202f", "\u2009", "‑", "\u00ad", "\u200b", "\u200c"})
_ROMAN = pattern(r"(?=[IVXLC])(?:C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})(?=(?:e|es|er|ère|ème|th)?$)")
_ROMAN_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}
_EXPONENTS = frozenset({"m", "km", "cm", "mm", "dm", "ft"})
_ABOUT = frozenset("余餘多来來几幾")
_ELIDING = ("it", "es", "pt")
_LONG_ENOUGH = 4
_SHORTEST_STEM = {"en": 4, "it": 4, "es": 4, "pt": 4, "fr": 4, "nl": 4, "sv": 4, "de": 4}


def amounts(text: str, language: str) -> list[Amount]:
    """What amounts a text says, by its BCP 47 language code, in order of their places. Linear in the length of the text."""
    return list(Scan(text, facts(language)))


class Scan:
    """One reading of a text, by the tables of its language."""

    def __init__(self, text: str, known: Facts) -> None:
        self.text = text
        self.known = known
        self.tokens = tokens(text)
        self._words = [token.word for token in self.tokens]

    def __iter__(self) -> Iterator[Amount]:
        place, silent = 0, self.known.silent
        while place < len(self.tokens):
            token = self.tokens[place]
            if token.text in silent:
                place += 1
                continue
            taken, found = self._number(place) if token.sort is not Sort.SYMBOL else (0, ())
            if not taken:
                taken, found = 1, self._other(place)
                if not found:
                    self._remember(token)
            yield from found
            place += taken

    def _remember(self, token: Token) -> None:
        """Note a word that says no number by itself and begins no row of words that does."""
        words, known = self.known.words, self.known
        if token.sort is Sort.WORD and len(token.text) < _LONGEST_KEPT and not words.begins_a_row(token.word):
            if len(known.silent) >= MOST_SILENT:
                known.silent.clear()
            known.silent.add(token.text)

    def gap(self, place: int) -> str:
        """What stands between a token and the one before."""
        return self.text[self.tokens[place - 1].end : self.tokens[place].start] if place else "\n"

    def _number(self, place: int) -> tuple[int, Sequence[Amount]]:
        """The number that begins at a token, and how many tokens it takes; 0 if there is none."""
        row, ends = self._row(place)
        if not row:
            return 0, ()
        value, count = compose(row)
        taken = next((taken for atoms, taken in ends if atoms >= count), ends[-1][1])
        first, last = self.tokens[place], self.tokens[place + taken - 1]
        if first.sort is Sort.DIGITS:
            return taken, self._of_digits(place, taken, value / row[0].value if row[0].value else Fraction(1))
        if first.sort is Sort.NUMERAL and ends[0][0] > count:
            return 1, self._apart(first)
        ordinal = row[count - 1].form is Form.ORDINAL
        level = (level_of_numeral if first.sort is Sort.NUMERAL else level_of_word)(self, place, place + taken, value, ordinal)
        unit = unit_beside(self, place, place + taken)
        values = (value, *alternatives(self, place, place + taken, value))
        return taken, (Amount(first.start, last.end, values, (), level, Kind.ORDINAL if ordinal else Kind.NUMBER, unit),)

    def _row(self, place: int) -> tuple[list[Atom], list[tuple[int, int]]]:
        """The number words from a token on that stand close together, and how many atoms there are after how many tokens."""
        row: list[Atom] = []
        ends: list[tuple[int, int]] = []
        at, joined = place, False
        while at < len(self.tokens) and at - place < _MOST_TOKENS and (at == place or self.gap(at) in _GAPS):
            found, taken = self._atoms(at, row, joined)
            if not found and row and self._is_about(at):
                at += 1
                continue
            if not found:
                if joined or not row or self._words[at] not in self.known.words.joiners:
                    break
                joined, at = True, at + 1
                continue
            row += [Atom(found[0].value, found[0].form, joined or found[0].joined), *found[1:]]
            at, joined = at + taken, False
            ends.append((len(row), at - place))
        return row, ends

    def _is_about(self, place: int) -> bool:
        """True if a token only says that a number is about right, and its scale follows: 30余万."""
        following = self.tokens[place + 1 : place + 2]
        return self.tokens[place].text in _ABOUT and bool(following) and following[0].sort is Sort.NUMERAL

    def _atoms(self, place: int, row: Sequence[Atom], joined: bool) -> tuple[Sequence[Atom], int]:
        token = self.tokens[place]
        if token.sort is Sort.DIGITS:
            if row and (self.gap(place) or self.known.code not in TENFOLD or joined):
                return (), 0
            values, _ = readings(token.text, self.known.decimal, self.known.group)
            return ((Atom(values[0], Form.DIGITS),) if values else ()), 1
        if token.sort is Sort.SYMBOL:
            return (), 0
        if row and row[-1].form is Form.DIGITS and not joined and (power := self._scale(place)):
            return (Atom(Fraction(10) ** power),), 1
        if token.sort is Sort.NUMERAL:
            atoms = self.known.words.of_word(token.text)
            return (atoms, 1) if atoms else ((), 0)
        found, taken = self.known.words.row_at(self._words[place : place + 4], 0)
        if found and row and row[-1].form is Form.DIGITS and not is_scale(found[0]):
            return (), 0
        return found, taken

    def _scale(self, place: int) -> int:
        """The power of ten that a short word after digits stands for; 0 if it is none."""
        token = self.tokens[place]
        for form in (token.text + ".", token.text):
            if form in self.known.scales and (len(token.text) > 1 or token.text > "\u2e80" or not self.gap(place)):
                return self.known.scales[form]
        return 0

    def _of_digits(self, place: int, taken: int, scale: Fraction) -> Sequence[Amount]:
        token, last = self.tokens[place], self.tokens[place + taken - 1]
        values, parts = readings(token.text, self.known.decimal, self.known.group)
        shown = [value * scale for value in values]
        if taken > 1 and last.sort is Sort.WORD and len(last.text) == 1:
            shown += values  # 5m are five million, or five metres
        before = self.tokens[place - 1] if place and not self.gap(place) and self.tokens[place - 1].sort is Sort.WORD else None
        if before and before.text in _EXPONENTS:
            return ()
        if month_before(self, place, taken):
            return (Amount(token.start, last.end, tuple(shown), (), WEAK, Kind.MONTH),)
        shown += alternatives(self, place, place + taken, shown[0])
        unit = unit_beside(self, place, place + taken)
        level = level_of_digits(self, place, shown[0], before)
        kind = Kind.CODE if before else Kind.NUMBER
        pieces = tuple(tuple(part) for part in parts) if scale == 1 else ()
        return (Amount(token.start, last.end, tuple(shown), pieces, level, kind, unit),)

    def _apart(self, token: Token) -> Sequence[Amount]:
        """Numerals that make no number: the digits of a year (一九八四), or several numbers side by side (三四)."""
        if len(token.text) > _MOST_TOKENS:
            return ()
        single = [self.known.words.of_word(character) for character in token.text]
        values = [atoms[0].value for atoms in single if atoms]
        digits = [value for value in values if 0 < value < 10]
        if scales := [value for value in values if value >= 10]:  # 七八十 are seventy, or eighty
            values += [value * scales[-1] for value in digits]
        if len(values) == len(token.text) > 2 and all(value < 10 for value in values):
            year = Fraction(int("".join(str(value) for value in values)))
            return (Amount(token.start, token.end, (year,), (), FIRM if len(values) == 4 else WEAK),)
        begun = self.known.words.of_word(token.text[:2])
        if begun and len(token.text) == 3:  # 十四五 are the fourteenth and the fifth
            values.append(compose(begun)[0])
        return tuple(Amount(token.start, token.end, (value,), (), SOFT) for value in values)

    def _other(self, place: int) -> Sequence[Amount]:
        """What a token says that is no number of its own: a code, a month, a Roman numeral, a word that may mean a number."""
        token = self.tokens[place]
        if token.sort is Sort.DIGITS:
            _, parts = readings(token.text, self.known.decimal, self.known.group)
            return tuple(Amount(token.start, token.end, tuple(part), (), FIRM if part[0] > 1 else SOFT) for part in parts)
        if token.sort is Sort.NUMERAL:
            return self._apart(token)
        if token.word in self.known.soft:
            return (Amount(token.start, token.end, (*share_of_a_scale(self, place), *self.known.soft[token.word]), (), SOFT),)
        if token.sort is not Sort.WORD:
            return ()
        if (
            token.word in self.known.months
            and token.word not in self.known.doubtful
            and not (token.text.islower() and self.known.code == "en")
        ):
            near = any(0 <= at < len(self.tokens) and self.tokens[at].sort is Sort.DIGITS for at in (place - 1, place + 1, place - 2))
            return (Amount(token.start, token.end, (Fraction(self.known.months[token.word]),), (), WEAK if near else SOFT, Kind.MONTH),)
        if len(token.text) < 12 and (match := _ROMAN.match(token.text)):
            return (Amount(token.start, token.end, (_roman(match.group()),), (), WEAK if len(match.group()) > 1 else SOFT, Kind.ROMAN),)
        return self._stem(token)

    def _stem(self, token: Token) -> Sequence[Amount]:
        """The number that a word begins with (``viertägig``): it may excuse one of the other text."""
        shortest = _SHORTEST_STEM.get(self.known.code, 3)
        for end in range(min(len(token.word) - 1, 16), shortest - 1, -1):
            stem = token.word[:end]
            if end > 3 and stem in self.known.soft:
                return (Amount(token.start, token.end, self.known.soft[stem], (), SOFT),)
            atoms = None if stem in self.known.doubtful else self._of_stem(stem)
            if atoms and ((value := compose(atoms)[0]) < 100 or end > 4):
                return (Amount(token.start, token.end, (value,), (), HINT if 2 <= value < 100 and end > 3 else SOFT),)
        return ()

    def _of_stem(self, stem: str) -> Sequence[Atom] | None:
        """The atoms of a word, or of one that lost its last vowel to what was put behind it (``diciannovenne``, ``treintañero``)."""
        words = self.known.words
        vowels = "aeio" if self.known.code in _ELIDING and len(stem) > _LONG_ENOUGH else ""
        return words.of_word(stem) or next((atoms for vowel in vowels if (atoms := words.of_word(stem + vowel))), None)


def _roman(numeral: str) -> Fraction:
    values = [_ROMAN_VALUES[letter] for letter in numeral]
    return Fraction(sum(-value if value < max(values[at + 1 :], default=0) else value for at, value in enumerate(values)))
