"""How a name sounds, as far as scripts and languages agree on it.

Letters of any script are written in Latin ones first, by anyascii, and then as sounds: one letter each, in which what one
language writes for another is near: b, p, f, v and w (Вашингтон, ワシントン, 华盛顿), l and r, g, k and h (Гамбург), s, z, j and ch,
and any vowel for any other.
"""

from __future__ import annotations

from functools import lru_cache

from ...core.pattern import pattern

LONGEST = 24
"""Sounds of a name that are compared."""
VOWELS = frozenset("aeiou")
_SPELLINGS = (
    (pattern(r"[^a-z]++"), ""),
    (pattern(r"tsch|sch|tch|tsh|shch|szcz|sh|zh|ch(?=[eiy])|cz|sz|rz|dzh|dz|dj|ts|tz"), "z"),
    (pattern(r"ph|bh"), "f"),
    (pattern(r"th|dh"), "t"),
    (pattern(r"ck|ch|kh|gh|qu|cq"), "k"),
    (pattern(r"x"), "ks"),
    (pattern(r"c(?=[eiy])"), "s"),
    (pattern(r"ng(?![aeiouy])|gn"), "n"),
    (pattern(r"y(?![aeiou])"), "i"),
    (pattern(r"(\w)\1++"), r"\1"),
)
_CLASSES = {
    letter: name
    for name, letters in {"P": "bpfvw", "T": "td", "K": "kgqc", "S": "szj", "L": "lr", "M": "m", "N": "n"}.items()
    for letter in letters
}
_NEAR_CLASSES = frozenset({"MN", "NM", "KS", "SK", "TS", "ST", "NL", "LN"})
_LIGHT = {"h": 0.4, "w": 0.5, "y": 0.3, "j": 0.6} | dict.fromkeys(VOWELS, 0.25)
_OTHER_VOWEL = 0.15
_SAME_CLASS = 0.15
_SAME_SCRIPT = 0.6
_NEAR = 0.5


@lru_cache(maxsize=8192)
def sounds(latin: str) -> str:
    """The sounds of a word in small Latin letters."""
    for spelling, replacement in _SPELLINGS:
        latin = spelling.sub(replacement, latin)
    return latin[:LONGEST]


@lru_cache(maxsize=8192)
def consonants(latin: str) -> str:
    """The classes of the consonants of a word in small Latin letters."""
    return "".join(_CLASSES.get(letter, "") for letter in sounds(latin))


@lru_cache(maxsize=8192)
def weight(name: str) -> float:
    """How much there is in the sounds of a name: 1 for a consonant, less for vowels."""
    return sum(_LIGHT.get(letter, 1.0) for letter in name)


@lru_cache(maxsize=16384)
def distance(name: str, other: str, *, script: bool = False, open_start: bool = False) -> float:
    """What it costs to find the sounds of a name in others, per weight of the name: 0 is the same sound, 1 nothing in common.

    What ``other`` has behind the name costs nothing, with ``open_start`` nor does what it has before it. ``script``: both are
    written in one script, so that a consonant should be the same.
    """
    step = _step_in_script if script else _step
    row = [0.0]
    for letter in other:
        row.append(0.0 if open_start else row[-1] + _LIGHT.get(letter, 1.0))
    for letter in name:
        missing = _LIGHT.get(letter, 1.0) * 0.9
        new = [row[0] + missing]
        for place, there in enumerate(other):
            change = 0.0 if letter == there else step(letter, there)
            new.append(min(row[place] + change, row[place + 1] + missing, new[place] + _LIGHT.get(there, 1.0) * 0.9))
        row = new
    ends = row if open_start else row[min(len(other), max(1, len(name) - 2)) :]
    return min(1.0, min(ends) / (weight(name) or 1.0))


@lru_cache(maxsize=2048)
def _step(letter: str, there: str) -> float:
    if letter in VOWELS and there in VOWELS:
        return _OTHER_VOWEL
    here, other = _CLASSES.get(letter, ""), _CLASSES.get(there, "")
    if here and here == other:
        return _SAME_CLASS
    return _NEAR if here + other in _NEAR_CLASSES or {letter, there} in _NEAR_LETTERS else 1.0


_NEAR_LETTERS = ({"h", "k"}, {"h", "g"}, {"w", "u"}, {"w", "o"}, {"h", "s"}, {"y", "i"}, {"y", "j"}, {"h", "f"}, {"h", "w"})


@lru_cache(maxsize=2048)
def _step_in_script(letter: str, there: str) -> float:
    if letter in VOWELS:
        return _OTHER_VOWEL if there in VOWELS else 1.0
    step = _step(letter, there)
    return step if _CLASSES.get(letter) == _CLASSES.get(there) == "S" else max(_SAME_SCRIPT, step)  # š, sz, sh, ś, …
