"""The strings of a catalogue say nothing about each other: no speech runs on, and what comes again is said in two places."""

from __future__ import annotations

import json

from tqcheck.checker import Checker
from tqcheck.formats import Format
from tqcheck.readers.files import read

CHECKER = Checker(language="en")
TWICE = "Please try again later, or ask the people of the harbour office for help."


def found(*strings: str) -> list[str]:
    reading = read(json.dumps(strings).encode(), "a.json", Format("json"))
    return [finding.rule for finding in CHECKER.check_reading(reading).findings]


def test_no_speech_runs_into_another_string() -> None:
    assert found("She said “open the gate and wait.", "“Close the gate,” he said. It was late.") == ["unclosed-quote"]
    assert found("She said “open the gate.", "Close the gate” and go.") == ["unclosed-quote", "unopened-quote"]


def test_what_comes_again_in_another_string_is_no_fault() -> None:
    assert found(TWICE, "It left.", TWICE) == []
    assert found(f"The gate is closed. {TWICE}", f"The pier is closed. {TWICE}") == []
    assert found(f"{TWICE} {TWICE}") == ["repeated-sentence"]


def test_the_furniture_of_a_site_is_in_place_among_its_strings() -> None:
    notice = "All rights reserved."
    assert "site-furniture" in {finding.rule for finding in CHECKER.check(f"The harbour is open again.\n\n{notice}").findings}
    assert found("The harbour is open again.", notice) == []
