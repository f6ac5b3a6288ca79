"""The rule changed-placeholder."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

from ...bilingual.placeholders import Placeholder, difference
from ...core.alignment import Partner
from ...core.document import Passage
from ...core.finding import Finding, Severity
from ...core.rule import Bad, Good, Rule, Scope, excerpt
from ._places import counterpart, missing_from


class ChangedPlaceholder(Rule):
    """A placeholder or tag is lost, added, renamed or damaged.

    What it finds: placeholders of programs ({name}, %s, %1$s, %(count)d, ${x}, {{x}}, %1), the arguments of ICU's choices, and tags such
    as <b> or <x id="1"/>, that do not stand on both sides. In catalogues it looks at the strings as they are written.

    Why it matters: the program shows a wrong text, or fails.

    When it errs: in text about such placeholders that quotes them in part.

    The fix puts the name of the source where it was translated, or made of full-width marks; not in catalogues, whose
    reports have a word for each placeholder.
    """

    severity = Severity.MAJOR
    scope = Scope.PAIR
    needs = frozenset({Partner.SOURCE})
    uses = frozenset()
    bad = (
        Bad("Ahoy, ⟦{имя}⟧!", fixed="Ahoy, {name}!", source="Hallo, {name}!"),
        Bad("⟦The boat has red sails.⟧", source="Das Boot hat %d rote Segel."),
        Bad("Press ⟦<б>⟧here</b>.", fixed="Press <b>here</b>.", source="点击<b>这里</b>。", source_language="zh"),
        Bad("船⟦｛0｝⟧已到", fixed="船{0}已到", language="zh", source="The boat {0} is here", source_language="en"),
        Bad("Hello ⟦%(nom)s⟧", fixed="Hello %(name)s", source="Bonjour %(name)s", source_language="fr"),
    )
    good = (
        Good("%2$s has %1$d sails.", "the order does not count", source="%d Segel hat %s."),
        Good(
            "{n, plural, one {# boat} other {# boats}}",
            "other plural forms",
            source="{n, plural, one {# лодка} few {# лодки} other {# лодок}}",
            source_language="ru",
        ),
        Good(
            "{n, plural, one {one boat} other {# boats}}", "no number in the singular", source="{n, plural, one {# Boot} other {# Boote}}"
        ),
        Good("100% of the nets, 5 % of the boats", "percent signs", source="100 % der Netze, 5 % der Boote"),
        Good("Tom & Ines, a < b", "signs of prose", source="Tom & Ines, a < b > c"),
    )

    def check(self, passage: Passage) -> Iterator[Finding]:
        source = passage.source
        if source is None:
            return
        own, theirs = _written(passage), _written(source)
        if not own:
            return
        is_text = own == passage.text
        found = difference(own, theirs)
        renamed = list(zip(found.added, found.lost, strict=False)) if len(found.added) <= len(found.lost) else []
        for added, lost in (*found.damaged, *renamed):
            yield self._renamed(passage, added, own, theirs[lost.start : lost.end], is_text)
        for lost in found.lost[len(renamed) :] if len(passage.words) else ():
            yield self._lost(passage, source, lost, theirs)
        for added in found.added[len(renamed) :]:
            place = (added.start, added.end) if is_text else missing_from(passage, passage, 0)
            yield self.finding(passage, *place, f"The source has no “{excerpt(own, added.start, added.end)}”.", score=0.7)

    def _renamed(self, passage: Passage, added: Placeholder, own: str, wanted: str, is_text: bool) -> Finding:
        return self.finding(
            passage,
            *((added.start, added.end) if is_text else missing_from(passage, passage, 0)),
            f"“{excerpt(own, added.start, added.end)}” stands for “{excerpt(wanted)}” of the source.",
            score=0.9,
            edits=[(added.start, added.end, wanted)] if is_text else (),
        )

    def _lost(self, passage: Passage, source: Passage, lost: Placeholder, theirs: str) -> Finding:
        is_text = theirs == source.text
        return self.finding(
            passage,
            *missing_from(passage, source, lost.start if is_text else 0),
            f"“{excerpt(theirs, lost.start, lost.end)}” of the source is missing.",
            score=0.85,
            counterparts=[counterpart(Partner.SOURCE, source, *((lost.start, lost.end) if is_text else (0, len(source.text))))],
        )


def _written(passage: Passage) -> str:
    """The passage as its file writes it."""
    document = passage.document
    number = bisect_right(document.blocks.starts, passage.start) - 1 if passage.number is None else passage.number
    return document.written.get(number, passage.text)
