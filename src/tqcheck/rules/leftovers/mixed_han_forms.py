"""The rule mixed-han-forms."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from ...core.document import Passage
from ...core.finding import Finding, Severity
from ...core.pattern import pattern
from ...core.rule import Bad, Good, Rule
from ...core.triggers import UNCASED, holds
from ...lang.han import is_in, simplified_only, traditional_only
from ._places import quotations_around

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

_OWN = pattern(r"[\p{Hiragana}\p{Katakana}\p{Hangul}]")
_FEWEST_OWN = 3
"""A block shows by so many characters which standard it follows."""
_MOST_SHARE = 0.25
"""Where more of the telling characters are of the other standard, the block quotes it or is written in it."""
_MOST = 20
_ENCODINGS = {"Jpan": "euc_jisx0213", "Kore": "euc_kr"}
"""The standards of Japanese and Korean: JIS X 0213 and KS X 1001."""
_REACH = 5_000
_OFTEN = 3


class MixedHanForms(Rule):
    """A Chinese character stands in the form of the other standard.

    What it finds: a character that only the Traditional script has in a Simplified text (`为什麽`), one that only the
    Simplified script has in a Traditional text, and one of those in a Japanese or Korean text, whose standard lacks it. The
    tables are OpenCC's, narrowed to characters that GB 2312, Big5, JIS X 0213 or KS X 1001 lacks.

    Why it matters: a converter or a machine left it, and search does not find the word.

    When it errs: in names whose bearers keep the other form, and in writing about characters. Quotations and titles are left
    alone, and so are blocks that hold much of the other script.

    The fix writes the usual form of the text's own standard.
    """

    severity = Severity.MAJOR
    triggers = (holds(UNCASED),)
    bad = (
        Bad("我不知道为什⟦麽⟧这艘船这么晚才离开港口。", fixed="我不知道为什么这艘船这么晚才离开港口。", language="zh"),
        Bad("渡轮在中午离开了⟦舊⟧港，镇长说这还是头一回。", fixed="渡轮在中午离开了旧港，镇长说这还是头一回。", language="zh"),
        Bad("渡輪在中午離開了舊港，鎮長⟦说⟧這還是頭一回。", fixed="渡輪在中午離開了舊港，鎮長說這還是頭一回。", language="zh-Hant"),
        Bad("그날 ⟦进⟧행된 행사에서 누구나 첫 배를 무료로 탈 수 있다.", language="ko"),
        Bad("船は正午に港を出て、⟦这⟧町に着いた。", language="ja"),
    )
    good = (
        Good("我不知道为什么这艘船这么晚才离开港口。", "one standard", language="zh"),
        Good("这个词在台湾写作“為什麼”，在大陆写作“为什么”。", "a quotation", language="zh"),
        Good("他出版了《舊港紀事》，这是一部关于渡轮的书。", "a title in its own form", language="zh"),
        Good("渡輪在中午離開了舊港，鎮長說這還是頭一回。", "one standard", language="zh-Hant"),
        Good("那座后殿的左边有一口干井。", "characters that both standards have", language="zh-Hant"),
        Good("船は正午に港を出て、町に着いた。", "Japanese forms", language="ja"),
    )

    def check(self, passage: Passage) -> Iterator[Finding]:
        others = _others(passage.language.script)
        if not others:
            return
        text = passage.text
        own = simplified_only() if passage.language.script == "Hans" else traditional_only()
        found = [place for place, character in enumerate(text) if character in others]
        if not found or len(found) > _MOST or not _follows_own(text, found, own, passage):
            return
        for place in found:
            if next(quotations_around(passage, place, place + 1), None) is None and not _is_name(passage, place):
                character = text[place]
                fix = [] if passage.language.script in _ENCODINGS else [(place, place + 1, others[character])]
                message = f"“{character}” is a form that {passage.language.name} does not have in its standard."
                yield self.finding(passage, place, place + 1, message, score=0.85, edits=fix)


def _follows_own(text: str, found: list[int], own: Mapping[str, str], passage: Passage) -> bool:
    """True if the rest of the block shows that it follows its own standard."""
    if passage.language.script in _ENCODINGS:
        return len(found) <= _MOST_SHARE * sum(1 for _ in _OWN.finditer(text))
    here = sum(character in own for character in text)
    return here >= _FEWEST_OWN and len(found) <= _MOST_SHARE * (here + len(found))


def _is_name(passage: Passage, place: int) -> bool:
    """True if the letter comes again and again with the one before it, as in a name that keeps its form."""
    at, text = passage.start + place, passage.document.text
    pair = text[max(0, at - 1) : at + 1]
    return len(pair) == 2 and text.count(pair, max(0, at - _REACH), at + _REACH) >= _OFTEN


def _others(script: str) -> Mapping[str, str]:
    """The characters that a text in the script does not have, and what stands in their place."""
    if script == "Hans":
        return traditional_only()
    if script == "Hant":
        return simplified_only()
    encoding = _ENCODINGS.get(script)
    return _not_in(encoding) if encoding else {}


@cache
def _not_in(encoding: str) -> Mapping[str, str]:
    """The characters of the Simplified script that a standard of another language lacks."""
    return {character: other for character, other in simplified_only().items() if not is_in(character, encoding)}
