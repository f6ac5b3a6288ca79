"""Number words: what CLDR spells is read back, and what is put together by the data."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tqcheck.bilingual.numbers.facts import facts
from tqcheck.bilingual.numbers.words import folded

SPELLED = [line.split("\t") for line in Path(__file__).with_name("spelled.tsv").read_text("utf-8").splitlines() if not line.startswith("#")]
LANGUAGES = ["en", "de", "fr", "es", "it", "pt", "nl", "pl", "cs", "ru", "uk", "zh", "ja", "ko", "ar", "he", "sv", "tr", "hi"]
ONES = [
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
HAN = "零一二三四五六七八九"


@pytest.mark.parametrize("language", sorted({language for language, _, _ in SPELLED}))
def test_what_cldr_spells_is_read_back(language: str) -> None:
    words = facts(language).words
    wrong = [(spelling, number) for code, number, spelling in SPELLED if code == language and words.value_of(spelling) != int(number)]
    assert wrong == []


def test_the_languages_that_are_promised_have_samples_and_facts() -> None:
    sampled = {language for language, _, _ in SPELLED}
    assert set(LANGUAGES) <= sampled
    for language in LANGUAGES:
        known = facts(language)
        assert min(len(known.units), len(known.currencies)) > 30
        assert known.months or language in ("zh", "ja", "ko")


def test_a_language_is_known_by_its_other_code() -> None:
    assert facts("nb").words.value_of("tjuefem") == facts("no").words.value_of("tjuefem") == 25


def english(number: int) -> str:
    """A number below a million in words."""
    if number < 20:
        return ONES[number - 1] if number else "zero"
    if number < 100:
        return TENS[number // 10 - 2] + (f"-{ONES[number % 10 - 1]}" if number % 10 else "")
    size, name, joiner = (1000, "thousand", " ") if number >= 1000 else (100, "hundred", " and ")
    rest = f"{joiner}{english(number % size)}" if number % size else ""
    return f"{english(number // size)} {name}{rest}"


def german(number: int) -> str:
    """A number below a million as one word."""
    ones = [
        "ein",
        "zwei",
        "drei",
        "vier",
        "fünf",
        "sechs",
        "sieben",
        "acht",
        "neun",
        "zehn",
        "elf",
        "zwölf",
        "dreizehn",
        "vierzehn",
        "fünfzehn",
        "sechzehn",
        "siebzehn",
        "achtzehn",
        "neunzehn",
    ]
    tens = ["zwanzig", "dreißig", "vierzig", "fünfzig", "sechzig", "siebzig", "achtzig", "neunzig"]
    if number < 20:
        return ones[number - 1] if number else ""
    if number < 100:
        return (f"{ones[number % 10 - 1]}und" if number % 10 else "") + tens[number // 10 - 2]
    size, name = (1000, "tausend") if number >= 1000 else (100, "hundert")
    return german(number // size) + name + german(number % size)


def chinese(number: int) -> str:
    """A number below a hundred million in Chinese numerals."""
    if number < 10:
        return HAN[number]
    size, name = next((size, name) for size, name in ((10**4, "万"), (1000, "千"), (100, "百"), (10, "十")) if number >= size)
    rest = number % size
    nought = "零" if rest and rest * 10 < size else ""
    return chinese(number // size) + name + nought + (chinese(rest) if rest else "")


@given(st.integers(0, 999_999))
def test_english_numbers_read_back(number: int) -> None:
    assert facts("en").words.value_of(english(number)) == number


@given(st.integers(1, 999_999))
def test_fused_german_numbers_read_back(number: int) -> None:
    assert facts("de").words.value_of(german(number)) == number


@given(st.integers(0, 99_999_999))
def test_chinese_numbers_read_back(number: int) -> None:
    assert facts("zh").words.value_of(chinese(number)) == number


@pytest.mark.parametrize(
    ("language", "spelling", "value"),
    [
        ("fr", "quatre-vingt-dix-sept", 97),
        ("de", "einundzwanzigste", 21),
        ("ru", "двадцать пятого", 25),
        ("hi", "पांच लाख", 500_000),
        ("ar", "خمسة وعشرون", 25),
        ("he", "עשרים ואחת", 21),
        ("ja", "二十一", 21),
        ("ko", "삼십오", 35),
        ("cs", "pěti", 5),
        ("uk", "п’ять", 5),
        ("es", "treinta y cinco", 35),
        ("it", "duecentotrenta", 230),
    ],
)
def test_inflected_and_fused_forms(language: str, spelling: str, value: int) -> None:
    assert facts(language).words.value_of(spelling) == value


@pytest.mark.parametrize("spelling", ["", "boat", "and", "two three", "five and", "and five", "twenty thirty"])
def test_what_is_no_number_has_no_value(spelling: str) -> None:
    assert facts("en").words.value_of(spelling) is None


@given(st.text(), st.sampled_from([*LANGUAGES, "und", "x-y", "../en"]))
def test_any_text_is_looked_up(text: str, language: str) -> None:
    facts(language).words.value_of(text)
    folded(text)


def test_a_long_word_is_no_number() -> None:
    assert facts("de").words.value_of("ein" * 100_000) is None
