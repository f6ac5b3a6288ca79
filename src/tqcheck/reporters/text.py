"""The report for people: each finding with its line and its repair, then what it comes to."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator

from ..checked import PASSED, Outcome
from ..core.finding import Counterpart, Finding, Severity
from ..core.rule import excerpt as shortened
from ..errors import ReadingError
from ..readers.reading import Place, Reading
from ..report import Report
from ..scoring import Score
from .display import Display
from .excerpt import excerpt
from .repair import repair_line
from .tally import Tally

NOTE = "The penalty counts visible artifacts; it does not measure the quality of the translation."
_COLOURS = {Severity.NEUTRAL: "blue", Severity.MINOR: "yellow", Severity.MAJOR: "red", Severity.CRITICAL: "magenta"}
_MIN_WIDTH = 40
_MOST_COUNTERPARTS = 3


class TextReporter:
    """Writes each report as soon as it is added, and the total at the end."""

    def __init__(self, write: Callable[[str], object], display: Display) -> None:
        self._write = write
        self._display = display
        self._tally = Tally()
        self._errors = 0

    def add(self, reading: Reading, report: Report) -> None:
        """Write the findings of one file and their summary; of a clean file one line."""
        self._tally.add(report)
        for finding in report.findings:
            self._write("\n".join(self.lines_of(finding, reading)) + "\n\n")
        for notice in report.notices:
            where = self._display.paint(self._where(reading, reading.place_in_raw(notice.start)), "bold")
            self._write(f"{where}  notice: {self._display.plain(notice.message)}\n")
        self._write("\n".join(self._summary(report)) + "\n")

    def fail(self, _error: ReadingError) -> None:
        """Count a file that could not be read; the error itself goes to standard error."""
        self._errors += 1

    def close(self, outcome: Outcome = PASSED) -> None:
        """Write the total of several files, what the penalty is, and how the run ended."""
        if self._tally.files > 1:
            self._write("\n" + "\n".join(self._total()) + "\n")
        if self._tally.findings:
            self._write(self._display.paint(NOTE, "faint") + "\n")
        for line in (*outcome.notes, outcome.why):
            if line:
                self._write(self._display.plain(line) + "\n")

    def lines_of(self, finding: Finding, reading: Reading) -> Iterator[str]:
        """The lines that show one finding."""
        display, colour = self._display, _COLOURS[finding.severity]
        where = self._where(reading, reading.place(finding.start))
        severity = display.paint(finding.severity.value, colour)
        yield f"{display.paint(where, 'bold')}  {display.paint(finding.rule, 'cyan')}  {finding.score:.2f}  {severity}"
        yield f"  {display.plain(finding.message)}"
        yield from self._excerpt(finding, reading, colour)
        for counterpart in finding.counterparts[:_MOST_COUNTERPARTS]:
            yield f"  {self._counterpart(counterpart, reading)}"
        if finding.fix:
            yield f"  {repair_line(finding.fix, reading.text, display)}"

    def _counterpart(self, counterpart: Counterpart, reading: Reading) -> str:
        """What the source or the reference says there, and where, if it is a file of its own."""
        other = reading.partners.get(counterpart.partner)
        where = self._where(other, other.place(counterpart.start)) if other else counterpart.partner.value
        return f"{where}: {self._display.plain(shortened(counterpart.text))}"

    def _where(self, reading: Reading, place: Place) -> str:
        return self._display.plain(reading.where(place))

    def _excerpt(self, finding: Finding, reading: Reading, colour: str) -> Iterator[str]:
        display = self._display
        number = f"{reading.place(finding.start).line} |"
        shown = excerpt(reading, finding.start, finding.end, display, max(_MIN_WIDTH, display.width - len(number) - 5))
        until = f" (to line {shown.last_line})" if shown.last_line > shown.number else ""
        yield f"  {display.paint(number, 'faint')} {shown.text}"
        gutter, underline = display.paint("|".rjust(len(number)), "faint"), display.paint("^" * shown.length, colour)
        yield f"  {gutter} {' ' * shown.indent}{underline}{until}"

    def _summary(self, report: Report) -> Iterator[str]:
        name = self._display.plain(report.name)
        language = f"{report.language}, detected" if report.language_detected else report.language
        words = f"{_count(report.words, 'word')} ({language})"
        left_out = [skipped for skipped in report.skipped if not skipped.wants_partner]
        skipped = f", {_count(len(left_out), 'rule')} skipped" if left_out else ""
        if not report.findings:
            yield f"{name}: nothing found in {words}, score {report.score.value:g}{skipped}"
            yield from self._beside(report)
            return
        yield self._display.paint(f"{name}: {_count(len(report.findings), 'finding')} in {words}{skipped}", "bold")
        yield from _figures(report.score)
        yield from self._beside(report)
        for why, number in Counter(skipped.why for skipped in left_out).items():
            yield f"  skipped: {_count(number, 'rule')} {why}"

    def _beside(self, report: Report) -> Iterator[str]:
        """A line for each text beside this one, and one of figures; where these come from stands in the JSON report."""
        for each in report.beside:
            how = "not compared" if each.problem else f"{each.share:.0%} compared, sureness {each.sureness:.2f}".replace("%", " %")
            yield f"  {each.partner} {self._display.plain(each.name)} ({each.language}): {how}"
        if report.metrics:
            figures = ", ".join(f"{figure.name} {figure.value:.3g}" for figure in report.metrics.document)
            blocks = max(figure.blocks for figure in report.metrics.document)
            unaligned = f", {report.metrics.unaligned:,} not aligned" if report.metrics.unaligned else ""
            yield f"  {self._display.plain(figures)} ({_count(blocks, 'block')}{unaligned})"

    def _total(self) -> Iterator[str]:
        tally = self._tally
        unread = f", {_count(self._errors, 'file')} not read" if self._errors else ""
        found = _count(len(tally.findings), "finding") if tally.findings else "nothing found"
        yield self._display.paint(f"{_count(tally.files, 'file')}{unread}: {found} in {_count(tally.words, 'word')}", "bold")
        if tally.findings:
            yield from _figures(tally.score)


def _figures(score: Score) -> Iterator[str]:
    ranked = sorted(score.by_family.items(), key=lambda item: (-item[1], item[0]))
    yield f"  {', '.join(f'{family} {number}' for family, number in ranked)}"
    yield f"  penalty {score.penalty_per_1000_words:g} per 1000 words, score {score.value:g} of 100"
    yield f"  signature {score.signature or 'none: the files were not all checked in the same way'}"


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"
