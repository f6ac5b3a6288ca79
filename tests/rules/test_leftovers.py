"""The family leftovers: what single examples cannot show."""

from __future__ import annotations

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

import tqcheck
from tqcheck.lang.vocabulary import vocabulary

HEADLINE = "Ferry to Alder runs again after the long storm - Harbour Daily News"
PIECES = st.lists(
    st.sampled_from([*"`()“” \n\u200b.İ", "<unk>", "</s>", "&amp;", "Ã¼", "город", "工厂", "zażółć", "Reporter Ines Roth", "{{a}}"])
)
REPEATED = [
    *("a ", "(", "`a", "</s>", "`</s>", "“<unk>” ", "&amp;", "Ã", "zażółć ", "Straßen ", "город ", "a（", "{{", "editor: A "),
    *("please reprint ", "here is the ", "@@ ", "\ud800", "ż", "AAAAAA "),
]
LETTERS = "bcdfgklmnprst"


def found(text: str, *rules: str, language: str = "en") -> list[tuple[str, str]]:
    report = tqcheck.check(text, language=language, select=list(rules or ("leftovers",)))
    return [(finding.rule, text[finding.start : finding.end]) for finding in report.findings]


def test_a_site_name_on_many_lines_is_told_in_three_findings() -> None:
    report = tqcheck.check("\n".join([HEADLINE] * 9), language="en", select=["site-name-tail"])
    assert len(report.findings) == 3
    assert len(report.findings[-1].related) == 6
    assert report.findings[-1].fix is not None
    assert len(report.findings[-1].fix.edits) == 7


def test_words_of_another_language_are_told_once() -> None:
    sentence = "The ferry leaves at noon."
    assert found(sentence * 2, "untranslated-words", language="fr") == [("untranslated-words", sentence[:-1])] * 2


def test_two_site_names_are_told_apart() -> None:
    other = HEADLINE.replace("Harbour Daily News", "Xinhua")
    assert len(found("\n".join([HEADLINE, other] * 2), "site-name-tail")) == 4


def test_reporters_of_many_articles_are_told_in_two_findings() -> None:
    line = "News Agency, Alder, May 4 (Reporter Ines Roth) The ferry sails again from today."
    assert len(found("\n\n".join([line] * 5), "reporter-credit")) == 2


def test_a_code_fence_counts_only_around_the_whole_text() -> None:
    assert found("```\nThe ferry sails.\n```", "leaked-wrapper") == [("leaked-wrapper", "```"), ("leaked-wrapper", "```")]
    assert found("Run this:\n```\nferry\n```\nand then:\n```\nwait\n```", "leaked-wrapper") == []


def test_a_bracket_of_the_programmers_kind_is_a_placeholder() -> None:
    assert found("The ferry costs \u27e67\u27e7 pounds.") == [("unfilled-placeholder", "\u27e67\u27e7")]


def test_a_word_that_comes_back_is_a_term() -> None:
    text = "They ate wakapuru. " + "The wakapuru was good. " * 3
    assert found(text, "untranslated-words") == []


def test_a_text_in_small_letters_is_not_searched_for_foreign_words() -> None:
    assert found("merkel und steinmeier sprachen mit scholz über die zukunft", "untranslated-words") == []


def test_foreign_words_need_a_vocabulary_and_scripts_need_a_known_script() -> None:
    assert vocabulary("xx") is None
    assert found("Das Schiff fährt zażółć nach 工厂.", "untranslated-words", language="xx") == []


def test_a_regional_variant_has_the_vocabulary_of_its_language() -> None:
    assert vocabulary("en-GB") is not None
    text = "The harbour has a new odpowiedź for the ferry."
    assert found(text, "untranslated-words", language="en-GB") == [("untranslated-words", "odpowiedź")]


@given(PIECES)
def test_any_mixture_gives_places_inside_the_text(pieces: list[str]) -> None:
    text = "".join(pieces)
    for finding in tqcheck.check(text, language="en", select=["leftovers"]).findings:
        assert 0 <= finding.start < finding.end <= len(text)


@pytest.mark.parametrize("piece", REPEATED)
def test_one_piece_many_times_is_checked_at_all(piece: str) -> None:
    tqcheck.check(piece * 20_000, language="en", select=["leftovers"])


def test_many_different_words_that_nobody_knows() -> None:
    words = (f"{first}o{second}ażu{third}a{fourth}i" for first, second, third, fourth in product(LETTERS, repeat=4))
    tqcheck.check("The " + " ".join(words), language="en", select=["leftovers"])
