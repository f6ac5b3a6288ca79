"""The rule wrong-width-bracket."""

from __future__ import annotations

from collections.abc import Iterator

from ...core.document import Passage
from ...core.finding import Finding, Safety
from ...core.pattern import pattern
from ...core.rule import Bad, Good, Rule

_WIDE = pattern(r"[（［＜【〔｛(\[]([^（）［］＜＞【】〔〕｛｝()\[\]\n]{0,200}+)[）］＞】〕｝)\]]|[（）［］＜＞【】〔〕｛｝]")
_GLYPHS = frozenset("（）［］＜＞【】〔〕｛｝")
_NARROW = str.maketrans("（）［］＜＞【】〔〕｛｝", "()[]()[][]{}")
_CJK = pattern(r"[\p{Han}\p{Hiragana}\p{Katakana}\p{Hangul}]")
_CHINESE = pattern(r"[\p{Han}\p{Hiragana}\p{Katakana}]")
_NARROW_SCRIPTS = ("Latn", "Cyrl", "Grek", "Arab", "Hebr", "Kore")


class WrongWidthBracket(Rule):
    """A full-width or CJK bracket stands in Latin text.

    What it finds: brackets such as （ ） ＜ ＞ 【 】 around Latin words, also one of a pair.

    Why it matters: they were carried over from the source and carry their own wide spacing.

    When it errs: around a name in the other script; a neighbour of that script keeps the rule silent.

    The fix writes brackets of the Latin script.
    """

    triggers = "（）［］＜＞【】〔〕｛｝"
    bad = (
        Bad("The union ⟦（founded in May）⟧ agreed.", fixed="The union (founded in May) agreed."),
        Bad("The union ⟦(founded in May）⟧ agreed.", fixed="The union (founded in May) agreed."),
        Bad("Ferry stops ⟦＜Port Alder, Norland＞⟧ today.", fixed="Ferry stops (Port Alder, Norland) today."),
        Bad("Der Verband ⟦（seit Mai）⟧ stimmte zu.", fixed="Der Verband (seit Mai) stimmte zu.", language="de"),
    )
    good = (
        Good("The union (founded in May) agreed.", "Latin brackets"),
        Good("The sign （北門） is old.", "around words in the other script"),
    )

    def check(self, passage: Passage) -> Iterator[Finding]:
        script = passage.language.script
        if script not in _NARROW_SCRIPTS:
            return
        own_in_wide = _CHINESE if script == "Kore" else _CJK
        for match in _WIDE.finditer(passage.text):
            if _GLYPHS.isdisjoint(match.group()) or own_in_wide.search(match.group()):
                continue
            glyphs = " ".join(glyph for glyph in match.group() if glyph in _GLYPHS)
            yield self.finding(
                passage,
                *match.span(),
                f"The bracket {glyphs} does not belong into {passage.language.name} text.",
                score=0.92,
                edits=[(*match.span(), match.group().translate(_NARROW))],
                safety=Safety.SAFE,
            )
