"""An empty translation is one fault, whatever the source holds."""

from __future__ import annotations

from pathlib import Path

import tqcheck

SOURCE = "„Die Netze trocknen nicht auf der Mole“, sagte {name} (wie immer, und das seit vielen Jahren) auf https://port.example 😀?"


def test_an_empty_translation_is_one_fault(tmp_path: Path) -> None:
    terms = tmp_path / "terms.csv"
    terms.write_text("source,target,status\nMole,mole,\nNetz,net,\nhttps,,dnt\n", "utf-8")
    checker = tqcheck.Checker(language="en", glossary=str(terms), preview=True, select=["fidelity", "terminology"])
    report = checker.check(".", source=SOURCE, source_language="de")
    assert [finding.rule for finding in report.findings] == ["empty-translation"]
    full = {finding.rule for finding in checker.check("It is so.", source=SOURCE, source_language="de").findings}
    assert {"lost-quotation", "changed-address", "changed-emoji", "changed-placeholder", "missing-term"} <= full
