"""Whether two words in one script are one name, inflected or spelt a little differently."""

from __future__ import annotations

SHORTEST_STEM = 3


def same_stem(name: str, word: str) -> bool:
    """True if two lower-case words share their beginning but for endings of three letters at most (Warschau, Warschaus)."""
    if name == word:
        return True
    common = _common(name, word)
    longest = max(len(name), len(word))
    return common >= SHORTEST_STEM and common >= min(len(name), len(word)) - 2 and longest - common <= min(4, common)


def is_form_of(word: str, name: str) -> bool:
    """True if a lower-case word can be nothing but a name, inflected: it has all but the last letter of it, and four at least."""
    if word == name:
        return True
    if name[:1].upper() == name[:1]:  # a script without capitals: too much of what begins so is no name
        return False
    common = _common(name, word)
    return common >= max(4, len(name) - 1) and len(word) - common <= 4


def _common(one: str, other: str) -> int:
    """The number of letters with which both begin."""
    count = 0
    for here, there in zip(one, other, strict=False):
        if here != there:
            break
        count += 1
    return count
