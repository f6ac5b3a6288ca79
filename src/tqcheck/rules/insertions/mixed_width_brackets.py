"""The rule mixed-width-brackets."""

from __future__ import annotations

from collections.abc import Iterator

from ...core.document import Passage
from ...core.finding import Finding, Safety
from ...core.pattern import pattern
from ...core.rule import Bad, Good, Rule

_MIXED = pattern(r"（([^()（）\n]{1,120}+)\)|\(([^()（）\n]{1,120}+)）")
_LIST_MARK = pattern(r"(?:\A|[\s，；：。、])\p{Nd}{1,3}\Z")


class MixedWidthBrackets(Rule):
    """A bracket opens at full width and closes at half width, or the reverse.

    What it finds: `（…)` and `(…）` in languages that write full-width brackets.

    Why it matters: one of the two was carried over from the source; the pair stands askew, and programs do not match it.

    When it errs: hardly ever; the marks of lists are left alone.

    The fix writes both at full width.
    """

    triggers = "（）"
    bad = (
        Bad("渡轮⟦（准时)⟧离开了港口。", fixed="渡轮（准时）离开了港口。", language="zh"),
        Bad("船は⟦(定刻に）⟧港を出た。", fixed="船は（定刻に）港を出た。", language="ja"),
        Bad("渡輪⟦（準時)⟧離開了港口。", fixed="渡輪（準時）離開了港口。", language="zh-Hant"),
    )
    good = (
        Good("渡轮（准时）离开了(旧)港口。", "pairs of one width each", language="zh"),
        Good("（一)", "nothing but a mark", language="zh"),
        Good("1）渡轮 2）小船(旧)", "marks of a list", language="zh"),
    )

    def check(self, passage: Passage) -> Iterator[Finding]:
        if not passage.language.value("mechanics", "full_width", default=False):
            return
        for match in _MIXED.finditer(passage.text):
            inside = match.group(1) or match.group(2)
            if len(inside) < 2 or (match.group(2) and _LIST_MARK.search(inside)):
                continue
            yield self.finding(
                passage,
                *match.span(),
                f"The bracket around “{inside[:30]}” is half-width on one side only.",
                score=0.85,
                edits=[(match.start(), match.start() + 1, "（"), (match.end() - 1, match.end(), "）")],
                safety=Safety.SAFE,
            )
