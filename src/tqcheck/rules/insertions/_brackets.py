"""What the rules of this family share: the brackets of a passage, and those that are legitimate."""

from __future__ import annotations

from collections.abc import Iterator

from ...core.document import Passage
from ...core.pattern import pattern
from ...core.record import Row

_PAIR = pattern(r"([(（\[])([^()（）\[\]\n]{1,200}+)([)）\]])")
_LEGITIMATE = pattern(
    r"""(?ix)
    \p{Nd} | ^[ivxlc]{1,4}$ | ^\W*$ | ^(?:e?s|es|ies|n|en|in|innen)$ | https?: | www\. | @ | [%°€$£=+/*<>|]
    """
)
_OPENER = pattern(r"[(（\[［【〔]")
_POSSESSIVE = pattern(r"[’'‘]s\s*+\Z")


class Bracket(Row):
    """A bracket: ``start`` and ``end`` with its marks, ``inside`` what it holds, ``opener`` its first glyph."""

    start: int
    end: int
    inside: str
    opener: str


def brackets(passage: Passage) -> Iterator[Bracket]:
    """The brackets that hold no other bracket and are at most 200 characters long."""
    for match in _PAIR.finditer(passage.text):
        yield Bracket(match.start(), match.end(), match.group(2), match.group(1))


def has_as_many(passage: Passage, counterpart: Passage) -> bool:
    """True if what a partner says there has as many brackets."""
    return len(_OPENER.findall(counterpart.text)) >= len(_OPENER.findall(passage.text))


def is_legitimate(passage: Passage, bracket: Bracket) -> bool:
    """True for dates, numbers, references, list marks, endings, addresses, abbreviations of what stands before."""
    inside = bracket.inside.strip()
    aside = passage.language.pattern("insertions", "aside_patterns")
    if _LEGITIMATE.search(inside) or (aside and aside.match(inside)):
        return True
    if bracket.start and passage.text[bracket.start - 1].isalnum() and bracket.opener != "（":
        return True
    if _POSSESSIVE.search(passage.text[max(0, bracket.start - 4) : bracket.start]):
        return False
    return _abbreviates(passage, bracket) or _is_all_capitals_after_name(passage, bracket)


def _abbreviates(passage: Passage, bracket: Bracket) -> bool:
    """True if the capitals of one side are the initials of the other: an abbreviation is being introduced."""
    letters = "".join(character for character in bracket.inside if character.isupper())
    words = passage.words
    number = words.at(bracket.start)
    before = [words[n] for n in range(max(0, number - 10), number)]
    initials = "".join(word[0].upper() for word in before)
    if len(letters) >= 2 and letters == bracket.inside.strip().strip(".").upper().rstrip("S"):
        if _is_subsequence(letters, initials):
            return True
        return _has_hidden_initials(passage) and letters[0] in initials and _is_subsequence(letters, "".join(before).upper())
    last = before[-1] if before else ""
    held = "".join(word[0].upper() for word in bracket.inside.split())
    if len(last) <= 1 or not last.isupper():
        return False
    return _is_subsequence(last, held) or (_has_hidden_initials(passage) and _is_subsequence(last, bracket.inside.upper()))


def _has_hidden_initials(passage: Passage) -> bool:
    """True where initials stand inside words: in compounds (Zentralbank) and after elisions (l’Atlantique)."""
    language = passage.language
    return bool(language.value("words", "compounds", default=False) or language.value("quotes", "opens_after_elision", default=False))


def _is_subsequence(short: str, long: str) -> bool:
    rest = iter(long)
    return all(letter in rest for letter in short)


def _is_all_capitals_after_name(passage: Passage, bracket: Bracket) -> bool:
    """True for a party, a club or a state after a name: Ines Roth (FDP)."""
    inside = bracket.inside.strip()
    before = passage.text[max(0, bracket.start - 4) : bracket.start].rstrip()[-1:]
    return inside.isupper() and len(inside) <= 6 and before.isalpha()


def with_space(passage: Passage, bracket: Bracket) -> tuple[int, int, str]:
    """The edit that takes a bracket away with the space before it."""
    start = bracket.start
    while start and passage.text[start - 1] == " ":
        start -= 1
    return (start, bracket.end, "")
