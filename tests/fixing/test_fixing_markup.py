"""Repairs in formats with markup: made in the raw file, written as its format asks, and never across markup."""

from __future__ import annotations

import pytest

from tqcheck.checked import Checked
from tqcheck.checker import Checker
from tqcheck.core.finding import Edit, Finding, Fix, Safety, Severity
from tqcheck.fixing import Fixed
from tqcheck.fixing.files import repaired_file
from tqcheck.fixing.structure import Structure
from tqcheck.formats import format_of
from tqcheck.readers.files import again, read
from tqcheck.readers.raw import raw_finding
from tqcheck.readers.reading import Reading
from tqcheck.silence import Silence

CHECKER = Checker(language="en", min_score=0)


def check(reading: Reading) -> Checked:
    return Silence().applied(Checked(reading, CHECKER.check_reading(reading)))


def fixed(name: str, raw: str) -> Fixed:
    return repaired_file(check(read(raw.encode(), name, format_of(name))), check, known={}, unsafe=True)


@pytest.mark.parametrize(
    ("name", "raw", "mended"),
    [
        ("a.md", "The *ferry* left the the harbour.\n", "The *ferry* left the harbour.\n"),
        ("a.md", "- It was **the the** boat.\r\n- It left.\r\n", "- It was **the** boat.\r\n- It left.\r\n"),
        ("a.md", "| One | The mayor , he left |\n|---|---|\n| a | b |\n", "| One | The mayor, he left |\n|---|---|\n| a | b |\n"),
        ("a.md", "> It left the\nthe harbour at noon.\n", "> It left the harbour at noon.\n"),
        ("a.html", "<p>It left <b>the the</b> harbour &amp; came.</p>", "<p>It left <b>the</b> harbour &amp; came.</p>"),
        ("a.html", "<p>It left the\r\nthe harbour.</p>", "<p>It left the harbour.</p>"),
        ("a.html", '<img alt="It left the the harbour.">', '<img alt="It left the harbour.">'),
    ],
)
def test_a_repair_is_made_in_the_file(name: str, raw: str, mended: str) -> None:
    assert fixed(name, raw).text == mended


@pytest.mark.parametrize(
    ("name", "raw"),
    [
        ("a.md", "The ferry left the *the* harbour.\n"),
        ("a.md", "> It left the\n> the harbour at noon.\n"),
        ("a.md", "Hanne Lund (Hanne [Lund](x.html)) left at noon.\n"),
        ("a.html", "<p>The ferry left the <b>the</b> harbour.</p>"),
        ("a.html", "<p>He left the   \n   the harbour.</p>"),
    ],
)
def test_a_repair_across_markup_is_refused_and_said(name: str, raw: str) -> None:
    result = fixed(name, raw)
    assert result.text == raw
    assert {repair.why for repair in result.dropped} == {"it would change markup"}


def test_a_repair_that_would_make_markup_is_refused() -> None:
    raw = "The ferry left. It came back to the pier.\n\nThe boat , # it is said, left.\n\n1990 , . - It left the the harbour.\n"
    result = fixed("a.md", raw)
    before, after = (read(text.encode(), "a.md", format_of("a.md")) for text in (raw, result.text))
    assert [block.kind for block in before.blocks or ()] == [block.kind for block in after.blocks or ()]


def test_once_is_enough() -> None:
    raw = "# A the the day\n\nIt was **the the** boat , and `the the` left the\nthe harbour .\n"
    once = fixed("a.md", raw)
    assert once.made
    assert fixed("a.md", once.text).made == ()
    reading = read(raw.encode(), "a.md", format_of("a.md"))
    assert again(reading, raw).text == reading.text


def finding(start: int, end: int, text: str) -> Finding:
    return Finding("doubled-word", "repetition", start, end, "", Severity.MINOR, 0.9, Fix((Edit(start, end, text),), Safety.SAFE))


def test_what_would_be_read_otherwise_is_found_among_what_would_not() -> None:
    reading = read(b"One # two.\n\nThree four five.\n\nSix - seven.\n", "a.md", format_of("a.md"))
    text = reading.text
    good = finding(text.index(" four"), text.index(" five"), "")
    bad = [finding(0, len("One "), ""), finding(text.index("Six"), text.index("- seven"), "")]
    pairs = [(each, raw_finding(each, reading)) for each in (bad[0], good, bad[1])]
    assert all(there.fix for _, there in pairs)
    assert [here for here, _ in Structure(reading).spoiling(pairs)] == bad
