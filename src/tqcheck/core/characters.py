"""What kind of character each one is: the ground on which words are told apart and blocks are scanned.

Kinds are the general categories of Unicode (chapter 4.5) as far as words need them, and the cases as `str` sees them. The
table of `unicodedata` is used; for code points that it does not know yet, `regex` is asked, whose table is newer.
"""

from __future__ import annotations

from unicodedata import category

from .pattern import pattern

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

LETTER, MARK, DIGIT, NUMBER = 1, 2, 4, 8
"""General categories L, M, Nd and N (which includes Nd)."""
SMALL, CAPITAL = 16, 32
"""``islower()``; ``isupper()`` or a title-case letter."""
SPACE, ALPHANUMERIC, STOP = 64, 128, 256
"""White space; what ``\\w`` is for `regex`; a mark at which a sentence may end."""
APOSTROPHE, POINT = 512, 1024
"""What may stand inside a word, and inside a number."""
WORD = LETTER | MARK | NUMBER | 2048
"""A character that a word is made of; 2048 is the low line."""
UNSPACED = 4096
"""A letter of a script that is written without spaces between words: each is taken as a word."""
KNOWN = 32768

# Letters of category So (Unicode property Other_Alphabetic), and the joiners: regex counts them as \w.
_ALPHANUMERIC_SIGNS = ((0x200C, 0x200D), (0x24B6, 0x24E9), (0x1F130, 0x1F149), (0x1F150, 0x1F169), (0x1F170, 0x1F189))
_STOPS = ".!?…。！？｡؟۔।"
_APOSTROPHES = "'’‘ʼ"
_POINTS = ".,:٫٬"


def kind_of(character: str) -> int:
    """The kinds of one character, added up; `KNOWN` is always among them."""
    general = category(character)
    kind = KNOWN | _CATEGORY_KINDS.get(general, 0) | _CATEGORY_KINDS.get(general[0], 0)
    if general == "Cn":
        kind |= _newer_kinds(character)
    code = ord(character)
    if any(first <= code <= last for first, last in _ALPHANUMERIC_SIGNS):
        kind |= ALPHANUMERIC
    if character.isspace():
        kind |= SPACE
    if character.islower():
        kind |= SMALL
    elif character.isupper() or general == "Lt":
        kind |= CAPITAL
    if kind & (LETTER | NUMBER) and not kind & DIGIT and is_unspaced(character):
        kind |= UNSPACED
    for characters, named in ((_STOPS, STOP), (_APOSTROPHES, APOSTROPHE), (_POINTS, POINT), ("_", 2048)):
        if character in characters:
            kind |= named
    return kind


# The blocks of Unicode 16 that hold Thai, Lao, Myanmar, Khmer, kana, bopomofo, Chinese characters and their signs of repetition
# (々 〆 〇 〱): UAX 14 breaks lines in them without spaces. Tibetan, which marks its syllables, is not among them.
UNSPACED_BLOCKS = (
    ("\u0e00", "\u0eff"), ("\u1000", "\u109f"), ("\u1780", "\u17ff"), ("\u3005", "\u3007"), ("\u3021", "\u3029"), ("\u3031", "\u3035"),
    ("\u3038", "\u303c"), ("\u3041", "\u30ff"), ("\u3105", "\u312f"), ("\u31a0", "\u31bf"), ("\u31f0", "\u31ff"), ("\u3400", "\u4dbf"),
    ("\u4e00", "\u9fff"), ("\ua9e0", "\ua9ff"), ("\uaa60", "\uaa7f"), ("\uf900", "\ufaff"), ("\uff66", "\uff9f"),
    ("\U0001aff0", "\U0001b16f"), ("\U00020000", "\U0003ffff"),
)  # fmt: skip


def is_unspaced(character: str) -> bool:
    """True for a character of the scripts that are written without spaces, letter or not."""
    return character > "\u0dff" and any(first <= character <= last for first, last in UNSPACED_BLOCKS)


_CATEGORY_KINDS = {
    "L": LETTER | ALPHANUMERIC,
    "M": MARK | ALPHANUMERIC,
    "N": NUMBER,
    "Nd": DIGIT | ALPHANUMERIC,
    "Nl": ALPHANUMERIC,
    "Pc": ALPHANUMERIC,
}


def _newer_kinds(character: str) -> int:
    """The kinds of a code point that `unicodedata` calls unassigned, as regex knows them."""
    return sum(kind for kind, newer in _NEWER.items() if newer.match(character))


_NEWER = {
    LETTER: pattern(r"\p{L}"),
    MARK: pattern(r"\p{M}"),
    DIGIT: pattern(r"\p{Nd}"),
    NUMBER: pattern(r"\p{N}"),
    ALPHANUMERIC: pattern(r"\w"),
}


def folded(text: str) -> str:
    """The text in lower case, of the same length, with ' for ’ and σ for ς: what words are compared by.

    İ is the one letter that grows when it is lowered (Unicode, SpecialCasing.txt), and Σ the one whose small letter depends
    on what stands around it.
    """
    return text.replace("İ", "I").lower().replace("’", "'").replace("ς", "σ")


# Scripts that a text in each script may hold (ISO 15924 to Unicode names); Latin stands in all for names and signs.
OWN_SCRIPTS: dict[str, tuple[str, ...]] = {
    "Latn": (), "Cyrl": ("Cyrillic",), "Grek": ("Greek",), "Arab": ("Arabic",), "Hebr": ("Hebrew",), "Deva": ("Devanagari",),
    "Thai": ("Thai",), "Hans": ("Han", "Bopomofo"), "Hant": ("Han", "Bopomofo"), "Jpan": ("Han", "Hiragana", "Katakana"),
    "Kore": ("Hangul", "Han"),
}  # fmt: skip


def foreign_letter(script: str) -> str:
    """A pattern for a letter that a text in the script (a key of `OWN_SCRIPTS`) does not hold but in foreign words."""
    own = "".join(rf"--\p{{Script={name}}}" for name in ("Latin", "Common", "Inherited", *OWN_SCRIPTS[script]))
    return rf"[[\p{{L}}\p{{M}}]{own}]"


def foreign_letters(script: str) -> Callable[[str], bool]:
    """A test for `foreign_letter`; always false for a script whose letters are not known."""
    if script not in OWN_SCRIPTS:
        return lambda _character: False
    letter = pattern(f"(?V1){foreign_letter(script)}")
    return lambda character: letter.match(character) is not None


def is_lookalike(character: str) -> bool:
    """True for Cyrillic and Greek letters, many of which look like Latin ones (the blocks of Unicode that hold them)."""
    return any(first <= character <= last for first, last in _LOOKALIKES)


_LOOKALIKES = (("\u0370", "\u052f"), ("\u1c80", "\u1c8f"), ("\u1d26", "\u1dbf"), ("\u1f00", "\u1fff"), ("\u2126", "\u2127"),
               ("\u2de0", "\u2dff"), ("\ua640", "\ua69f"), ("\uab65", "\uab65"), ("\ufe2e", "\ufe2f"), ("\U00010140", "\U0001018e"),
               ("\U000101a0", "\U000101a0"), ("\U0001d200", "\U0001d245"), ("\U0001dff3", "\U0001dff4"),
               ("\U0001e030", "\U0001e08f"))  # fmt: skip


def is_control(character: str) -> bool:
    """True for characters that nobody sees: general categories Cc (but white space), Cf, Cs, noncharacters, the object placeholder."""
    return (category(character) in ("Cc", "Cf", "Cs", "Cn") and not character.isspace()) or character in "\x1c\x1d\x1e\x1f\ufffc"
