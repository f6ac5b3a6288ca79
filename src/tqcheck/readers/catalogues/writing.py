"""How repairs are written into catalogues: as the format asks for, or not at all where that is not sure."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from ..reading import Reading

QUOTED: Mapping[int, str] = str.maketrans({"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t"})
"""Inside quotation marks, with the escapes that most formats share."""
_MARKUP = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})


def adding_nothing(text: str, old: str, special: Collection[str]) -> str | None:
    """The text, if no ``special`` character stands in it that the old text did not have there; else None."""
    return None if any(character in text and character not in old for character in special) else text


def in_markup(text: str, reading: Reading, start: int) -> str | None:
    """The text as XML writes it; None where it would need an escape and stands in a section of plain data."""
    found = text.translate(_MARKUP).encode(reading.encoding, "xmlcharrefreplace").decode(reading.encoding)
    raw = reading.raw
    in_data = found != text and raw.rfind("<![CDATA[", 0, start) > raw.rfind("]]>", 0, start)
    return None if in_data else found
