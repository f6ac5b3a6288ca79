"""The step of a run that leaves out what a baseline knows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from .baseline import Baseline, Record, read_baseline
from .checked import Checked
from .core.finding import Finding
from .errors import ReadingError


class _Half(NamedTuple):
    """A checked file, and of its findings those that its own records do not know."""

    checked: Checked
    left: list[tuple[Finding, Record]]


class Known:
    """Leaves out the findings of a baseline.

    A file passes at once, unless a finding of it could be one that was recorded for another file: that is known only
    when the others have been checked, so such a file and those behind it wait for the end.
    """

    def __init__(self, baseline: Baseline) -> None:
        self._baseline = baseline
        self._open: dict[str, Counter[str]] = {}
        for record in baseline.records:
            self._open.setdefault(record.path, Counter())[record.fingerprint] += 1
        self._recorded = {record.fingerprint for record in baseline.records}
        self._seen: set[str] = set()
        self._ran: set[str] = set()
        self._met: dict[str, list[Record]] = {}
        self._new = 0

    def __call__(self, results: Iterable[Checked | ReadingError]) -> Iterator[Checked | ReadingError]:
        """The results in the same order, with new findings alone."""
        waiting: list[_Half | ReadingError] = []
        for result in results:
            half = result if isinstance(result, ReadingError) else self._known_here(result)
            is_doubtful = isinstance(half, _Half) and any(record.fingerprint in self._recorded for _, record in half.left)
            if waiting or is_doubtful:
                waiting.append(half)
            else:
                yield half if isinstance(half, ReadingError) else self._without_known(half)
        free = self._free() if waiting else Counter[str]()
        for half in waiting:
            yield half if isinstance(half, ReadingError) else self._without_known(self._known_elsewhere(half, free))

    def notes(self) -> Iterator[str]:
        """How many findings were known and how many are new, and how many records are of findings that have gone."""
        gone = len(self._baseline.records) - len(self.still_known())
        yield f"Baseline {self._baseline.name}: {sum(map(len, self._met.values())):,} known, {gone:,} gone, {self._new:,} new."

    def known_in(self, name: str) -> Counter[str]:
        """How often each fingerprint is known in a file that has passed."""
        return Counter(record.fingerprint for record in self._met.get(self._baseline.path_of(name), ()))

    def still_known(self) -> list[Record]:
        """The records without those whose findings have gone; one of a finding that moved has its new path.

        A finding has gone if its file was checked with its rule and it is nowhere, or if its file or its rule is no more.
        """
        from .rules import all_rules

        kept = [record for records in self._met.values() for record in records]
        met = Counter(record.fingerprint for record in kept)
        away = self._away()
        for record in self._baseline.records:
            if record.path not in self._seen and record.path not in away:
                kept.append(record)
            elif met[record.fingerprint]:
                met[record.fingerprint] -= 1
            elif record.rule not in self._ran and record.rule in all_rules() and record.path not in away:
                kept.append(record)
        return kept

    def _known_here(self, checked: Checked) -> _Half:
        """The file without what was recorded for itself."""
        self._seen.add(self._baseline.path_of(checked.reading.name))
        self._ran.update(checked.report.ran)
        left = []
        for finding, record in zip(checked.report.findings, self._baseline.records_of(checked), strict=True):
            if not self._taken(record, self._open.get(record.path)):
                left.append((finding, record))
        return _Half(checked, left)

    def _known_elsewhere(self, half: _Half, free: Counter[str]) -> _Half:
        """The file without what was recorded for a file where it is no more."""
        return half._replace(left=[(finding, record) for finding, record in half.left if not self._taken(record, free)])

    def _taken(self, record: Record, open_: Counter[str] | None) -> bool:
        if not open_ or not open_[record.fingerprint]:
            return False
        open_[record.fingerprint] -= 1
        self._met.setdefault(record.path, []).append(record)
        return True

    def _free(self) -> Counter[str]:
        """What is recorded for files that were checked or are no more, and was not found there."""
        away, free = self._away(), Counter[str]()
        for path, counts in self._open.items():
            if path in self._seen or path in away:
                free.update(counts)
        return free

    def _away(self) -> set[str]:
        return {path for path in self._open if path not in self._seen and not self._baseline.exists(path)}

    def _without_known(self, half: _Half) -> Checked:
        self._new += len(half.left)
        return half.checked.keeping([finding for finding, _ in half.left], "known").without("known")


def with_known(
    results: Iterable[Checked | ReadingError], baseline: str | None
) -> Iterator[tuple[Checked | ReadingError, Mapping[str, int]]]:
    """Each file with the fingerprints of its findings that a baseline file knows, and how often each occurs."""
    if baseline is None:
        yield from ((result, {}) for result in results)
        return
    known = Known(read_baseline(baseline))
    for result in known(results):
        yield result, {} if isinstance(result, ReadingError) else known.known_in(result.reading.name)
