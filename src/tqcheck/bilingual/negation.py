"""What a text denies, as far as words and endings tell; see cues.toml."""

from __future__ import annotations

from functools import cache

from ..core.language import primary
from ..core.pattern import pattern
from .cues import cues

TYPE_CHECKING = False
if TYPE_CHECKING:
    import regex


def denials(text: str, code: str) -> list[tuple[int, int]]:
    """Start and end of the words that deny beyond doubt, in the language of a BCP 47 code."""
    found = _surely(primary(code))
    return [match.span() for match in found.finditer(text)] if found else []


def may_deny(text: str, code: str) -> bool:
    """True if any word may be rendered by a denial; also for a language that nothing is known of."""
    found = _perhaps(primary(code))
    return found is None or found.search(text) is not None


@cache
def _surely(language: str) -> regex.Pattern[str] | None:
    known = cues(language)
    if known is None:
        return None
    return _joined(
        [rf"(?<![\p{{L}}\p{{M}}]){_either(known.denies_surely)}(?![\p{{L}}\p{{M}}])"] * bool(known.denies_surely)
        + [r"(?<=\p{L})n['’]t(?! (?:matter|care|mind|yet|even|until|till|only|just|merely|go un)|\p{L})"] * (language == "en")
        + [_either(known.denies_surely_within)] * bool(known.denies_surely_within)
    )


@cache
def _perhaps(language: str) -> regex.Pattern[str] | None:
    known = cues(language)
    if known is None:
        return None
    alone = (*known.denies, *known.weakly)
    return _joined(
        [rf"(?<![\p{{L}}\p{{M}}]){_either(alone)}(?![\p{{L}}\p{{M}}])"] * bool(alone)
        + [rf"(?<![\p{{L}}\p{{M}}]){_either(known.denies_at_start)}\p{{L}}{{3}}"] * bool(known.denies_at_start)
        + [rf"\p{{L}}{{2}}{_either(known.denies_at_end)}(?![\p{{L}}\p{{M}}])"] * bool(known.denies_at_end)
        + [_either(known.denies_within)] * bool(known.denies_within)
    )


def _either(words: tuple[str, ...]) -> str:
    return f"(?:{'|'.join(sorted(set(words), key=lambda word: (-len(word), word)))})"


def _joined(alternatives: list[str]) -> regex.Pattern[str] | None:
    return pattern(f"(?i){'|'.join(alternatives)}") if alternatives else None
