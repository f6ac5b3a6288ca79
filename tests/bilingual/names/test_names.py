"""Names that a translation lacks, or that only it has; holes; what a text sounds like."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tqcheck import lang
from tqcheck.bilingual.names.answers import Answers
from tqcheck.bilingual.names.hearing import Hearing
from tqcheck.bilingual.names.holes import holes
from tqcheck.bilingual.names.mentions import is_known, mentions
from tqcheck.bilingual.names.missing import LONGEST, missing
from tqcheck.bilingual.names.own import names
from tqcheck.bilingual.names.unsupported import unsupported


def absent(source: str, language: str, text: str) -> list[str]:
    return [name.text for name, _ in missing(source, language, text)]


def added(text: str, source: str, language: str) -> list[str]:
    return [text[found.start : found.end] for found in unsupported(text, Hearing(source, language))]


@pytest.mark.parametrize(
    ("source", "language", "text", "expected"),
    [
        ("Sie flog nach Norwegen.", "de", "She flew away.", ["Norwegen"]),
        ("Sie flog nach Norwegen.", "de", "She flew to Norway.", []),
        ("Wczoraj Bogumił Trawnikowski milczał.", "pl", "He was silent the other day.", ["Bogumił Trawnikowski"]),
        ("Wczoraj Bogumiła Trawnikowskiego widziano.", "pl", "Bogumil Trawnikowski was seen yesterday.", []),
        ("Вчера Щукин молчал.", "ru", "Shchukin was silent yesterday.", []),
        ("Вчера Ростоцкий молчал.", "ru", "He was silent yesterday.", ["Ростоцкий"]),
        ("格里沃里昨天没说话。", "zh", "Grivori did not speak yesterday.", []),
        ("ジョン・スミスは黙っていた。", "ja", "John Smith was silent.", []),
        ("ジョン・スミスは黙っていた。", "ja", "He was silent.", ["ジョン・スミス"]),
        ("渡辺さんは黙っていた。", "ja", "Watanabe's friends were silent.", []),
        ("该机构名为 QRTX。", "zh", "The agency is known.", ["QRTX"]),
        ("VIN番号を照合した。", "ja", "The vehicle identification number was checked.", []),
    ],
)
def test_a_name_is_missing_if_nothing_answers_it(source: str, language: str, text: str, expected: list[str]) -> None:
    assert absent(source, language, text) == expected


@pytest.mark.parametrize(
    ("text", "source", "language", "expected"),
    [
        ("She flew to Portugal.", "Sie flog nach Norwegen.", "de", ["Portugal"]),
        ("She flew to Norway.", "她飞往挪威。", "zh", []),
        ("Then Mr Ostrovanek came.", "Dann kam Herr Lindqvist.", "de", ["Ostrovanek"]),
        ("Then Mr Lindquist came.", "Dann kam Herr Lindqvist.", "de", []),
        ("The US agency met on Monday.", "美方机构周一开会。", "zh", []),
        ("The Baltic Sea froze.", "波罗的海结冰了。", "zh", []),
        ("I’ll come, I'm sure.", "Ich komme sicher.", "de", []),
        ("The Polish Chess Federation agreed.", "PZSZ wyraził zgodę.", "pl", []),
    ],
)
def test_a_name_is_unsupported_if_the_source_has_nothing_like_it(text: str, source: str, language: str, expected: list[str]) -> None:
    assert added(text, source, language) == expected


def test_mentions_are_runs_of_capitals_with_their_kinds() -> None:
    runs = [
        [(mention.word, mention.kind) for mention in run] for run in mentions("Later Grivori met the Norwegian Council in Oslo's port.")
    ]
    assert runs == [[("Grivori", "unknown")], [("Norwegian", "place"), ("Council", "word")], [("Oslo", "place")]]
    assert is_known("walked")
    assert not is_known("grivori")


@pytest.mark.parametrize(
    "text", ["He comes from , the north.", "The the was closed.", "It was 's best year.", "Mr said nothing.", "Was founded in 1900."]
)
def test_a_hole_is_seen(text: str) -> None:
    assert any(sure for _, _, sure in holes(text, lang.load("en")))


@pytest.mark.parametrize(
    "text",
    [
        "Where does he come from?",
        "Was it founded in 1900?",
        "Had he known, he would have come.",
        "The house he lives in.",
        "‘It’s his.’",
        "He looked for it, in vain.",
    ],
)
def test_what_looks_like_a_hole_is_none(text: str) -> None:
    assert not any(sure for _, _, sure in holes(text, lang.load("en")))


def test_long_stretches_are_left_alone() -> None:
    assert absent("Norwegen. " * LONGEST, "de", "Nothing.") == []
    assert added("Portugal. " * LONGEST, "Nichts.", "de") == []


LANGUAGES = st.sampled_from(["de", "pl", "ru", "zh", "ja", "hi", "ar", "qqq"])
ANY = st.text(st.characters(exclude_categories=()), max_size=60)


@settings(deadline=None)
@given(ANY, LANGUAGES, ANY)
def test_any_two_texts_can_be_compared(source: str, language: str, text: str) -> None:
    for name in names(source, language):
        assert source[name.start : name.end].strip("·・") == name.text
        assert 0 <= Answers(text).far(name) <= 1
    for name, sureness in missing(source, language, text):
        assert 0 <= sureness <= 1
        assert name.text in source
    last = 0
    for found in unsupported(text, Hearing(source, language)):
        assert last <= found.start < found.end <= len(text)
        last = found.end
