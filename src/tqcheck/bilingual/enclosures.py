"""What a text puts into quotation marks and brackets, in whatever script and style they are written."""

from __future__ import annotations

from ..core.pattern import pattern
from ..core.record import Row

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    import regex

_MOST = 400
"""So many characters at most are taken to stand in one pair: what is longer is no pair, or a fault of its own."""
_QUOTED = pattern(
    rf"""(?xV1)
      [“„‟]([^“”„‟\n]{{1,{_MOST}}})[”“‟"]
    | [”]([^“”„‟\n]{{1,{_MOST}}})[”]
    | «([^«»\n]{{1,{_MOST}}})»
    | »([^«»\n]{{1,{_MOST}}})«
    | [「｢]([^「」｢｣\n]{{1,{_MOST}}})[」｣]
    | 〝([^〝〞〟\n]{{1,{_MOST}}})[〞〟]
    | (?<![\p{{L}}\p{{Nd}}])["＂]([^"＂\n]{{1,{_MOST}}})["＂]
    | (?<=[\p{{Han}}\p{{Hiragana}}\p{{Katakana}}\p{{Hangul}}])["＂]([^"＂\n]{{1,{_MOST}}})["＂]
    | (?<![\p{{L}}\p{{Nd}}])[‘‚‹]([^‘‚‹›\n]{{1,{_MOST}}}?)[’‘›](?![\p{{L}}\p{{Nd}}])
    | (?<![\p{{L}}\p{{Nd}}])'([^'\n]{{1,{_MOST}}}?)'(?![\p{{L}}\p{{Nd}}])
    | (?<!`)``([^`\n]{{1,{_MOST}}}?)''
    """
)
_TITLES = pattern(
    rf"《[^《》\n]{{1,{_MOST}}}》|〈[^〈〉\n]{{1,{_MOST}}}〉|『[^『』\n]{{1,{_MOST}}}』|[*_]{{1,2}}\w[^*_\n]{{0,{_MOST}}}[*_]"
)
_ANY_MARK = pattern(r"[\"“”„‟«»「」『』【】｢｣〝〞〟＂‘‚‹›《》〈〉*_`]|''|(?<![\p{L}\p{Nd}])'|'(?![\p{L}\p{Nd}])")
_DIALOGUE = pattern(r"(?:\A|[\n.,!?…»”\"])[^\S\n]{0,8}[-–—―]")
_BRACKETED = pattern(
    rf"\(([^()（）\n]{{0,{_MOST}}})[)）]|（([^()（）\n]{{0,{_MOST}}})[)）]"
    rf"|[\[［]([^\[\]［］\n]{{0,{_MOST}}})[\]］]|【([^【】\n]{{0,{_MOST}}})】|〔([^〔〕\n]{{0,{_MOST}}})〕"
)
_ANY_BRACKET = pattern(r"[()（）\[\]［］【】〔〕｟｠{}｛｝〖〗]")
_WITHOUT_SPACES = pattern(r"[\p{Han}\p{Hiragana}\p{Katakana}\p{Thai}]")
_WORD = pattern(r"[\p{L}\p{M}\p{Nd}]++")
_CHARACTERS_A_WORD = 2
"""So many characters of Chinese or Japanese are taken for a word of other languages."""


class Enclosed(Row):
    """A stretch between two marks: the places of the marks (start of the first, end of the last), its text, and its length in words."""

    start: int
    end: int
    text: str
    words: int


def quoted(text: str) -> list[Enclosed]:
    """The pairs of quotation marks, ordered by place; those inside others are left out, titles in 《》 and 『』 too."""
    return _enclosed(_QUOTED.finditer(text))


def bracketed(text: str) -> list[Enclosed]:
    """The pairs of brackets, ordered by place; of nested ones the inner."""
    return _enclosed(_BRACKETED.finditer(text))


def has_quotation_mark(text: str) -> bool:
    """True if any mark stands in the text that sets words apart: quotation marks, marks of titles, the marks of emphasis."""
    return _ANY_MARK.search(text) is not None


def titles(text: str) -> int:
    """How many titles are marked in the way of Chinese, Japanese or by italics."""
    return sum(1 for _ in _TITLES.finditer(text))


def has_dialogue_dash(text: str) -> bool:
    """True if a dash may open direct speech, as in Spanish, French or Russian."""
    return _DIALOGUE.search(text) is not None


def has_bracket(text: str) -> bool:
    """True if any bracket stands in the text."""
    return _ANY_BRACKET.search(text) is not None


def length_in_words(text: str) -> int:
    """The number of words; in scripts without spaces an estimate."""
    dense = sum(1 for _ in _WITHOUT_SPACES.finditer(text))
    return dense // _CHARACTERS_A_WORD + sum(1 for match in _WORD.finditer(text) if not _WITHOUT_SPACES.match(match.group()))


def _enclosed(matches: Iterable[regex.Match[str]]) -> list[Enclosed]:
    found = []
    for match in matches:
        inner = next(group for group in match.groups() if group is not None)
        found.append(Enclosed(match.start(), match.end(), inner, length_in_words(inner)))
    return found
