"""A fingerprint outlives reflow, moved paragraphs and other names, and tells different faults apart."""

from __future__ import annotations

import textwrap

from hypothesis import given
from hypothesis import strategies as st

import tqcheck
from tqcheck import Finding, Report, Severity
from tqcheck.fingerprints import fingerprint, fingerprints

FIRST = (
    "The ferry was late again on Friday, and the people who were waiting at the the quay for it had been told nothing "
    "at all by the company that runs the only line to the island, as the harbour master said later in the evening."
)
SECOND = (
    "The mayor, Hanne Lund (Hanne Lund), came down to the quay at noon to see what could be done for the people there, "
    "and she promised that somebody would bring tea and blankets before the night was over and the wind grew colder."
)
THIRD = "Nobody came. The lamps went out one by one, and the last of those who had waited so long walked home in the rain."


def prints(text: str, *, name: str = "a.txt") -> dict[str, str]:
    """The rules of the findings by fingerprint."""
    report = tqcheck.Checker(language="en").check(text, name=name)
    return dict(zip(fingerprints(report, text), (finding.rule for finding in report.findings), strict=True))


def made(start: int, end: int, rule: str = "doubled-word") -> Finding:
    return Finding(rule, "repetition", start, end, "“the” is said twice.", Severity.MINOR, 0.9)


def report_on(*findings: Finding) -> Report:
    return tqcheck.check("", language="en").replace(findings=findings)


def wrapped(*paragraphs: str, width: int) -> str:
    return "\n\n".join(textwrap.fill(paragraph, width, break_on_hyphens=False) for paragraph in paragraphs) + "\n"


BEFORE = prints("\n\n".join((FIRST, SECOND, THIRD)))


def test_there_is_something_to_compare() -> None:
    assert sorted(BEFORE.values()) == ["doubled-word", "duplicate-gloss"]
    assert all(len(each) == 32 and int(each, 16) >= 0 for each in BEFORE)


def test_reflow_changes_nothing() -> None:
    for width in (60, 72, 100):
        text = wrapped(FIRST, SECOND, THIRD, width=width)
        assert prints(text) == BEFORE
        assert prints(text.replace("\n", "\r\n")) == BEFORE
        assert prints(text.replace("\n", "\r")) == BEFORE


def test_moved_paragraphs_and_other_names_change_nothing() -> None:
    assert prints("\n\n".join((THIRD, SECOND, FIRST))) == BEFORE
    assert prints("\n".join((SECOND, THIRD, FIRST)), name="b/other.txt") == BEFORE
    assert prints("One more line before.\n\n" + "\n\n".join((FIRST, SECOND, THIRD))) == BEFORE


def test_case_does_not_count() -> None:
    text = "Down at the the quay."
    assert fingerprint(made(8, 15), text) == fingerprint(made(8, 15), text.upper())


def test_the_rule_the_marked_text_and_the_neighbours_count() -> None:
    text = "They went down at the the quay in the rain."
    place = text.index("the the")
    other = {
        fingerprint(made(place, place + 7), text),
        fingerprint(made(place, place + 7, "doubled-phrase"), text),
        fingerprint(made(place, place + 3), text),
        fingerprint(made(place, place + 7), text.replace("quay", "mole")),
        fingerprint(made(place, place + 7), text.replace("went", "came")),
    }
    assert len(other) == 5


def test_words_farther_away_do_not_count() -> None:
    text = "They went down at the the quay in the rain."
    place = text.index("the the")
    assert fingerprint(made(place, place + 7), text) == fingerprint(made(place, place + 7), text.replace("rain", "snow"))


def test_the_same_fault_twice_is_numbered() -> None:
    text = "At the the quay.\n" * 3
    places = [3, 20, 37]
    first, second, third = fingerprints(report_on(*(made(place, place + 7) for place in places)), text)
    assert (second, third) == (f"{first}-2", f"{first}-3")


@given(st.text(max_size=60), st.data())
def test_any_text_has_unique_fingerprints(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    findings = [made(start, end), made(start, end), made(0, end)]
    found = fingerprints(report_on(*findings), text)
    assert len(set(found)) == 3
    assert found[0] == fingerprint(findings[0], text)


def test_lone_surrogates_have_one_too() -> None:
    assert fingerprint(made(0, 1), "\ud800") != fingerprint(made(0, 1), "\udfff")
