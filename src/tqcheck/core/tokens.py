"""Words and sentences of a text, with their places.

A word is a run of letters, marks and digits with the apostrophes, decimal points and initials' full stops inside it
(don’t, 3.14, 10:30, U.S.). A hyphen parts words; `Words.joint` tells what stands between two of them. In scripts that are
written without spaces (Chinese, kana, Thai and others) each letter with its marks is a word: repetitions are found
in rows of them as in rows of words.
"""

from __future__ import annotations

from bisect import bisect_right

from .characters import UNSPACED, kind_of
from .pattern import pattern
from .scanning import split

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from .language import Language

# Closing marks belong to the sentence, and so do the numbers of its notes.
# Full-width marks end a sentence without white space after them.
_STOP = pattern(
    r"[.!?…。！？｡؟۔।]++[\"'”’»›)\]」』）】]*+(?:\[\d{1,3}\]|[¹²³⁰⁴-⁹])*+(?=\s|\Z)|[。！？｡]++[”’」』）】》〉\"]*+(?:[¹²³⁰⁴-⁹]|\[\d{1,3}\])*+"
)
_LAST_WORD = pattern(r"[^\s(\[“‘\"']*+\Z")
_FIRST_WORD = pattern(r"[\p{L}\p{N}]++")
_LIST_NUMBER = pattern(r"\d{1,3}(?:\.\d{1,3})*+|[a-zA-Z]|[ivxIVX]{1,4}")
_REPORTING_CLAUSE = pattern(r"(?<!\s)\s++(?:\p{Lu}[\p{L}.’'-]*+\s++){1,3}(\p{Ll}++)")
_LONGEST_ORDINAL = 2
_CLAUSE_END = pattern(r"[\s，。：；！？、「『“]")
_LAST_SPACED = "\u0dff"
_LOOK_AHEAD = 60
_LOOK_BACK = 24
_OPENERS = " \t\n\"'“‘«„‚([¿¡—–-「『（【《〈"
_CLOSING_QUOTES = ("”", "’", '"', "'", "»", "›", "」", "』")
_REPORT_REACH = 12
"""So many characters after a speech its verb stands in scripts without spaces."""


class Words:
    """The words of a text as parallel rows: ``lower`` (`tqcheck.core.characters.folded`), ``starts`` and ``ends`` (code points)."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.lower, self.starts, self.ends = split(text)

    def __len__(self) -> int:
        return len(self.lower)

    @property
    def count(self) -> int:
        """The number of words, where two letters of a script without spaces count as one."""
        return len(self) - sum(kind_of(word[0]) & UNSPACED > 0 for word in self.lower) // 2

    def __getitem__(self, index: int) -> str:
        """The word as it is written."""
        return self.text[self.starts[index] : self.ends[index]]

    def written(self, first: int, last: int) -> list[str]:
        """The words ``first`` to ``last`` (half open) as they are written."""
        return [self[number] for number in range(first, last)]

    def joint(self, index: int) -> str:
        """What stands between word ``index`` and the next one."""
        return self.text[self.ends[index] : self.starts[index + 1]]

    def at(self, place: int) -> int:
        """The index of the first word that ends after ``place`` (may be ``len(self)``)."""
        return bisect_right(self.ends, place)


def sentences(text: str, language: Language) -> Iterator[tuple[int, int]]:
    """(start, end) of each sentence, without the white space around it.

    A sentence ends at a final mark (with the closing marks that follow it) before white space, unless a small letter
    follows, or a clause that reports the speech which the mark ends. A full stop is no end either after an initial,
    after the number of a list, or after an abbreviation of the language; some abbreviations and initials may stand at
    an end, and do so when a word follows that often begins a sentence.
    """
    start = 0
    for match in _STOP.finditer(text):
        end = match.end()
        if end < len(text) and not _is_end(text, match.start(), end, start, language):
            continue
        yield from _trimmed(text, start, end)
        start = end
    yield from _trimmed(text, start, len(text))


def _is_end(text: str, mark: int, end: int, start: int, language: Language) -> bool:
    after = text[end : end + _LOOK_AHEAD]
    opened = after.lstrip(_OPENERS)
    if opened[:1].islower():
        return False
    if text[mark] != "." or text[mark : mark + 2] == "..":
        reports = _reports_unspaced if language.is_unspaced else _reports
        return not (text[end - 1] in _CLOSING_QUOTES and reports(after, language))
    last_word = _LAST_WORD.search(text[max(start, mark - _LOOK_BACK) : mark])
    word = last_word.group() if last_word else ""
    is_first = mark - start < _LOOK_BACK and not text[start : mark - len(word)].strip()
    return _ends_after(word, opened, language, is_first=is_first)


def _ends_after(word: str, opened: str, language: Language, *, is_first: bool) -> bool:
    """True if a full stop after ``word`` and before what ``opened`` begins with ends a sentence."""
    lower = word.lower()
    if lower in language.words("sentences", "abbreviations_before_number") and opened[:1].isdigit():
        return False
    if is_first and _LIST_NUMBER.fullmatch(word):
        return False
    if word.isdecimal() and len(word) <= _LONGEST_ORDINAL and language.value("sentences", "ordinals_have_stops", default=False):
        return _starts(opened, language)
    if lower in language.words("sentences", "abbreviations_that_may_end"):
        return _starts(opened, language)
    if lower in language.words("sentences", "abbreviations"):
        return False
    are_initials = (word.isupper() or "." in word) and all(len(part) == 1 and part.isalpha() for part in word.split("."))
    return not are_initials or _starts(opened, language)


def _starts(opened: str, language: Language) -> bool:
    """True if the first word is one that often begins a sentence."""
    match = _FIRST_WORD.match(opened)
    word = match.group().lower() if match else ""
    return word in language.function_words or word in language.words("sentences", "starters")


def _reports(after: str, language: Language) -> bool:
    """True for ``Anna Lund asked``: a name and a verb that reports speech. A pronoun would not have a capital there."""
    match = _REPORTING_CLAUSE.match(after)
    return match is not None and match.group(1) in language.words("words", "reporting_verbs") and not _starts(after.lstrip(), language)


def _reports_unspaced(after: str, language: Language) -> bool:
    """True for ``他说`` and ``と言った``: the clause that reports the speech goes on at once."""
    if after.startswith(language.phrases("sentences", "after_speech")):
        return True
    clause = _CLAUSE_END.split(after[:_REPORT_REACH], maxsplit=1)[0]
    return clause.endswith(language.phrases("words", "reporting_verbs"))


def length_in_words(text: str) -> int:
    """About how many words a stretch of text has: those that white space parts, and one for two letters of a script without."""
    unspaced = sum(kind_of(character) & UNSPACED > 0 for character in text if character > _LAST_SPACED)
    return len(split(text)[0]) - unspaced // 2 if unspaced else text.count(" ") + 1


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end:
        yield start, end
