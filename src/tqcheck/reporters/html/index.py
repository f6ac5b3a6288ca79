"""The page of many files: the worst first, with what has changed since an earlier run."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from ...checked import Outcome
from ...core.record import Record
from ...errors import ReadingError
from ...readers.reading import Reading
from ...report import Report
from ..rows import row
from ..tally import Tally
from ..text import NOTE
from .marked import safe
from .page import page

MOST_FINDINGS = 200
"""Where all files stand on one page, each shows so many findings at most."""


class Figures(Record):
    """What an earlier run found in a file: the number of findings, and the penalty per 1000 words."""

    findings: int
    penalty: float


class Entry(Record):
    """A line of the index: a file, the ``href`` of its page (or an anchor), and its figures now and, if it was there, before."""

    name: str
    href: str
    report: Report
    before: Figures | None = None


def index(
    entries: Iterable[Entry], errors: Sequence[ReadingError], outcome: Outcome, *, before: Mapping[str, Figures] | None = None
) -> str:
    """The page that leads to those of all files; ``before`` are the figures of the earlier run, if it is compared with one."""
    ranked = sorted(entries, key=lambda entry: (-entry.report.score.penalty_per_1000_words, entry.name))
    return page("tqcheck", "\n".join(_body(ranked, errors, outcome, before)))


def stacked(read: Sequence[tuple[Reading, Report]], errors: Sequence[ReadingError], outcome: Outcome) -> str:
    """One page for several files: the index, and below it the findings of each."""
    entries = [Entry(report.name, f"#file{number}", report) for number, (_, report) in enumerate(read)]
    ranked = sorted(entries, key=lambda entry: (-entry.report.score.penalty_per_1000_words, entry.name))
    parts = [*_body(ranked, errors, outcome, None)]
    for number, (reading, report) in enumerate(read):
        if report.findings:
            parts.append(f'<section class="inner"><h2 id="file{number}">{safe(report.name)}</h2>{_table_of(reading, report)}</section>')
    return page("tqcheck", "\n".join(parts))


def _body(
    entries: Sequence[Entry], errors: Sequence[ReadingError], outcome: Outcome, before: Mapping[str, Figures] | None
) -> Iterator[str]:
    tally = Tally()
    for entry in entries:
        tally.add(entry.report)
    score = tally.score
    yield (
        f'<header><h1>tqcheck</h1><p class="figures"><strong>Score {score.value:g}</strong> of 100 · penalty '
        f"{score.penalty_per_1000_words:g} per 1000 words · {len(tally.findings):,} findings · {tally.words:,} words · "
        f"{tally.files:,} files"
        f'{_total_change(tally, before)}</p><p class="figures">{safe(outcome.why)}</p></header>'
    )
    yield '<main><button type="button" id="theme">Light or dark</button>'
    if errors:
        listed = "".join(f"<li>{safe(str(error))}</li>" for error in errors)
        yield f"<h2>Not read</h2><ul>{listed}</ul>"
    yield '<div class="table"><table><thead><tr><th>File</th>'
    yield from (f'<th class="number">{name}</th>' for name in ("Penalty per 1000 words", "Findings", "Words", "Score"))
    yield f"{'<th>Since the earlier run</th>' if before is not None else ''}</tr></thead><tbody>"
    for entry in entries:
        yield _line(entry, is_compared=before is not None)
    yield "</tbody></table></div>"
    gone = sorted(set(before or ()) - {entry.name for entry in entries})
    if gone:
        yield f"<h2>No longer there</h2><ul>{''.join(f'<li>{safe(name)}</li>' for name in gone)}</ul>"
    signature = score.signature or "none: the files were not all checked in the same way"
    yield f"</main><footer><p>{safe(NOTE)}</p><p>Signature: {safe(signature)}</p></footer>"
    yield '<div id="card" class="card" hidden></div>'


def _line(entry: Entry, *, is_compared: bool) -> str:
    report, score = entry.report, entry.report.score
    change = f"<td>{_change(entry)}</td>" if is_compared else ""
    figures = (f"{score.penalty_per_1000_words:g}", f"{len(report.findings):,}", f"{report.words:,}", f"{score.value:g}")
    cells = "".join(f'<td class="number">{figure}</td>' for figure in figures)
    return f'<tr><td><a href="{safe(entry.href)}">{safe(entry.name)}</a></td>{cells}{change}</tr>'


def _change(entry: Entry) -> str:
    """What has become of a file, in words: colours alone tell nothing to many."""
    if entry.before is None:
        return "new"
    return _compared(entry.report.score.penalty_per_1000_words - entry.before.penalty, len(entry.report.findings) - entry.before.findings)


def _compared(penalty: float, findings: int) -> str:
    if not findings and abs(penalty) < 0.005:
        return "as before"
    word = "worse" if penalty > 0 else "better" if penalty < 0 else "other"
    return f"{word}: {findings:+,} findings, penalty {penalty:+.2f}"


def _total_change(tally: Tally, before: Mapping[str, Figures] | None) -> str:
    if before is None:
        return ""
    findings = len(tally.findings) - sum(figures.findings for figures in before.values())
    return f" · {findings:+,} findings since the earlier run"


def _table_of(reading: Reading, report: Report) -> str:
    rows = [row(finding, reading) for finding in report.findings[:MOST_FINDINGS]]
    lines = "".join(
        f"<tr><td>{each.line}:{each.column}</td><td>{safe(each.rule)}</td><td>{each.severity.value}</td>"
        f'<td class="number">{each.score:.2f}</td><td>{safe(each.message)}</td></tr>'
        for each in rows
    )
    more = f"<p>… and {len(report.findings) - MOST_FINDINGS:,} more</p>" if len(report.findings) > MOST_FINDINGS else ""
    head = '<th>Place</th><th>Rule</th><th>Severity</th><th class="number">Score</th><th>What is wrong</th>'
    return f'<div class="table"><table><thead><tr>{head}</tr></thead><tbody>{lines}</tbody></table></div>{more}'
