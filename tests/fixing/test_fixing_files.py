"""Repairing a file leaves comments and what is known alone, and comes to rest all the same."""

from __future__ import annotations

from collections import Counter

from hypothesis import given, settings
from hypothesis import strategies as st

import tqcheck
from tqcheck.checked import Checked
from tqcheck.fingerprints import fingerprints
from tqcheck.fixing import Fixed
from tqcheck.fixing.files import repaired_file
from tqcheck.readers import plain
from tqcheck.readers.reading import Reading
from tqcheck.silence import Silence

CHECKER = tqcheck.Checker(language="en")
PIECES = (
    "The spokesman Ivan Petrov (Ivan Petrov) was silent. ", "The boats went out to the the sea. ", "They came,and left. ", "\n\n", "\r\n",
    "The harbour was quiet , and so was she. ", "“We saw nothing,” said Olga Brenner (Olga Brenner). ", "# tqcheck: ignore mechanics\n",
    "He lived in the old house ,  in the old house by the sea. ", "<!-- tqcheck: ignore repetition -->\n", "<!-- tqcheck: off -->",
    "“No ,” he said.\n", "&amp;amp; ",
)  # fmt: skip
SENTENCES = st.lists(st.sampled_from(PIECES), max_size=12).map("".join)


def check(reading: Reading) -> Checked:
    return Silence().applied(Checked(reading, CHECKER.check(reading.text, name=reading.name)))


def digests(checked: Checked) -> list[str]:
    return [numbered.partition("-")[0] for numbered in fingerprints(checked.report, checked.reading.text)]


def fixed(raw: str, known: Counter[str]) -> Fixed:
    return repaired_file(check(plain.reading(raw, "a.txt")), check, known=known, unsafe=True)


def comments(raw: str) -> Counter[str]:
    return Counter(comment.text for comment in plain.reading(raw, "a.txt").comments)


@settings(max_examples=100)
@given(SENTENCES, st.data())
def test_no_comment_is_lost_and_twice_is_once_beside_what_is_known(raw: str, data: st.DataObject) -> None:
    found = digests(check(plain.reading(raw, "a.txt")))
    known = Counter(data.draw(st.lists(st.sampled_from(found), max_size=len(found)))) if found else Counter[str]()
    known &= Counter(found)
    first = fixed(raw, known)
    assert comments(raw) <= comments(first.text)
    assert fixed(first.text, known).text == first.text
