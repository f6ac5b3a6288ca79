"""What a reference excuses of the rules about numbers."""

from __future__ import annotations

import pytest

import tqcheck
from tqcheck.bilingual.numbers import comparison
from tqcheck.bilingual.numbers.amount import Amount
from tqcheck.bilingual.numbers.scanning import amounts


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


def test_texts_are_read_once_however_many_numbers_are_found(monkeypatch: pytest.MonkeyPatch) -> None:
    read = []

    def noted(text: str, language: str) -> list[Amount]:
        read.append(text)
        return amounts(text, language)

    monkeypatch.setattr(comparison, "amounts", noted)
    text = "".join(f"There are {number} boats. " for number in range(300, 400))
    report = tqcheck.check(text, language="en", source="Dort liegen Boote.", source_language="de", reference="A fleet. " * 20)
    assert sum(finding.rule == "added-number" for finding in report.findings) == 100
    assert len(read) == 3
