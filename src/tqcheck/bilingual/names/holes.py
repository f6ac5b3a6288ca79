"""Holes: what a name leaves behind in the grammar of a sentence when it is taken out."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from ...core.language import Language


def holes(text: str, language: Language) -> Iterator[tuple[int, int, bool]]:
    """(start, end, whether it is one for sure) of each hole, those that are sure first.

    The others may be one, if the source has a name more than the text.
    """
    for key, sure in (("hole_patterns", True), ("weak_hole_patterns", False)):
        found = language.pattern("fidelity", key)
        for match in found.finditer(text) if found else ():
            yield *match.span(), sure
