"""Whether one text may be a translation of another, and what speaks for it."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tqcheck.bilingual.relatedness import UNKNOWN, UNRELATED, WEIGHTS, is_unrelated, relatedness, strangeness
from tqcheck.bilingual.signs import signs

PAIRS = [
    (
        "de",
        "Wegen des starken Windes fahren heute keine Schiffe zu den Inseln.",
        "Because of strong winds no ships sail to the islands today.",
    ),
    (
        "pl",
        "Nowy most nad rzeką kosztował 12 milionów złotych i został otwarty w Warszawie.",
        "The new bridge over the river in Warsaw cost 12 million zlotys.",
    ),
    (
        "ru",
        "Министр финансов Норвегии встретился с президентом банка в 2019 году.",
        "Norway's finance minister met the president of the bank in 2019.",
    ),
    ("zh", "挪威的火车从2019年起不再停靠这个车站。", "Trains in Norway have not stopped at this station since 2019."),
    ("ja", "ノルウェーの市の図書館には古い本が3000冊以上あります。", "The library of the city in Norway has more than 3,000 old books."),
    ("hi", "नॉर्वे के राष्ट्रपति ने 2019 में बड़े नए अस्पताल का उद्घाटन किया।", "The President of Norway opened the big new hospital in 2019."),
]
OTHER = "My grandmother baked bread with nuts and honey every Sunday morning when we were small children."


@pytest.mark.parametrize(("language", "source", "text"), PAIRS, ids=[pair[0] for pair in PAIRS])
def test_a_translation_is_nearer_to_its_source_than_another_text(language: str, source: str, text: str) -> None:
    assert relatedness(text, source, "en", language) > 0.5 > relatedness(OTHER, source, "en", language)
    assert relatedness(source, text, language, "en") == relatedness(text, source, "en", language)
    assert not is_unrelated(text, source, language)


def test_what_is_not_known_is_not_judged() -> None:
    assert strangeness(OTHER, "Zug um Zug", "qqq") is None
    assert strangeness("Not at all!", "Keine Ursache!", "de") is None
    assert strangeness("word " * 2000, "Wort", "de") is None
    assert relatedness("Zug um Zug", "один два", "de", "ru") == UNKNOWN


def test_texts_of_one_language_are_compared_by_their_words() -> None:
    one = "Strong winds kept the ships in port today."
    assert relatedness(one, "The ships stayed in port today: the winds were too strong.", "en", "en-GB") > 0.7
    assert relatedness(one, OTHER, "en", "en") < 0.3


def test_signs_count_numbers_by_value_and_sees_questions() -> None:
    found = signs("Did the library really buy 3,000 new books?", "Die Bibliothek hat wirklich 3.000 neue Bücher gekauft.", "de")
    assert found is not None
    assert (found.numbers, found.numbers_apart, found.questions_apart) == (1, 0, 1)
    assert len(found.features()) == len(WEIGHTS)
    assert UNRELATED > 0


@settings(deadline=None)
@given(
    st.text(st.characters(exclude_categories=()), max_size=80),
    st.text(max_size=80),
    st.sampled_from(["de", "zh", "ja", "hi", "ar", "en", "qqq"]),
)
def test_any_two_texts_are_judged_by_a_share(text: str, partner: str, language: str) -> None:
    assert 0 <= relatedness(text, partner, "en", language) <= 1
    assert 0 <= relatedness(partner, text, language, "en") <= 1
