"""JUnit XML: a suite for each file, a failed case for each finding, and counts that agree."""

from __future__ import annotations

from xml.etree import ElementTree

from hypothesis import given
from hypothesis import strategies as st
from made import checked, finding, report_in
from test_xml import ANY_TEXT

from tqcheck import ReadingError, Severity
from tqcheck.reporters.xml import possible


def test_findings_clean_files_and_errors() -> None:
    found = checked(finding(17, 20, severity=Severity.MAJOR), finding(22, 23, message="<&>"))
    text = report_in("junit", found, checked(name="./clean.txt"), errors=(ReadingError("lost.txt", "no such file"),))
    root = ElementTree.fromstring(text)
    assert root.tag == "testsuites"
    assert [dict(suite.attrib) for suite in root] == [
        {"name": "a.txt", "tests": "2", "failures": "2", "errors": "0", "skipped": "0"},
        {"name": "clean.txt", "tests": "1", "failures": "0", "errors": "0", "skipped": "0"},
        {"name": "lost.txt", "tests": "1", "failures": "0", "errors": "1", "skipped": "0"},
    ]
    first, second = root[0]
    assert first.attrib == {"classname": "a.txt", "name": "doubled-word at 2:5", "file": "a.txt", "line": "2"}
    assert first[0].tag == "failure"
    assert first[0].attrib == {"message": "“the” is \\x1b[1mwritten twice.", "type": "major"}
    assert first[0].text == "a.txt:2:5 “the” is \\x1b[1mwritten twice. [0.88]"
    assert second[0].get("message") == "<&>"
    assert list(root[1][0]) == []
    assert root[2][0][0].attrib == {"message": "no such file", "type": "unread"}


def test_a_run_over_nothing_is_a_document() -> None:
    assert list(ElementTree.fromstring(report_in("junit"))) == []


@given(st.lists(ANY_TEXT, max_size=3), ANY_TEXT)
def test_any_message_and_any_name_give_a_sound_document(messages: list[str], name: str) -> None:
    reports = checked(*(finding(0, 5, message=message) for message in messages), name=f"x{name}")
    (suite,) = ElementTree.fromstring(report_in("junit", reports))
    assert [failure.get("message") for failure in suite.iter("failure")] == list(map(possible, messages))
