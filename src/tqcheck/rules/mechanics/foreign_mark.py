"""The rule foreign-mark."""

from __future__ import annotations

from collections.abc import Iterator

from ...core.document import Passage
from ...core.finding import Finding, Safety
from ...core.pattern import pattern
from ...core.rule import Bad, Good, Rule

_WIDE = pattern(r"(?:(?<!\s)\s*+|\G)[，。；：！？、．､｡％～\u3000]\s*+")
_CJK = pattern(r"[\p{Han}\p{Hiragana}\p{Katakana}\p{Hangul}]")
_CHINESE = pattern(r"[\p{Han}\p{Hiragana}\p{Katakana}]")
_NARROW_SCRIPTS = ("Latn", "Cyrl", "Grek", "Arab", "Hebr", "Kore")


class ForeignMark(Rule):
    """A full-width or CJK mark stands in text of a script that has other marks.

    What it finds: marks such as ， 。 ： or the ideographic space beside Latin letters and those of other scripts with Latin marks.

    Why it matters: they were carried over from the source; searches and line breaks fail at them.

    When it errs: beside a quotation in the other script; a neighbour of that script keeps the rule silent.

    The fix writes the mark of the Latin script, with a space after it where one belongs.
    """

    triggers = "，。；：！？、．､｡％～\u3000"
    bad = (
        Bad("They came late⟦，⟧and nobody spoke⟦。⟧", fixed="They came late, and nobody spoke."),
        Bad("המעבורת יצאה בצהריים⟦，⟧ואיש לא דיבר.", fixed="המעבורת יצאה בצהריים, ואיש לא דיבר.", language="he"),
        Bad("여객선이 떠났고⟦，⟧아무도 말하지 않았다.", fixed="여객선이 떠났고, 아무도 말하지 않았다.", language="ko"),
        Bad("The reason⟦： ⟧nobody knows.", fixed="The reason: nobody knows."),
        Bad("Sie kamen spät⟦，⟧und niemand sprach⟦。⟧", fixed="Sie kamen spät, und niemand sprach.", language="de"),
    )
    good = (
        Good("The sign reads 你好，世界。", "Chinese words in their own marks"),
        Good("They came late, and nobody spoke.", "Latin marks"),
    )

    def check(self, passage: Passage) -> Iterator[Finding]:
        script = passage.language.script
        if script not in _NARROW_SCRIPTS:
            return
        own_in_wide = _CHINESE if script == "Kore" else _CJK
        text = passage.text
        foreign = passage.language.phrases("mechanics", "foreign_marks")
        own = dict(zip(foreign, passage.language.phrases("mechanics", "own_marks"), strict=False))
        for match in _WIDE.finditer(text):
            start, end = match.span()
            if own_in_wide.search(text[max(0, start - 2) : start] + text[end : end + 2]):
                continue
            mark = match.group().strip(" \u00a0") or "\u3000"
            written = own.get(mark, "")
            gap = " " if end < len(text) and (mark == "\u3000" or text[end].isalnum() or text[end] in '“‘("') else ""
            what = f"The mark “{mark}”" if mark.strip() else "An ideographic space"
            yield self.finding(
                passage,
                start,
                end,
                f"{what} does not belong into {passage.language.name} text.",
                score=0.93,
                edits=[(start, end, written + gap)],
                safety=Safety.SAFE,
            )
