"""The rule untranslated-segment."""

from __future__ import annotations

from collections.abc import Iterator

from ...bilingual.copies import copied
from ...bilingual.enclosures import bracketed, quoted
from ...core.alignment import Partner
from ...core.document import Passage
from ...core.finding import Finding, Severity
from ...core.rule import Bad, Good, Rule, Scope, excerpt

_MOSTLY = 0.85


class UntranslatedSegment(Rule):
    """The source stands in the translation as it was, wholly or in part.

    What it finds: a translation that is a copy of its source, or nearly so, and four or more words in a row that stand in both.

    Why it matters: the machine passed the text through.

    When it errs: in songs, oaths and laws that are kept in their own language without quotation marks.

    There is no fix: the stretch has to be translated.
    """

    severity = Severity.MAJOR
    scope = Scope.PAIR
    needs = frozenset({Partner.SOURCE})
    uses = frozenset()
    bad = (
        Bad("⟦Die Netze trocknen auf der Mole⟧.", source="Die Netze trocknen auf der Mole."),
        Bad("The nets ⟦trocknen auf der Mole bei gutem Wetter⟧ again.", source="Die Netze trocknen auf der Mole bei gutem Wetter wieder."),
        Bad("⟦Сети сохнут на молу у старой гавани⟧.", source="Сети сохнут на молу у старой гавани.", source_language="ru"),
        Bad("The ferry ⟦渡轮中午从旧港口出发⟧ today.", source="今天渡轮中午从旧港口出发。", source_language="zh"),
        Bad("Die Fähre ⟦leaves the harbour at noon⟧.", language="de", source="The ferry leaves the harbour at noon.", source_language="en"),
    )
    good = (
        Good(
            "The boats leave the harbour at noon.", "two variants of one language", "en-GB", "The boats leave the harbour at noon.", "en-US"
        ),
        Good("Hanne Lund, Odo Roth, Ines Vale", "names", source="Hanne Lund, Odo Roth, Ines Vale"),
        Good(
            "He sang “Wo die alten Boote liegen am Abend” again.",
            "a quotation",
            source="Er sang wieder „Wo die alten Boote liegen am Abend“.",
        ),
        Good("Port Alder (Hafen von Alder an der See) is shut.", "a name in a bracket", source="Hafen von Alder an der See ist zu."),
        Good(
            "More: https://port.example/wo-die-alten-boote-liegen",
            "an address",
            source="Mehr: https://port.example/wo-die-alten-boote-liegen",
        ),
        Good("The nets dry on the mole.", "a translation", source="Die Netze trocknen auf der Mole."),
        Good(
            "Visit The Old Mole and The New Ferry House", "a name in capitals", source="Besuchen Sie The Old Mole and The New Ferry House"
        ),
    )

    def check(self, passage: Passage) -> Iterator[Finding]:
        source = passage.source
        if source is None:
            return
        found = copied(passage.text, source.text, passage.language.code, source.language.code)
        if found is None or self._is_set_apart(passage.text, found.start, found.end):
            return
        is_whole = found.share >= _MOSTLY
        stretch = excerpt(passage.text, found.start, found.end)
        message = f"This was not translated: “{stretch}”." if is_whole else f"The source has the same words: “{stretch}”."
        yield self.finding(passage, found.start, found.end, message, score=0.9 if is_whole else 0.75)

    def _is_set_apart(self, text: str, start: int, end: int) -> bool:
        """True inside quotation marks or brackets, where titles, sayings and the words of the original stand."""
        apart = (*quoted(text), *bracketed(text))
        return any(2 * (min(end, each.end) - max(start, each.start)) > end - start for each in apart)
