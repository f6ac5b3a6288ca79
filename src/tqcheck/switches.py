"""Where a text goes over into another language: whole blocks, and long quotations inside a block.

The scan flags the blocks that hold letters of another script or one of the commonest words of other languages; only they are
looked at, by their script first, then by their common words, and by letter statistics where there is enough text. What is
found is judged by the rules and the data of its own language (`judged_apart`), and not by those of the text around it.
"""

from __future__ import annotations

from .core.blocks import Blocks, Kind
from .core.characters import OWN_SCRIPTS
from .core.document import Document
from .core.language import primary
from .core.pattern import pattern
from .core.record import Row
from .core.tokens import Words, length_in_words
from .detection import UNKNOWN, detect, detect_surely

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from .core.finding import Finding
    from .core.language import Language
    from .core.passage import Passage

NAME = "language-switch"
"""What the scan calls the blocks that may be in another language."""
_FEWEST_WORDS = 6
_FEWEST_QUOTED = 6
_FEW_WORDS = 12
"""With fewer words the common ones must speak for the other language; letter statistics are no proof."""
_ALL = 0.8
_MOST_CHARACTERS = 2_000
_MOST_BLOCKS = 2_000
_ALIKE = (
    {"no", "nb", "nn", "da"}, {"cs", "sk"}, {"hr", "sr", "bs"}, {"id", "ms"}, {"zh", "zh-Hant", "yue", "ja"}, {"gl", "pt"},
    {"hi", "mr", "ne"}, {"fa", "ar", "ur"},
)  # fmt: skip
"""Languages that a block does not tell apart."""
_NEIGHBOURS = ({"ru", "uk", "bg", "be", "mk", "sr"}, {"es", "pt", "it", "gl", "ca"}, {"sv", "da", "no", "nb", "nn"}, {"de", "nl", "af"})
_MANY_WORDS = 25
"""So many words tell neighbours apart."""
_OWN_SHARE = 0.1
"""A stretch that has more letters of the text's own script among its own is not in another script; names may be."""
_OWN_WORDS = 0.2
"""Nor is one in another language that has more of the text's own function words."""
_KANA = pattern(r"[\p{Hiragana}\p{Katakana}]")
# Scripts that one language alone is written in, or that are not mixed with those of others. Chinese characters are Japanese too.
_OWN_LETTERS = {
    script: pattern("|".join(rf"\p{{Script={name}}}" for name in names))
    for script, names in OWN_SCRIPTS.items()
    if script in ("Jpan", "Kore", "Hebr", "Grek", "Thai", "Hans", "Hant")
}
_MARKUP = pattern(r"[<>{}\\=]|https?:|\w\.\w+\(")
_KEPT = ("untranslated-words", "untranslated-paragraph")


class Stretch(Row):
    """Code points ``start`` to ``end`` of the document are in the language ``code``; ``block`` is the number of the block.

    ``is_quoted``: they are a quotation, or fill a pair of marks.
    """

    start: int
    end: int
    block: int
    code: str
    is_quoted: bool


def stretches(document: Document, name: str = NAME) -> Sequence[Stretch]:
    """The stretches in other languages, by place; found once.

    ``name`` is that of a rule with the triggers `tqcheck.core.triggers.SWITCHES`, whose blocks are looked at.
    """
    found: tuple[Stretch, ...] | None = document.sight.foreign
    if found is None:
        known = document.language.code != UNKNOWN
        found = tuple(_found(document, name)) if known else ()
        document.sight.foreign = found = () if _is_all(document, found) else found
    return found


def _is_all(document: Document, found: Sequence[Stretch]) -> bool:
    """True if nearly all of the text is in other languages than was said: then it does not go over into them."""
    return sum(stretch.end - stretch.start for stretch in found) > _ALL * len(document.text)


def _found(document: Document, name: str) -> Iterator[Stretch]:
    for count, passage in enumerate(document.candidates(name)):
        if count >= _MOST_BLOCKS:
            return
        if passage.block.kind is Kind.UNIT:
            continue
        code = _other_language(passage.text, document.language, _FEWEST_WORDS)
        if code:
            yield Stretch(passage.start, passage.span.end, passage.number or 0, code, _is_quoted_whole(passage))
        else:
            yield from _quotations(passage)


def _quotations(passage: Passage) -> Iterator[Stretch]:
    done = 0
    for pair in passage.quotation.quoted:
        if pair.opener < done:
            continue
        code = _other_language(passage.text[pair.opener + 1 : pair.closer], passage.language, _FEWEST_QUOTED)
        if code:
            done = pair.closer
            yield Stretch(passage.start + pair.opener + 1, passage.start + pair.closer, passage.number or 0, code, is_quoted=True)


def _is_quoted_whole(passage: Passage) -> bool:
    """True if a pair of marks holds most of the block, or what stands before it announces a quotation."""
    length = passage.span.end - passage.start
    if any((pair.closer - pair.opener) * 4 > 3 * length for pair in passage.quotation.quoted):
        return True
    before = passage.previous
    return before is not None and before.text.rstrip()[-1:] in (":", "：")


def _other_language(text: str, language: Language, fewest: int) -> str:
    """The code of the language that a stretch is in, if it is surely another one than the text's; else nothing."""
    text = text[:_MOST_CHARACTERS]
    words = length_in_words(text)
    if words < fewest or _MARKUP.search(text):
        return ""
    if _speaks_own(text, language) and not (language.script in ("Hans", "Hant") and _KANA.search(text)):
        return ""
    code = detect(text) if words >= _FEW_WORDS else detect_surely(text)
    own = primary(language.code)
    code = own if primary(code) == own else code
    if code in (UNKNOWN, own) or any({code, own} <= group for group in _ALIKE if not _is_kana_apart(code, own, text)):
        return ""
    return "" if words < _MANY_WORDS and any({code, own} <= group for group in _NEIGHBOURS) else code


def _speaks_own(text: str, language: Language) -> bool:
    """True if a stretch has letters of a script that is the language's own, or many of its small words."""
    if language.script in _OWN_LETTERS:
        own = sum(1 for _ in _OWN_LETTERS[language.script].finditer(text))
        if own > _OWN_SHARE * sum(map(str.isalpha, text)):
            return True
    words = Words(text).lower
    return sum(word in language.function_words for word in words) > _OWN_WORDS * len(words)


def _is_kana_apart(code: str, own: str, text: str) -> bool:
    """True if kana part Japanese from Chinese: a line of Chinese characters alone may be either."""
    return code == "ja" and own == "zh" and _KANA.search(text) is not None


def judged_apart(
    findings: Iterable[Finding],
    document: Document,
    load: Callable[[str], Language],
    run: Callable[[Document], Iterable[Finding]],
) -> Iterator[Finding]:
    """The findings, where those in stretches of other languages are what ``run`` finds by the data of those languages."""
    found: Sequence[Stretch] = document.sight.foreign or ()
    yield from _outside(findings, found)
    for code in sorted({stretch.code for stretch in found}):
        part = _part(document, load(code), [stretch for stretch in found if stretch.code == code])
        inside = _outside(run(part), part.sight.foreign or ())
        yield from (finding for finding in inside if finding.rule not in _KEPT)  # words of the main language are at home here


def _outside(findings: Iterable[Finding], found: Sequence[Stretch]) -> Iterator[Finding]:
    """The findings that do not lie in a stretch of another language, and those that tell of one that was left there."""
    places = sorted((stretch.start, stretch.end, stretch.is_quoted) for stretch in found)
    number = 0
    for finding in sorted(findings, key=lambda finding: (finding.start, finding.end)):
        while number < len(places) and places[number][1] <= finding.start:
            number += 1
        inside = number < len(places) and places[number][0] <= finding.start and finding.end <= places[number][1]
        if not inside or (finding.rule in _KEPT and not places[number][2]):
            yield finding


def _part(document: Document, language: Language, found: Sequence[Stretch]) -> Document:
    """A document of the same text that has only the stretches in one language."""
    blocks = Blocks()
    for stretch in found:
        blocks.add_of_kind(stretch.start, stretch.end, document.blocks[stretch.block].kind, apart=True)
    return Document(document.text, language, blocks, name=document.name)
