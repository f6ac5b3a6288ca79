"""A summary in Markdown, for a comment on a pull request or the page of a run: what was found, the worst of it first."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence

from ..checked import PASSED, Outcome
from ..core.finding import Severity
from ..errors import ReadingError
from ..readers.reading import Reading
from ..report import Report
from .display import Display
from .rows import Row, project_path, rows, worst_first
from .tally import Tally
from .text import NOTE

MOST_ROWS = 50
"""A comment on GitHub holds 65,536 characters, and nobody reads more than this."""
_MOST_CHARACTERS = 300
_DISPLAY = Display()
_MARKS = re.compile(r"[\\`*_\[\]<>~&|$^=!]")
# What a service would turn into a link or a mention of somebody: a space without width behind the mark prevents it.
_LINKING = re.compile(r"(?i)@|#|://|www(?=\.)|\bgh(?=-\d)")
_TICKS = re.compile("`+")


class MarkdownReporter:
    """Collects a row for each finding, and writes the summary at the end, with the ``most`` worst of them."""

    def __init__(self, write: Callable[[str], object], *, most: int = MOST_ROWS) -> None:
        self._write = write
        self._most = most
        self._tally = Tally()
        self._rows: list[Row] = []
        self._errors: list[ReadingError] = []

    def add(self, reading: Reading, report: Report) -> None:
        """Take in the report on one file."""
        self._tally.add(report)
        path = project_path(reading.name)
        self._rows.extend(each._replace(path=path) for each in rows(reading, report))

    def fail(self, error: ReadingError) -> None:
        """Take in a file that could not be read."""
        self._errors.append(error)

    def close(self, outcome: Outcome = PASSED) -> None:
        """Write the summary, and how the run ended."""
        said = [line for note in (*outcome.notes, outcome.why) if note for line in ("", prose(note))]
        self._write("\n".join([*self._lines(), *said]) + "\n")

    def _lines(self) -> Iterator[str]:
        tally = self._tally
        found = counted(len(tally.findings), "finding") if tally.findings else "nothing found"
        yield f"### tqcheck: {found} in {counted(tally.files, 'file')}"
        yield ""
        yield from (f"- not read: {code(short(project_path(error.name)))}: {prose(error.why)}" for error in self._errors[:MOST_ROWS])
        if len(self._errors) > MOST_ROWS:
            yield f"- and {counted(len(self._errors) - MOST_ROWS, 'more file')} not read"
        if self._errors:
            yield ""
        if not tally.findings:
            yield f"{counted(tally.words, 'word')}, score {tally.score.value:g} of 100."
            return
        yield from self._figures()
        yield ""
        yield from table(worst_first(self._rows), most=self._most)
        yield ""
        yield f"<sub>{NOTE} Signature: {code(tally.score.signature or 'none, the files were not all checked in the same way')}</sub>"

    def _figures(self) -> Iterator[str]:
        tally, score = self._tally, self._tally.score
        worst = [f"{tally.by_severity[each]} {each}" for each in reversed(Severity) if each in tally.by_severity]
        families = sorted(score.by_family.items(), key=lambda item: (-item[1], item[0]))
        yield f"**{', '.join(worst)}** ({', '.join(f'{family} {number}' for family, number in families)})  "
        words = counted(tally.words, "word")
        yield f"{words}, penalty {score.penalty_per_1000_words:g} per 1000 words, score {score.value:g} of 100"


def table(found: Sequence[Row], *, most: int) -> Iterator[str]:
    """The lines of a table of the first ``most`` rows, and of how many are left out. A bar would end a cell even inside code."""
    yield from _row("place", "rule", "severity", "score", "message")
    yield from _row(*["---"] * 5)
    for each in found[:most]:
        place = code(each._replace(path=short(each.path)).where).replace("|", "¦")
        yield from _row(place, each.rule, each.severity.value, f"{each.score:.2f}", prose(short(each.message)))
    if len(found) > most:
        yield ""
        yield f"… and {len(found) - most:,} more"


def _row(*cells: str) -> Iterable[str]:
    yield f"| {' | '.join(cells)} |"


def prose(text: str) -> str:
    """The text as plain words: no mark of Markdown or HTML in it works, nobody is mentioned and nothing is linked."""
    marked = _MARKS.sub(r"\\\g<0>", _DISPLAY.plain(text))
    return _LINKING.sub(lambda match: f"{match[0]}&#8203;", marked)


def code(text: str) -> str:
    """The text as code, whose fence is longer than any in the text."""
    shown = _DISPLAY.plain(text)
    fence = "`" * (1 + max(map(len, _TICKS.findall(shown)), default=0))
    room = " " if shown[:1] in ("`", " ", "") or shown[-1:] in ("`", " ") else ""
    return f"{fence}{room}{shown}{room}{fence}"


def short(text: str) -> str:
    """The text, a very long one without its end."""
    return text if len(text) <= _MOST_CHARACTERS else f"{text[:_MOST_CHARACTERS]}…"


def counted(number: int, noun: str) -> str:
    """The number and the noun in its form."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"
