"""The rule wrong-width-mark."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from ...core.document import Passage
from ...core.finding import Finding, Safety
from ...core.pattern import pattern
from ...core.rule import Bad, Good, Rule, Scope
from ...core.triggers import UNCASED, beside, both, holds
from ._wide import LETTER as _LETTER
from ._wide import departures, writes_wide

_NARROW = pattern(rf"(?<={_LETTER}[”’」』）》]?)(?: ?[,;:](?= ?{_LETTER}|[“‘「『《（”’」』])|[.](?=\Z|\s|{_LETTER}))(?!\w*+//)")
# Many write ! and ? at half width in messages and headlines that have no other marks.
_CALL = pattern(rf"(?<={_LETTER}[”’」』）》]?)[?!](?=\Z|\s|{_LETTER})")
_WIDE = pattern(r"[，。；：、]")
_ANY, _HOME = pattern(r""), pattern(r"[，。；：、]")
_WIDE_CALL = pattern(r"[？！]")
_MOST = 200


class WrongWidthMark(Rule):
    """A half-width mark stands between characters that take full-width ones.

    What it finds: a comma, semicolon, colon, full stop, question or exclamation mark of the Latin script beside Chinese
    characters or kana. Several in one paragraph are one finding, and a text that writes most of its marks so is told once.

    Why it matters: it was carried over from the source, sits badly in the line, and text search fails at it.

    When it errs: in chats and tables whose writers type half-width marks on purpose.

    The fix writes the full-width mark.
    """

    scope = Scope.DOCUMENT
    triggers = (beside(UNCASED + "」』）》", " ,;:?!."), both(holds(UNCASED), beside("”’", ",;:?!.")), holds("，。；：？！、"))
    bad = (
        Bad("船在中午离开了港口⟦,⟧没有人说话。", fixed="船在中午离开了港口，没有人说话。", language="zh"),
        Bad("你看见那艘船了吗⟦?⟧他问。", fixed="你看见那艘船了吗？他问。", language="zh"),
        Bad("你好⟦ ,⟧世界，他说。", fixed="你好，世界，他说。", language="zh"),
        Bad("船は正午に港を出た⟦,⟧誰も話さなかった。", fixed="船は正午に港を出た、誰も話さなかった。", language="ja"),
        Bad("船在中午離開了港口⟦,⟧沒有人說話。", fixed="船在中午離開了港口，沒有人說話。", language="zh-Hant"),
    )
    good = (
        Good("他买了iPhone, iPad和Mac mini。", "between Latin words", language="zh"),
        Good("欢迎光临!", "a call without other marks", language="zh"),
        Good("时间是10:30，价格是3.14元。", "numbers", language="zh"),
        Good("船在中午离开了港口，没有人说话。", "full-width marks", language="zh"),
        Good("詳しくはhttps://minato.exampleを見てください。", "an address", language="ja"),
        Good("They came late, 你好, and nobody spoke.", "a word in a text of another script"),
    )

    def check(self, passage: Passage) -> Iterator[Finding]:
        if not writes_wide(passage.language):
            return
        wide = {pair[0]: pair[1] for pair in passage.language.phrases("mechanics", "wide_marks")}
        text = passage.document.text
        found = (departures(passage, self.name, *patterns) for patterns in ((_NARROW, _WIDE, _ANY), (_CALL, _WIDE_CALL, _HOME)))
        for places in chain.from_iterable(found):
            start, end = places[0]
            mark = text[start:end].strip()
            more = f" ({len(places) - 1} more marks do so)" if len(places) > 1 else ""
            yield self.finding(
                passage,
                start,
                end,
                f"The half-width “{mark}” stands where {passage.language.name} writes “{wide.get(mark, mark)}”{more}.",
                score=0.85 if len(places) == 1 else 0.7,
                edits=[(*place, wide.get(text[slice(*place)].strip(), text[slice(*place)])) for place in places[:_MOST]],
                safety=Safety.UNSAFE,
                related=places[1:_MOST],
            )
