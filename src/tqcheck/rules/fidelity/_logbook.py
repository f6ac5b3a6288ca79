"""A text and another rendering of it, for the examples of rules that look at a whole document: the log of an invented harbour."""

from __future__ import annotations

WHO = ("The pilot", "Old Marrek", "The miller's boat", "A grey barge", "The ferry of Undal", "Our cook", "The harbour watch")
DID = ("waited", "loaded barley", "mended two nets", "turned back", "took on water", "lost an anchor")
WHERE = ("behind the long mole", "near the salt house", "below the chapel", "at the eastern buoy", "beside the coal quay")
DID_TOO = ("lay waiting", "loaded barley", "repaired two nets", "turned round", "took in water", "lost an anchor")
WHERE_TOO = ("behind the long mole", "close to the salt house", "below the chapel", "at the buoy in the east", "by the coal quay")
ENTRIES = 60


def translation(changed: dict[int, str]) -> str:
    """The log, an entry a paragraph, with other entries at some places (from 0)."""
    return "\n\n".join(changed.get(number, entry) for number, entry in enumerate(_entries(DID, WHERE)))


def reference(changed: dict[int, str]) -> str:
    """The same in somewhat other words."""
    return "\n\n".join(changed.get(number, entry) for number, entry in enumerate(_entries(DID_TOO, WHERE_TOO)))


def _entries(did: tuple[str, ...], where: tuple[str, ...]) -> list[str]:
    return [
        f"{WHO[number % len(WHO)]} {did[number % len(did)]} {where[number % len(where)]} on day {number + 1}." for number in range(ENTRIES)
    ]
