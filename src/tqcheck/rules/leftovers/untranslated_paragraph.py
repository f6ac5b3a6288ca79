"""The rule untranslated-paragraph."""

from __future__ import annotations

from collections.abc import Iterator

from ...core.document import Passage
from ...core.finding import Finding, Severity
from ...core.rule import Bad, Good, Rule, Scope
from ...core.tokens import length_in_words
from ...core.triggers import SWITCHES
from ...switches import stretches
from ._places import excerpt

_FEWEST_WORDS = 6
_MOST_SHARE = 0.4
"""A text of which more is in other languages has two on purpose."""
_FINAL = frozenset(".!?…。！？؟:")


class UntranslatedParagraph(Rule):
    """A paragraph was left in another language.

    What it finds: a paragraph whose script, or whose commonest words, are those of another language than the text's. What
    stands in it is judged by the rules of its own language.

    Why it matters: the reader cannot read it.

    When it errs: where a poem, a licence or a document is printed in its own language on purpose. A quotation in marks, or
    after a colon, is left alone, and so are short lines and texts in two languages.

    There is no fix: the paragraph must be translated.
    """

    scope = Scope.DOCUMENT
    severity = Severity.MAJOR
    triggers = SWITCHES
    bad = (
        Bad(
            "The ferry was late again on the second day of the fair, and nobody in the town was surprised by it.\n\n"
            "⟦Die Fähre kommt heute leider nicht mehr, und wir müssen zu Fuß nach Hause gehen.⟧\n\nSo we walked home along the old mole."
        ),
        Bad(
            "Die Fähre kam am zweiten Tag der Messe wieder zu spät, und niemand in der Stadt war darüber überrascht.\n\n"
            "⟦The ferry does not come today, and we have to walk home along the mole.⟧\n\nAlso gingen wir zu Fuß.",
            language="de",
        ),
        Bad(
            "港口的渡轮在集市的第二天又晚点了，镇上没有一个人感到意外。\n\n"
            "⟦The ferry does not come today, and we have to walk home.⟧\n\n于是我们沿着老码头步行回家。",
            language="zh",
        ),
        Bad(
            "市の二日目にも渡し船はまた遅れたが、町の人は誰も驚かなかった。\n\n"
            "⟦The ferry does not come today, and we have to walk home.⟧\n\nそこで私たちは古い防波堤に沿って歩いて帰った。",
            language="ja",
        ),
    )
    good = (
        Good(
            "The old song goes like this:\n\nDie Fähre kommt heute leider nicht mehr, und wir müssen zu Fuß nach Hause gehen.\n\n"
            "Nobody in the town knows who wrote it or when it was sung for the first time.",
            "a quotation that is announced",
        ),
        Good(
            "“Die Fähre kommt heute leider nicht mehr, und wir müssen zu Fuß nach Hause gehen.”\n\n"
            "She said it in German, and nobody in the town understood a word of it.",
            "a quotation in marks",
        ),
        Good(
            "The ferry does not come today, and we walk home.\n\nDie Fähre kommt heute nicht, und wir gehen zu Fuß nach Hause.\n\n"
            "The mill is closed on Sunday.\n\nDie Mühle ist am Sonntag geschlossen.",
            "a text in two languages",
        ),
        Good("她引用了一句话：“The ferry does not come today, and we have to walk home.”没有人听懂。", "a quotation", language="zh"),
    )

    def check(self, passage: Passage) -> Iterator[Finding]:
        document = passage.document
        found = stretches(document, self.name)
        blocks = [stretch for stretch in found if not stretch.is_quoted]
        foreign = sum(length_in_words(document.text[stretch.start : stretch.end]) for stretch in found)
        if foreign > _MOST_SHARE * document.word_count:
            return
        for stretch in blocks:
            text = document.text[stretch.start : stretch.end]
            if length_in_words(text) >= _FEWEST_WORDS and _is_prose(text):
                message = f"“{excerpt(text)}” is in another language ({stretch.code}) than the text and was not translated."
                yield self.finding(passage, stretch.start, stretch.end, message, score=0.85)


def _is_prose(text: str) -> bool:
    """True if the paragraph ends as a sentence does, or is so long that it is no title."""
    return text.rstrip("\"'”’»)」』 ")[-1:] in _FINAL or length_in_words(text) > 2 * _FEWEST_WORDS
