"""Whether two documents have anything to do with each other, once they were aligned as well as it went."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..core.alignment import Alignment

_FEWEST = 4
"""Of documents with fewer blocks nothing is said: there is too little to go by."""
_LEAST_SHARE = 0.3
"""Of a translation at least this share is found again, or of its source, by length; half of either may be missing."""
_LEAST_WORTH, _FOR_FEW = -0.2, -3.0
_NOTHING_IN_COMMON = "the two texts have nothing in common: their lengths, numbers and names do not fit each other"


def strangers(found: Alignment, lengths: tuple[Sequence[float], Sequence[float]], worth: float | None = None) -> str:
    """A sentence that says so if two documents have nothing in common; empty if they have.

    ``lengths``: those of the blocks of either side. ``worth``: the natural logarithm of how much likelier they are, if they
    belong together block by block.
    """
    own, partner = lengths
    if min(len(own), len(partner)) < _FEWEST:
        return ""
    if worth is not None:
        return _NOTHING_IN_COMMON if worth / len(own) < _LEAST_WORTH + _FOR_FEW / len(own) else ""
    sure = [bead for bead in found.beads if bead.is_pair]
    ours = sum(sum(own[bead.first : bead.end]) for bead in sure) / sum(own)
    theirs = sum(sum(partner[bead.partner_first : bead.partner_end]) for bead in sure) / sum(partner)
    return "" if max(ours, theirs) >= _LEAST_SHARE else _NOTHING_IN_COMMON
