"""Write src/tqcheck/bilingual/numbers/number_data/*.cldr and tests/bilingual/numbers/spelled.tsv from CLDR.

usage: python -m benchmarks.numbers.generate NODE_MODULES

NODE_MODULES holds the npm packages cldr-rbnf, cldr-core, cldr-numbers-full, cldr-dates-full and cldr-units-full of one
version (48.2.0 was used; Unicode-3.0 licence). Takes about two minutes.

A number word gets into the table of its language only if those that are there already do not make it: so a table holds
what a language's speakers learn by heart.
"""

from __future__ import annotations

import json
import random
import re
import sys
from collections.abc import Iterable, Iterator
from fractions import Fraction
from pathlib import Path
from typing import Any

from benchmarks.numbers.spellout import Spellout
from tqcheck.bilingual.numbers import facts as runtime
from tqcheck.bilingual.numbers.facts import Facts

HEAD = "# From CLDR {version} (Unicode-3.0) by benchmarks/numbers/generate.py: do not change by hand.\n"
DATA = Path(runtime.FOLDER)
SAMPLES = Path(__file__).parents[2] / "tests" / "bilingual" / "numbers" / "spelled.tsv"
CURRENCIES = """USD EUR GBP JPY CNY RUB CHF INR KRW PLN CZK SEK NOK DKK HUF RON BGN TRY BRL MXN CAD AUD NZD UAH ILS SAR AED EGP ZAR THB
VND IDR TWD HKD SGD ARS PKR IRR"""
UNITS = [
    "length-kilometer",
    "length-meter",
    "length-centimeter",
    "length-millimeter",
    "length-mile",
    "length-yard",
    "length-foot",
    "length-inch",
    "length-nautical-mile",
    "area-square-kilometer",
    "area-square-meter",
    "area-square-centimeter",
    "area-square-mile",
    "area-square-foot",
    "area-square-yard",
    "area-hectare",
    "area-acre",
    "mass-kilogram",
    "mass-gram",
    "mass-milligram",
    "mass-tonne",
    "mass-metric-ton",
    "mass-ton",
    "mass-pound",
    "mass-ounce",
    "mass-stone",
    "mass-carat",
    "volume-liter",
    "volume-milliliter",
    "volume-centiliter",
    "volume-hectoliter",
    "volume-cubic-meter",
    "volume-cubic-kilometer",
    "volume-cubic-foot",
    "volume-gallon",
    "volume-gallon-imperial",
    "volume-pint",
    "volume-fluid-ounce",
    "volume-barrel",
    "temperature-celsius",
    "temperature-fahrenheit",
    "temperature-kelvin",
    "speed-kilometer-per-hour",
    "speed-mile-per-hour",
    "speed-meter-per-second",
    "speed-knot",
    "power-watt",
    "power-kilowatt",
    "power-megawatt",
    "power-gigawatt",
    "power-horsepower",
    "energy-joule",
    "energy-kilojoule",
    "energy-kilowatt-hour",
    "energy-kilocalorie",
    "energy-calorie",
    "digital-byte",
    "digital-kilobyte",
    "digital-megabyte",
    "digital-gigabyte",
    "digital-terabyte",
    "digital-bit",
    "duration-century",
    "duration-decade",
    "duration-year",
    "duration-month",
    "duration-week",
    "duration-day",
    "duration-hour",
    "duration-minute",
    "duration-second",
    "concentr-percent",
    "frequency-hertz",
    "frequency-kilohertz",
    "frequency-megahertz",
    "frequency-gigahertz",
    "pressure-bar",
    "pressure-hectopascal",
    "electric-volt",
    "electric-ampere",
]
SCALES = (2, 3, 6, 9, 12, 15, 4, 8, 5, 7)
ALWAYS = 6
MOST = 1000


class Source:
    """The CLDR packages."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.version = json.loads((folder / "cldr-rbnf" / "package.json").read_text())["version"]

    def languages(self) -> list[str]:
        """The codes of the languages whose numbers can be spelled."""
        return sorted(
            path.stem for path in (self._folder / "cldr-rbnf" / "rbnf").glob("*.json") if path.stem.isalpha() and path.stem != "und"
        )

    def variants(self, code: str) -> list[Spellout]:
        """The spelling rules of a language and of its regions and scripts."""
        paths = sorted((self._folder / "cldr-rbnf" / "rbnf").glob(f"{code}*.json"))
        paths = [path for path in paths if path.stem.split("-")[0] == code]
        return [
            Spellout(rules["SpelloutRules"]) for path in paths if "SpelloutRules" in (rules := json.loads(path.read_text())["rbnf"]["rbnf"])
        ]

    def table(self, package: str, code: str, name: str) -> Any:
        """One file of a locale; an empty one if it is not there."""
        path = self._folder / package / "main" / code / f"{name}.json"
        return json.loads(path.read_text())["main"][code] if path.exists() else {}

    def locales(self, code: str) -> list[str]:
        """The locale of a language and those that differ from it in words."""
        wanted = {
            "zh": ["zh", "zh-Hant"],
            "pt": ["pt", "pt-PT"],
            "de": ["de", "de-CH"],
            "es": ["es", "es-MX"],
            "no": ["no", "nb"],
            "en": ["en", "en-GB", "en-IN"],
        }
        return wanted.get(code, [code])


class Words:
    """Collects the number words of one language, each only if those before do not make it."""

    def __init__(self, code: str, spellouts: list[Spellout]) -> None:
        self.facts = Facts(code)
        for kind, key, forms in runtime._lines(code, "own"):
            self.facts.take(kind, key, forms)
        self.found: dict[tuple[str, int], list[str]] = {}
        self._spellouts = spellouts
        self._count = 0
        for number in range(21):
            self._learn(number)
        for tens in range(30, 100, 10):
            self._learn(tens)
        for power in SCALES:
            self._learn_scale(power)
        for number in (*range(21, 101), *(times * 10**power for power in (2, 3, 6, 9) for times in range(1, 10))):
            self._learn(number)

    def spellings(self, number: int) -> Iterator[tuple[str, str]]:
        """(kind, spelling) of a number in all rule sets, sorted."""
        made = {
            ("o" if "ordinal" in name else "c", text)
            for spellout in self._spellouts
            for name in spellout.public
            if not (self.facts.code in runtime.TENFOLD and ("year" in name or "ordinal" in name))
            for text in spellout.spell(number, name)
        }
        yield from sorted(each for each in made if each[1] and not re.search(r"\d|\||\$|ERROR", each[1]))

    def _learn(self, number: int) -> None:
        for kind, text in self.spellings(number):
            if self.facts.words.value_of(text) != number:
                self._add(kind, number, text)

    def _add(self, kind: str, number: int, text: str) -> None:
        forms = self.found.setdefault((kind, number), [])
        self._count += 1
        if text not in forms and (self._count < MOST or number < 21):
            forms.append(text)
            self.facts.take(kind, str(number), [text])

    def _learn_scale(self, power: int) -> None:
        scale = 10**power
        if SCALES.index(power) >= ALWAYS and all(self.facts.words.value_of(text) == scale for _, text in self.spellings(scale)):
            return
        for times in (2, 5, 3, 4):
            starts = sorted({text for _, text in self.spellings(times)}, key=len, reverse=True)
            for kind, text in self.spellings(times * scale):
                start = next((each for each in starts if text.startswith(each)), None)
                rest = text.removeprefix(start).strip(" -") if start else ""
                if len(rest) > (0 if self.facts.code in runtime.TENFOLD else 1) and self.facts.words.value_of(text) != times * scale:
                    self._add(kind, scale, rest)
        ones = sorted({text for _, text in self.spellings(1)}, key=len, reverse=True)
        for kind, text in self.spellings(scale + 1):
            end = next((each for each in ones if text.endswith(" " + each)), None)
            start = text.removesuffix(end).strip() if end else ""
            joiner = next((each for each in self.facts.words.joiners if start.endswith(" " + each)), "")
            if kind == "c" and start and " " not in start.removesuffix(joiner).strip() and self.facts.words.value_of(text) != scale + 1:
                self._add(kind, scale, start.removesuffix(joiner).strip())
        for kind, text in self.spellings(scale):
            start = next((each for each in ones if text.startswith(each + " ")), "")
            if start and self.facts.words.value_of(text.removeprefix(start)) != scale:
                self._add(kind, scale, text.removeprefix(start).strip())
            if self.facts.words.value_of(text) != scale:
                self._add(kind, scale, text)


def marks(source: Source, code: str) -> Iterator[tuple[str, str, list[str]]]:
    """The decimal and group marks, and the short words for powers of ten, as lines."""
    for number, locale in enumerate(source.locales(code)):
        numbers = source.table("cldr-numbers-full", locale, "numbers").get("numbers", {})
        if not number and "symbols-numberSystem-latn" in numbers:
            yield "d", numbers["symbols-numberSystem-latn"]["decimal"], [""]
            yield "g", numbers["symbols-numberSystem-latn"]["group"], [""]
        formats = numbers.get("decimalFormats-numberSystem-latn", {})
        for style in ("short", "long"):
            for name, shown in formats.get(style, {}).get("decimalFormat", {}).items():
                word = shown.replace("'", "").strip("0 \u00a0\u200f\u200e")
                noughts = shown.count("0")
                if word and noughts and not re.search(r"\d", word):
                    yield "e", str(len(name.split("-")[0]) - noughts), [word]


def months(source: Source, code: str) -> Iterator[tuple[str, str, list[str]]]:
    """The names of the months, as lines."""
    for locale in source.locales(code):
        calendar = source.table("cldr-dates-full", locale, "ca-gregorian").get("dates", {}).get("calendars", {}).get("gregorian", {})
        for context in calendar.get("months", {}).values():
            for width in ("wide", "abbreviated"):
                for number, name in context.get(width, {}).items():
                    if len(name.strip(".")) > 2 and not re.search(r"\d", name):
                        yield "m", number, [name.strip(".")]


def units(source: Source, code: str) -> Iterator[tuple[str, str, list[str]]]:
    """The names and signs of units and currencies, as lines."""
    for locale in source.locales(code):
        widths = source.table("cldr-units-full", locale, "units").get("units", {})
        for width in ("long", "short"):
            for unit in UNITS:
                shown = [text for key, text in widths.get(width, {}).get(unit, {}).items() if "count" in key]
                yield "u", unit.split("-", 1)[1], [text.replace("{0}", "").strip() for text in shown if "{0}" in text]
        money = source.table("cldr-numbers-full", locale, "currencies").get("numbers", {}).get("currencies", {})
        for currency in CURRENCIES.split():
            shown = [text for key, text in money.get(currency, {}).items() if not key.endswith("formal")]
            yield "$", currency, [currency, *shown]


def merged(lines: Iterable[tuple[str, str, list[str]]]) -> list[str]:
    """Lines of one kind and key made one; a form that was there before is left out."""
    rows: dict[tuple[str, str], list[str]] = {}
    met: set[tuple[str, str]] = set()
    for kind, key, forms in lines:
        row = rows.setdefault((kind, key), [])
        for form in forms:
            form = form.strip("\u200f\u200e \u00a0\u061c")
            if (form or kind in "dg") and (kind, form) not in met and "\t" not in form:
                met.add((kind, form))
                row.append(form)
    return ["\t".join((kind, key, "|".join(forms))) for (kind, key), forms in rows.items() if forms]


def main() -> None:
    source = Source(Path(sys.argv[1]))
    random.seed(1)
    samples = []
    for code in source.languages():
        spellouts = source.variants(code)
        if not spellouts:
            continue
        words = Words(code, spellouts)
        lines = [(kind, str(number), forms) for (kind, number), forms in sorted(words.found.items())]
        body = merged([*marks(source, code), *lines, *months(source, code), *units(source, code)])
        (DATA / f"{code}.cldr").write_text(HEAD.format(version=source.version) + "\n".join(body) + "\n", "utf-8")
        failed, spelled = 0, 0
        for number in sorted({random.randrange(10 ** random.randint(2, 6)) for _ in range(150)}):
            for kind, text in words.spellings(number):
                right = words.facts.words.value_of(text) == Fraction(number)
                spelled, failed = spelled + 1, failed + (not right)
                if right and random.random() < 15 / 150 and kind == "c":
                    samples.append(f"{code}\t{number}\t{text}")
        print(code, len(lines), sum(len(forms) for _, _, forms in lines), f"{failed}/{spelled} not read back", flush=True)
    SAMPLES.parent.mkdir(parents=True, exist_ok=True)
    SAMPLES.write_text(HEAD.format(version=source.version) + "\n".join(samples) + "\n", "utf-8")


if __name__ == "__main__":
    main()
