"""Checker: settings in, reports out."""

from __future__ import annotations

from . import lang
from ._version import __version__
from .adjustment import adjusted
from .core.document import Document
from .core.record import Record
from .core.rule import Stage
from .core.run import Run, restored
from .errors import unknown
from .rules import families, listed_rules
from .scoring import calibrated, scored, signature
from .settings import Settings

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from typing import Any, Protocol

    from .core.finding import Finding
    from .core.language import Language
    from .core.rule import Rule
    from .rules import ListedRule
    from .scoring import Score

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


class Skipped(Record):
    """A rule that was chosen and did not run, and why."""

    rule: str
    why: str


class Notice(Record):
    """Something to tell about a text that is no finding and enters no score, such as a comment that silences nothing."""

    start: int
    end: int
    message: str


class Report(Record):
    """What was found in one text.

    ``findings`` are ordered by place; ``language`` is a BCP 47 code, ``language_detected`` tells whether it was
    detected or given; ``words`` is the number of words; ``skipped`` names the chosen rules that did not run, ``ran``
    those that did; ``notices`` are ordered by place.
    """

    name: str
    language: str
    language_detected: bool
    findings: tuple[Finding, ...]
    skipped: tuple[Skipped, ...]
    words: int
    score: Score
    ran: tuple[str, ...] = ()
    notices: tuple[Notice, ...] = ()

    def to_dict(self) -> dict[str, Any]:
        """The report as plain dicts, lists, strings and numbers: the JSON contract of docs/json.md without its lines and columns."""
        return {
            "name": self.name,
            "language": self.language,
            "language_detected": self.language_detected,
            "words": self.words,
            "score": self.score.to_dict(),
            "findings": [_finding(finding) for finding in self.findings],
            "skipped": [skipped.to_dict() for skipped in self.skipped],
            "notices": [notice.to_dict() for notice in self.notices],
        }


class Checker:
    """Checks any number of texts with one set of rules.

    Options (all by keyword): ``preset``, ``language``, ``select``, ``ignore``, ``preview``, ``min_score``, ``severity``,
    ``rules``; see `Settings`. An unknown option, rule or family raises `SettingsError` with a suggestion. A checker may
    be shared by threads, and it can be pickled.
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
        self._rules = tuple(_chosen(settings))
        self._made_ready: dict[str, _Ready] = {}

    def __reduce__(self) -> tuple[Any, ...]:
        return Checker.with_settings, (self.settings,)

    @property
    def rules(self) -> tuple[Rule, ...]:
        """The rules that this checker runs, where the language has them."""
        return tuple(listed.rule for listed in self._rules)

    def check(self, text: str, *, name: str = "<text>") -> Report:
        """Check one text. Places in the report are code points of ``text`` as it was handed in."""
        if not isinstance(text, str):
            raise TypeError(f"a text is a str, not {type(text).__name__}")
        language = self._language_of(text)
        return self.check_document(Document.from_text(text, lang.load(language), name=name))

    def check_reading(self, reading: Readable) -> Report:
        """Check a file that was read. Places in the report are those of its text; the settings' language wins over the file's own."""
        code = self.settings.language or reading.language
        document = reading.document(lang.load(code or self._language_of(reading.text)))
        return self.check_document(document).replace(language_detected=code is None)

    def check_many(self, texts: Iterable[str]) -> Iterator[Report]:
        """Check texts one by one, as they are asked for; nothing is read ahead."""
        for text in texts:
            yield self.check(text)

    def check_document(self, document: Document) -> Report:
        """Check a document that a reader made."""
        code = document.language.code
        ready = self._ready(document.language)
        likely = list(adjusted(calibrated(ready.run(document)), self.settings, document.text))
        found = tuple(restored(likely, document))
        words = document.word_count
        score = scored(found, words, ready.signature)
        return Report(document.name, code, self.settings.language is None, found, ready.skipped, words, score, ready.ran)

    def _ready(self, language: Language) -> _Ready:
        ready = self._made_ready.get(language.code)
        if ready is None:
            ready = self._made_ready[language.code] = _Ready(self._rules, self.settings, language)
        return ready

    def _language_of(self, text: str) -> str:
        if self.settings.language is not None:
            return self.settings.language
        from .detection import detect

        return detect(text)


class _Ready:
    """What a checker has made ready for texts of one language: its rules, those that it skips, the signature of its scores."""

    def __init__(self, rules: Iterable[ListedRule], settings: Settings, language: Language) -> None:
        code = language.code
        able = [rule for rule in rules if _speaks(rule, code)]
        self.run = Run(able, language)
        self.skipped = tuple(Skipped(rule.name, f"not made for language {code!r}") for rule in rules if not _speaks(rule, code))
        self.ran = tuple(rule.name for rule in able)
        self.signature = signature(self.ran, code, settings.min_score, __version__, settings.severity, *settings.rules)


def _speaks(rule: ListedRule, code: str) -> bool:
    return "*" in rule.languages or code in rule.languages or code.split("-")[0] in rule.languages


def _chosen(settings: Settings) -> Iterator[ListedRule]:
    rules = listed_rules()
    for word in (*settings.select, *settings.ignore, *(name for name, _ in settings.rules)):
        if word not in rules and word not in families():
            raise unknown("rule or family", word, [*rules, *families()])
    for name, rule in rules.items():
        if name in settings.ignore or rule.family in settings.ignore:
            continue
        runs = rule.stage is Stage.STABLE or settings.preview
        if name in settings.select or (runs and (not settings.select or rule.family in settings.select)):
            yield rule


def _finding(finding: Finding) -> dict[str, Any]:
    fix = finding.fix
    edits = [edit.to_dict() for edit in fix.edits] if fix else []
    return {
        "rule": finding.rule,
        "family": finding.family,
        "start": finding.start,
        "end": finding.end,
        "message": finding.message,
        "severity": finding.severity.value,
        "score": round(finding.score, 4),
        "fix": {"safety": fix.safety.value, "edits": edits} if fix else None,
        "related": [{"start": start, "end": end} for start, end in finding.related],
    }


def check(text: str, **options: Any) -> Report:
    """Check one text: ``Checker(**options).check(text)``. To check many, make one `Checker` and keep it."""
    return Checker(**options).check(text)
