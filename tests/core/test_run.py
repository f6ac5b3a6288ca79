"""Running rules: who looks where, and one finding for one fault."""

from __future__ import annotations

import time
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tqcheck import lang
from tqcheck.core.document import Document, Passage
from tqcheck.core.finding import Edit, Finding, Fix, Severity
from tqcheck.core.rule import Rule, Scope
from tqcheck.core.run import restored, run, settled

ENGLISH = lang.load("en")


def made(start: int, end: int, score: float = 0.8, *, rule: str = "rule", family: str = "family") -> Finding:
    return Finding(rule, family, start, end, "A message.", Severity.MINOR, score)


def places(findings: list[Finding]) -> list[tuple[int, int]]:
    return [(finding.start, finding.end) for finding in findings]


class EveryStar(Rule):
    """A star stands in the text."""

    triggers = "*"
    seen: list[str]

    def check(self, passage: Passage) -> Iterator[Finding]:
        """Each star, and a note of what was looked at."""
        self.seen.append(passage.text)
        for place, character in enumerate(passage.text):
            if character == "*":
                yield self.finding(passage, place, place + 1, "A star.", score=0.9)


class WholeText(Rule):
    """The text is looked at as a whole."""

    scope = Scope.DOCUMENT

    def check(self, passage: Passage) -> Iterator[Finding]:
        """The last character."""
        if passage.text:
            yield self.finding(passage, len(passage.text) - 1, len(passage.text), "The last one.", score=0.9)


def test_only_blocks_with_a_trigger_are_looked_at() -> None:
    rule = EveryStar()
    rule.seen = []
    text = "No mark here.\n\nOne * here.\n\nNone."
    assert places(run([rule], Document.from_text(text, ENGLISH))) == [(19, 20)]
    assert rule.seen == ["One * here."]


def test_a_rule_of_document_scope_sees_the_text_as_it_is() -> None:
    text = "One line.\nAnother."
    assert places(run([WholeText()], Document.from_text(text, ENGLISH))) == [(17, 18)]


def test_places_are_led_back_to_the_text_that_was_handed_in() -> None:
    document = Document.from_text("One.\r\nTwo.\r\n", ENGLISH)
    finding = made(4, 9).replace(fix=Fix((Edit(5, 8, "x"), Edit(9, 10, ""))), related=((0, 4), (5, 6)))
    (found,) = restored([finding], document)
    assert (found.start, found.end, found.related) == (4, 10, ((0, 4), (6, 7)))
    assert found.fix == Fix((Edit(6, 9, "x"), Edit(10, 12, "")))
    findings = [finding]
    assert restored(findings, Document.from_text("One.\nTwo.\n", ENGLISH)) is findings


def test_findings_are_ordered_by_place() -> None:
    assert places(settled([made(30, 40), made(5, 6, family="other"), made(10, 12)])) == [(5, 6), (10, 12), (30, 40)]


def test_of_two_at_one_place_the_surest_stays() -> None:
    assert [f.rule for f in settled([made(0, 10, 0.6, rule="a"), made(4, 12, 0.9, rule="b")])] == ["b"]
    assert [f.rule for f in settled([made(0, 10, 0.9, rule="a"), made(4, 12, 0.6, rule="b")])] == ["a"]


def test_of_two_equally_sure_the_longer_stays() -> None:
    assert places(settled([made(0, 8), made(0, 10)])) == [(0, 10)]


def test_the_same_place_in_two_families_is_one_fault() -> None:
    assert [f.family for f in settled([made(0, 9, 0.6, family="a"), made(0, 9, 0.7, family="b")])] == ["b"]
    assert len(settled([made(0, 9, 0.6, family="a"), made(1, 9, 0.7, family="b")])) == 2


def test_a_word_in_a_paragraph_is_a_fault_of_its_own() -> None:
    assert places(settled([made(0, 500), made(20, 25)])) == [(0, 500), (20, 25)]


def test_a_word_between_does_not_hide_that_two_paragraphs_are_one() -> None:
    assert places(settled([made(0, 500, 0.9), made(20, 25), made(40, 500, 0.7)])) == [(0, 500), (20, 25)]


def test_a_finding_that_falls_does_not_take_another_with_it() -> None:
    # the middle one loses to the last, and no longer stands against the first
    assert places(settled([made(0, 10, 0.6), made(6, 16, 0.7), made(12, 22, 0.9)])) == [(0, 10), (12, 22)]


FINDINGS = st.builds(
    lambda start, length, score, rule, family: made(start, start + length, score, rule=rule, family=family),
    st.integers(0, 60),
    st.integers(0, 40),
    st.sampled_from([0.5, 0.7, 0.9]),
    st.sampled_from("ab"),
    st.sampled_from("xy"),
)


def overlap(one: Finding, other: Finding) -> bool:
    shared = min(one.end, other.end) - max(one.start, other.start)
    return one.family == other.family and shared > 0 and 4 * shared >= max(one.end - one.start, other.end - other.start)


@given(st.lists(FINDINGS, max_size=12), st.randoms())
def test_what_stays_has_a_place_of_its_own_and_what_falls_a_surer_rival(findings: list[Finding], random: object) -> None:
    kept = settled(findings)
    assert not any(overlap(one, other) for n, one in enumerate(kept) for other in kept[n + 1 :])
    for fallen in findings:
        rivals = [f for f in findings if f.score >= fallen.score and (overlap(f, fallen) or (f.start, f.end) == (fallen.start, fallen.end))]
        assert fallen in kept or rivals
    random.shuffle(findings)  # type: ignore[attr-defined]
    assert places(settled(findings)) == places(kept)


@pytest.mark.parametrize("length", [1, 40, 5_000])
def test_many_findings_take_linear_time(length: int) -> None:
    findings = [made(number, number + length, 0.5 + number % 7 / 20) for number in range(20_000)]
    start = time.process_time()
    settled(findings)
    assert time.process_time() - start < 5
