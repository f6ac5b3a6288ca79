"""The pure functions that compare marks: what they find in scripts of all kinds, and that no text breaks them."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tqcheck.bilingual.addresses import addresses, emoji, is_localised, unmatched
from tqcheck.bilingual.copies import are_relatives, copied
from tqcheck.bilingual.cues import cues
from tqcheck.bilingual.enclosures import bracketed, has_dialogue_dash, length_in_words, quoted, titles
from tqcheck.bilingual.final_marks import final_mark, mark_of, may_be_shortened
from tqcheck.bilingual.negation import denials, may_deny
from tqcheck.bilingual.questions import asked, marks

CODES = ["en", "de", "fr", "es", "it", "pt", "ru", "uk", "pl", "cs", "zh", "ja", "ko", "hi", "ar", "he", "tr", "nl", "sv", "el", "fi"]
PIECES = [
    "“", "”", "„", "«", "»", "'", '"', "「", "」", "（", ")", "?", "？", "¿", "！", "。", "।", "…", ". ", " ", "\n", "—",
    "https://", "www.", "@a", "#", "/", "👍", "🏽", "\u200d", "\ufe0f", "не", "не ", "no ", "n't", "吗", "a", "Boot ", "the ", "\ud800",
]  # fmt: skip
ANY = st.text(max_size=80) | st.lists(st.sampled_from(PIECES), max_size=40).map("".join)


@pytest.mark.parametrize(
    ("text", "code", "kind"),
    [
        ("The boat.", "en", "stop"),
        ("He said “go.”", "en", "stop"),
        ("船来了。", "zh", "stop"),
        ("नाव लाल है।", "hi", "stop"),
        ("هل ذهب؟", "ar", "question"),
        ("Πού είναι;", "el", "question"),
        ("It is; so", "en", ""),
        ("Wait...", "en", "ellipsis"),
        ("等等……", "zh", "ellipsis"),
        ("What?!", "en", "question"),
        ("Take:", "en", "colon"),
        ("Nothing", "en", ""),
        ("Known.[12]", "en", "stop"),
        ("Good! 😀", "en", "exclamation"),
        ("", "en", ""),
    ],
)
def test_the_kind_of_the_final_mark(text: str, code: str, kind: str) -> None:
    assert final_mark(text, code).kind == kind


def test_the_place_of_the_final_mark_is_before_closing_marks() -> None:
    mark = final_mark("He said “go.”")
    assert (mark.start, mark.end) == (11, 12)
    assert final_mark("x" * 200 + ".").start == 200


def test_each_script_has_its_marks() -> None:
    assert [mark_of("question", code) for code in ("en", "zh-Hant", "ar", "el")] == ["?", "？", "؟", ";"]


def test_a_stop_may_belong_to_a_shortened_word() -> None:
    assert [may_be_shortened(text, final_mark(text)) for text in ("5 kg.", "z. B.", "The boat.", "Ende?")] == [True, True, False, False]


def test_question_marks_of_addresses_do_not_count() -> None:
    assert len(marks("See https://port.example/?boat=3 now.")) == 0
    assert len(marks("Why?! When??? 谁？？ 为什么?船")) == 4


def test_particles_ask_without_a_mark() -> None:
    assert asked("船走了吗", "zh").unmarked == 1
    assert asked("船は出ましたか。", "ja").unmarked == 1
    assert asked("船走了。", "zh").unmarked == 0


@pytest.mark.parametrize(
    ("text", "inner"),
    [
        ("He said “all is well” twice", ["all is well"]),
        ("Er sagte: „Gut so“ und »nein«", ["Gut so", "nein"]),
        ("彼は「はい」と言った", ["はい"]),
        ("the dogs' bowl isn't 'here, my dear'", ["here, my dear"]),
        ('5" and 7"', []),
        ("rock 'n' roll of the '90s", ["n"]),
    ],
)
def test_what_stands_in_quotation_marks(text: str, inner: list[str]) -> None:
    assert [each.text for each in quoted(text)] == inner


def test_brackets_titles_and_dashes_of_other_scripts() -> None:
    assert [each.text for each in bracketed("一（二）[three] 【四】")] == ["二", "three", "四"]
    assert titles("《红船》 and *The Boat*") == 2
    assert has_dialogue_dash("— Hola —dijo.")
    assert not has_dialogue_dash("well-known")
    assert length_in_words("两个词语 and two") == 4


def test_addresses_are_cut_where_prose_goes_on() -> None:
    text = "和https://port.example/路，见 me@port.example. @ines_roth #Hafen C:\\boot\\x.txt /etc/boot.conf and/or 3/4"
    found = [(each.kind, text[each.start : each.end]) for each in addresses(text)]
    assert found == [
        ("url", "https://port.example/"),
        ("mail", "me@port.example"),
        ("name", "@ines_roth"),
        ("tag", "#Hafen"),
        ("path", "C:\\boot\\x.txt"),
        ("path", "/etc/boot.conf"),
    ]


def test_addresses_are_compared_without_what_does_not_matter() -> None:
    assert unmatched(addresses("http://www.Port.example/a/"), addresses("https://port.example/a")) == ([], [])
    assert is_localised("port.example/de/boot", "port.example/en/boat")
    assert is_localised("de.port.example/boot", "en.port.example/boat")
    assert not is_localised("port.example/boot", "port.example/boat")


def test_emoji_are_whole() -> None:
    assert [each.compared for each in emoji("👩‍🚀 👍🏽 🇩🇪 ❤️ © →")] == ["👩‍🚀", "👍", "🇩🇪", "❤"]


def test_a_copy_is_one_between_two_languages_only() -> None:
    text = "Die Netze trocknen auf der Mole bei gutem Wetter"
    assert copied(text, text, "en", "de") is not None
    assert copied(text, text, "de-CH", "de-DE") is None
    assert copied("Hanne Lund Odo Roth", "Hanne Lund Odo Roth", "en", "de") is None
    assert are_relatives("es", "pt")


def test_denials() -> None:
    assert [text[a:b] for text in ("It isn't so and never was",) for a, b in denials(text, "en")] == ["n't", "never"]
    assert denials("It doesn't matter, not only here", "en") == []
    assert may_deny("Das ist unsicher", "de")
    assert not may_deny("Die Boote sind hier", "de")
    assert may_deny("Laivat ovat satamassa", "fi"), "nothing is known of it"


@pytest.mark.parametrize("code", ["en", "de", "fr", "es", "it", "ru", "pl", "cs", "zh", "ja", "hi"])
def test_the_languages_have_cues(code: str) -> None:
    known = cues(code)
    assert known is not None
    assert known.asks
    assert known.denies or known.denies_within


@settings(max_examples=150)
@given(ANY, ANY, st.sampled_from(CODES), st.sampled_from(CODES))
def test_no_text_breaks_them(own: str, theirs: str, code: str, other: str) -> None:
    for start, end, *_ in (*quoted(own), *bracketed(own)):
        assert 0 <= start < end <= len(own)
    for each in (*addresses(own), *emoji(own)):
        assert 0 <= each.start < each.end <= len(own)
    mark = final_mark(own, code)
    assert 0 <= mark.start <= mark.end <= len(own)
    for start, end in (*marks(own, code), *denials(own, code)):
        assert 0 <= start < end <= len(own)
    found = copied(own, theirs, code, other)
    assert found is None or 0 <= found.start < found.end <= len(own)
    asked(own, code)
    may_deny(own, code)
