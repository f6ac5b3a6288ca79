"""Words and sentences: their places, and the hard cases of English."""

from __future__ import annotations

import sys
import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tqcheck import lang
from tqcheck.core.tokens import Words, sentences

ENGLISH = lang.load("en")

# A bar stands where one sentence ends and the next begins.
CASES = [
    "The harbour is closed.|It will open in May.",
    "Is it closed?|Yes!|For how long?!|Nobody knows.",
    "“What?” he asked.|“Who said so?” she wanted to know.",
    "“What is this?” Maddy asked.|“A lamp!” old Captain Lund cried.",
    "“Who is there?”|She said nothing.",
    "“Close the gate.”|“Why?”|“Because it is late.”",
    "He said: “Close the gate.|It is late.”|Then he left.",
    "“Wait!” — he was already running — “Wait for me!”",
    "Mr. Lund and Mrs. Roth met Dr. Adler at St. Anne’s.|They talked.",
    "Gen. Adam Kell, Lt. Col. Moss and Sgt. Reed were there.",
    "The book is by J. R. R. Lund and A. Roth.|It is long.",
    "The engine was built by Lund Bros. Ltd. of Norrham.",
    "He works for Lund Inc. The pay is good.".replace("Inc. ", "Inc.|"),
    "Lund Inc. chairman Ines Roth resigned.|Lund Corp. Director Moss did not.",
    "The bell rings at 5 p.m. The gate closes.".replace("m. ", "m.|"),
    "The bell rings at 5 p.m. on Monday and at 6 a.m. Tuesday.",
    "The U.S. Congress met.|So did the U.N. General Assembly.",
    "She moved to the U.S. He stayed.".replace("S. ", "S.|"),
    "Bring lamps, ropes, etc. The rest is here.".replace("c. ", "c.|"),
    "Bring lamps, ropes, etc., before noon.",
    "It was cold, i.e. below zero, e.g. in May.",
    "Lamps, e.g. The Old Flame, are sold here.",
    "See Fig. 3, No. 5, Vol. 2 and pp. 12–14.|There it is.",
    "I asked him and he said no.|Then I asked again.",
    "She teaches art.|He sells lamps.",
    "It opens on Jan. 5 and closes on Dec. 24.",
    "It happened in Sept. The harbour was full.".replace("t. ", "t.|"),
    "It costs 3.50 crowns, or 1,200.75 in all.|That is much.",
    "It costs $5.|It was $4.",
    "It rose by 3.5%.|Then it fell.",
    "Wait... what is this?|Well... The end.".replace("... T", "...|T"),
    "It went on … and on … and then it stopped.",
    "So it ended…|The lamp went out.",
    "1. The landlord shall pay.|2. The tenant shall not.",
    "1. Open the gate.",
    "3.2. The tenant pays the rent.",
    "a. Open the gate.",
    "IV. The Return",
    "In 1990. That is when it was.".replace("0. ", "0.|"),
    "(See the map.)|It hangs on the wall.",
    "The map (see p. 5) is old (but good).|It hangs on the wall.",
    "The town (pop. 5,000) is small.",
    "As Lund et al. (2015) found, it is so.|As they found.",
    "The tide was high.[3]|The boats were safe.¹|Nobody came.",
    "She holds a Ph.D. in law.|He has a B.A. from Norrham.",
    "Vitamin C. The rest is water.".replace("C. ", "C.|"),
    "Visit www.example.org.|Or write to info@example.org today.",
    "Version 2.0.1 is out.|Node.js is not.",
    "The shop is in Main St. The bank is near.".replace("t. ", "t.|"),
    "The town of St. Olaf lies by Mt. Kell near Ft. Moss.",
    "John Lund Jr. spoke first.|Adam Lund Sr. said nothing.",
    "the end of it.and then more.",
    "It is iPhone season.|Then came “eBay”.",
    "¿Qué?|¡No!",
    "She shouted “No!” and ran.",
    "Yahoo! and Lamp! are names.",
    "What a day!!!|What a night???",
    "No full stop here",
    "“One.” “Two.” “Three.”".replace("” “", "”|“"),
    "It is over.)|He left.",
    "He left.\t|\nShe stayed.\n",
]


@pytest.mark.parametrize("case", CASES)
def test_sentences_of_english(case: str) -> None:
    marked = [part.strip() for part in case.split("|")]
    text = case.replace("|", " ")
    assert [text[start:end] for start, end in sentences(text, ENGLISH)] == marked


def test_there_are_at_least_forty_hard_cases() -> None:
    assert len(CASES) >= 40


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Don’t stop: it’s 3.14 or 1,200.5!", ["Don’t", "stop", "it’s", "3.14", "or", "1,200.5"]),
        ("At 10:30 the U.S. said so, e.g. here.", ["At", "10:30", "the", "U.S.", "said", "so", "e.g.", "here"]),
        ("A well-known low-cost lamp", ["A", "well", "known", "low", "cost", "lamp"]),
        ("The dogs’ bowl, rock ’n’ roll", ["The", "dogs", "bowl", "rock", "n", "roll"]),
        ("the 1990s, 3rd, 5pm, file_name", ["the", "1990s", "3rd", "5pm", "file_name"]),
        ("Đà Nẵng, e\u0301tude, İzmir", ["Đà", "Nẵng", "e\u0301tude", "İzmir"]),
        ("漢字 и слова", ["漢", "字", "и", "слова"]),
        ("ก็ 5月のiPhone", ["ก็", "5", "月", "の", "iPhone"]),
        ("", []),
        ("!!! --- 🙂", []),
    ],
)
def test_words(text: str, words: list[str]) -> None:
    found = Words(text)
    assert found.written(0, len(found)) == words
    assert len(found) == len(words)


def test_joints_and_places() -> None:
    words = Words("One, two - three.")
    assert [words.joint(0), words.joint(1)] == [", ", " - "]
    assert [words.at(place) for place in (0, 2, 3, 5, 16, 17)] == [0, 0, 1, 1, 3, 3]
    assert words[-1] == "three"
    assert words.written(1, 3) == ["two", "three"]


def test_lower_case_writes_every_apostrophe_alike() -> None:
    assert Words("DON’T Don't").lower == ["don't", "don't"]


def test_lowering_moves_no_word_whatever_the_letter() -> None:
    cased = [letter for letter in map(chr, range(sys.maxunicode + 1)) if letter.lower() != letter]
    text = " ".join(f"{letter}a a{letter}" for letter in cased)
    words = Words(text)
    assert len(words.lower) == len(words.starts)
    assert all(end - start == len(lower) for start, end, lower in zip(words.starts, words.ends, words.lower, strict=True))


@given(st.text())
def test_words_and_sentences_are_ordered_and_in_range(text: str) -> None:
    words = Words(text)
    assert len(words.lower) == len(words.starts) == len(words.ends)
    assert all(0 <= start < end <= len(text) for start, end in zip(words.starts, words.ends, strict=True))
    assert list(words.starts) == sorted(words.starts)
    found = list(sentences(text, ENGLISH))
    assert all(0 <= start < end <= len(text) for start, end in found)
    assert all(one[1] <= other[0] for one, other in pairwise(found))


@given(st.text(alphabet="aB. !”“(\n1"))
def test_sentences_hold_all_but_white_space(text: str) -> None:
    assert "".join("".join(text[start:end].split()) for start, end in sentences(text, ENGLISH)) == "".join(text.split())


@pytest.mark.parametrize(
    "piece", [".", ". ", "a. ", ".”", "a ", "(", "A.", "“", "[1]", ".[1", "¹", "A.B", "!” Aa Aa ", "U.S. Aa ", "e.g. "]
)
def test_hostile_text_takes_linear_time(piece: str) -> None:
    text = piece * (60_000 // len(piece))
    start = time.process_time()
    list(sentences(text, ENGLISH))
    assert len(Words(text).starts) == len(Words(text).lower)
    assert time.process_time() - start < 5


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Am 3. Oktober kam das Boot. Niemand wartete.", 2),
        ("Sie wurde 3. Dann ging sie nach Hause.", 2),
        ("Das war z. B. am 21. Mai, d. h. gestern.", 1),
        ("Er fragte Dr. Lund usw. Heute ist alles anders.", 2),
    ],
)
def test_german_ordinals_and_abbreviations_end_no_sentence(text: str, count: int) -> None:
    assert len(list(sentences(text, lang.load("de")))) == count
