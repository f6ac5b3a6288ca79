"""Sentences that break off in scripts without spaces, where a word is known by the letters that it ends with."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ...core.language import Language

_LONGEST = 12


def needy_end(text: str, end: int, language: Language) -> int | None:
    """Where the word begins that ends at a place and needs another one after it; None if there is none."""
    before = text[max(0, end - _LONGEST) : end]
    if before.endswith(language.phrases("truncation", "may_be_last")):
        return None
    longest = max((word for word in language.phrases("truncation", "never_last") if before.endswith(word)), key=len, default="")
    return end - len(longest) if longest else None
