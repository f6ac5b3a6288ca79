"""The rule changed-emoji."""

from __future__ import annotations

from collections.abc import Iterator

from ...bilingual.addresses import emoji, unmatched
from ...core.alignment import Partner
from ...core.document import Passage
from ...core.finding import Finding
from ...core.rule import Bad, Good, Rule, Scope
from ._places import counterpart, missing_from

_NOTHING = ("", ".", "。", "…", "...", "-", "—")
"""A translation that is empty has that one fault."""


class ChangedEmoji(Rule):
    """An emoji is lost, added or another than in the source.

    What it finds: emoji that do not stand on both sides, wherever in the paragraph.

    Why it matters: they say how a message is meant, and machines drop them.

    When it errs: where a house style for other readers does without emoji.

    There is no fix: the place of a lost emoji is not known.
    """

    scope = Scope.PAIR
    needs = frozenset({Partner.SOURCE})
    uses = frozenset()
    bad = (
        Bad("⟦See you on the mole!⟧", source="Bis gleich auf der Mole! 😀"),
        Bad("See you on the mole! ⟦😡⟧", source="Bis gleich auf der Mole! 😀"),
        Bad("The ferry is late ⟦⛴️⟧.", source="渡轮晚点了。", source_language="zh"),
    )
    good = (
        Good("😀 See you on the mole!", "another place", source="Bis gleich auf der Mole! 😀"),
        Good("Well done 👍🏽", "another shade of skin", source="Gut gemacht 👍"),
        Good("I ❤️ the harbour", "the same sign as a picture", source="Ich ❤️ den Hafen"),
        Good("© Port Alder™ → quay", "signs that are no emoji", source="Port Alder: Kai"),
    )

    def check(self, passage: Passage) -> Iterator[Finding]:
        source = passage.source
        if source is None or passage.text.strip() in _NOTHING or (source.text.isascii() and passage.text.isascii()):
            return
        added, lost = unmatched(emoji(passage.text), emoji(source.text))
        changed = list(zip(added, lost, strict=False))
        for own, theirs in changed:
            message = f"The source has “{source.text[theirs.start : theirs.end]}” here."
            places = [counterpart(Partner.SOURCE, source, theirs.start, theirs.end)]
            yield self.finding(passage, own.start, own.end, message, score=0.7, counterparts=places)
        for own in added[len(changed) :]:
            yield self.finding(passage, own.start, own.end, "The source does not have this emoji.", score=0.7)
        for theirs in lost[len(changed) :]:
            message = f"The emoji “{source.text[theirs.start : theirs.end]}” of the source is missing."
            places = [counterpart(Partner.SOURCE, source, theirs.start, theirs.end)]
            yield self.finding(passage, *missing_from(passage, source, theirs.start), message, score=0.7, counterparts=places)
