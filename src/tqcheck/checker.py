"""Checker: settings in, reports out."""

from __future__ import annotations

from . import lang
from ._version import __version__
from .core.document import Document
from .core.record import Record
from .core.rule import Stage
from .core.run import Run, restored
from .errors import SettingsError, unknown
from .rules import families, listed_rules
from .scoring import calibrated, scored, signature
from .settings import Settings

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from typing import Any

    from .core.finding import Finding
    from .core.language import Language
    from .core.rule import Rule
    from .rules import ListedRule
    from .scoring import Score


class Skipped(Record):
    """A rule that was chosen and did not run, and why."""

    rule: str
    why: str


class Report(Record):
    """What was found in one text.

    ``findings`` are ordered by place; ``language`` is a BCP 47 code, ``language_detected`` tells whether it was
    detected or given; ``words`` is the number of words; ``skipped`` names the chosen rules that did not run.
    """

    name: str
    language: str
    language_detected: bool
    findings: tuple[Finding, ...]
    skipped: tuple[Skipped, ...]
    words: int
    score: Score

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
        }


class Checker:
    """Checks any number of texts with one set of rules.

    Options (all by keyword): ``language``, ``select``, ``ignore``, ``min_score``; see `Settings`. An unknown option,
    rule or family raises `SettingsError` with a suggestion. A checker holds no state that changes: it may be shared
    by threads, and it can be pickled.
    """

    def __init__(self, **options: Any) -> None:
        settings = Settings.of(options)
        self.settings = settings.replace(language=_canonical(settings.language))
        self._rules = tuple(_chosen(self.settings))
        self._runs: dict[str, tuple[Run, tuple[Skipped, ...], str]] = {}

    def __reduce__(self) -> tuple[Any, ...]:
        return _unpickled, (self.settings,)

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

    def check_many(self, texts: Iterable[str]) -> Iterator[Report]:
        """Check texts one by one, as they are asked for; nothing is read ahead."""
        for text in texts:
            yield self.check(text)

    def check_document(self, document: Document) -> Report:
        """Check a document that a reader made."""
        code = document.language.code
        run, skipped, signed = self._prepared(document.language)
        likely = [finding for finding in calibrated(run(document)) if finding.score >= self.settings.min_score]
        found = tuple(restored(likely, document))
        words = document.word_count
        return Report(document.name, code, self.settings.language is None, found, skipped, words, scored(found, words, signed))

    def _prepared(self, language: Language) -> tuple[Run, tuple[Skipped, ...], str]:
        """For a language the rules ready to run, those that are skipped, and the signature of the score; made once."""
        code = language.code
        prepared = self._runs.get(code)
        if prepared is None:
            able = [rule for rule in self._rules if _speaks(rule, code)]
            skipped = tuple(Skipped(rule.name, f"not made for language {code!r}") for rule in self._rules if not _speaks(rule, code))
            signed = signature([rule.name for rule in able], code, self.settings.min_score, __version__)
            prepared = self._runs[code] = Run(able, language), skipped, signed
        return prepared

    def _language_of(self, text: str) -> str:
        if self.settings.language is not None:
            return self.settings.language
        from .detection import detect

        return detect(text)


def _unpickled(settings: Settings) -> Checker:
    checker = Checker.__new__(Checker)
    checker.settings = settings
    checker._rules = tuple(_chosen(settings))
    checker._runs = {}
    return checker


def _canonical(code: str | None) -> str | None:
    """A language code in the spelling that BCP 47 recommends (zh-Hant-TW), or an error that tells what one looks like."""
    if code is None:
        return None
    first, *others = str(code).replace("_", "-").split("-")
    if not (2 <= len(first) <= 3 and first.isalpha() and all(part.isalnum() and len(part) <= 8 for part in others) and code.isascii()):
        raise SettingsError(f"{code!r} is no language code; BCP 47 codes look like en, de-CH, zh-Hant")
    spelt = {2: str.upper, 4: str.title}
    return "-".join((first.lower(), *(spelt.get(len(part), str.lower)(part) for part in others)))


def _speaks(rule: ListedRule, code: str) -> bool:
    return "*" in rule.languages or code in rule.languages or code.split("-")[0] in rule.languages


def _chosen(settings: Settings) -> Iterator[ListedRule]:
    rules = listed_rules()
    for word in (*settings.select, *settings.ignore):
        if word not in rules and word not in families():
            raise unknown("rule or family", word, [*rules, *families()])
    for name, rule in rules.items():
        if name in settings.ignore or rule.family in settings.ignore:
            continue
        if name in settings.select or (rule.stage is Stage.STABLE and (not settings.select or rule.family in settings.select)):
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
