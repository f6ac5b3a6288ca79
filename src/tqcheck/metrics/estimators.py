"""The door for learned metrics: what a package must offer to say of a translation how good it is, and where its errors are.

A package names a function under the entry-point group `GROUP`. ``--metric NAME:MODEL`` calls it with ``MODEL`` (None without one), and
what it hands back is an `Estimator`. Nothing is imported before a user has asked for it.
"""

from __future__ import annotations

from ..core.alignment import Partner
from ..core.record import Record
from ..errors import SettingsError, TqcheckError, unknown

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence
    from importlib.metadata import EntryPoint
    from typing import Protocol

    from .figures import Stretch

    class Estimator(Protocol):
        """A learned metric.

        ``name`` is what reports call it, ``signature`` says which model it is and how it was asked. Its values lie between ``low`` and
        ``high`` (None: no bound), and ``higher_is_better`` says which end is good. ``needs`` are the texts without which it cannot
        work: "source", "reference", or both.
        """

        @property
        def name(self) -> str: ...
        @property
        def signature(self) -> str: ...
        @property
        def low(self) -> float | None: ...
        @property
        def high(self) -> float | None: ...
        @property
        def higher_is_better(self) -> bool: ...
        @property
        def needs(self) -> Collection[str]: ...
        def estimate(self, stretches: Sequence[Stretch], *, language: str, source_language: str | None) -> Iterable[Estimate]:
            """An estimate for each stretch, in order. The languages are BCP 47 codes."""


GROUP = "tqcheck.metrics"


class MetricError(TqcheckError):
    """A learned metric cannot be loaded, or failed at its work."""


class ErrorSpan(Record):
    """An error that a metric sees: ``start`` to ``end`` (half-open code points of the stretch's text).

    ``severity`` is one of minor, major and critical (or neutral); ``confidence`` the probability (0 to 1) that it is one.
    """

    start: int
    end: int
    severity: str
    confidence: float


class Estimate(Record):
    """What a metric says of one stretch: a value, if it has one for it, and the errors that it sees."""

    value: float | None
    spans: tuple[ErrorSpan, ...] = ()


def entry_point(name: str) -> EntryPoint:
    """The entry point of a metric, ``NAME`` or ``NAME:MODEL``; raises `SettingsError` if nothing of this name is installed."""
    from importlib.metadata import entry_points

    from .surface import NAMES

    word = name.partition(":")[0]
    known = {entry.name: entry for entry in entry_points(group=GROUP)}
    if word not in known:
        every = [*NAMES, *sorted(known)]
        raise SettingsError(f"{unknown('metric', word, every)} (there are {', '.join(every)})")
    return known[word]


def loaded(name: str) -> Estimator:
    """The metric ``NAME:MODEL``, with its model loaded; raises `MetricError` if that cannot be done."""
    entry = entry_point(name)
    model = name.partition(":")[2]
    try:
        made: Estimator = entry.load()(model or None)
        _check(made)
    except Exception as error:  # it is not our code
        raise failed(name, "cannot be loaded", error) from error
    return made


def _check(estimator: Estimator) -> None:
    """Raise an error if something that is asked of an estimator is not there."""
    for needed in estimator.needs:
        Partner(needed)
    for name in ("name", "signature", "low", "high", "higher_is_better", "estimate"):
        getattr(estimator, name)


def failed(name: str, how: str, error: Exception) -> MetricError:
    """The error for what went wrong in a metric, in one line."""
    if isinstance(error, MetricError):
        return error
    said = " ".join(str(error).split())[:300]
    return MetricError(f"the metric {name!r} {how}: {type(error).__name__}{': ' if said else ''}{said}")
