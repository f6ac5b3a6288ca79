"""What is known of numbers in one language: words, marks, months, units and currencies, read when they are first asked for.

The files lie in ``number_data``: ``<code>.cldr`` is written by ``benchmarks/numbers`` from CLDR, ``<code>.own`` by hand. Each
line is ``kind<TAB>key<TAB>form|form``: ``c`` and ``o`` cardinal and ordinal words by value, ``e`` short words for powers of ten, ``m``
months by number, ``u`` units and ``$`` currencies by CLDR's names, ``s`` words that may stand for a number, ``n`` words that are numbers
but mostly mean something else, ``j`` words that join the parts of a number, ``k`` what may follow a number at once,
``d`` decimal and ``g`` group marks.
"""

from __future__ import annotations

import os
from fractions import Fraction
from functools import cache

from ...core.language import primary
from .composing import Atom, Form
from .words import NumberWords, folded

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

FOLDER = os.path.join(os.path.dirname(os.path.abspath(__file__)), "number_data")
TENFOLD = frozenset({"zh", "yue", "ja", "ko"})
"""Languages in which the digit before ten multiplies it: 二十."""


_ALIASES = {"nb": "no", "tl": "fil", "iw": "he", "in": "id", "cmn": "zh", "sh": "hr"}
MOST_SILENT = 20_000
_NO_UNITS = frozenset({"in", "a", "i", "o", "e", "y", "st", "pt", "d"})
"""Signs that are words more often than units."""


class Facts:
    """The tables of one language; the words in them are `folded`."""

    def __init__(self, code: str) -> None:
        self.code = code
        self.decimal = "."
        self.group = ","
        self.words = NumberWords()
        self.scales: dict[str, int] = {}
        self.months: dict[str, int] = {}
        self.units: dict[str, str] = {}
        self.currencies: dict[str, str] = {}
        self.soft: dict[str, tuple[Fraction, ...]] = {}
        self.doubtful: set[str] = set()
        self.counters: set[str] = set()
        self.silent: set[str] = set()
        """Words, as they are written, that were found to say no number whatever stands beside them; not more than `MOST_SILENT`."""

    def take(self, kind: str, key: str, forms: list[str]) -> None:
        """Take in one line of a file."""
        if kind in "co":
            self._take_words(Form.ORDINAL if kind == "o" else Form.CARDINAL, Fraction(key), forms)
        elif kind in "dgj":
            self._take_mark(kind, key, forms)
        elif kind == "e":
            self.scales.update((form, int(key)) for form in forms)
        elif kind == "m":
            self.months.update((folded(form), int(key)) for form in forms)
        elif kind in "u$":
            table = self.units if kind == "u" else self.currencies
            table.update((_unit(form), key) for form in forms if form not in _NO_UNITS)
        elif kind == "s":
            self.soft.update((folded(form), tuple(map(Fraction, key.split()))) for form in forms)
        else:
            (self.doubtful if kind == "n" else self.counters).update(map(folded, forms))

    def _take_mark(self, kind: str, key: str, forms: list[str]) -> None:
        if kind == "d":
            self.decimal = key
        elif kind == "g":
            self.group = key
        else:
            self.words.joiners |= set(forms)
            self.words.clitics += tuple(form for form in forms if key == "clitic")

    def _take_words(self, form: Form, value: Fraction, spellings: list[str]) -> None:
        if value == 10 and self.code in TENFOLD and form is Form.CARDINAL:
            form = Form.TENS
        for spelling in spellings:
            self.words.add(spelling, Atom(value, form))


def _unit(form: str) -> str:
    """Units are told apart by capitals where they are short: ``Mm`` is no ``mm``."""
    return form if len(form) <= 3 else folded(form)


@cache
def facts(code: str) -> Facts:
    """The facts of a BCP 47 code, or of its language; empty tables and English marks if there are none."""
    language = primary(code)
    language = _ALIASES.get(language, language)
    found = Facts(language)
    for ending in ("own", "cldr"):
        for kind, key, forms in _lines(language, ending):
            found.take(kind, key, forms)
    return found


def _lines(language: str, ending: str) -> Iterator[tuple[str, str, list[str]]]:
    path = os.path.join(FOLDER, f"{language}.{ending}")
    if not language.isalpha() or not os.path.isfile(path):
        return
    with open(path, encoding="utf-8") as file:
        for line in file:
            if not line.startswith("#"):
                kind, key, forms = line.rstrip("\n").split("\t")
                yield kind, key, forms.split("|")
