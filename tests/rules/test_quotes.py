"""The family quotes in several languages: what single examples cannot show."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

import tqcheck
from tqcheck import lang

LATIN = ("de", "de-AT", "de-CH", "fr", "fr-CA", "fr-CH", "es", "es-ES", "es-419", "it", "pt", "pt-BR", "pt-PT", "nl", "sv")
MARKS_AND_LETTERS = st.text(alphabet="aÉ .,!?:;\"'“”„‚‘’«»‹›\u00a0\u202f—\n\ud800", max_size=80)


def found(text: str, language: str, *rules: str) -> list[tuple[str, str]]:
    report = tqcheck.check(text, language=language, select=list(rules or ("quotes",)))
    return [(finding.rule, text[finding.start : finding.end]) for finding in report.findings]


@pytest.mark.parametrize("language", LATIN)
def test_each_outer_pair_of_a_locale_is_silent_alone_and_its_lost_closer_is_not(language: str) -> None:
    for opener, closer in outer_pairs(language):
        whole = f"{opener}Nordal{closer}, Roth. Lund {opener}Mora{closer}."
        assert found(whole, language) == []
        assert [rule for rule, _ in found(whole.replace(closer, "", 1), language)] != []


def outer_pairs(language: str) -> list[tuple[str, str]]:
    loaded = lang.load(language)
    spaced = loaded.phrases("quotes", "spaced_pairs")
    pairs = [pair for pair in loaded.phrases("quotes", "outer") if pair[0] != pair[1]]
    return [(f"{pair[0]}\u00a0", f"\u00a0{pair[1]}") if pair in spaced else (pair[0], pair[1]) for pair in pairs]


def test_one_odd_style_is_one_finding_however_often_it_comes() -> None:
    text = "Er sagte „nein“. " * 20 + 'Sie sagte "ja" und "doch".'
    assert found(text, "de", "stray-quote-style") == [("stray-quote-style", '"ja"')]


def test_two_habits_in_equal_shares_are_left_alone() -> None:
    assert found('Er sagte „nein“. Sie sagte "ja". ' * 6, "de", "stray-quote-style") == []


@given(MARKS_AND_LETTERS, st.sampled_from(LATIN))
def test_whatever_the_marks_every_place_is_in_the_text(text: str, language: str) -> None:
    report = tqcheck.check(text, language=language, select=["quotes", "mechanics", "insertions"])
    assert all(0 <= finding.start < finding.end <= len(text) for finding in report.findings)


def test_a_space_of_the_text_is_written_where_one_is_missing() -> None:
    report = tqcheck.check("Oui\u202f! Non\u202f? Jamais!", language="fr", select=["unspaced-mark"])
    assert [finding.fix.apply("Oui\u202f! Non\u202f? Jamais!") for finding in report.findings if finding.fix] == [
        "Oui\u202f! Non\u202f? Jamais\u202f!"
    ]
