"""Name: a name that a source has."""

from __future__ import annotations

from ...core.record import Row

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence


class Name(Row):
    """A name of a source: its places, how it is written there, how it was found, and the English names it is known to have.

    ``kind`` is "land" or "place" (the lexicon has it), "latin" (Latin letters in another script), "capital" (a run of capitalised
    words), "pair" (two German ones side by side), "transcription" (Han characters that write a foreign name), "titled" (katakana
    with a title or a dot) or "family" (a Japanese family name with a title).
    """

    start: int
    end: int
    text: str
    kind: str
    english: Sequence[str] = ()
