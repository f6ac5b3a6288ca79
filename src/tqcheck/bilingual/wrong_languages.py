"""Whether two documents are in the languages that they are said to be in: files get swapped, and untranslated ones get in."""

from __future__ import annotations

from ..core.language import primary

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

LEAST_TEXT, FEWEST_BLOCKS = 300, 3
"""Code points and blocks of either text; with less it is not sure what language they are in."""
_UNKNOWN = "und"
_RELATED = tuple(
    frozenset(group.split())
    for group in ("da nb nn no sv", "bs hr sl sr", "cs sk", "id ms", "ca es gl pt", "be bg mk ru uk", "af nl", "ar fa ur", "hi mr ne")
)
"""Languages that are taken for each other."""
_SAME_SHARE, _FEWEST_SAME = 0.9, 5


def wrong_languages(said: tuple[str, str], detected: tuple[str, str], partner: str) -> str:
    """What is wrong with the languages, as a sentence; empty if nothing is.

    ``said`` and ``detected``: BCP 47 codes of the text and of its ``partner`` (what the latter is called).
    """
    own, other = (primary(code) for code in said)
    own_seen, other_seen = (primary(code) for code in detected)
    if own != other and (own_seen, other_seen) == (other, own):
        return f"the two texts are swapped: this one is in {_named(own_seen)}, and the {partner} in {_named(other_seen)}"
    if own != other and own_seen == other:
        return f"this text is in {_named(own_seen)}, as its {partner} is, and not in {_named(own)}"
    if _differ(other, other_seen):
        return f"the {partner} is in {_named(other_seen)}, and not in {_named(other)}"
    return f"this text is in {_named(own_seen)}, and not in {_named(own)}" if _differ(own, own_seen) else ""


def untranslated(own: Sequence[str], source: Sequence[str]) -> str:
    """A sentence that says so if a text is its own source; empty if it is not, or if it is short."""
    if len(own) != len(source) or len(own) < _FEWEST_SAME:
        return ""
    same = sum(here == there for here, there in zip(own, source, strict=True))
    return "the text and its source are the same: nothing was translated" if same >= _SAME_SHARE * len(own) else ""


def _differ(said: str, seen: str) -> bool:
    if _UNKNOWN in (said, seen) or said == seen:
        return False
    return not any(said in group and seen in group for group in _RELATED)


def _named(code: str) -> str:
    return f"language {code!r}"
