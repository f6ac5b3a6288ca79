"""From findings in the text that was checked to findings in the raw file, with repairs as the format writes them."""

from __future__ import annotations

from ..core.finding import Edit
from .files import reader_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from ..core.finding import Finding
    from .reading import Reading

CROSSES = "it would change markup"
NOT_REPAIRED = "this format is not repaired"


def raw_finding(finding: Finding, reading: Reading) -> Finding:
    """The finding with places of ``raw``. Without its repair if that would touch markup, or what stands for something else."""
    if reading.prose is None:
        return finding
    fix = finding.fix
    edits = raw_edits(fix.edits, reading) if fix else None
    start, end = reading.raw_span(finding.start, finding.end)
    related = tuple(reading.raw_span(*span) for span in finding.related)
    fix = fix.replace(edits=edits) if fix and edits is not None else None
    return finding.replace(start=start, end=end, related=related, fix=fix)


def shown_finding(finding: Finding, reading: Reading) -> Finding:
    """The finding with places of what reports show: ``raw``, or for a document that is an archive its text."""
    if not reading.has_parts:
        return raw_finding(finding, reading)
    start, end = reading.shown_span(finding.start, finding.end)
    related = tuple(reading.shown_span(*span) for span in finding.related)
    fix = finding.fix
    if fix:
        spans = [(reading.shown_span(edit.start, edit.end), edit.text) for edit in fix.edits]
        fix = fix.replace(edits=tuple(Edit(*span, text) for span, text in spans))
    return finding.replace(start=start, end=end, related=related, fix=fix)


def raw_edits(edits: Iterable[Edit], reading: Reading) -> tuple[Edit, ...] | None:
    """The edits in ``raw``; None if one of them cannot be made there."""
    found = []
    for edit in edits:
        made = _raw_edit(edit, reading)
        if made is None:
            return None
        found.append(made)
    return tuple(found)


def _raw_edit(edit: Edit, reading: Reading) -> Edit | None:
    start, end = reading.raw_span(edit.start, edit.end)
    if reading.raw[start:end].replace("\r\n", "\n").replace("\r", "\n") != reading.text[edit.start : edit.end]:
        return None
    reader = reader_of(reading.format)
    written = reader.escape(edit.text, reading, start, end) if hasattr(reader, "escape") else None
    return None if written is None else Edit(start, end, written)


def why_not(reading: Reading) -> str:
    """Why a repair of the text cannot be made in the raw file."""
    reader = reader_of(reading.format)
    obstacle: str = reader.obstacle(reading) if hasattr(reader, "obstacle") else ""
    return obstacle or (CROSSES if hasattr(reader, "escape") else NOT_REPAIRED)
