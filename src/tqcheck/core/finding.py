"""Finding, Fix and Edit: what a rule hands out."""

from __future__ import annotations

from enum import StrEnum

from .record import Record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .alignment import Partner


class Severity(StrEnum):
    """The severity levels of the MQM core typology, mildest first."""

    NEUTRAL = "neutral"
    MINOR = "minor"
    MAJOR = "major"
    CRITICAL = "critical"

    @property
    def rank(self) -> int:
        """0 (neutral) to 3 (critical), so that severities can be compared."""
        return list(Severity).index(self)


class Safety(StrEnum):
    """How far a repair can be trusted: apply it, ask first, or only show it."""

    SAFE = "safe"
    UNSAFE = "unsafe"
    SHOW = "show"


class Edit(Record):
    """Replace the code points ``start``–``end`` of the document by ``text``."""

    start: int
    end: int
    text: str


class Fix(Record):
    """A repair: edits that do not overlap, ordered by place, applied together or not at all."""

    edits: tuple[Edit, ...]
    safety: Safety = Safety.UNSAFE

    def apply(self, text: str) -> str:
        """The text with the edits done."""
        for edit in reversed(self.edits):
            text = text[: edit.start] + edit.text + text[edit.end :]
        return text


class Counterpart(Record):
    """A place that belongs to a finding in the text beside it: code points ``start``–``end`` of that text, and what stands there."""

    partner: Partner
    start: int
    end: int
    text: str = ""


class Finding(Record):
    """One artifact at one place.

    ``start`` and ``end`` are code points of the text that was handed in; ``score`` is the probability (0 to 1) that
    a careful reviser confirms the finding; ``related`` are other places that belong to the same fault, as
    (start, end) pairs, and ``counterparts`` are those in the source or the reference.
    """

    rule: str
    family: str
    start: int
    end: int
    message: str
    severity: Severity
    score: float
    fix: Fix | None = None
    related: tuple[tuple[int, int], ...] = ()
    counterparts: tuple[Counterpart, ...] = ()
