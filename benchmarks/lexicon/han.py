"""Han characters by sense and sound: Unihan's kDefinition, kJapaneseOn and kJapaneseKun, and GeoNames for transcription."""

from __future__ import annotations

import bz2
import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path

from tqcheck.bilingual.lexicon.terms import terms

FIELDS = ("kDefinition", "kJapaneseOn", "kJapaneseKun")
HOMES = frozenset(["CN", "TW", "HK", "MO", "JP", "KR", "KP", "SG", "VN"])
TRANSCRIBING = 6
MUCH = 5e-6
"""A character does little but transcribe if a foreign city that has it outweighs this share of other texts."""
"""So many foreign cities have a character in their names before it is one that transcribes."""
_STOP = frozenset(
    [
        "the",
        "and",
        "for",
        "that",
        "with",
        "from",
        "one",
        "not",
        "also",
        "used",
        "name",
        "kind",
        "type",
        "sort",
        "etc",
        "variant",
        "simplified",
        "form",
        "same",
    ]
)


def characters(readings: Path, variants: Path, cities: Path, texts: str) -> Iterator[tuple[str, str, str, str]]:
    """(character, English terms of its definition, its Japanese readings, whether it transcribes foreign names), sorted.

    The last is "2" if it does little else, "1" if it does, and empty if it does not.
    From Unihan_Readings.txt.bz2, Unihan_Variants.txt.bz2 and cities15000.json; ``texts`` are Chinese texts of any kind.
    """
    fields, traditional = _unihan(readings), _unihan(variants)
    transcribing = _transcribing(cities, texts)
    for character in sorted(fields):
        own = fields[character]
        old = traditional.get(character, {}).get("kTraditionalVariant", "")
        all_readings = " ".join(fields.get(form, {}).get(field, "") for form in (character, *_of_codes(old)) for field in FIELDS[1:])
        found = (
            _senses(own.get("kDefinition", "")),
            " ".join(dict.fromkeys(all_readings.lower().split())),
            transcribing.get(character, ""),
        )
        if "\u4e00" <= character <= "\u9fff" and any(found):
            yield character, *found


def _unihan(path: Path) -> Mapping[str, Mapping[str, str]]:
    rows: dict[str, dict[str, str]] = defaultdict(dict)
    with bz2.open(path, "rt", encoding="utf-8") as file:
        for line in file:
            parts = line.rstrip("\n").split("\t")
            if len(parts) == 3:
                rows[chr(int(parts[0][2:], 16))][parts[1]] = parts[2]
    return rows


def _of_codes(codes: str) -> list[str]:
    return [chr(int(code[2:], 16)) for code in codes.split()]


def _senses(definition: str) -> str:
    text = re.sub(r"\(.*?\)|U\+[0-9A-F]+|[^\x00-\x7f]", " ", definition)
    found = dict.fromkeys(term for term in terms(text) if len(term) > 2 and term not in _STOP)
    return " ".join(list(found)[:8])


def _transcribing(cities: Path, texts: str) -> Mapping[str, str]:
    counts = Counter(
        character
        for city in json.loads(cities.read_text(encoding="utf-8")).values()
        if city["countrycode"] not in HOMES
        for name in city["alternatenames"]
        if len(name) > 2
        for character in set(name)
    )
    found = {character: count for character, count in counts.items() if count >= TRANSCRIBING and "\u4e00" <= character <= "\u9fff"}
    elsewhere = Counter(texts)
    return {character: "2" if count * MUCH > elsewhere[character] / len(texts) else "1" for character, count in found.items()}
