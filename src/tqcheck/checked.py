"""What comes of one file on its way through a run, and of the run as a whole."""

from __future__ import annotations

from .core.record import Record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping
    from typing import Protocol

    from .core.finding import Finding
    from .errors import ReadingError
    from .readers.reading import Reading
    from .report import Report

    class Checks(Protocol):
        """What checks one file: a `Checker`, or one that looks into the cache first."""

        def check_reading(self, reading: Reading, *, source: Reading | None = None, reference: Reading | None = None) -> Report:
            """The report on a file that was read, with what stands beside it."""

    class Filter(Protocol):
        """A step between checking and reporting: it passes on what was checked, as a rule with `Checked.keeping`, and every error."""

        def __call__(self, results: Iterable[Checked | ReadingError]) -> Iterator[Checked | ReadingError]:
            """The results in the same order."""

        def notes(self) -> Iterable[str]:
            """Plain sentences for the end of the report, asked for when all results have passed."""


class Checked(Record):
    """A file that was read and checked.

    ``left_out`` counts the findings that are no longer in the report, by the reason: ``silenced``, ``known``, ``unchanged``.
    """

    reading: Reading
    report: Report
    left_out: Mapping[str, int] = {}

    def keeping(self, findings: Iterable[Finding], why: str) -> Checked:
        """The same with these findings alone; the others are counted as left out, and the score is made anew without them."""
        from .scoring import scored

        kept, report = tuple(findings), self.report
        gone = len(report.findings) - len(kept)
        if not gone:
            return self
        score = scored(kept, report.words, report.score.signature)
        left_out = {**self.left_out, why: self.left_out.get(why, 0) + gone}
        return Checked(self.reading, report.replace(findings=kept, score=score), left_out)

    def without(self, what: str) -> Checked:
        """The same with a signature that says what the score does not count: ``known`` findings, or those on ``unchanged`` lines."""
        score = self.report.score.replace(signature=f"{self.report.score.signature}|without:{what}")
        return self.replace(report=self.report.replace(score=score))


class Outcome(Record):
    """How a run ended: whether the gate failed and why (empty when there is nothing to say), and what was left out."""

    failed: bool = False
    why: str = ""
    notes: tuple[str, ...] = ()
    left_out: Mapping[str, int] = {}


PASSED = Outcome()


def check_file(checker: Checks, read: Callable[[], Reading]) -> Checked | ReadingError:
    """Read and check one file, with those that were read to stand beside it.

    A file that cannot be read gives the error instead of raising it.
    """
    from .errors import ReadingError

    try:
        reading = read()
    except ReadingError as error:
        return error
    return Checked(reading, checker.check_reading(reading, **reading.partners))
