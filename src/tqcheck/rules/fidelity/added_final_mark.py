"""The rule added-final-mark."""

from __future__ import annotations

from collections.abc import Iterator

from ...bilingual.enclosures import length_in_words
from ...bilingual.final_marks import final_mark
from ...core.alignment import Partner
from ...core.blocks import Kind
from ...core.document import Passage
from ...core.finding import Finding, Severity
from ...core.rule import Bad, Good, Rule, Scope
from ._places import up_to

_STRINGS = (Kind.UNIT, Kind.HEADING)
_LABEL_WORDS, _LONGEST_LABEL = 2, 60
_ADDED = frozenset({"stop", "exclamation", "ellipsis"})


class AddedFinalMark(Rule):
    """A heading or a label ends with a mark that its source has not.

    What it finds: a stop, exclamation mark or ellipsis at the end of a heading, of a string of a catalogue, or of one or two words, whose
    source ends without a mark. In running prose a translator may well add the mark that an author forgot.

    Why it matters: buttons, labels and headings end without a stop, and an ellipsis on a button says that a dialog follows.

    When it errs: in strings that are whole sentences.

    The fix takes the mark away.
    """

    severity = Severity.NEUTRAL
    scope = Scope.PAIR
    needs = frozenset({Partner.SOURCE})
    uses = frozenset()
    bad = (
        Bad("The ⟦harbour.⟧", fixed="The harbour", source="Der Hafen"),
        Bad("⟦Save…⟧", fixed="Save", source="Сохранить", source_language="ru"),
    )
    good = (
        Good("The nets dry on the mole.", "prose: the author forgot the mark", source="Die Netze trocknen auf der Mole"),
        Good("We have arrived.", "two words that are a sentence", source="到了", source_language="zh"),
        Good("Lund & Co.", "the stop of a shortened word", source="Lund & Co"),
        Good("The old harbour", "no mark on either side", source="Der alte Hafen"),
    )

    def check(self, passage: Passage) -> Iterator[Finding]:
        source = passage.source
        if source is None or not (passage.block.kind in _STRINGS or self._is_label(source.text)):
            return
        theirs, own = final_mark(source.text, source.language.code), final_mark(passage.text, passage.language.code)
        last = passage.words.lower[-1] if len(passage.words) else ""
        if theirs.kind or own.kind not in _ADDED or len(last) <= 2 or last in passage.language.words("sentences", "abbreviations"):
            return
        yield self.finding(
            passage,
            *up_to(passage, own.end),
            f"The source ends without a mark, the translation with “{passage.text[own.start : own.end]}”.",
            score=0.6,
            edits=[(own.start, own.end, "")],
        )

    def _is_label(self, text: str) -> bool:
        """True for one or two words; chat messages of two words in Chinese are whole sentences."""
        return len(text) <= _LONGEST_LABEL and len(text.split()) == length_in_words(text) <= _LABEL_WORDS and text[:1] != text[:1].lower()
