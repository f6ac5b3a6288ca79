"""Placeholders and tags of two strings: what is lost, added, renamed or damaged, and what is right."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import tqcheck
from tqcheck.bilingual.placeholders import difference
from tqcheck.readers.files import read_file

CATALOGUE = """msgid ""
msgstr ""
"Language: en\\n"
"X-Source-Language: de\\n"

msgid "Ahoi %s, du hast <b>neue</b> Post"
msgstr "Ahoy %d, you have <b>new mail"

msgid "%d Boot ist hier"
msgid_plural "%d Boote sind hier"
msgstr[0] "One boat is here"
msgstr[1] "Many boats are here"

msgid "Speichere {datei} jetzt"
msgstr "Save {datei} now"
"""


@pytest.mark.parametrize(
    ("own", "theirs", "added", "lost"),
    [
        ("Ahoy {имя}", "Hallo {name}", ["{имя}"], ["{name}"]),
        ("%2$d of %1$s", "%s has %d", [], []),
        ("%d %s", "%s %d", ["%1$d", "%2$s"], ["%1$s", "%2$d"]),
        ("<b>fett</b><x id='2'/>", "<b>bold<x id='1'/>", ["</b>", "<x 2>"], ["<x 1>"]),
        ("{{ user }} ${a} %1", "{{user}} ${b} %1", ["${a}"], ["${b}"]),
        ("{n, plural, one {boat} few {x} other {boats}}", "{n, plural, one {Boot} other {# Boote}}", [], []),
        ("{n, plural, other {boats}}", "{n, plural, other {Boote in {ort}}}", [], ["{ort}"]),
        ("{n, plural, other {boats}}", "{m, plural, other {Boote}}", ["{n,plural}"], ["{m,plural}"]),
        ("100 % of it, 5% sail", "100 % davon", [], []),
        ("a <br/> b", "a b", [], []),
        ("#NAME # is here", "#NAME# ist da", [], ["#NAME#"]),
    ],
)
def test_differences(own: str, theirs: str, added: list[str], lost: list[str]) -> None:
    found = difference(own, theirs)
    assert ([each.compared for each in found.added], [each.compared for each in found.lost]) == (added, lost)


def test_full_width_marks_are_damage() -> None:
    found = difference("｛0｝ ％s", "{0} %s")
    assert (found.added, found.lost, len(found.damaged)) == ([], [], 2)


def test_catalogues_are_compared_as_they_are_written(tmp_path: Path) -> None:
    path = tmp_path / "harbour.po"
    path.write_text(CATALOGUE, "utf-8")
    reading = read_file(str(path))
    checker = tqcheck.Checker(select=["changed-placeholder"])
    report = checker.check_reading(reading)
    messages = [finding.message for finding in report.findings]
    assert messages == ["“%d” stands for “%s” of the source.", "“</b>” of the source is missing.", "“%d” of the source is missing."]


@settings(max_examples=100)
@given(st.text(alphabet="{}%$<>s1 ,plural#/b｛｝％", max_size=60), st.text(alphabet="{}%$<>s1 ,plural#/b", max_size=60))
def test_any_strings_can_be_compared(own: str, theirs: str) -> None:
    found = difference(own, theirs)
    assert all(0 <= each.start < each.end <= len(own) for each in found.added)
    assert all(0 <= each.start < each.end <= len(theirs) for each in found.lost)
    assert difference(own, own).added == []
