"""Whether two documents have anything to do with each other, once they were aligned as well as it went."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..core.alignment import Alignment

_FEWEST = 4
"""Of documents with fewer blocks nothing is said: there is too little to go by."""
_LEAST_SHARE = 0.4
"""Of a translation at least this share is found again, or of its source, by length; half of either may be missing."""
_LEAST_WORTH, _FOR_FEW = 0.75, -3.0
"""What the pairs that were found are worth for each block of the shorter document; with few blocks chance has more play."""
_LEAST_STRAIGHT, _FOR_FEW_STRAIGHT = -0.2, -3.0
"""The same for documents with as many blocks, taken block by block without any search."""
_NOTHING_IN_COMMON = "the two texts have nothing in common: their lengths, numbers and names do not fit each other"


def strangers(found: Alignment, lengths: tuple[Sequence[float], Sequence[float]], worth: float) -> str:
    """A sentence that says so if two documents have nothing in common; empty if they have, or if there is too little to go by.

    ``lengths``: those of the blocks of either side. ``worth``: what all the pairs that were found are worth (natural logarithm of
    how much likelier they are if they belong together).
    """
    own, partner = lengths
    fewer = min(len(own), len(partner))
    if fewer < _FEWEST or worth / fewer >= _LEAST_WORTH + _FOR_FEW / fewer:
        return ""
    sure = [bead for bead in found.beads if bead.is_pair]
    ours = sum(sum(own[bead.first : bead.end]) for bead in sure) / sum(own)
    theirs = sum(sum(partner[bead.partner_first : bead.partner_end]) for bead in sure) / sum(partner)
    return "" if max(ours, theirs) >= _LEAST_SHARE else _NOTHING_IN_COMMON


def strangers_in_step(count: int, worth: float) -> str:
    """The same for two documents of ``count`` blocks each that are taken block by block."""
    return _NOTHING_IN_COMMON if count >= _FEWEST and worth / count < _LEAST_STRAIGHT + _FOR_FEW_STRAIGHT / count else ""
