"""The rule space-beside-wide-mark."""

from __future__ import annotations

from collections.abc import Iterator

from ...core.document import Passage
from ...core.finding import Finding, Safety
from ...core.pattern import pattern
from ...core.rule import Bad, Good, Rule, Scope
from ...core.triggers import WHITE, beside, holds
from ._wide import LETTER, departures, writes_wide

_SPACED = pattern(
    rf"(?<=[{LETTER[1:-1]}\p{{L}}\p{{N}}”’」』）》】，。；：！？、])[ \u00a0]++(?=[，。；：！？、）」』】》”’])"
    rf"|(?<=[（「『【《“‘，。、；])[ \u00a0]++(?={LETTER}|[“「『《（])"
)
_MARK = pattern(r"[，。；：！？、）」』】》”’（「『【《“‘]")
_GLUED = pattern(r"(?<=\S)[，。；：！？、]")
_MOST = 200


class SpaceBesideWideMark(Rule):
    """A space stands beside a full-width mark.

    What it finds: a space before a full-width comma, stop or closing bracket, after a full-width comma or stop or an opening
    bracket. The marks have their own room. Several in one paragraph are one finding, and a text that does so at most of its
    marks is told once. The ideographic space, which Japanese writes after ！ and ？, is left alone.

    Why it matters: it is a trace of a machine's tokens, and leaves a hole in the line.

    When it errs: where a line is laid out by spaces.

    The fix takes the space away.
    """

    scope = Scope.DOCUMENT
    triggers = (beside(WHITE, "，。；：！？、）」』】》”’"), beside("（「『【《“‘，。、；", WHITE), holds("，。；：！？、"))
    bad = (
        Bad("船在中午离开了港口⟦ ⟧，没有人说话。", fixed="船在中午离开了港口，没有人说话。", language="zh"),
        Bad("船在中午（⟦ ⟧准时）离开了港口。", fixed="船在中午（准时）离开了港口。", language="zh"),
        Bad("船は正午に港を出た⟦ ⟧。", fixed="船は正午に港を出た。", language="ja"),
        Bad("船在中午離開了港口，⟦ ⟧沒有人說話。", fixed="船在中午離開了港口，沒有人說話。", language="zh-Hant"),
    )
    good = (
        Good("彼は叫んだ！　誰もいなかった。", "the ideographic space after an exclamation mark", language="ja"),
        Good("他买了 iPhone 和 3 本书。", "spaces beside Latin words and numbers", language="zh"),
        Good("船在中午离开了港口，没有人说话。", "no space", language="zh"),
        Good("The sign reads 你好 ，世界 today.", "a text in another script"),
    )

    def check(self, passage: Passage) -> Iterator[Finding]:
        if not writes_wide(passage.language):
            return
        for places in departures(passage, self.name, _SPACED, _GLUED, _MARK):
            more = f" ({len(places) - 1} more do so)" if len(places) > 1 else ""
            yield self.finding(
                passage,
                *places[0],
                f"A space stands beside a full-width mark{more}.",
                score=0.85 if len(places) == 1 else 0.7,
                edits=[(*place, "") for place in places[:_MOST]],
                safety=Safety.SAFE if len(places) == 1 else Safety.UNSAFE,
                related=places[1:_MOST],
            )
