"""The rule added-quotation."""

from __future__ import annotations

from collections.abc import Iterator

from ...bilingual.enclosures import has_dialogue_dash, has_quotation_mark, quoted, titles
from ...core.alignment import Partner
from ...core.document import Passage
from ...core.finding import Finding
from ...core.rule import Bad, Good, Rule, Scope, excerpt

_LONG = 4
_ANNOUNCES = (":", "：")


class AddedQuotation(Rule):
    """The translation quotes what the source does not.

    What it finds: at least four words in quotation marks where the source has no mark that could stand for them: no quotation marks, no
    marks of a title, no dash or colon before speech.

    Why it matters: somebody is said to have said these very words.

    When it errs: where the source marks a quotation by its grammar alone.

    There is no fix: the translation may have to be another.
    """

    scope = Scope.PAIR
    needs = frozenset({Partner.SOURCE})
    uses = frozenset()
    bad = (
        Bad("Ines said ⟦“the ferry will be late today”⟧.", source="Ines sagte, dass die Fähre heute Verspätung hat."),
        Bad(
            "⟦«Паром сегодня опять опаздывает»⟧ — так это понял Одо.",
            language="ru",
            source="That the ferry was late was what Odo understood.",
            source_language="en",
        ),
    )
    good = (
        Good(
            "“The boat is late today,” said Ines.",
            "the dash of dialogue",
            source="— El barco llega tarde hoy —dijo Inés.",
            source_language="es",
        ),
        Good(
            "Ines said, “We are glad to be here.”", "a colon before speech", source="伊内斯表示：我们很高兴来到这里。", source_language="zh"
        ),
        Good("He read “The Old Ferry and the New Mole”.", "a title", source="他读了《老渡轮与新码头》。", source_language="zh"),
        Good("It is a “sea view”, they say.", "a few words", source="Es ist angeblich eine Aussicht aufs Meer."),
        Good("“It is late,” said Ines, “and it will rain soon.”", "parts of one", source="„Es ist spät und wird bald regnen“, sagte Ines."),
    )

    def check(self, passage: Passage) -> Iterator[Finding]:
        source = passage.source
        own = [each for each in quoted(passage.text) if each.words >= _LONG]
        if source is None or not own or has_dialogue_dash(source.text):
            return
        if has_quotation_mark(source.text) or titles(source.text) or any(mark in source.text for mark in _ANNOUNCES):
            return
        added = max(own, key=lambda each: each.words)
        yield self.finding(
            passage,
            added.start,
            added.end,
            f"The source does not quote this: “{excerpt(added.text)}”.",
            score=0.6,
        )
