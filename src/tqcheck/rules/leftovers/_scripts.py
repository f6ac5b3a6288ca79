"""Letters of another script than the language is written in."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from ...core.characters import OWN_SCRIPTS, foreign_letter
from ...core.document import Passage
from ...core.pattern import pattern
from ._places import quotations_around

TYPE_CHECKING = False
if TYPE_CHECKING:
    import regex

_NAMES = (("Hiragana", "Japanese"), ("Katakana", "Japanese"), ("Han", "Chinese characters"), ("Hangul", "Korean"), ("Cyrillic", "Cyrillic"),
          ("Greek", "Greek"), ("Arabic", "Arabic"), ("Hebrew", "Hebrew"), ("Devanagari", "Devanagari"), ("Thai", "Thai"))  # fmt: skip
_NAME_PATTERNS = tuple((pattern(rf"\p{{Script={script}}}"), name) for script, name in _NAMES)
_GREEK = pattern(r"[\p{Script=Greek}\p{M}]{1,2}+\Z")
_EXPLAINED = pattern(r"\s?[(（\[](?!e\.g|i\.e)[\p{Latin}“\"'][^()（）\[\]]{1,40}+[)）\]]")
_ALIKE = pattern(r"[\p{Script=Cyrillic}\p{Script=Greek}]")
_FACE = frozenset("´`°¯_^*･;=<>╯ಠ")
_MOSTLY = 0.5
_IN_QUOTATION = 0.65
_CERTAIN = 1.0
_INSIDE = 0.93
_MOST_RUNS = 200


def foreign_scripts(passage: Passage) -> Iterator[tuple[int, int, float]]:
    """(start, end, score) of each stretch of letters that do not belong to the language's script; 1 for a whole block."""
    pattern = _foreign(passage.language.script)
    if pattern is None:
        return
    text = passage.text
    runs: list[tuple[int, int]] = []
    foreign = last = 0
    for match in pattern.finditer(text):
        start, last = match.span()
        foreign += last - start
        if len(runs) < _MOST_RUNS:
            runs.append((start, last))
    if not runs:
        return
    if foreign > _MOSTLY * sum(map(str.isalpha, text)) and foreign > 3:
        if not _is_quoted(passage, runs[0][0], last) and not _is_address(text, *runs[0]):
            yield 0, len(text), _CERTAIN
        return
    for start, end in runs:
        if not any(is_at_home(text, start, end) for is_at_home in (_is_inside_word, _is_sign, _is_address, _is_face, _is_gloss)):
            yield start, end, _IN_QUOTATION if _is_quoted(passage, start, end) else _INSIDE


def _is_inside_word(text: str, start: int, end: int) -> bool:
    """True for a letter or two within a Latin word or a number: a look-alike, which is another rule's."""
    around = text[max(0, start - 1) : start] + text[end : end + 1]
    return end - start <= 2 and any(character.isalnum() for character in around) and _ALIKE.match(text, start) is not None


def script_name(words: str) -> str:
    """What a reader calls the script of the words."""
    return next((name for pattern, name in _NAME_PATTERNS if pattern.search(words)), "another script")


@cache
def _foreign(script: str) -> regex.Pattern[str] | None:
    if script not in OWN_SCRIPTS:
        return None
    letter = foreign_letter(script)
    # Signs of length and repetition are common to several scripts and only belong to letters before them.
    word = rf"{letter}[[\p{{L}}\p{{M}}ー々〆〇]--\p{{Script=Latin}}]*+" if script == "Latn" else rf"{letter}++"
    return pattern(rf"(?V1){word}(?:[^\p{{L}}\p{{Nd}}\n()（）\"“”]{{1,3}}+{word})*+")


def _is_sign(text: str, start: int, end: int) -> bool:
    """True for one or two Greek letters: signs of science."""
    return _GREEK.match(text, start, end) is not None


def _is_quoted(passage: Passage, start: int, end: int) -> bool:
    """True if the stretch fills a quotation or a title in foreign brackets."""
    text = passage.text
    if start and text[start - 1] in "「『《〈«":
        return True
    return any(end - start + 3 >= pair.closer - pair.opener for pair in quotations_around(passage, start, end))


def _is_address(text: str, start: int, end: int) -> bool:
    blank = text.rfind(" ", max(0, start - 60), start)
    token = text[max(blank + 1, start - 60) : start]
    is_domain = text[end : end + 1] == "." and text[end + 1 : end + 2].isalpha()
    return is_domain or "//" in token or "www." in token or token[-1:] in ("@", "#", "/", "_")


def _is_face(text: str, start: int, end: int) -> bool:
    """True for the letter that is the mouth or an eye of a face: (´･ω･`), ¯\\_(ツ)_/¯."""
    around = text[max(0, start - 3) : start] + text[end : end + 3]
    return end - start <= 2 and not _FACE.isdisjoint(around)


def _is_gloss(text: str, start: int, end: int) -> bool:
    """True if the stretch stands in a bracket of its own, or a bracket behind it explains it."""
    before, after = text[max(0, start - 1) : start], text[end : end + 1]
    alone = before in ("(", "（", "[", "/") and after in (")", "）", "]", ",", ";", ":")
    return alone or _EXPLAINED.match(text, end) is not None
