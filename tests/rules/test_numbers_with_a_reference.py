"""What a reference excuses of the rules about numbers."""

from __future__ import annotations

import pytest

import tqcheck


@pytest.mark.parametrize(
    ("text", "source", "reference"),
    [
        ("The mole was built in 1985.", "Damals wurde die Mole gebaut.", "In 1985 the mole was built."),
        ("The mole is old.", "Die Mole ist von 1985.", "It is an old mole."),
        ("It has 21 boats.", "Sie hat 25 Boote.", "There are 21 boats."),
    ],
)
def test_what_the_reference_does_as_well_is_no_fault(text: str, source: str, reference: str) -> None:
    def found(**partners: str) -> list[str]:
        report = tqcheck.check(text, language="en", source=source, source_language="de", **partners)
        return [finding.rule for finding in report.findings if finding.rule.endswith("-number")]

    assert len(found()) == 1
    assert found(reference=reference) == []
