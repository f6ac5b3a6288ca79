"""What the command says of documents: part, paragraph and column instead of lines, and text instead of XML."""

from __future__ import annotations

import json
from pathlib import Path
from zipfile import ZipFile

import jsonschema
import pytest
from archives import members

from benchmarks.readers.archives import zipped
from tqcheck.cli import main

ROOT = Path(__file__).parents[3]
PLACE = "word/document.xml, paragraph 5, column 56"


@pytest.fixture(autouse=True)
def document(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "harbour.docx"
    path.write_bytes(zipped(members("harbour-docx")))
    return path


def said(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    capsys.readouterr()
    main([*arguments, "--isolated", "--no-cache", "--language", "en"])
    return capsys.readouterr().out


@pytest.mark.parametrize("output", ["text", "concise", "markdown", "junit"])
def test_places_are_said_clearly(output: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert f"harbour.docx: {PLACE}" in said(capsys, "check", ".", "--output-format", output)


@pytest.mark.parametrize("output", ["github", "gitlab", "checkstyle"])
def test_services_are_told_the_part(output: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert "word/document.xml, paragraph 5: The bracket" in said(capsys, "check", ".", "--output-format", output)


def test_excerpts_show_the_text(capsys: pytest.CaptureFixture[str]) -> None:
    text = said(capsys, "check", "harbour.docx")
    assert "5 | The mole was built in 1931, and it was mended last year (last year), after the storm. Run fe" in text
    assert "<w:" not in text


def test_json_keeps_its_contract(capsys: pytest.CaptureFixture[str]) -> None:
    report = json.loads(said(capsys, "check", "harbour.docx", "--output-format", "json"))
    jsonschema.validate(report, json.loads((ROOT / "docs" / "report.schema.json").read_text("utf-8")))
    (finding,) = [each for each in report["files"][0]["findings"] if each["rule"] == "duplicate-gloss"]
    assert (finding["part"], finding["line"], finding["column"]) == ("word/document.xml", 5, 56)
    assert finding["end_column"] - finding["column"] == finding["end"] - finding["start"] == len(finding["text"])


def test_sarif_names_the_part_and_offers_no_repair(capsys: pytest.CaptureFixture[str]) -> None:
    (run,) = json.loads(said(capsys, "check", "harbour.docx", "--output-format", "sarif"))["runs"]
    names = [result["locations"][0]["logicalLocations"][0]["fullyQualifiedName"] for result in run["results"]]
    assert "word/footnotes.xml, paragraph 2" in names
    assert not any("fixes" in result for result in run["results"])


def test_repairs_are_shown_as_text_and_made_in_place(document: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = document.read_bytes()
    diff = said(capsys, "fix", "harbour.docx", "--unsafe")
    assert "-The lamps go out along the quay quay." in diff
    assert "+The lamps go out along the quay." in diff
    assert document.read_bytes() == before
    said(capsys, "fix", "harbour.docx", "--unsafe", "--write")
    with ZipFile(document) as archive:
        assert archive.read("word/styles.xml") == members("harbour-docx")["word/styles.xml"]
    assert said(capsys, "fix", "harbour.docx", "--unsafe") == ""


def test_several_processes_and_the_cache_say_the_same(document: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for number in range(4):
        (tmp_path / f"{number}.docx").write_bytes(document.read_bytes() + b"")
        (tmp_path / f"{number}.txt").write_text("The ferry left at noon. " * 3000)
    alone = said(capsys, "check", ".", "--output-format", "concise", "--jobs", "1")
    assert alone == said(capsys, "check", ".", "--output-format", "concise", "--jobs", "2")
    for _ in range(2):
        main(["check", ".", "--output-format", "concise", "--isolated", "--language", "en", "--cache-dir", str(tmp_path / "cache")])
        assert alone == capsys.readouterr().out


def test_a_broken_document_stops_no_other(document: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.epub").write_bytes(document.read_bytes()[:400])
    assert main(["check", ".", "--isolated", "--no-cache", "--output-format", "concise"]) == 2
    captured = capsys.readouterr()
    assert PLACE in captured.out
    assert captured.err.startswith("tqcheck: ./a.epub: this is no zip archive, or a broken one")
