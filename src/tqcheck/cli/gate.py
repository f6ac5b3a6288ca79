"""The gate: whether a run fails, and the sentence that says why."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from ..checked import Checked, Outcome
from ..errors import ReadingError
from ..settings import SEVERITIES

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ..baseline import Baseline
    from ..configuration.run import RunOptions


class Gate:
    """Looks at each file as it passes, and judges at the end.

    Without an option any finding fails. ``--max-penalty`` and ``--no-worse-than`` take the place of that, unless
    ``--fail-on`` asks for severities too.
    """

    def __init__(self, options: RunOptions) -> None:
        self._options = options
        self._known = _known(options.no_worse_than)
        self._is_asked = (options.fail_on, options.max_penalty, options.no_worse_than) != (None, None, None)
        by_severity = options.fail_on is not None or not self._is_asked
        self._least = SEVERITIES.index(options.fail_on or SEVERITIES[0]) if by_severity else None
        self._findings = self._failing = self._words = self._unread = 0
        self._penalty = 0.0
        self._families: Counter[str] = Counter()
        self._left_out: Counter[str] = Counter()

    def __call__(self, results: Iterable[Checked | ReadingError]) -> Iterator[Checked | ReadingError]:
        """Count by family what passes: as a filter it stands where findings that a baseline knows are still there."""
        for result in results:
            if isinstance(result, Checked):
                self._families.update(finding.family for finding in result.report.findings)
            yield result

    def notes(self) -> Iterable[str]:
        """Nothing: all that the gate says is its verdict."""
        return ()

    def add(self, result: Checked | ReadingError) -> None:
        """Take in a file that has passed every filter, or could not be read."""
        if isinstance(result, ReadingError):
            self._unread += 1
            return
        from ..scoring import penalty_of

        ranks = [finding.severity.rank for finding in result.report.findings]
        self._findings += len(ranks)
        self._failing += 0 if self._least is None else sum(rank >= self._least for rank in ranks)
        self._words += result.report.words
        self._penalty += sum(map(penalty_of, result.report.findings))
        self._left_out.update(result.left_out)

    def outcome(self, notes: Iterable[str] = ()) -> Outcome:
        """The verdict over all files that passed, and why."""
        verdicts = [*self._on_severity(), *self._on_penalty(), *self._on_families()]
        failing = [why for fails, why in verdicts if fails]
        unread = [f"{counted(self._unread, 'file')} could not be read"] if self._unread else []
        said = [*unread, *failing] or [why for _, why in verdicts]
        is_silent = not (unread or failing or self._is_asked or self._left_out)
        why = "" if is_silent else f"{'Failed' if unread or failing else 'Passed'}: {'; '.join(said)}."
        return Outcome(bool(failing), why, tuple(notes), dict(self._left_out))

    def _on_severity(self) -> Iterator[tuple[bool, str]]:
        if self._least is None:
            return
        if self._least == 0:
            yield self._failing > 0, counted(self._findings, "finding") if self._findings else "nothing found"
            return
        kind = f" of severity {SEVERITIES[self._least]}{' or worse' if self._least < len(SEVERITIES) - 1 else ''}"
        milder = self._findings - self._failing
        rest = f" ({counted(milder, 'milder one')})" if milder else ""
        yield self._failing > 0, f"{counted(self._failing, 'finding') if self._failing else 'no finding'}{kind}{rest}"

    def _on_penalty(self) -> Iterator[tuple[bool, str]]:
        most = self._options.max_penalty
        if most is not None:
            share = 1000 * self._penalty / max(self._words, 1)
            yield share > most, f"a penalty of {share:,.2f} per 1000 words over all files, at most {most:g} allowed"

    def _on_families(self) -> Iterator[tuple[bool, str]]:
        if self._known is None:
            return
        name, known = self._known.name, self._known.by_family
        worse = {family: count for family, count in sorted(self._families.items()) if count > known.get(family, 0)}
        if worse:
            told = ", ".join(f"{family} {count:,} instead of {known.get(family, 0):,}" for family, count in worse.items())
            yield True, f"more findings than in {name}: {told}"
        else:
            yield False, f"in no family more findings than in {name}"


def counted(number: int, noun: str) -> str:
    """The number and the noun in its form."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def _known(path: str | None) -> Baseline | None:
    if path is None:
        return None
    from ..baseline import read_baseline

    return read_baseline(path)
