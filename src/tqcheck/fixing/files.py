"""Repairing a file: what was silenced or is known stays, and so does every byte that no edit names."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from stat import S_ISREG

from ..checked import Checked
from ..core.finding import Edit, Finding, Fix, Safety
from ..errors import ReadingError
from ..fingerprints import fingerprints, stretch
from ..readers.files import again, written
from ..readers.raw import CROSSES, raw_finding, why_not
from ..readers.reading import Reading
from ..writing import replacing
from . import repaired
from .changes import Change
from .choice import Closed, Look, choice, edits_of
from .history import Fixed
from .structure import Structure

IN_COMMENT = "it would change a comment"
BESIDE_KNOWN = "a finding that the baseline knows stands there"


def repaired_file(checked: Checked, check: Callable[[Reading], Checked], *, known: Mapping[str, int], unsafe: bool = False) -> Fixed:
    """The repaired raw text of a file that was checked.

    ``check`` checks it anew after each round, with what is known but without what comments silence; ``known`` counts
    the fingerprints of findings that stay as they are, with the words beside them, so that they are known afterwards too.
    """

    def look(raw: str) -> Look:
        is_checked = raw == checked.reading.raw and not known
        return _look(checked if is_checked else check(again(checked.reading, raw)), known, unsafe=unsafe)

    return repaired(checked.reading.raw, look, unsafe=unsafe)


def write_back(reading: Reading, raw: str) -> None:
    """Write a repaired raw text into the file that was read: in its encoding, whole or not at all.

    Raises `ReadingError` if the file is no longer what was read, and `OSError` if it cannot be written.
    """
    path = os.path.realpath(reading.name)
    if not S_ISREG(os.stat(path).st_mode):
        raise ReadingError(reading.name, "this is no regular file, so nothing is written to it")
    if not os.access(path, os.W_OK):
        raise PermissionError(13, "Permission denied")
    before = written(reading, reading.raw)
    with replacing(path) as file:
        file.write(written(reading, raw))
        with open(path, "rb") as current:
            if current.read() != before:
                raise ReadingError(reading.name, "it has changed while it was checked, and stays as it is; run this again")


def shown_changes(reading: Reading, fixed: Fixed) -> tuple[str, str, Sequence[Change]]:
    """What is shown of a file before and after its repair, and the places where the two differ."""
    if not reading.has_parts:
        return reading.raw, fixed.text, fixed.changes
    after = again(reading, fixed.text)
    olds = [reading.shown_span(reading.text_place(change.old_start), reading.text_place(change.old_end)) for change in fixed.changes]
    news = [after.shown_span(after.text_place(change.new_start), after.text_place(change.new_end)) for change in fixed.changes]
    return reading.shown, after.shown, [Change(*old, *new) for old, new in zip(olds, news, strict=True)]


def open_findings(checked: Checked, known: Mapping[str, int]) -> tuple[list[Finding], list[Closed]]:
    """The findings of a file that are not known, and the stretches of its raw text in which nothing may be repaired."""
    reading, report = checked.reading, checked.report
    closed = [Closed(start, end, IN_COMMENT) for start, end in reading.hidden]
    if not known:
        return list(report.findings), closed
    left, found = Counter(known), []
    for finding, numbered in zip(report.findings, fingerprints(report, reading.text, paragraphs=reading.paragraphs), strict=True):
        digest = numbered.partition("-")[0]
        if left[digest] > 0:
            left[digest] -= 1
            start, end = stretch(finding, reading.text)
            start, end = reading.raw_span(start, end)
            closed.append(Closed(start - 1, end + 1, BESIDE_KNOWN))
        else:
            found.append(finding)
    return found, closed


def repair_alone(reading: Reading, finding: Finding, closed: Sequence[Closed] = ()) -> tuple[Sequence[Edit], str]:
    """The edits of the raw text that make the repair of one finding, safe or not, for somebody who has seen it.

    None if it has no repair, or only a hint; none and the reason if its repair cannot be made.
    """
    made, dropped = choice(_look_in_raw(reading, [finding], closed, unsafe=True), reading.raw, (Safety.SAFE, Safety.UNSAFE))
    return (edits_of(made[0]), "") if made else ((), dropped[0][1] if dropped else "")


def edited(raw: str, edits: Sequence[Edit]) -> str:
    """A raw text with edits made in it, which are ordered and do not overlap."""
    return Fix(tuple(edits)).apply(raw)


def _look(checked: Checked, known: Mapping[str, int], *, unsafe: bool) -> Look:
    found, closed = open_findings(checked, known)
    return _look_in_raw(checked.reading, found, closed, unsafe=unsafe)


def _look_in_raw(reading: Reading, findings: Sequence[Finding], closed: Sequence[Closed], *, unsafe: bool) -> Look:
    if reading.prose is None:
        return Look(findings, closed)
    safeties = (Safety.SAFE, Safety.UNSAFE) if unsafe else (Safety.SAFE,)
    pairs = [(finding, raw_finding(finding, reading)) for finding in findings]
    wanted = [pair for pair in pairs if pair[0].fix and pair[0].fix.safety in safeties]
    spoiling = list(Structure(reading).spoiling([pair for pair in wanted if pair[1].fix]))
    refused = [(there.replace(fix=finding.fix), why_not(reading)) for finding, there in wanted if not there.fix]
    refused += [(there, CROSSES) for _, there in spoiling]
    spoilt = {id(there) for _, there in spoiling}
    return Look([there.replace(fix=None) if id(there) in spoilt else there for _, there in pairs], closed, refused)
