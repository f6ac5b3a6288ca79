"""What a user's settings make of the findings, after the rules ran and their scores were calibrated."""

from __future__ import annotations

from .core.finding import Severity

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from .core.finding import Finding
    from .settings import Settings


def adjusted(findings: Iterable[Finding], settings: Settings, text: str) -> Iterator[Finding]:
    """The findings that are probable enough and not allowed, with the severities that the user chose."""
    if not settings.rules and settings.severity is None:
        yield from (finding for finding in findings if finding.score >= settings.min_score)
        return
    choices = _Choices(settings)
    for finding in findings:
        if finding.score >= choices.min_score(finding) and folded(text[finding.start : finding.end]) not in choices.allowed(finding):
            severity = choices.severity(finding)
            yield finding.replace(severity=severity) if severity is not finding.severity else finding


def folded(text: str) -> str:
    """The text without regard to its case and its white space."""
    return " ".join(text.casefold().split())


class _Choices:
    """The options of a finding: those of its rule, then of its family, then of the whole."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._rules = dict(settings.rules)
        self._allowed = {name: frozenset(map(folded, options.allow)) for name, options in settings.rules if options.allow}

    def min_score(self, finding: Finding) -> float:
        for name in (finding.rule, finding.family):
            if name in self._rules and (score := self._rules[name].min_score) is not None:
                return score
        return self._settings.min_score

    def severity(self, finding: Finding) -> Severity:
        for name in (finding.rule, finding.family):
            if name in self._rules and (severity := self._rules[name].severity) is not None:
                return Severity(severity)
        return Severity(self._settings.severity) if self._settings.severity else finding.severity

    def allowed(self, finding: Finding) -> frozenset[str]:
        return self._allowed.get(finding.rule, frozenset()) | self._allowed.get(finding.family, frozenset())
