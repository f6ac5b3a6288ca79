"""The findings of one file, one by one: what is done about each is written at once, and the file is checked again."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from ..errors import ReadingError
from ..fingerprints import fingerprints
from ..fixing.files import edited, open_findings, repair_alone, write_back
from ..readers.files import again
from ..silence.writing import ignoring

if TYPE_CHECKING:
    from ..checked import Checked
    from ..core.finding import Edit, Finding
    from ..readers.reading import Reading

NO_COMMENT = "no comment can stand here that would silence it; b records it in the baseline"


class Review:
    """Goes through the findings of a file that was checked.

    ``check`` checks it anew after each change, without what comments silence; ``known`` counts the fingerprints that a
    baseline knows. Whatever is written is written whole or not at all. What cannot be done gives the reason, and nothing is changed;
    a file that cannot be written raises `ReadingError`.
    """

    def __init__(self, checked: Checked, check: Callable[[Reading], Checked], known: Mapping[str, int]) -> None:
        self._check = check
        self._known = Counter(known)
        self._passed: Counter[str] = Counter()
        self.checked = check(checked.reading) if known else checked

    @property
    def open(self) -> Sequence[Finding]:
        """The findings about which nothing was decided yet, in their order."""
        passed = Counter(self._passed)
        found = []
        for finding, digest in self._numbered():
            if passed[digest]:
                passed[digest] -= 1
            else:
                found.append(finding)
        return found

    def repair(self, finding: Finding) -> tuple[Sequence[Edit], str]:
        """The edits that would repair a finding; none, and why, if it cannot be repaired here."""
        return repair_alone(self.checked.reading, finding, open_findings(self.checked, self._known)[1])

    def accept(self, finding: Finding) -> str:
        """Repair a finding."""
        edits, why = self.repair(finding)
        return self._write(edits) if edits else why or "it has no repair"

    def ignore(self, finding: Finding, reason: str) -> str:
        """Write a comment that silences a finding."""
        edit = ignoring(self.checked, finding, reason)
        return self._write([edit]) if edit else NO_COMMENT

    def skip(self, finding: Finding) -> None:
        """Leave a finding as it is."""
        self._passed[self._digest(finding)] += 1

    def alone(self, finding: Finding) -> Checked:
        """The file as if this finding were the only one."""
        return self.checked.replace(report=self.checked.report.replace(findings=(finding,)))

    def recorded(self, finding: Finding) -> None:
        """A finding stands in the baseline from now on."""
        self._known[self._digest(finding)] += 1

    def _write(self, edits: Sequence[Edit]) -> str:
        reading = self.checked.reading
        raw = edited(reading.raw, edits)
        after = again(reading, raw).replace(partners=reading.partners)
        try:
            write_back(reading, raw)
        except OSError as error:
            raise ReadingError(reading.name, f"it cannot be written: {error.strerror or error}") from None
        self.checked = self._check(after)
        return ""

    def _numbered(self) -> Iterator[tuple[Finding, str]]:
        reading, report = self.checked.reading, self.checked.report
        found = tuple(open_findings(self.checked, self._known)[0])
        digests = fingerprints(report.replace(findings=found), reading.text, paragraphs=reading.paragraphs)
        yield from zip(found, (digest.partition("-")[0] for digest in digests), strict=True)

    def _digest(self, finding: Finding) -> str:
        return next(digest for each, digest in self._numbered() if each is finding)
