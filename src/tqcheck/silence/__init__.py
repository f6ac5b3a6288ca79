"""Silence: comments in a text that say which findings are not wanted there, and for how long."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ..checked import Checked
    from ..errors import ReadingError


class Silence:
    """The step of a run that leaves out what comments silence, and adds notices about comments that are wrong or of no use.

    ``today`` is the day (YYYY-MM-DD) against which ``until`` is held, the day of the run if it is None. With
    ``require_reason`` a comment without a reason silences nothing.
    """

    def __init__(self, *, today: str | None = None, require_reason: bool = False) -> None:
        self._today = today
        self._require_reason = require_reason
        self._silenced = 0

    def __call__(self, results: Iterable[Checked | ReadingError]) -> Iterator[Checked | ReadingError]:
        """The results in the same order."""
        for result in results:
            yield result if isinstance(result, Exception) else self.applied(result)

    def applied(self, checked: Checked) -> Checked:
        """What is left of one file."""
        if not checked.reading.comments:
            return checked
        from .coverage import silenced

        left = silenced(checked, today=self._today, require_reason=self._require_reason)
        self._silenced += len(checked.report.findings) - len(left.report.findings)
        return left

    def notes(self) -> Iterator[str]:
        """How many findings were silenced."""
        if self._silenced:
            yield f"Comments in the texts silence {self._silenced:,} finding{'' if self._silenced == 1 else 's'}."
