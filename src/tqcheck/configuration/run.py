"""The options of a whole run, which no single file can have for itself."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from ..core.record import Row
from ..errors import SettingsError, quoted
from ..settings import flag, path_of_file, severity

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

_ENDLESS = 1e15


class RunOptions(Row):
    """The gate, and the file of known findings.

    ``fail_on``: the mildest severity that makes a run fail, or None; ``max_penalty``: the highest penalty per 1000
    words of all files together, or None; ``no_worse_than`` and ``baseline``: paths of baseline files, or None;
    ``require_reason``: comments that silence something must say why.
    """

    fail_on: str | None = None
    max_penalty: float | None = None
    no_worse_than: str | None = None
    baseline: str | None = None
    require_reason: bool = False


def penalty(option: str, value: object) -> float:
    """A number that is not below 0."""
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value < float("inf"):
        raise SettingsError(f"{option} is a penalty per 1000 words, 0 or more, not {quoted(value)}")
    return float(min(value, _ENDLESS))


RUN_CHECKS: Mapping[str, Callable[[str, object], Any]] = {
    "fail_on": severity,
    "max_penalty": penalty,
    "no_worse_than": path_of_file,
    "baseline": path_of_file,
    "require_reason": flag,
}
"""For each option the function that checks its value, as in `tqcheck.settings.CHECKS`."""
RUN_PATHS = ("no_worse_than", "baseline")
