"""The base class of rules: what is derived, and how a finding gets its places."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tqcheck import lang
from tqcheck.core.document import Document, Passage
from tqcheck.core.finding import Edit, Finding, Fix, Safety, Severity
from tqcheck.core.rule import Bad, Rule


class TwoWordsTooMany(Rule):
    """Two words are too many.

    What it finds: nothing.
    """

    severity = Severity.MAJOR
    bad = (Bad("⟦A⟧ b", fixed="b"),)

    def check(self, passage: Passage) -> Iterator[Finding]:
        """One finding at the second character."""
        yield self.finding(passage, 1, 2, "A message.", score=0.7, edits=[(1, 2, "x")], related=[(0, 1)])


PASSAGE = Document.from_text("One.\n\nTwo.", lang.load("en")).passages[1]


def test_name_family_and_summary_are_derived() -> None:
    assert TwoWordsTooMany.name == "two-words-too-many"
    assert TwoWordsTooMany.summary == "Two words are too many."
    assert TwoWordsTooMany.is_fixable()
    assert not Rule.is_fixable()


def test_places_of_the_passage_become_places_of_the_document() -> None:
    (finding,) = TwoWordsTooMany().check(PASSAGE)
    assert (finding.start, finding.end) == (7, 8)
    assert finding.related == ((6, 7),)
    assert finding.severity is Severity.MAJOR
    assert finding.fix == Fix((Edit(7, 8, "x"),), Safety.UNSAFE)
    assert finding.fix.apply("One.\n\nTwo.") == "One.\n\nTxo."


def test_a_finding_may_have_a_severity_of_its_own_and_no_fix() -> None:
    finding = TwoWordsTooMany().finding(PASSAGE, 0, 1, "A message.", score=0.5, severity=Severity.NEUTRAL)
    assert finding.severity is Severity.NEUTRAL
    assert finding.fix is None


def test_edits_are_done_together() -> None:
    assert Fix((Edit(0, 1, ""), Edit(2, 2, "x"), Edit(3, 4, "yz"))).apply("abcd") == "bxcyz"


def test_severities_have_an_order() -> None:
    assert [severity.rank for severity in Severity] == [0, 1, 2, 3]


def test_a_rule_must_check() -> None:
    with pytest.raises(NotImplementedError):
        Rule().check(PASSAGE)
