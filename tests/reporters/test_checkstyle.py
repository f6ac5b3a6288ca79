"""Checkstyle XML: an element for each file and each finding."""

from __future__ import annotations

from xml.etree import ElementTree

from hypothesis import given
from made import checked, finding, report_in
from test_xml import ANY_TEXT

from tqcheck import ReadingError, Severity
from tqcheck.reporters.xml import possible


def test_findings_clean_files_and_errors() -> None:
    found = checked(finding(17, 20), finding(22, 23, severity=Severity.CRITICAL), finding(24, 25, severity=Severity.NEUTRAL))
    errors = (ReadingError("lost.txt", "no such file"),)
    root = ElementTree.fromstring(report_in("checkstyle", found, checked(name="clean.txt"), errors=errors))
    assert root.tag == "checkstyle"
    assert [file.get("name") for file in root] == ["a.txt", "clean.txt", "lost.txt"]
    assert [error.get("severity") for error in root.iter("error")] == ["warning", "error", "info", "error"]
    assert root[0][0].attrib == {
        "line": "2",
        "column": "5",
        "severity": "warning",
        "message": "“the” is \\x1b[1mwritten twice.",
        "source": "tqcheck.doubled-word",
    }
    assert list(root[1]) == []
    assert root[2][0].get("message") == "no such file"


@given(ANY_TEXT, ANY_TEXT)
def test_any_message_and_any_name_give_a_sound_document(message: str, name: str) -> None:
    root = ElementTree.fromstring(report_in("checkstyle", checked(finding(0, 5, message=message), name=f"x{name}")))
    assert [error.get("message") for error in root.iter("error")] == [possible(message)]
