"""The JSON report keeps its contract."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from jsonschema.exceptions import ValidationError
from made import FIX, TEXT, checked, finding, measured

import tqcheck
from tqcheck import ReadingError
from tqcheck.readers.reading import Reading
from tqcheck.report import Notice, Report
from tqcheck.reporters.catalogue import rules_as_json
from tqcheck.reporters.json import JsonReporter
from tqcheck.rules import all_rules

DOCS = Path(__file__).parents[2] / "docs"
REPORT_SCHEMA = Draft202012Validator(json.loads((DOCS / "report.schema.json").read_text("utf-8")))
RULES_SCHEMA = Draft202012Validator(json.loads((DOCS / "rules.schema.json").read_text("utf-8")))


def written(*reports: tuple[Reading, Report], errors: int = 0) -> str:
    pieces: list[str] = []
    reporter = JsonReporter(pieces.append)
    for reading, report in reports:
        reporter.add(reading, report)
    for _ in range(errors):
        reporter.fail(ReadingError("lost\udcff.txt", "no such file"))
    reporter.close()
    return "".join(pieces)


def parsed(text: str) -> Any:
    report = json.loads(text)
    REPORT_SCHEMA.validate(report)
    return report


def test_a_finding_in_full() -> None:
    (file,) = parsed(written(checked(finding(17, 20, fix=FIX, related=((0, 5),)))))["files"]
    assert file["path"] == "a.txt"
    assert file["findings"] == [
        {
            "rule": "doubled-word",
            "family": "repetition",
            "start": 17,
            "end": 20,
            "message": "“the” is \x1b[1mwritten twice.",
            "severity": "minor",
            "score": 0.8765,
            "fix": {"safety": "safe", "edits": [{"start": 16, "end": 20, "text": ""}]},
            "related": [{"start": 0, "end": 5, "line": 1, "column": 1, "end_line": 1, "end_column": 6}],
            "counterparts": [],
            "text": "the",
            "line": 2,
            "column": 5,
            "end_line": 2,
            "end_column": 8,
        }
    ]


def test_a_notice_in_full() -> None:
    reading, report = checked()
    (file,) = parsed(written((reading, report.replace(notices=(Notice(17, 20, "told \x1b[1m"),)))))["files"]
    places = {"line": 2, "column": 5, "end_line": 2, "end_column": 8}
    assert file["notices"] == [{"start": 17, "end": 20, "message": "told \x1b[1m", **places}]


def test_summary_and_errors() -> None:
    report = parsed(written(checked(finding(0, 5)), checked(), errors=2))
    assert report["errors"] == [{"path": "lost\udcff.txt", "message": "no such file"}] * 2
    summary = report["summary"]
    assert (summary["files"], summary["unread"], summary["words"], summary["findings"]) == (2, 2, 20, 1)
    assert summary["by_severity"] == {"minor": 1}
    assert summary["score"]["signature"] == "rules:1|lang:en"


def test_a_run_over_nothing_keeps_the_contract() -> None:
    assert parsed(written())["summary"]["score"]["signature"] is None


def test_unlike_scores_share_no_signature() -> None:
    assert parsed(written(checked(), checked(signature="other")))["summary"]["score"]["signature"] is None


def test_the_output_is_ascii_even_for_lone_surrogates() -> None:
    text = written(checked(finding(0, 1), text="\ud800 é"))
    assert text.isascii()
    assert parsed(text)["files"][0]["findings"][0]["text"] == "\ud800"


def test_the_same_reports_give_the_same_bytes() -> None:
    assert written(checked(finding(0, 5))) == written(checked(finding(0, 5)))


def test_real_findings_keep_the_contract() -> None:
    for rule in all_rules().values():
        for example in rule.bad:
            text = example.text.replace("⟦", "").replace("⟧", "")
            report = tqcheck.check(text, language=example.language)
            (file,) = parsed(written((Reading("a.txt", text), report)))["files"]
            assert all(finding["text"] == text[finding["start"] : finding["end"]] for finding in file["findings"])


def test_the_library_gives_the_same_without_lines() -> None:
    reading, report = checked(finding(17, 20, fix=FIX))
    (file,) = parsed(written((reading, report)))["files"]
    library = json.loads(json.dumps(report.to_dict()))
    assert library.pop("name") == file.pop("path")
    for key in ("text", "line", "column", "end_line", "end_column"):
        del file["findings"][0][key]
    assert library == file
    assert TEXT[17:20] == "the"


def test_the_schema_refuses_what_it_does_not_know() -> None:
    report = json.loads(written(checked(finding(0, 5))))
    report["files"][0]["findings"][0]["colour"] = "red"
    with pytest.raises(ValidationError, match="colour"):
        REPORT_SCHEMA.validate(report)


def test_the_schemas_are_sound_and_describe_every_object_fully() -> None:
    for validator in (REPORT_SCHEMA, RULES_SCHEMA):
        Draft202012Validator.check_schema(validator.schema)
        for each in objects(validator.schema):
            assert "additionalProperties" in each, each


def objects(schema: Any) -> list[dict[str, Any]]:
    if isinstance(schema, list):
        return [found for each in schema for found in objects(each)]
    if not isinstance(schema, dict):
        return []
    own = [schema] if schema.get("type") == "object" else []
    return own + [found for each in schema.values() for found in objects(each)]


def test_the_example_in_the_docs_keeps_the_contract() -> None:
    page = (DOCS / "json.md").read_text("utf-8")
    parsed(page.split("```json\n")[1].split("```")[0])


def test_the_list_of_rules_keeps_its_contract() -> None:
    listed = json.loads(rules_as_json(all_rules()))
    RULES_SCHEMA.validate(listed)
    assert [rule["name"] for rule in listed["rules"]] == list(all_rules())


def test_figures_have_signatures_and_blocks_their_places() -> None:
    (file,) = parsed(written(measured()))["files"]
    assert [figure["signature"] for figure in file["metrics"]["document"]] == ["nrefs:1|nw:2", "model:tiny"]
    assert file["metrics"]["blocks"][1] == {
        "start": 13,
        "end": 41,
        "values": {"chrF2++": 72, "tiny-da\x1b": 0.8125},
        "line": 2,
        "column": 1,
        "end_line": 2,
        "end_column": 29,
    }
    assert file["metrics"]["unaligned"] == 1
