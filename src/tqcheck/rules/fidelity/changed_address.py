"""The rule changed-address."""

from __future__ import annotations

from collections.abc import Iterator

from ...bilingual.addresses import Address, addresses, is_localised, unmatched
from ...core.alignment import Partner
from ...core.document import Passage
from ...core.finding import Finding, Severity
from ...core.rule import Bad, Good, Rule, Scope, excerpt
from ._places import counterpart, missing_from

_NAMES = {"url": "address", "mail": "e-mail address", "path": "path", "name": "name", "tag": "tag"}
_LOST = {"url": 0.75, "mail": 0.85, "path": 0.6, "name": 0.6, "tag": 0.55}
_ADDED = {"url": 0.6, "mail": 0.7, "path": 0.5, "name": 0.5, "tag": 0.5}
_OF_A_READER_ABROAD = 0.3


class ChangedAddress(Rule):
    """An address, path, @name or #tag is lost, added or another than in the source.

    What it finds: web and e-mail addresses, paths of files, names with @ and tags with # that are not the same on both sides. Addresses
    that differ in what names a language or country, and tags that were translated, are told only to those who ask for improbable
    findings.

    Why it matters: the address leads nowhere, or to somebody else.

    When it errs: where a page has another address for the readers of each language.

    The fix puts the address of the source, where the translation has another.
    """

    severity = Severity.MAJOR
    scope = Scope.PAIR
    needs = frozenset({Partner.SOURCE})
    uses = frozenset()
    bad = (
        Bad(
            "More at ⟦https://port.example/boots⟧.",
            fixed="More at https://port.example/boote.",
            source="Mehr unter https://port.example/boote.",
        ),
        Bad(
            "Write to ⟦hafen@port.exmple.org⟧.",
            fixed="Write to hafen@port.example.org.",
            source="请写信至hafen@port.example.org。",
            source_language="zh",
        ),
        Bad("⟦Ask us at any time.⟧", source="Fragen Sie jederzeit: @hafen_alder"),
        Bad("Open ⟦/etc/harbor/tide.conf⟧.", fixed="Open /etc/hafen/tide.conf.", source="Öffne /etc/hafen/tide.conf."),
    )
    good = (
        Good("More at https://port.example/en/boats.", "a page for other readers", source="Mehr unter https://port.example/de/boote."),
        Good("More at http://port.example/boote/ today", "the same address", source="Mehr heute: https://www.port.example/boote."),
        Good("Good night #harbour", "a tag that was translated", source="Gute Nacht #hafen"),
        Good("and/or, 24/7, km/h", "strokes are no paths", source="и/или, 24/7, км/ч", source_language="ru"),
        Good("The post by @HarbourNews", "a name in another script", source="微博@港口新闻的消息", source_language="zh"),
    )

    def check(self, passage: Passage) -> Iterator[Finding]:
        source = passage.source
        if source is None:
            return
        added, lost = unmatched(addresses(passage.text), addresses(source.text))
        for theirs in lost:
            own = next((each for each in added if each.kind == theirs.kind), None)
            if own is not None:
                added.remove(own)
                yield self._changed(passage, own, source, theirs)
            elif len(passage.words) and source.text[theirs.start : theirs.end] not in passage.text:
                yield self._lost(passage, source, theirs)
        for own in added:
            written = passage.text[own.start : own.end]
            if written not in source.text and not (written[0] in "@#" and written[0] in source.text):
                message = f"The source has no such {_NAMES[own.kind]}: “{excerpt(written)}”."
                yield self.finding(passage, own.start, own.end, message, score=_ADDED[own.kind])

    def _changed(self, passage: Passage, own: Address, source: Passage, theirs: Address) -> Finding:
        wanted = source.text[theirs.start : theirs.end]
        is_for_others = own.kind == "tag" or (own.kind in ("url", "mail") and is_localised(own.compared, theirs.compared))
        return self.finding(
            passage,
            own.start,
            own.end,
            f"The source has another {_NAMES[own.kind]} here: “{excerpt(wanted)}”.",
            score=_OF_A_READER_ABROAD if is_for_others else 0.85,
            edits=[(own.start, own.end, wanted)],
            counterparts=[counterpart(Partner.SOURCE, source, theirs.start, theirs.end)],
        )

    def _lost(self, passage: Passage, source: Passage, theirs: Address) -> Finding:
        return self.finding(
            passage,
            *missing_from(passage, source, theirs.start),
            f"The {_NAMES[theirs.kind]} “{excerpt(source.text, theirs.start, theirs.end)}” of the source is missing.",
            score=_LOST[theirs.kind],
            counterparts=[counterpart(Partner.SOURCE, source, theirs.start, theirs.end)],
        )
