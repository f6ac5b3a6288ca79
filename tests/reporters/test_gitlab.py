"""The Code Quality report: what GitLab asks of each entry, and fingerprints that are never the same twice."""

from __future__ import annotations

import json

from made import checked, finding, report_in

from tqcheck import ReadingError, Severity
from tqcheck.fingerprints import fingerprints


def test_an_entry_in_full() -> None:
    reading, report = checked(finding(17, 20), name="./sub/a.txt")
    assert json.loads(report_in("gitlab", (reading, report), errors=(ReadingError("lost.txt", "no such file"),))) == [
        {
            "description": "“the” is \x1b[1mwritten twice.",
            "check_name": "doubled-word",
            "fingerprint": fingerprints(report, reading.text)[0],
            "severity": "minor",
            "location": {"path": "sub/a.txt", "lines": {"begin": 2, "end": 2}},
        }
    ]


def test_severities_are_words_that_gitlab_knows() -> None:
    entries = json.loads(report_in("gitlab", checked(*(finding(0, 5, severity=severity) for severity in Severity))))
    assert [entry["severity"] for entry in entries] == ["info", "minor", "major", "critical"]


def test_the_same_fault_in_two_files_has_two_fingerprints() -> None:
    entries = json.loads(report_in("gitlab", checked(finding(0, 5), finding(0, 5)), checked(finding(0, 5), name="b.txt")))
    first, second, third = (entry["fingerprint"] for entry in entries)
    assert (second, third) == (f"{first}-2", f"{first}-3")


def test_a_clean_run_is_an_empty_list() -> None:
    assert json.loads(report_in("gitlab", checked())) == []
