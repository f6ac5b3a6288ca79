"""Triggers: what a block must hold for a rule to look at it.

One scan over a document tells which blocks hold what (`tqcheck.core.plan`), so that clean text costs no rule anything.
A trigger may be wider than its rule, never narrower: a block without it holds no fault of the rule.

Sets of characters are strings. The classes below are private-use characters that stand in such a string for all
characters of a kind: ``CAPITAL + "“«"``.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    pass

Trigger = tuple[object, ...]
"""A trigger as plain values, the first of which names its kind, so that it can be written down and read back."""

CLASSES = tuple(map(chr, range(0xE000, 0xE00E)))
SMALL_LETTER, CAPITAL_LETTER, LETTER, DIGIT, NUMBER, WHITE, NO_LETTER, NO_WORD, NO_WHITE, EDGE, CONTROL, FOREIGN, LOOKALIKE, UNCASED = (
    CLASSES
)
"""In order: small and capital letters, all letters, decimal digits, numbers, white space; all but letters, all but letters
and numbers, all but white space; the edge of a block; invisible characters, letters of a script that the language is not
written in, Cyrillic and Greek letters, letters of scripts without cases."""

ANYWHERE, SMALL, CAPITALISED, BETWEEN_SMALL, BEFORE_MARK, BEFORE_STOP, ALONE, OPENING = range(8)
"""Where a word stands, or how it is written: anywhere; in small letters; with a capital and small letters after it; with a
capital between two small words; before a mark or a per cent sign; before a full stop; before a full stop as one of the
first two words of a sentence; as the first word of a block or after the end of a sentence."""

ECHO, REPEAT, CAPITAL_RUN, SHOUTING, CAPITAL_PAIR, OPENING_NUMBER, OPENING_SMALL, WORDLESS, MANY_QUOTES = range(9)
"""What is seen in the row of words: a word or phrase that comes again at once (at most one word between); three words that
come again in the block; eight words in a row that do not begin small; three of five and more capitals; two capitalised
words side by side; a number, a small letter as an opening; no word at all; six quotation marks or apostrophes."""

MARKS = ",;:.?!%"
OPENING_QUOTES, CLOSING_QUOTES, SINGLE_QUOTES = "“„«‟", '"”»‹›「」『』《》〈〉＂〝〞〟', "'‘’‚‛"
"""Quotation marks; those that close are here all double ones that stand before a letter only if they are misplaced or straight."""
DOUBLE_QUOTES = OPENING_QUOTES + CLOSING_QUOTES
QUOTES = DOUBLE_QUOTES + SINGLE_QUOTES


def holds(characters: str) -> Trigger:
    """One of the characters."""
    return "holds", characters


def listed(section: str, *keys: str) -> Trigger:
    """One of the characters in lists of the language's data."""
    return "listed", section, *keys


def beside(first: str, second: str) -> Trigger:
    """One of the ``first`` characters directly before one of the ``second``."""
    return "beside", first, second


def across(first: str, second: str) -> Trigger:
    """One of the ``first`` characters, one white space, and one of the ``second``."""
    return "across", first, second


def word(where: int, section: str, *keys: str) -> Trigger:
    """A word of one of the lists of the language's data, standing or written as ``where`` says."""
    return "word", where, section, *keys


def literal(where: int, *words: str) -> Trigger:
    """One of these words, in lower case."""
    return "literal", where, *words


def hint(where: int, section: str, key: str) -> Trigger:
    """A word that belongs to one of the phrases or parts of words in a list of the language's data."""
    return "hint", where, section, key


def phrase(where: int, section: str, *keys: str) -> Trigger:
    """The first word of one of the phrases in lists of the language's data."""
    return "phrase", where, section, *keys


def ending(where: int, section: str, key: str) -> Trigger:
    """A word that ends as one of a list of the language's data says."""
    return "ending", where, section, key


def passing(where: int, test: str) -> Trigger:
    """A word that passes a test, ``module:function`` below ``tqcheck.rules``, of the lower-case word and the language."""
    return "passing", where, test


def sight(number: int) -> Trigger:
    """What is seen in the row of words, such as `ECHO`."""
    return "sight", number


def either(*triggers: Trigger) -> Trigger:
    """One of these; for use in `both`."""
    return "either", *triggers


def faults(characters: str) -> Trigger:
    """A fault in the reading of the quotation marks, in a block that holds one of the characters; no other stands beside it."""
    return "faults", characters


SWITCHES = (holds(FOREIGN), word(ANYWHERE, "switches", "words"))
"""What a block in another language holds: letters of another script, or one of the commonest words of other languages."""


def both(*triggers: Trigger) -> Trigger:
    """All of these in one block."""
    return "both", *triggers
