"""Fingerprints: what stays the same of a finding when its text is reflowed, moved or renamed.

A fingerprint is made of the rule, the marked text and the words on both sides of it, within their paragraph. Case and
white space do not count, and neither do the place, the file, the message, the severity and the score. So it stays when
lines are wrapped anew, paragraphs change places or the file gets another name, and it changes when the fault itself
or the words beside it change.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence

from .core.blocks import plain_paragraphs
from .core.finding import Finding
from .report import Report

NEIGHBOURS = 3
"""So many words on each side are part of a fingerprint: enough to tell places apart, few enough to outlive edits nearby."""
_WINDOW = 256
"""Code points on each side in which neighbours are looked for, so that no text costs more than linear time."""
_DIGITS = 32
_WORD = re.compile(r"\w+")


def fingerprint(finding: Finding, text: str) -> str:
    """The fingerprint of one finding: 32 hexadecimal digits. ``text`` is the text that was checked, ``finding`` has its places.

    Findings with the same content have the same fingerprint; `fingerprints` tells them apart.
    """
    return _digest(finding, text, _starts(plain_paragraphs(text)))


def fingerprints(
    report: Report, text: str, *, seen: Counter[str] | None = None, paragraphs: Sequence[tuple[int, int]] | None = None
) -> list[str]:
    """A fingerprint for each finding of a report, in their order and each but once: the second with the same content
    ends with ``-2``, the third with ``-3``. ``seen`` goes on counting from other files, and is added to. ``paragraphs`` are
    where the paragraphs of the text start and end, if that is known."""
    if not report.findings:
        return []
    starts = _starts(plain_paragraphs(text) if paragraphs is None else paragraphs)
    seen = Counter() if seen is None else seen
    found = []
    for finding in report.findings:
        digest = _digest(finding, text, starts)
        seen[digest] += 1
        found.append(digest if seen[digest] == 1 else f"{digest}-{seen[digest]}")
    return found


def stretch(finding: Finding, text: str) -> tuple[int, int]:
    """Where the text of a fingerprint starts and ends: while it stays as it is, so does the fingerprint."""
    before = [match.start() for match in _WORD.finditer(text, max(0, finding.start - _WINDOW), finding.start)]
    after = [match.end() for match in _WORD.finditer(text, finding.end, finding.end + _WINDOW)]
    return min(before[-NEIGHBOURS:], default=finding.start), max(after[:NEIGHBOURS], default=finding.end)


def _starts(paragraphs: Iterable[tuple[int, int]]) -> Sequence[int]:
    """Where each paragraph starts; what stands before the first belongs to one that starts at 0."""
    return [0, *(start for start, _ in paragraphs)]


def _digest(finding: Finding, text: str, paragraphs: Sequence[int]) -> str:
    import hashlib

    first = paragraphs[bisect_right(paragraphs, finding.start) - 1]
    following = bisect_right(paragraphs, max(finding.start, finding.end - 1))
    last = paragraphs[following] if following < len(paragraphs) else len(text)
    before = _words(text[max(first, finding.start - _WINDOW) : finding.start])[-NEIGHBOURS:]
    after = _words(text[finding.end : min(last, finding.end + _WINDOW)])[:NEIGHBOURS]
    marked = _folded(text[finding.start : finding.end])
    content = "\0".join((finding.rule, marked, " ".join(before), " ".join(after)))
    return hashlib.sha256(content.encode("utf-8", "surrogatepass")).hexdigest()[:_DIGITS]


def _words(text: str) -> list[str]:
    return _WORD.findall(text.casefold())


def _folded(text: str) -> str:
    return " ".join(text.split()).casefold()
