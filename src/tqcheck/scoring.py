"""From findings to a document's score: the only place that knows weights.

The scheme is the linear one of MQM 2.0 (Overall Quality Score = (1 − penalty / words) × 100, not below 0) with MQM's
default severity multipliers 0, 1, 5 and 25. Each finding's weight is multiplied by its score, so that the penalty is
the one to be expected after a reviser has looked. It counts visible artifacts only: it is not the quality of the
translation, and it does not compare languages.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from math import exp, log
from zlib import crc32

from . import calibration
from .core.finding import Severity
from .core.record import Record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from .core.finding import Finding

SEVERITY_WEIGHTS: Mapping[Severity, int] = {
    Severity.NEUTRAL: 0,
    Severity.MINOR: 1,
    Severity.MAJOR: 5,
    Severity.CRITICAL: 25,
}
SCHEME = "mqm-linear-1"
NEAR_REACH = 300
NEAR_MOST = 3
FITTED_FROM = 0.5


class Score(Record):
    """``value``: 0 to 100, 100 when nothing was found. ``penalty_per_1000_words``: 0 and up. ``signature`` says how the
    score was made; two scores may be compared only if their signatures are equal."""

    value: float
    penalty: float
    penalty_per_1000_words: float
    by_family: Mapping[str, int]
    signature: str


def calibrated(findings: Sequence[Finding]) -> list[Finding]:
    """The findings (ordered by place) with their rules' estimates turned into probabilities by `tqcheck.calibration`."""
    starts = [finding.start for finding in findings]
    return [finding.replace(score=probability(finding, near(starts, finding.start))) for finding in findings]


def near(starts: Sequence[int], place: int) -> int:
    """How many other findings begin within `NEAR_REACH` code points of the one at ``place``, at most `NEAR_MOST`."""
    around = bisect_right(starts, place + NEAR_REACH) - bisect_left(starts, place - NEAR_REACH) - 1
    return min(around, NEAR_MOST)


def probability(finding: Finding, others: int) -> float:
    """The probability (0 to 1, rounded to 0.01) that a careful reviser confirms the finding.

    An estimate below `FITTED_FROM` is a rule's way to say that it rather does not mean it, and is taken as it is.
    """
    if finding.score < FITTED_FROM:
        return finding.score
    estimate = min(finding.score, 0.99)
    logit = calibration.INTERCEPT + calibration.SLOPE * log(estimate / (1 - estimate))
    logit += calibration.NEAR * others + calibration.FAMILY.get(finding.family, 0.0)
    return min(max(FITTED_FROM, round(1 / (1 + exp(-logit)), 2)), 0.99)


def penalty_of(finding: Finding) -> float:
    """The penalty to be expected of one finding: its severity's weight times the probability that it is confirmed."""
    return SEVERITY_WEIGHTS[finding.severity] * finding.score


def scored(findings: Iterable[Finding], words: int, signature: str) -> Score:
    """The score of a text of so many words."""
    penalty = 0.0
    by_family: dict[str, int] = {}
    for finding in findings:
        penalty += penalty_of(finding)
        by_family[finding.family] = by_family.get(finding.family, 0) + 1
    share = penalty / max(words, 1)
    value = round(max(0.0, 1 - share) * 100, 1)
    return Score(value, round(penalty, 3), round(1000 * share, 2), dict(sorted(by_family.items())), signature)


def signature(rules: Sequence[str], language: str, min_score: float, version: str, *chosen: object, partners: Sequence[str] = ()) -> str:
    """How a score was made: the rules (count and hash of their names), the scheme, the language, partners, version, and
    a hash of what else the user has chosen, if anything: ``chosen`` are values with a plain repr."""
    digest = _digest(",".join(sorted(rules)))
    beside = "+".join(partners) or "none"
    options = f"options:{_digest(repr(chosen))}|" if any(chosen) else ""
    return f"rules:{len(rules)}-{digest}|scheme:{SCHEME}|min:{min_score:g}|{options}lang:{language}|partners:{beside}|version:{version}"


def _digest(text: str) -> str:
    return f"{crc32(text.encode('utf-8', 'surrogatepass')):08x}"
