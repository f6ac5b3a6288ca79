"""The formats of a report, and the reporter that writes each; a reporter is imported when it is used."""

from __future__ import annotations

from collections.abc import Mapping

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Protocol

    from ..checked import Outcome
    from ..errors import ReadingError
    from ..readers.reading import Reading
    from ..report import Report
    from .display import Display

    class Reporter(Protocol):
        """What every reporter offers: files come in the order in which they are checked, and ``close`` comes last, once."""

        def add(self, reading: Reading, report: Report) -> None:
            """Take in the report on one file."""

        def fail(self, error: ReadingError) -> None:
            """Take in a file that could not be read."""

        def close(self, outcome: Outcome = ..., /) -> None:
            """Write what is left, and how the run ended where the format has a place for it."""


FORMATS: Mapping[str, str] = {
    "text": "for people: each finding with its line, its reason and its repair",
    "concise": "a line for each finding, for editors and grep",
    "json": "one object for programs",
    "jsonl": "an object a line for each file, as soon as it is checked",
    "sarif": "SARIF 2.1.0, for code scanning",
    "github": "annotations of GitHub Actions",
    "gitlab": "the Code Quality report of GitLab",
    "junit": "JUnit XML, for build servers",
    "checkstyle": "Checkstyle XML, for review bots",
    "markdown": "a summary for a comment on a pull request",
    "html": "a page that shows the findings in the text",
}
"""The name of each format, and what it is for."""
_REPORTERS = {
    "text": ("text", "TextReporter"),
    "concise": ("concise", "ConciseReporter"),
    "json": ("json", "JsonReporter"),
    "jsonl": ("jsonl", "JsonLinesReporter"),
    "sarif": ("sarif", "SarifReporter"),
    "github": ("github", "GithubReporter"),
    "gitlab": ("gitlab", "GitlabReporter"),
    "junit": ("junit", "JunitReporter"),
    "checkstyle": ("checkstyle", "CheckstyleReporter"),
    "markdown": ("markdown", "MarkdownReporter"),
    "html": ("html", "HtmlReporter"),
}


def reporter_of(name: str, write: Callable[[str], object], display: Display, summarise: Callable[[str], object] | None = None) -> Reporter:
    """The reporter of a format. It hands its output to ``write``; ``display`` says how text for people may look there, and
    ``summarise`` takes what belongs into the summary of a job, where there is one."""
    from importlib import import_module

    module, reporter = _REPORTERS[name]
    made = getattr(import_module(f".{module}", __package__), reporter)
    more: Mapping[str, tuple[object, ...]] = {"text": (display,), "concise": (display,), "github": (summarise,)}
    found: Reporter = made(write, *more.get(name, ()))
    return found
