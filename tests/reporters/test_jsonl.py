"""JSON Lines hold the objects of the JSON report, each as soon as it is known."""

from __future__ import annotations

import json

from made import FIX, checked, finding, report_in

from tqcheck import ReadingError
from tqcheck.reporters.jsonl import JsonLinesReporter


def test_the_lines_are_the_objects_of_the_json_report() -> None:
    reports = checked(finding(17, 20, fix=FIX)), checked(name="b\ud800.txt")
    errors = (ReadingError("lost.txt", "no such file"),)
    text = report_in("jsonl", *reports, errors=errors)
    whole = json.loads(report_in("json", *reports, errors=errors))
    assert text.isascii()
    assert [json.loads(line) for line in text.splitlines()] == [*whole["files"], *whole["errors"]]


def test_a_line_is_written_when_its_file_is_done() -> None:
    pieces: list[str] = []
    JsonLinesReporter(pieces.append).add(*checked())
    assert json.loads(pieces[0])["path"] == "a.txt"


def test_a_run_over_nothing_is_empty() -> None:
    assert report_in("jsonl") == ""
