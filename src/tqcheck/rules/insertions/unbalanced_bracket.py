"""The rule unbalanced-bracket."""

from __future__ import annotations

from collections.abc import Iterator

from ...core.document import Passage
from ...core.finding import Finding
from ...core.pattern import pattern
from ...core.rule import Bad, Good, Rule, Scope
from ...core.triggers import holds

_BRACKET = pattern(r"[()\[\]（）]")
_PARTNER = {")": "(", "]": "[", "）": "（"}
_SMILEY = pattern(
    r"(?<!\S)[:;=8xX]['^]?-?[()\[\]]++|(?<!\S)[()]-?[:;=](?!\S)|[¯´`•^_>]\S{0,3}[()]|[()]\S?[°ಠ•╯^]|(?<=[.!?\p{L}])[:;]-?[()]++(?=\s|\Z)"
)
_FACE = pattern(r"[(（](?=[^()（）]{0,8}[´`｀･・^＾ωдД°≧≦;；_＿>＞<＜∀▽])[^()（）\s]{2,10}+[)）]")
_LIST_MARK = pattern(r"(?:\A|[\s(,;:–—，；：。、（])(?:\p{Nd}{1,3}[.．]?|[A-Za-z]|[ivxIVX]{1,4})\Z")
_REACH = 3


class UnbalancedBracket(Rule):
    """A bracket is opened and not closed, or closed and not opened.

    What it finds: a bracket without a partner in its paragraph, nor in the lines that follow on.

    Why it matters: the reader cannot tell where the aside ends.

    When it errs: where brackets stand for themselves.

    There is no fix: the place of the partner must be told by a person.
    """

    scope = Scope.DOCUMENT
    lax_in_chat = True
    triggers = (holds("()[]（）"),)
    bad = (
        Bad("The union ⟦(⟧founded in May agreed with the guild."),
        Bad("The union founded in May⟦)⟧ agreed with the guild."),
    )
    good = (
        Good("(´･ω･`) そうですか。(^^)♪", "faces", language="ja"),
        Good("1）渡轮 2）小船，3）大船", "marks of a list", language="zh"),
        Good("The union (founded in May [or June]) agreed.", "nested brackets"),
        Good("a) milk b) bread 1) eggs, and (c) salt; see 2) below", "list marks"),
        Good("See you :) tomorrow ;-) or not :( then (-:", "smileys"),
        Good("He left (and I\nstayed behind) at noon.", "a bracket that runs on in the next line"),
    )

    def check(self, passage: Passage) -> Iterator[Finding]:
        waiting: list[tuple[int, int, str]] = []
        lonely: list[tuple[int, int, str]] = []
        for block in passage.document.candidates(self.name):
            number = block.number or 0
            while waiting and waiting[0][0] + _REACH < number:
                lonely.append(waiting.pop(0))
            for place, bracket in _brackets(block):
                opener = _PARTNER.get(bracket)
                if opener is None:
                    waiting.append((number, block.start + place, bracket))
                    continue
                at = next((k for k in range(len(waiting) - 1, max(-1, len(waiting) - 9), -1) if _fits(waiting[k][2], opener)), None)
                if at is None:
                    lonely.append((number, block.start + place, bracket))
                else:
                    del waiting[at]
        for _, place, bracket in sorted(lonely + waiting, key=lambda item: item[1]):
            verb = "closed" if bracket in "([（" else "opened"
            yield self.finding(passage, place, place + 1, f"The bracket “{bracket}” is never {verb}.", score=0.75)


def _fits(opener: str, wanted: str) -> bool:
    return opener == wanted or {opener, wanted} == {"(", "（"}


def _brackets(block: Passage) -> Iterator[tuple[int, str]]:
    text = block.text
    smileys = {place for face in (_SMILEY, _FACE) for match in face.finditer(text) for place in range(*match.span())}
    if text.count("(") + text.count(")") > max(200, len(text) // 4):
        return
    depth = 0
    for match in _BRACKET.finditer(text):
        place = match.start()
        if place in smileys or (match.group() in ")）" and not depth and _LIST_MARK.search(text[max(0, place - 6) : place])):
            continue
        depth = max(0, depth + (1 if match.group() in "([（" else -1))
        yield place, match.group()
