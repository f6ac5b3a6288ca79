"""The rule lost-quotation."""

from __future__ import annotations

from collections.abc import Iterator

from ...bilingual.enclosures import has_dialogue_dash, has_quotation_mark, quoted, titles
from ...core.alignment import Partner
from ...core.document import Passage
from ...core.finding import Finding
from ...core.rule import Bad, Good, Rule, Scope, excerpt
from ._places import counterpart, missing_from

_LONG = 4
"""Fewer words in quotation marks are a term or an ironical word, which a translator may well render without."""


class LostQuotation(Rule):
    """What the source quotes has no quotation marks in the translation.

    What it finds: direct speech or a quotation of at least four words that the source sets in quotation marks, of whatever style, where
    the translation has none, or fewer.

    Why it matters: readers cannot tell whose words they read.

    When it errs: where speech was turned into a report, or a quotation into italics that the format does not show.

    There is no fix: the place of the marks is not known.
    """

    scope = Scope.PAIR
    needs = frozenset({Partner.SOURCE})
    uses = frozenset()
    bad = (
        Bad("⟦The ferry will be late today, said Ines.⟧", source="„Die Fähre hat heute Verspätung“, sagte Ines."),
        Bad("⟦Ines said the nets are still wet.⟧", source="伊内斯说：“渔网还是湿的，不能用。”", source_language="zh"),
        Bad(
            "“The ferry is late today,” said Ines. ⟦We will have to wait until tonight, said Odo.⟧",
            source="«Сегодня паром опять опаздывает», — сказала Инес. «Нам придётся подождать до вечера», — сказал Одо.",
            source_language="ru",
        ),
    )
    good = (
        Good("— El barco llega tarde hoy —dijo Inés.", "the dash of dialogue", "es", "“The boat is late today,” said Ines.", "en"),
        Good("The so-called sea view is a yard.", "an ironical word", source="Die „Aussicht aufs Meer“ ist ein Hof."),
        Good("He read *The Old Ferry and the New Mole* again.", "a title", source="Er las „Die alte Fähre und die neue Mole“ wieder."),
        Good("'The ferry will be late today,' said Ines.", "another style", source="„Die Fähre hat heute Verspätung“, sagte Ines."),
        Good("「今日は船が遅れます」とイネスは言った。", "other marks", "ja", "“The boat will be late today,” said Ines.", "en"),
    )

    def check(self, passage: Passage) -> Iterator[Finding]:
        source = passage.source
        if source is None or not len(passage.words) or has_dialogue_dash(passage.text):
            return
        theirs = [each for each in quoted(source.text) if each.words >= _LONG]
        own = len(quoted(passage.text)) + titles(passage.text)
        if not theirs or own >= len(theirs) or (not own and has_quotation_mark(passage.text)):
            return
        lost = max(theirs, key=lambda each: each.words)
        yield self.finding(
            passage,
            *missing_from(passage, source, lost.start),
            f"The source has quotation marks around “{excerpt(lost.text)}”; here they are missing.",
            score=0.6 if own else 0.7,
            counterparts=[counterpart(Partner.SOURCE, source, lost.start, lost.end)],
        )
