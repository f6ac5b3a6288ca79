"""Checker: settings in, reports out."""

from __future__ import annotations

from functools import cached_property

from . import lang
from .adjustment import adjusted
from .core.alignment import Partner
from .core.document import Document
from .core.run import restored, settled
from .report import Report
from .scoring import calibrated, scored
from .selection import Ready, chosen_rules
from .settings import DEFAULT_METRICS, Settings, language

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from typing import Any, Protocol

    from .core.alignment import Bead
    from .core.finding import Finding
    from .core.glossary import Glossary
    from .core.language import Language
    from .core.rule import Rule
    from .metrics.measured import Measured, Measurer

    class Readable(Protocol):
        """What a reader made of a file; see `readers.reading.Reading`."""

        @property
        def text(self) -> str:
            """The text to check."""

        @property
        def language(self) -> str | None:
            """Its language, if the file tells."""

        def document(self, language: Language) -> Document:
            """The text as a document."""

        def beside(self, partner: Partner) -> Bilingual | None:
            """What the file itself holds of a partner, if it is bilingual."""

        def beads_with(self, other: Any) -> Sequence[Bead] | None:
            """Which blocks belong together, if the files tell."""

    class Bilingual(Protocol):
        """What a bilingual file holds of a partner; see `readers.catalogues.beside.Beside`."""

        @property
        def text(self) -> str:
            """Its text."""

        @property
        def language(self) -> str | None:
            """Its language, if the file tells."""

        @property
        def beads(self) -> Sequence[Bead]:
            """Which of its blocks belong to which of the translation's."""

        def document(self, language: Language) -> Document:
            """The text as a document."""


class Checker:
    """Checks any number of texts with one set of rules.

    Options (all by keyword): ``preset``, ``language``, ``select``, ``ignore``, ``preview``, ``min_score``, ``severity``,
    ``rules``, ``glossary``, ``metrics``; see `Settings`. An unknown option, rule or family raises `SettingsError` with a
    suggestion. A checker may be shared by threads, and it can be pickled.
    """

    def __init__(self, **options: Any) -> None:
        self._take(Settings.of(options))

    @classmethod
    def with_settings(cls, settings: Settings) -> Checker:
        """A checker with settings that were made before."""
        checker = cls.__new__(cls)
        checker._take(settings)
        return checker

    def _take(self, settings: Settings) -> None:
        self.settings = settings
        self._rules = {listed.name: listed for listed in chosen_rules(settings)}
        self._glossary = _glossary_at(settings.glossary)
        self._made_ready: dict[object, Ready] = {}
        if settings.metrics != DEFAULT_METRICS:
            self._measurer.check()

    def __reduce__(self) -> tuple[Any, ...]:
        return Checker.with_settings, (self.settings,)

    @property
    def rules(self) -> tuple[Rule, ...]:
        """The rules that this checker runs, where the language has them."""
        return tuple(listed.rule for listed in self._rules.values())

    def check(
        self,
        text: str,
        *,
        name: str = "<text>",
        source: str | None = None,
        source_language: str | None = None,
        reference: str | None = None,
    ) -> Report:
        """Check one text, with its source or a reference beside it if they are given.

        Places in the report are code points of the texts as they were handed in. ``source_language`` is a BCP 47 code; without
        one that of the settings holds, or it is detected. A reference is in the language of the text.
        """
        for given in (text, source or "", reference or ""):
            if not isinstance(given, str):
                raise TypeError(f"a text is a str, not {type(given).__name__}")
        document = Document.from_text(text, lang.load(self._language_of(text)), name=name)
        if source is None and reference is None:
            return self.check_document(document)
        code = language("source_language", source_language) or self.settings.source_language
        partners: dict[Partner, Document] = {}
        if source is not None:
            partners[Partner.SOURCE] = Document.from_text(source, lang.load(code or _detected(source)), name="<source>")
        if reference is not None:
            partners[Partner.REFERENCE] = Document.from_text(reference, document.language, name="<reference>")
        from .partners import aligned

        return self.check_document(aligned(document, partners))

    def check_reading(self, reading: Readable, *, source: Readable | None = None, reference: Readable | None = None) -> Report:
        """Check a file that was read, with those of its source and of a reference beside it if they are given.

        Places in the report are those of their texts; the settings' languages win over the files' own. A bilingual file brings
        its sources itself.
        """
        code = self.settings.language or reading.language
        return self.check_document(self.document_of(reading, source=source, reference=reference)).replace(language_detected=code is None)

    def document_of(self, reading: Readable, *, source: Readable | None = None, reference: Readable | None = None) -> Document:
        """What is checked of a file, with its partners beside it and aligned: see `check_reading`."""
        code = self.settings.language or reading.language
        document = reading.document(lang.load(code or self._language_of(reading.text)))
        return self._beside(document, reading, {Partner.SOURCE: source, Partner.REFERENCE: reference})

    def _beside(self, document: Document, reading: Readable, given: Mapping[Partner, Readable | None]) -> Document:
        """The document of a file with those of its partners, whether they are files too or stand in it."""
        partners: dict[Partner, Document] = {}
        beads: dict[Partner, Sequence[Bead]] = {}
        for partner, file in given.items():
            own = None if file else reading.beside(partner)
            other = file or own
            if other is None:
                continue
            code = self.settings.source_language or other.language or _detected(other.text)
            partners[partner] = other.document(lang.load(code) if partner is Partner.SOURCE else document.language)
            told = own.beads if own else reading.beads_with(file)
            if told is not None:
                beads[partner] = told
        if not partners:
            return document
        from .partners import aligned

        return aligned(document, partners, beads)

    def check_many(self, texts: Iterable[str]) -> Iterator[Report]:
        """Check texts one by one, as they are asked for; nothing is read ahead."""
        for text in texts:
            yield self.check(text)

    def check_document(self, document: Document) -> Report:
        """Check a document that a reader made, with the partners that stand beside it."""
        code = document.language.code
        document.glossary = self._glossary
        ready = self._ready(document)
        likely = list(adjusted(calibrated(self._found(document, ready)), self.settings, document.text))
        excused: list[Finding] = []
        measured = self._measured(document)
        if document.partners:
            from .partners import parted

            likely, excused = parted(likely, document, self._rule_named, lambda other: self._ready(other).run(other))
        if measured and measured.findings:
            likely = sorted([*likely, *self._estimated(measured, document)], key=lambda finding: (finding.start, finding.end))
        found = tuple(restored(likely, document))
        words = document.word_count
        score = scored(found, words, ready.signature)
        report = Report(document.name, code, self.settings.language is None, found, ready.skipped, words, score, ready.ran)
        if measured:
            report = report.with_metrics(measured.metrics, measured.unmeasured)
        return report.with_partners(document, tuple(restored(excused, document))) if document.partners else report

    @cached_property
    def _measurer(self) -> Measurer:
        from .metrics.measured import Measurer

        return Measurer(self.settings.metrics)

    def _measured(self, document: Document) -> Measured | None:
        """What the metrics say of the document; without partners only why those that the user chose do not run."""
        is_wanted = document.partners or self.settings.metrics != DEFAULT_METRICS
        return self._measurer.measured(document) if is_wanted and self.settings.metrics else None

    def _estimated(self, measured: Measured, document: Document) -> Iterator[Finding]:
        """The findings of learned metrics that the settings let through. Their scores are given, and not calibrated."""
        from .metrics import ESTIMATED_ERROR, ESTIMATES

        if {ESTIMATES, ESTIMATED_ERROR}.isdisjoint(self.settings.ignore):
            yield from adjusted(measured.findings, self.settings, document.text)

    def _found(self, document: Document, ready: Ready) -> Sequence[Finding]:
        """What the rules find; stretches in other languages are judged by their own."""
        found = ready.run(document)
        if not document.sight.foreign:
            return found
        from .switches import judged_apart

        return settled(judged_apart(found, document, lang.load, lambda part: self._ready(part).run(part)))

    def _ready(self, document: Document) -> Ready:
        problems = {partner: alignment.problem for partner, alignment in document.alignments.items()}
        key = (document.language.code, *problems.items())
        ready = self._made_ready.get(key)
        if ready is None:
            ready = self._made_ready[key] = Ready(
                self._rules.values(), self.settings, document.language, problems, self._glossary.digest if self._glossary else ""
            )
        return ready

    def _rule_named(self, name: str) -> Rule:
        return self._rules[name].rule

    def _language_of(self, text: str) -> str:
        return self.settings.language or _detected(text)


def _glossary_at(path: str | None) -> Glossary | None:
    if path is None:
        return None
    from .bilingual.glossary import read_glossary

    return read_glossary(path)


def _detected(text: str) -> str:
    from .detection import detect

    return detect(text)


def check(text: str, *, source: str | None = None, reference: str | None = None, **options: Any) -> Report:
    """Check one text: ``Checker(**options).check(text, source=…, reference=…)``. To check many, make one `Checker` and keep it."""
    return Checker(**options).check(text, source=source, reference=reference)
