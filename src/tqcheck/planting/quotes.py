"""Faults of quotation marks."""

from __future__ import annotations

from collections.abc import Mapping
from random import Random

import regex

from ..core.document import Passage
from ..core.marks import Marks, family_of
from ..core.quotation import Quoted
from .fault import Fault, Planter, replaced

_CLAUSE = regex.compile(r"\s(?:he|she|they|\p{Lu}\p{Ll}++(?: \p{Lu}\p{Ll}++)?) (?:said|asked|added|replied|explained|told)\.")
_CURLY = {"“": '"', "”": '"', "‘": "'", "’": "'", "«": '"', "»": '"', "„": '"', "「": '"', "」": '"'}
_FOREIGN = ("《》", "「」", "«»")


def _outer(passage: Passage, random: Random) -> Quoted | None:
    pairs = [pair for pair in passage.quotation.quoted if pair.level == 0]
    return random.choice(pairs) if pairs and not passage.quotation.faults else None


def lost_closer(passage: Passage, random: Random) -> Fault | None:
    """Take a closing mark away; the opening one is left without a partner."""
    pair = _outer(passage, random)
    return None if pair is None else Fault(pair.closer, pair.closer + 1, "", pair.opener, pair.opener + 1)


def lost_opener(passage: Passage, random: Random) -> Fault | None:
    """Take an opening mark away; gold is what the closing mark ends."""
    pair = _outer(passage, random)
    return None if pair is None else Fault(pair.opener, pair.opener + 1, "", pair.opener, pair.closer)


def doubled_closer(passage: Passage, random: Random) -> Fault | None:
    """Write a closing mark twice."""
    pair = _outer(passage, random)
    if pair is None:
        return None
    glyph = passage.text[pair.closer]
    return replaced(pair.closer, pair.closer + 1, glyph * 2)


def turned(passage: Passage, random: Random) -> Fault | None:
    """Turn a closing mark into the opening glyph."""
    pair = _outer(passage, random)
    own = pair and Marks.of(passage.language).own_pair(family_of(passage.text[pair.closer]))
    if not pair or not own or own[0] == own[1] or passage.text[pair.closer] != own[1]:
        return None
    return replaced(pair.closer, pair.closer + 1, own[0])


def mixed(passage: Passage, random: Random) -> Fault | None:
    """Write one curly mark of a pair as a straight one."""
    pair = _outer(passage, random)
    if pair is None or passage.text[pair.opener] not in _CURLY:
        return None
    place = random.choice((pair.opener, pair.closer))
    return replaced(place, place + 1, _CURLY[passage.text[place]])


def foreign(passage: Passage, random: Random) -> Fault | None:
    """Write a short quotation in marks that the language does not use."""
    pair = _outer(passage, random)
    own = passage.language.phrases("quotes", "pairs")
    glyphs = next((glyphs for glyphs in _FOREIGN if glyphs not in own), None)
    if pair is None or glyphs is None:
        return None
    inside = passage.text[pair.opener + 1 : pair.closer].strip("\u00a0\u202f")
    return replaced(pair.opener, pair.closer + 1, f"{glyphs[0]}{inside}{glyphs[1]}")


def turned_apostrophe(passage: Passage, random: Random) -> Fault | None:
    """Write an apostrophe inside a word with the opening mark."""
    words = passage.words
    places = [words.starts[n] + words[n].find("’") for n in range(len(words)) if 0 < words[n].find("’") < len(words[n]) - 1]
    place = random.choice(places) if places else None
    return None if place is None else replaced(place, place + 1, "‘")


def narration_inside(passage: Passage, random: Random) -> Fault | None:
    """Move a closing mark behind the reporting clause that follows it."""
    clauses = []
    for pair in passage.quotation.quoted:
        match = _CLAUSE.match(passage.text, pair.closer + 1)
        if match and passage.text[pair.closer - 1] == "," and pair.level == 0:
            clauses.append((pair, match.end()))
    if not clauses or passage.quotation.faults:
        return None
    pair, end = random.choice(clauses)
    clause = passage.text[pair.closer + 1 : end]
    moved = clause + passage.text[pair.closer]
    return Fault(pair.closer, end, moved, pair.closer, pair.closer + len(moved))


def space_inside(passage: Passage, random: Random) -> Fault | None:
    """Put a space before a closing mark."""
    pair = _outer(passage, random)
    spaced = passage.language.phrases("quotes", "spaced_pairs")
    if pair is None or passage.text[pair.opener] + passage.text[pair.closer] in spaced:
        return None
    return replaced(pair.closer, pair.closer + 1, f" {passage.text[pair.closer]}")


PLANTERS: Mapping[str, Planter] = {
    "unclosed-quote": lost_closer,
    "unopened-quote": lost_opener,
    "doubled-quote": doubled_closer,
    "turned-quote": turned,
    "mixed-quotes": mixed,
    "foreign-quotes": foreign,
    "turned-apostrophe": turned_apostrophe,
    "narration-in-quotes": narration_inside,
}
