"""Terms: what the words of a text are looked up by. Both `benchmarks.lexicon` and the lookup make them here."""

from __future__ import annotations

from ...core.pattern import pattern

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

LONGEST = 6
"""Letters of a term: what stands behind them in a longer word is inflection as a rule."""
_RUNS = pattern(r"[\p{Han}々〆]++|[\p{Katakana}ー]++|[\p{L}\p{M}]++")


def terms(text: str) -> Iterator[str]:
    """The terms of a text: the first letters of each word; characters one by one and in pairs where Han is written."""
    for match in _RUNS.finditer(text.lower()):
        run = match.group()
        if not _is_written_without_spaces(run[0]):
            yield run[:LONGEST]
        elif _is_han(run[0]):
            yield from run
            yield from map(str.__add__, run, run[1:])
        else:
            yield run[: 2 * LONGEST]


def _is_written_without_spaces(letter: str) -> bool:
    return "\u2e80" <= letter < "\uac00" or "\uf900" <= letter < "\ufb00" or letter >= "\U00020000"


def _is_han(letter: str) -> bool:
    return _is_written_without_spaces(letter) and not "\u3041" <= letter <= "\u30ff"
