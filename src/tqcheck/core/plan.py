"""Plan: the triggers of some rules for one language, turned into tables for one scan.

Every rule gets a bit, and so does every part of a trigger that needs several things at once. The tables say which
classes of characters, which words, and which sights set which bits; the scan (`tqcheck.core.scanning`) adds them up for
each block, and `Plan.rules_for` leads from the sum to the rules that look at the block.
"""

from __future__ import annotations

from importlib import import_module

from . import triggers as named
from .characters import CAPITAL, DIGIT, LETTER, MARK, NUMBER, SMALL, SPACE, foreign_letters, is_control, is_lookalike, kind_of
from .phrases import any_of, holding, letter_of, longest

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from typing import Any

    from .language import Language
    from .triggers import Trigger

MOST_BITS = 128
_CONTEXTS = 8
_SIGHTS = 9
_WHITE = 128
_KINDS = {
    named.SMALL_LETTER: SMALL, named.CAPITAL_LETTER: CAPITAL, named.LETTER: LETTER, named.DIGIT: DIGIT, named.NUMBER: NUMBER,
    named.WHITE: SPACE,
}  # fmt: skip
_OTHERS = {named.NO_LETTER: LETTER, named.NO_WORD: LETTER | NUMBER, named.NO_WHITE: SPACE}
# One character for every mixture of kinds that is met, so that the classes of all others are known before they come.
_SAMPLES = "aAא1²ⅷⅧⓐⒶ\u0301\u0345 \x1c\x01~"
_CASES = (named.SMALL, named.CAPITALISED, named.BETWEEN_SMALL)
_QUESTIONS = {named.SMALL: 1, named.CAPITALISED: 2}


class Plan:
    """What to look for, for rules given as pairs of a name and its triggers."""

    def __init__(self, rules: Sequence[tuple[str, Sequence[Trigger]]], language: Language) -> None:
        self.language = language
        self._bits = 0
        self._singles: dict[str, int] = {}
        self._pairs: dict[tuple[str, str], int] = {}
        self._skips: dict[tuple[str, str], int] = {}
        self._words: list[dict[str, int]] = [{} for _ in range(_CONTEXTS)]
        self._judges: list[list[tuple[int, int, Callable[[str], bool]]]] = [[], [], []]
        self._hints: list[tuple[int, int, Callable[[str], bool]]] = []
        self._hinted: list[str] = []
        self._conditions: list[tuple[int, int]] = []
        self.sights = [0] * _SIGHTS
        self._numbers = {}
        for name, triggers in rules:
            bit = self._numbers[name] = self._new_bit()
            for trigger in triggers:
                self._add(trigger, bit)
        self._foreign = foreign_letters(language.script)
        self._may_be_hint = any_of(self._hinted)
        self._make_classes()

    @property
    def everything(self) -> int:
        """All bits: set where a word is too long to be looked up."""
        return (1 << self._bits) - 1

    def rules_for(self, bits: int) -> Sequence[str]:
        """The names of the rules that look at a block with these bits, in the order in which they were given."""
        for needed, bit in self._conditions:
            if bits & needed == needed:
                bits |= bit
        return [name for name, bit in self._numbers.items() if bits & bit]

    def _new_bit(self) -> int:
        self._bits += 1
        if self._bits > MOST_BITS:
            raise ValueError(f"more than {MOST_BITS} triggers")
        return 1 << (self._bits - 1)

    def _add(self, trigger: Trigger, bit: int) -> None:
        kind, *values = trigger
        if kind == "both":
            parts = [self._new_bit() for _ in values]
            for part, part_bit in zip(values, parts, strict=True):
                self._add(part, part_bit)  # type: ignore[arg-type]
            self._conditions.append((sum(parts), bit))
        else:
            getattr(self, f"_add_{kind}")(bit, *values)

    def _add_holds(self, bit: int, characters: str) -> None:
        self._singles[characters] = self._singles.get(characters, 0) | bit

    def _add_listed(self, bit: int, section: str, *keys: str) -> None:
        characters = "".join(entry for key in keys for entry in self.language.phrases(section, key))
        if characters:
            self._add_holds(bit, characters)

    def _add_beside(self, bit: int, first: str, second: str) -> None:
        self._pairs[first, second] = self._pairs.get((first, second), 0) | bit

    def _add_across(self, bit: int, first: str, second: str) -> None:
        self._skips[first, second] = self._skips.get((first, second), 0) | bit

    def _add_sight(self, bit: int, number: int) -> None:
        self.sights[number] |= bit

    def _add_word(self, bit: int, where: int, section: str, *keys: str) -> None:
        for key in keys:
            self._add_literal(bit, where, *self.language.phrases(section, key))

    def _add_literal(self, bit: int, where: int, *words: str) -> None:
        for word in words:
            if not word.isascii() and (letter := letter_of(word, where)):
                word, at = letter, named.ANYWHERE if where in _CASES else where
            else:
                at = where
            self._words[at][word] = self._words[at].get(word, 0) | bit

    def _add_phrase(self, bit: int, where: int, section: str, *keys: str) -> None:
        for key in keys:
            self._add_literal(bit, where, *(phrase.split()[0] for phrase in self.language.phrases(section, key)))

    def _add_either(self, bit: int, *triggers: Trigger) -> None:
        for trigger in triggers:
            self._add(trigger, bit)

    def _add_faults(self, bit: int, characters: str) -> None:
        """Nothing can be seen of them in a scan."""

    def _add_hint(self, bit: int, where: int, section: str, key: str) -> None:
        unspaced = [each for each in self.language.phrases(section, key) if not each.isascii() and letter_of(each, where)]
        self._add_literal(bit, where, *unspaced)
        hints = [each for each in self.language.phrases(section, key) if each not in unspaced]
        if hints:
            self._hints.append((where, bit, holding(hints)))
            self._hinted.extend(longest(each)[0] for each in hints)

    def _add_ending(self, bit: int, where: int, section: str, key: str) -> None:
        endings = self.language.phrases(section, key)
        if endings:
            self._test(bit, where, lambda word: word.endswith(endings))

    def _add_passing(self, bit: int, where: int, test: str) -> None:
        self._test(bit, where, _Test(test, self.language))

    def _test(self, bit: int, where: int, passes: Callable[[str], bool]) -> None:
        self._judges[_QUESTIONS.get(where, 0)].append((where, bit, passes))

    def judge(self, word: str, question: int) -> Iterator[tuple[int, int]]:
        """The bits that a word sets by tests in each context: in small letters (1), capitalised (2), or in the others (0)."""
        for where, bit, passes in self._judges[question]:
            if passes(word):
                yield where, bit
        if question == 0 and self._may_be_hint(word):
            for where, bit, passes in self._hints:
                if passes(word):
                    yield where, bit

    def classify(self, character: str) -> int:
        """The class of a character, 1 to 127; 128 is added for white space.

        A mixture of kinds that was not foreseen counts as one that belongs to all sets.
        """
        number = self._classes.get(self._signature(character), self._classes[self._all_sets])
        return number | (_WHITE if character.isspace() else 0)

    def tables(self) -> dict[str, Any]:
        """What the scanner needs beside `classify` and `judge`."""
        return {
            "listed": self._words,
            "class_count": len(self._classes) + 1,
            "singles": self._table(self._singles),
            "pairs": self._table_of_two(self._pairs),
            "skips": self._table_of_two(self._skips),
            "counted": self._members(named.QUOTES),
            "sights": self.sights,
            "everything": self.everything,
        }

    def _make_classes(self) -> None:
        """Number the mixtures of sets that characters can belong to; 0 is the edge of a block."""
        self._sets = list(dict.fromkeys([named.QUOTES, *self._singles, *(each for pair in (*self._pairs, *self._skips) for each in pair)]))
        mentioned = {character for characters in self._sets for character in characters}.difference(named.CLASSES)
        self._literals = dict.fromkeys((*mentioned, *named.CLASSES), 0)
        for number, characters in enumerate(self._sets):
            for character in characters:
                self._literals[character] |= 1 << number
        self._flags = {name: self._literals.pop(name) for name in named.CLASSES}
        self._classes: dict[int, int] = {}
        self._all_sets = (1 << len(self._sets)) - 1
        for signature in (*map(self._signature, mentioned), *self._mixtures(), self._all_sets):
            self._classes.setdefault(signature, len(self._classes) + 1)
        if len(self._classes) >= _WHITE:
            raise ValueError("too many sets of characters")

    def _mixtures(self) -> Iterator[int]:
        for character in _SAMPLES:
            plain = self._signature_of_kind(character)
            for more in (
                0,
                self._flags[named.FOREIGN],
                self._flags[named.LOOKALIKE],
                self._flags[named.FOREIGN] | self._flags[named.LOOKALIKE],
            ):
                yield plain | more

    def _signature_of_kind(self, character: str) -> int:
        kind = kind_of(character)
        signature = self._flags[named.CONTROL] if is_control(character) else 0
        if kind & LETTER and not kind & (SMALL | CAPITAL):
            signature |= self._flags[named.UNCASED]
        for name, flag in _KINDS.items():
            if kind & flag:
                signature |= self._flags[name]
        for name, flag in _OTHERS.items():
            if not kind & flag:
                signature |= self._flags[name]
        return signature

    def _signature(self, character: str) -> int:
        """The sets that hold a character, added up."""
        signature = self._signature_of_kind(character) | self._literals.get(character, 0)
        if character > "ɏ" and kind_of(character) & (LETTER | MARK):
            # The few letters that triggers name are taken as foreign without a look, for which the engine would be loaded.
            if character in self._literals or self._foreign(character):
                signature |= self._flags[named.FOREIGN]
            if is_lookalike(character):
                signature |= self._flags[named.LOOKALIKE]
        return signature

    def _members(self, characters: str) -> list[int]:
        """The classes that belong to a set."""
        bit = 1 << self._sets.index(characters)
        edge = [0] if named.EDGE in characters else []
        return edge + [number for signature, number in self._classes.items() if signature & bit]

    def _table(self, sets: dict[str, int]) -> dict[int, int]:
        table: dict[int, int] = {}
        for characters, bits in sets.items():
            for number in self._members(characters):
                table[number] = table.get(number, 0) | bits
        return table

    def _table_of_two(self, sets: dict[tuple[str, str], int]) -> dict[tuple[int, int], int]:
        table: dict[tuple[int, int], int] = {}
        for (first, second), bits in sets.items():
            others = self._members(second)
            for one in self._members(first):
                for other in others:
                    table[one, other] = table.get((one, other), 0) | bits
        return table


class _Test:
    """A test of words, ``module:function`` below ``tqcheck.rules``, that is imported when the first word comes."""

    def __init__(self, test: str, language: Language) -> None:
        self._test = test
        self._language = language
        self._function: Callable[[str, Language], bool] | None = None

    def __call__(self, word: str) -> bool:
        if self._function is None:
            module, _, name = self._test.partition(":")
            self._function = getattr(import_module(f"tqcheck.rules.{module}"), name)
        return self._function(word, self._language)
