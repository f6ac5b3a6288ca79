"""Swapped files, wrong languages and untranslated texts are said once, and nothing is compared."""

from __future__ import annotations

import pytest

import tqcheck
from tqcheck.bilingual.wrong_languages import untranslated, wrong_languages

ENGLISH = "\n\n".join([
    "The ferry to Alder leaves at noon from the old pier, and it comes back in the evening.",
    "Tickets are sold on board, and children who are with their parents travel free.",
    "Dogs are welcome on the upper deck, but they must not go into the café.",
    "If there is a storm, the boat stays in the harbour and your money is given back to you.",
    "Captain Lund and his crew wish you a good journey over the water.",
])  # fmt: skip
GERMAN = "\n\n".join([
    "Die Fähre nach Alder legt mittags vom alten Anleger ab und kommt am Abend zurück.",
    "Fahrkarten gibt es an Bord, und Kinder, die mit ihren Eltern reisen, fahren umsonst.",
    "Hunde sind auf dem Oberdeck willkommen, aber sie dürfen nicht in das Café.",
    "Bei Sturm bleibt das Boot im Hafen, und Sie bekommen Ihr Geld zurück.",
    "Kapitän Lund und seine Leute wünschen Ihnen eine gute Reise über das Wasser.",
])  # fmt: skip


@pytest.mark.parametrize(
    ("said", "detected", "words"),
    [
        (("en", "de"), ("en", "de"), ""),
        (("en-GB", "de-AT"), ("en", "de"), ""),
        (("en", "de"), ("de", "en"), "swapped"),
        (("en", "de"), ("de", "de"), "this text is in language 'de', as its source is"),
        (("en", "de"), ("en", "en"), "the source is in language 'en'"),
        (("en", "de"), ("ja", "de"), "this text is in language 'ja'"),
        (("en", "de"), ("und", "und"), ""),
        (("en", "cs"), ("en", "sk"), ""),
        (("en", "en"), ("en", "en"), ""),
    ],
)
def test_what_is_wrong_is_said(said: tuple[str, str], detected: tuple[str, str], words: str) -> None:
    problem = wrong_languages(said, detected, "source")
    assert words in problem
    assert bool(words) == bool(problem)


def test_a_text_that_is_its_source_is_not_translated() -> None:
    assert "nothing was translated" in untranslated(list("abcde"), list("abcde"))
    assert not untranslated(list("abcde"), list("vwxyz"))
    assert not untranslated(list("abc"), list("abc"))
    assert not untranslated(list("abcde"), list("abcdef"))


@pytest.mark.parametrize(
    ("text", "source", "words"),
    [
        (GERMAN, ENGLISH, "swapped"),
        (ENGLISH, ENGLISH, "nothing was translated"),
        (GERMAN, GERMAN.replace(".", "!"), "as its source is"),
        (ENGLISH, GERMAN, ""),
    ],
)
def test_a_report_says_it_once(text: str, source: str, words: str) -> None:
    checker = tqcheck.Checker(language="en", source_language="de", select=["fidelity"])
    report = checker.check(text, source=source)
    assert report.findings == ()
    assert words in " ".join(notice.message for notice in report.notices)
    assert bool(words) == bool(report.notices)
    assert checker.check(text[:80], source=source[:80]).notices == ()
