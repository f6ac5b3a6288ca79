"""The SARIF log keeps to the standard, and its places and repairs are those of the file."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest
from hypothesis import given
from jsonschema import Draft202012Validator
from jsonschema.exceptions import ValidationError
from made import FIX, TEXT, checked, finding, noticed, report_in
from test_xml import ANY_TEXT

import tqcheck
from tqcheck import Edit, Fix, ReadingError, Report, Safety, Severity
from tqcheck.fingerprints import fingerprints
from tqcheck.readers.reading import Reading
from tqcheck.reporters.sarif import artifact, message
from tqcheck.rules import all_rules

SCHEMA = Draft202012Validator(json.loads((Path(__file__).parent / "sarif.schema.json").read_text("utf-8")))
LINE_END = re.compile(r"\r\n|\n|\r")


def run_of(*reports: tuple[Reading, Report], errors: tuple[ReadingError, ...] = ()) -> Any:
    """The one run in the log, which keeps to the standard."""
    text = report_in("sarif", *reports, errors=errors)
    assert text.isascii()
    log = json.loads(text)
    SCHEMA.validate(log)
    (run,) = log["runs"]
    results, rules = run["results"], run["tool"]["driver"]["rules"]
    assert all(rules[result["ruleIndex"]]["id"] == result["ruleId"] for result in results)
    return run


def offset(text: str, line: int, column: int) -> int:
    """The place of a line and a column, found by counting the line ends that the run declares."""
    starts = [0, *(match.end() for match in LINE_END.finditer(text))]
    return starts[line - 1] + column - 1


def span(text: str, region: dict[str, int]) -> tuple[int, int]:
    return offset(text, region["startLine"], region["startColumn"]), offset(text, region["endLine"], region["endColumn"])


def test_a_result_in_full() -> None:
    reading, report = checked(finding(17, 20, fix=FIX, related=((0, 5),)), name="./sub/a b.txt")
    (result,) = run_of((reading, report))["results"]
    where = {"uri": "sub/a%20b.txt", "uriBaseId": "%SRCROOT%"}
    assert result == {
        "ruleId": "doubled-word",
        "ruleIndex": 0,
        "level": "warning",
        "kind": "fail",
        "message": {"text": "“the” is \\x1b[1mwritten twice."},
        "locations": [
            {
                "physicalLocation": {
                    "artifactLocation": where,
                    "region": {"startLine": 2, "startColumn": 5, "endLine": 2, "endColumn": 8},
                }
            }
        ],
        "rank": 87.65,
        "properties": {"family": "repetition", "severity": "minor", "score": 0.8765},
        "relatedLocations": [
            {
                "id": 1,
                "physicalLocation": {
                    "artifactLocation": where,
                    "region": {"startLine": 1, "startColumn": 1, "endLine": 1, "endColumn": 6},
                },
            }
        ],
        "fixes": [
            {
                "description": {"text": "Safe repair"},
                "artifactChanges": [
                    {
                        "artifactLocation": where,
                        "replacements": [
                            {
                                "deletedRegion": {"startLine": 2, "startColumn": 4, "endLine": 2, "endColumn": 8},
                                "insertedContent": {"text": ""},
                            }
                        ],
                    }
                ],
                "properties": {"safety": "safe"},
            }
        ],
        "partialFingerprints": {"tqcheck/v1": fingerprints(report, reading.text)[0]},
    }


def test_a_rule_brings_its_help() -> None:
    (rule,) = run_of(checked(finding(17, 20), finding(22, 23)))["tool"]["driver"]["rules"]
    own = all_rules()["doubled-word"]
    assert (rule["id"], rule["name"], rule["shortDescription"]["text"]) == ("doubled-word", "DoubledWord", own.summary)
    assert rule["helpUri"] == "urn:tqcheck:rule:doubled-word"
    assert "Why it matters:" in rule["help"]["text"]
    assert "**Why it matters:**" in rule["help"]["markdown"]
    assert rule["defaultConfiguration"] == {"level": "warning"}


def test_every_rule_and_every_real_finding_keeps_to_the_standard() -> None:
    examples = [(example.text, example.language) for rule in all_rules().values() for example in rule.bad]
    texts = [(text.replace("⟦", "").replace("⟧", ""), language) for text, language in examples]
    reports = [(Reading(f"{number}.txt", text), tqcheck.check(text, language=lang)) for number, (text, lang) in enumerate(texts)]
    results = run_of(*reports)["results"]
    found = [(reading.text, finding) for reading, report in reports for finding in report.findings]
    for result, (text, each) in zip(results, found, strict=True):
        assert span(text, result["locations"][0]["physicalLocation"]["region"]) == (each.start, each.end)


def test_severities_are_levels() -> None:
    results = run_of(checked(*(finding(0, 5, severity=severity) for severity in Severity)))["results"]
    assert [result["level"] for result in results] == ["note", "warning", "error", "error"]


def test_a_repair_done_by_its_regions_is_the_repair() -> None:
    fix = Fix((Edit(11, 13, " "), Edit(16, 20, ""), Edit(22, 22, "!")), Safety.UNSAFE)
    ((repair,),) = (result["fixes"] for result in run_of(checked(finding(17, 20, fix=fix)))["results"])
    text = TEXT
    for each in reversed(repair["artifactChanges"][0]["replacements"]):
        start, end = span(TEXT, each["deletedRegion"])
        text = text[:start] + each["insertedContent"]["text"] + text[end:]
    assert text == fix.apply(TEXT)
    assert repair["description"]["text"].startswith("Unsafe")


def test_a_hint_is_no_fix() -> None:
    (result,) = run_of(checked(finding(17, 20, fix=Fix(FIX.edits, Safety.SHOW))))["results"]
    assert "fixes" not in result


def test_a_file_that_was_not_read_is_told() -> None:
    run = run_of(checked(), errors=(ReadingError("lost {0} [a](1).txt", "no such {0} [file](1)"),))
    (invocation,) = run["invocations"]
    assert invocation["executionSuccessful"] is False
    (told,) = invocation["toolExecutionNotifications"]
    assert (told["level"], told["message"]["text"]) == ("error", "no such {{0}} \\[file\\](1)")
    assert unquote(told["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]) == "lost {0} [a](1).txt"


def test_a_notice_is_a_note_and_no_failure() -> None:
    (invocation,) = run_of(noticed())["invocations"]
    assert invocation["executionSuccessful"] is True
    (told,) = invocation["toolExecutionNotifications"]
    assert (told["level"], told["message"]["text"]) == ("note", "unknown rule 'x\\x1b'")
    assert told["locations"][0]["physicalLocation"]["region"]["startLine"] == 2


def test_a_run_over_nothing_was_a_success() -> None:
    run = run_of()
    assert run["results"] == []
    assert run["invocations"][0]["executionSuccessful"] is True
    assert (run["columnKind"], run["newlineSequences"]) == ("unicodeCodePoints", ["\r\n", "\n", "\r"])


def test_a_rule_from_elsewhere_has_its_name_alone() -> None:
    reading, report = checked(finding(0, 5))
    strange = report.replace(findings=(report.findings[0].replace(rule="strange-rule"),))
    assert run_of((reading, strange))["tool"]["driver"]["rules"] == [{"id": "strange-rule"}]


@pytest.mark.parametrize("name", ["a:b.txt", "a%20b.txt", "caf\udce9.txt", "ü#?.txt", "<stdin>"])
def test_any_name_is_an_address(name: str) -> None:
    uri = artifact(name)["uri"]
    assert re.fullmatch(r"[\w.~%/-]+", uri, re.ASCII)
    assert unquote(uri, errors="surrogateescape") == name


def test_a_file_elsewhere_has_a_whole_address(tmp_path: Path) -> None:
    assert artifact(str(tmp_path / "a.txt")) == {"uri": (tmp_path / "a.txt").as_uri()}


def test_messages_cannot_be_read_as_links_or_arguments() -> None:
    assert message("plain [words] “twice”.") == "plain [words] “twice”."
    assert message("a {0} and [b](1) \\") == "a {{0}} and \\[b\\](1) \\\\"


@given(ANY_TEXT)
def test_any_message_keeps_to_the_standard(text: str) -> None:
    (result,) = run_of(checked(finding(0, 5, message=text)))["results"]
    assert "\n" not in result["message"]["text"]


def test_the_schema_refuses_what_the_standard_does() -> None:
    Draft202012Validator.check_schema(SCHEMA.schema)
    log = json.loads(report_in("sarif", checked(finding(0, 5))))
    log["runs"][0]["results"][0]["level"] = "minor"
    with pytest.raises(ValidationError, match="minor"):
        SCHEMA.validate(log)
