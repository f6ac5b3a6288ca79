"""Terms are found with the endings of their language, and words that only begin alike are not."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tqcheck.bilingual.glossary.matching import Terms, matcher
from tqcheck.core.glossary import Glossary, Term


def found(text: str, code: str, *terms: str, is_strict: bool = False, is_cased: bool = False) -> list[str]:
    rows = [(number, Term(term, is_cased=is_cased)) for number, term in enumerate(terms)]
    return [text[each.start : each.end] for each in Terms(rows, code, is_strict=is_strict).found(text)]


@pytest.mark.parametrize(
    ("code", "term", "text"),
    [
        ("en", "ferry", "The ferries left."),
        ("en", "net loft", "Two net lofts burnt."),
        ("de", "Hafen", "Die Häfen sind zu."),
        ("de", "Fähre", "Der Fährenbau ruht."),
        ("de", "Hafen", "im Fischereihafen"),
        ("ru", "лодка", "Он в лодке."),
        ("pl", "łódka", "Widzę łódkę."),
        ("cs", "přístav", "v přístavech"),
        ("fi", "satama", "satamassakin"),
        ("ar", "ميناء", "في الميناء"),
        ("zh", "渡轮", "那艘渡轮晚点了"),
        ("ja", "港", "旧港へ行く"),
        ("th", "เรือ", "เรืออยู่ที่ท่า"),
        ("ko", "항구", "항구에서"),
    ],
)
def test_a_term_is_found_as_the_language_inflects_it(code: str, term: str, text: str) -> None:
    assert len(found(text, code, term)) == 1


@pytest.mark.parametrize(
    ("code", "term", "text"),
    [("en", "pier", "a pierced net"), ("en", "mole", "molten iron"), ("de", "Hafen", "im Fischereihafen"), ("en", "net", "the netting")],
)
def test_where_little_doubt_is_wanted_less_is_found(code: str, term: str, text: str) -> None:
    assert found(text, code, term, is_strict=True) == []


def test_the_longest_term_counts_and_equal_ones_all() -> None:
    assert found("the net loft", "en", "net", "net loft", is_strict=True) == ["net loft"]
    assert found("the net", "en", "net", "net") == ["net", "net"]


def test_capitals_count_if_they_should() -> None:
    assert found("an apple", "en", "Apple", is_cased=True) == []
    assert found("an Apple", "en", "Apple", is_cased=True) == ["Apple"]


def test_a_matcher_is_made_once_for_a_pair_of_languages() -> None:
    glossary = Glossary([(Term("Mole", side="source"), Term("mole", side="target"))])
    assert matcher(glossary, "de", "en") is matcher(glossary, "de", "en")
    assert len(matcher(glossary, "und", "en").entries) == 1


@settings(max_examples=80)
@given(st.text(max_size=60), st.lists(st.text(max_size=8), max_size=5), st.sampled_from(["en", "de", "zh", "ar", "fi"]))
def test_places_lie_in_any_text(text: str, terms: list[str], code: str) -> None:
    for each in Terms([(0, Term(term)) for term in terms], code, is_strict=False).found(text):
        assert 0 <= each.start < each.end <= len(text)
