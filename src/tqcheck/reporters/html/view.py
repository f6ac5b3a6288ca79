"""The view of one file: figures, chart, filters, the list of findings, and the text with its findings marked."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from ...core.alignment import Partner
from ...core.finding import Finding
from ...readers.reading import Reading
from ...report import Beside, Report
from ...scoring import penalty_of
from ..display import Display
from ..repair import repair_line
from ..text import NOTE
from .chart import strip
from .marked import Marked, paragraph_of, safe

_DISPLAY = Display()
_MOST_THEIRS, _MOST_CHARACTERS = 3, 200


class View:
    """What is shown of one file."""

    def __init__(self, reading: Reading, report: Report) -> None:
        self._reading = reading
        self._report = report
        self._beside = next((beside for beside in report.beside if beside.partner == Partner.SOURCE and beside.pairs), None)
        self._other = _text_beside(reading, self._beside)
        self._rows = list(self._spans())

    @property
    def has_source(self) -> bool:
        """True if the source can be shown beside the text."""
        return self._other is not None

    def body(self, *, up: str = "") -> str:
        """The page's body; ``up`` is a link to what stands above it."""
        return "\n".join((
            f'<a class="skip" href="#text">Skip to the text</a><header>{up}<h1>{safe(self._report.name)}</h1>',
            self._figures(),
            strip(self._penalties()),
            '</header><div class="page"><main id="text" tabindex="-1">',
            *self._paragraphs(),
            "</main>",
            self._panel(),
            "</div>",
            f"<footer><p>{safe(NOTE)}</p><p>Signature: {safe(self._report.score.signature)}</p></footer>",
            '<div id="card" class="card" role="tooltip" hidden></div>',
        ))  # fmt: skip

    def _figures(self) -> str:
        report, score = self._report, self._report.score
        severities = Counter(finding.severity for finding in report.findings)
        told = ", ".join(f"{severities[each]} {each.value}" for each in sorted(severities, key=lambda each: -each.rank))
        detected = ", detected" if report.language_detected else ""
        return (
            f'<p class="figures"><strong>Score {score.value:g}</strong> of 100 · penalty {score.penalty_per_1000_words:g} per 1000 words · '
            f"{len(report.findings):,} findings{f' ({told})' if told else ''} · {report.words:,} words · "
            f"{safe(report.language)}{detected}</p>"
        )

    def _spans(self) -> Iterator[tuple[int, int, tuple[int, int] | None]]:
        """Each stretch of the text, and what stands beside it in the source."""
        if self._beside is None or self._other is None:
            for start, end in self._reading.paragraphs:
                yield start, end, None
            return
        for start, end, other_start, other_end in self._beside.pairs:
            yield start, end, (other_start, other_end)

    def _penalties(self) -> Sequence[float]:
        starts = [start for start, _, _ in self._rows]
        penalties = [0.0] * len(starts)
        for finding in self._report.findings:
            if starts:
                penalties[paragraph_of(starts, finding.start)] += penalty_of(finding)
        return penalties

    def _paragraphs(self) -> Iterator[str]:
        marked = Marked(self._reading.text, self._report.findings)
        for number, (start, end, beside) in enumerate(self._rows):
            other = ""
            if beside is not None and self._other is not None:
                lang = safe(self._beside.language) if self._beside else ""
                other = f'<p class="other" lang="{lang}" dir="auto">{safe(self._other[beside[0] : beside[1]])}</p>'
            language = safe(self._report.language)
            yield f'<div class="row" id="p{number}"><p lang="{language}" dir="auto">{marked.html(start, end)}</p>{other}</div>'

    def _panel(self) -> str:
        families = Counter(finding.family for finding in self._report.findings)
        boxes = "".join(
            f'<label class="{safe(name)}"><input type="checkbox" value="{safe(name)}" checked> {safe(name)} {count:,}</label>'
            for name, count in sorted(families.items())
        )
        source = '<button type="button" id="other" aria-pressed="true">Source</button> ' if self.has_source else ""
        filters = (
            f'<fieldset class="families"><legend>Families</legend>{boxes}</fieldset>'
            '<fieldset><label>Score at least <input id="least" type="range" min="0" max="1" step="0.05" value="0"> '
            "<output>0.00</output></label></fieldset>"
            '<p class="keys"><kbd>n</kbd> next, <kbd>p</kbd> previous, <kbd>Esc</kbd> close. <span id="told" role="status"></span></p>'
        )
        items = "".join(self._item(number, finding) for number, finding in enumerate(self._report.findings))
        nothing = "" if families else "<p>Nothing found.</p>"
        return (
            f'<aside aria-label="Findings">{source}<button type="button" id="theme">Light or dark</button>'
            f'{filters if families else ""}{nothing}<ol class="findings">{items}</ol></aside>'
        )

    def _item(self, number: int, finding: Finding) -> str:
        place = self._reading.place(finding.start)
        where = place.within("")[2 if place.part else 1 :]
        repair = f'<p class="repair">{safe(repair_line(finding.fix, self._reading.text, _DISPLAY))}</p>' if finding.fix else ""
        theirs = "".join(
            f'<p class="theirs">{each.partner.value}: {safe(each.text[:200])}</p>'
            for each in finding.counterparts[:_MOST_THEIRS]
            if each.text
        )
        head = (
            f'<b class="tag {safe(finding.family)}">{safe(finding.rule)}</b> {finding.score:.2f} {finding.severity.value} '
            f'<button type="button" class="place" data-n="{number}" aria-label="Show in the text: {safe(where)}">{safe(where)}</button>'
        )
        data = f'data-family="{safe(finding.family)}" data-score="{finding.score:.2f}"'
        return f'<li {data}><div class="finding">{head}<p>{safe(finding.message)}</p>{repair}{theirs}</div></li>'


def _text_beside(reading: Reading, beside: Beside | None) -> str | None:
    """The text of the source, from its own file or from the bilingual one."""
    if beside is None:
        return None
    if beside.partner in reading.partners:
        return reading.partners[beside.partner].text
    own = reading.beside(Partner(beside.partner))
    return own.text if own else None
