"""A comment for one finding: written, and read again, before anybody is offered it."""

from __future__ import annotations

from collections.abc import Iterable

from ..checked import Checked
from ..core.finding import Edit, Finding, Fix
from ..errors import ReadingError
from ..readers.commenting import comments
from ..readers.files import again
from ..readers.reading import Reading
from .coverage import silenced
from .directives import Verb


def ignoring(checked: Checked, finding: Finding, reason: str = "") -> Edit | None:
    """The edit of the raw text that writes a comment which silences a finding there, and changes nothing else of what is read.

    None if the format has no comment that could stand there. Without a reason the comment silences nothing where reasons are required.
    """
    said = f"{Verb.IGNORE} {finding.rule}"
    tried = comments(checked.reading, finding.start, said, reason)
    return next((edit for edit in tried if _is_heeded(checked, finding, edit)), None)


def _is_heeded(checked: Checked, finding: Finding, edit: Edit) -> bool:
    before = checked.reading
    try:
        after = again(before, Fix((edit,)).apply(before.raw))
    except ReadingError:
        return False
    shift = len(edit.text) if before.prose is None and edit.start <= finding.start else 0
    there = after.text[finding.start + shift : finding.end + shift] == before.text[finding.start : finding.end]
    if len(after.comments) != len(before.comments) + 1 or not there or _words(after) != _words(before):
        return False
    moved = finding.replace(start=finding.start + shift, end=finding.end + shift, related=(), counterparts=())
    return not silenced(Checked(after, checked.report.replace(findings=(moved,)))).report.findings


def _words(reading: Reading) -> Iterable[object]:
    if reading.blocks is None:
        return reading.text.split()
    return [(block.kind, reading.text[block.span.start : block.span.end].split()) for block in reading.blocks]
