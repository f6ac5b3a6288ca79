"""Number words of a language: which words say a number, alone, fused (``siebenundzwanzig``) or in a row."""

from __future__ import annotations

from fractions import Fraction
from functools import lru_cache

from ...core.pattern import pattern
from .composing import Atom, compose

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_LONGEST_WORD = 80
_SHORTEST_LETTERS = 4
_MOST_ATOMS = 16
_MOST_KEPT = 5000
_FOLDED = {
    ord("\u00ad"): None,
    ord("ʼ"): "'",
    ord("’"): "'",
    ord("ё"): "е",
    ord("ß"): "ss",
    ord("ँ"): "ं",
    ord("़"): None,
    **{ord(hamza): "ا" for hamza in "أإآٱ"},
    ord("ى"): "ي",
    ord("ة"): "ه",
    **dict.fromkeys(range(0x064B, 0x0653)),
    **dict.fromkeys(range(0x0591, 0x05C8)),
}
_COMPOSED = {"ज़": "ज", "ड़": "ड", "ढ़": "ढ", "फ़": "फ", "क़": "क", "ख़": "ख", "ग़": "ग"}
_TOKEN = pattern(r"[\p{L}\p{Nl}\p{M}\p{Nd}'ʼ’\u00ad]++")


def folded(word: str) -> str:
    """A word as the tables have it: in small letters, without soft hyphens, vowel points and variants of one letter."""
    return _folded_once(word) if len(word) <= _LONGEST_WORD else _folded(word)


def _folded(word: str) -> str:
    word = word.casefold().translate(_FOLDED)
    for composed, plain in _COMPOSED.items():
        word = word.replace(composed, plain)
    return word


_folded_once = lru_cache(maxsize=8192)(_folded)


class NumberWords:
    """The number words of a language; words are `folded`.

    ``joiners`` stand between the parts of a number (``und``, ``and``), ``clitics`` are joiners that are written as one
    with the word after them (Arabic ``و``).
    """

    def __init__(self, joiners: Iterable[str] = (), clitics: Iterable[str] = ()) -> None:
        self.atoms: dict[str, Atom] = {}
        self.rows: dict[str, list[tuple[tuple[str, ...], Atom]]] = {}
        self.joiners = frozenset(joiners)
        self.clitics = tuple(clitics)
        self._longest = 0
        self._starts: set[str] = set()
        self._kept: dict[str, Sequence[Atom] | None] = {}

    def add(self, spelling: str, atom: Atom) -> None:
        """Let a spelling of one or more words say a number; the first meaning of a word stays."""
        tokens = tuple(folded(token) for token in _TOKEN.findall(spelling))
        if len(tokens) == 1:
            self.atoms.setdefault(tokens[0], atom)
            self._longest = max(self._longest, len(tokens[0]))
            self._starts.add(tokens[0][0])
        elif tokens:
            rows = self.rows.setdefault(tokens[0], [])
            rows.append((tokens, atom))
            rows.sort(key=lambda row: -len(row[0]))
        self._kept.clear()

    def of_word(self, word: str) -> Sequence[Atom] | None:
        """The atoms of one folded word, None if it is no number."""
        if word in self._kept:
            return self._kept[word]
        found = self._read(word)
        if len(self._kept) >= _MOST_KEPT:
            self._kept.clear()
        self._kept[word] = found
        return found

    def _read(self, word: str) -> Sequence[Atom] | None:
        if word in self.atoms:
            return (self.atoms[word],)
        for clitic in self.clitics:
            if word.startswith(clitic) and (inner := self.of_word(word.removeprefix(clitic))):
                return (Atom(inner[0].value, inner[0].form, True), *inner[1:])
        if not _is_long_enough(word) or word[0] not in self._starts:
            return None
        atoms = self._segmented(word)
        return atoms if atoms and compose(atoms)[1] == len(atoms) else None

    def _segmented(self, word: str) -> list[Atom] | None:
        """The longest atoms, from the left, that make up the whole word; a joiner may stand between two."""
        dead: set[int] = set()
        found: list[Atom] = []

        def go(place: int, joined: bool) -> bool:
            if place == len(word):
                return not joined
            if place in dead or len(found) >= _MOST_ATOMS:
                return False
            for end in range(min(len(word), place + self._longest), place, -1):
                piece = word[place:end]
                if found and not joined and piece in self.joiners and go(end, True):
                    return True
                atom = self.atoms.get(piece)
                if atom:
                    found.append(Atom(atom.value, atom.form, joined))
                    if go(end, False):
                        return True
                    found.pop()
            dead.add(place)
            return False

        return found if go(0, False) else None

    def row_at(self, tokens: Sequence[str], place: int) -> tuple[Sequence[Atom], int]:
        """The atoms that the tokens from a place on say, and how many tokens that takes; none at all if they say no number."""
        for row, atom in self.rows.get(tokens[place], ()):
            if tuple(tokens[place : place + len(row)]) == row:
                return (atom,), len(row)
        if found := self.of_word(tokens[place]):
            return found, 1
        for clitic in self.clitics:
            for row, atom in self.rows.get(tokens[place].removeprefix(clitic), ()):
                if tuple(tokens[place + 1 : place + len(row)]) == row[1:]:
                    return (Atom(atom.value, atom.form, True),), len(row)
        return (), 0

    def begins_a_row(self, word: str) -> bool:
        """True if a number may begin with the folded word that takes several words."""
        return word in self.rows or any(word.removeprefix(clitic) in self.rows for clitic in self.clitics)

    def value_of(self, spelling: str) -> Fraction | None:
        """What a spelling says, if all of it says one number."""
        tokens = [folded(token) for token in _TOKEN.findall(spelling)]
        atoms: list[Atom] = []
        place, joined = 0, False
        while place < len(tokens):
            found, taken = self.row_at(tokens, place)
            if not found:
                if joined or not atoms or tokens[place] not in self.joiners:
                    return None
                joined, taken = True, 1
            else:
                atoms += [Atom(found[0].value, found[0].form, joined or found[0].joined), *found[1:]]
                joined = False
            place += taken
        if not atoms or joined:
            return None
        value, count = compose(atoms)
        return value if count == len(atoms) else None


def _is_long_enough(word: str) -> bool:
    """True if the word may be put together from others: in an alphabet that takes some letters, in Chinese or Korean two."""
    shortest = _SHORTEST_LETTERS if word < "\u2e80" else 2
    return shortest <= len(word) <= _LONGEST_WORD
