"""What stands beside the texts to check: sources and references as files and folders, tables of pairs, bilingual files."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tqcheck.cli import main
from tqcheck.core.alignment import Partner
from tqcheck.formats import Format
from tqcheck.lang import load
from tqcheck.readers.files import read

TARGET = "The boat left the the harbour.\n\nNobody saw it.\n"
SOURCE = "Das Boot verließ den Hafen.\n\nNiemand sah es.\n"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    for name, text in (("target.txt", TARGET), ("source.txt", SOURCE), ("reference.txt", TARGET)):
        (tmp_path / name).write_text(text, "utf-8")
    return tmp_path


def checked(*argv: str, capsys: pytest.CaptureFixture[str]) -> list[dict[str, Any]]:
    main(["check", *argv, "--output-format", "json"])
    files: list[dict[str, Any]] = json.loads(capsys.readouterr().out)["files"]
    return files


def rules_of(file: dict[str, Any]) -> list[str]:
    return [finding["rule"] for finding in file["findings"]]


class TestFiles:
    def test_a_source_is_told_with_its_language(self, capsys: pytest.CaptureFixture[str]) -> None:
        (file,) = checked("target.txt", "--source", "source.txt", capsys=capsys)
        assert [(each["partner"], each["name"], each["language"]) for each in file["beside"]] == [("source", "source.txt", "de")]
        assert "|partners:source|" in file["score"]["signature"]

    def test_what_the_reference_says_too_is_no_artifact(self, capsys: pytest.CaptureFixture[str]) -> None:
        (alone,) = checked("target.txt", capsys=capsys)
        assert rules_of(alone) == ["doubled-word"]
        (beside,) = checked("target.txt", "--reference", "reference.txt", capsys=capsys)
        assert rules_of(beside) == []

    def test_the_language_of_the_source_can_be_given(self, capsys: pytest.CaptureFixture[str]) -> None:
        (file,) = checked("target.txt", "--source", "source.txt", "--source-language", "nl", capsys=capsys)
        assert file["beside"][0]["language"] == "nl"

    def test_a_source_that_cannot_be_read_is_an_error(self, capsys: pytest.CaptureFixture[str]) -> None:
        assert main(["check", "target.txt", "--source", "lost.txt"]) == 2
        assert capsys.readouterr().err == "tqcheck: lost.txt: no such file or directory\n"

    def test_one_file_cannot_stand_beside_several(self, capsys: pytest.CaptureFixture[str]) -> None:
        assert main(["check", "target.txt", "reference.txt", "--source", "source.txt"]) == 2
        assert "is one file, for one PATH" in capsys.readouterr().err


class TestFolders:
    def test_each_file_has_that_of_the_same_path_beside_it(self, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        for name, text in (("en/a/one.txt", TARGET), ("en/two.txt", TARGET), ("de/a/one.txt", SOURCE), ("de/two.txt", SOURCE)):
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).write_text(text, "utf-8")
        files = checked("en", "--source", "de", capsys=capsys)
        assert [(file["path"], file["beside"][0]["name"]) for file in files] == [
            ("en/a/one.txt", "de/a/one.txt"),
            ("en/two.txt", "de/two.txt"),
        ]

    def test_the_sources_themselves_are_not_checked(self, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        for name, text in (("texts/one.txt", TARGET), ("texts/de/one.txt", SOURCE)):
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).write_text(text, "utf-8")
        files = checked("texts", "--source", "texts/de", capsys=capsys)
        assert [file["path"] for file in files] == ["texts/one.txt"]


class TestPairs:
    def test_a_table_needs_no_header(self, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        (folder / "pairs.tsv").write_text("Das Boot fuhr ab.\tThe the boat left.\nNiemand sah es.\tNobody saw it.\n", "utf-8")
        (file,) = checked("--pairs", "pairs.tsv", "--language", "en", capsys=capsys)
        assert rules_of(file) == ["doubled-word"]
        assert (file["findings"][0]["line"], file["findings"][0]["column"]) == (1, 19)
        assert file["beside"][0] | {"name": ""} == {
            "partner": "source", "name": "", "language": "de", "share": 1.0, "sureness": 1.0, "problem": "",
        }  # fmt: skip

    def test_a_third_column_is_the_reference(self, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        (folder / "pairs.tsv").write_text("Das Boot fuhr ab.\tThe the boat left.\tThe the boat left.\n", "utf-8")
        (file,) = checked("--pairs", "pairs.tsv", "--language", "en", capsys=capsys)
        assert (rules_of(file), [each["partner"] for each in file["beside"]]) == ([], ["source", "reference"])

    def test_nothing_else_is_checked_with_it(self, capsys: pytest.CaptureFixture[str]) -> None:
        assert main(["check", "target.txt", "--pairs", "pairs.tsv"]) == 2
        assert "--pairs is all that is checked" in capsys.readouterr().err


PO = """\
msgid ""
msgstr "Language: de\\n"

msgid "Hello %s, the boat left."
msgstr "Hallo %s, das Boot fuhr ab."

msgid "Nobody saw it."
msgstr ""

msgid "Shut the gate."
msgstr "Das Tor schließen."
"""


class TestCatalogues:
    def test_a_bilingual_file_brings_its_sources(self) -> None:
        reading = read(PO.encode(), "a.po", Format("po"))
        beside = reading.beside(Partner.SOURCE)
        assert beside is not None
        assert beside.text.split("\n\n") == ["Hello Xy, the boat left.", "Shut the gate."]
        assert beside.document(load("en")).stand_ins == [(6, 8, "%s")]
        assert reading.document(load("de")).stand_ins == [(6, 8, "%s")]
        assert reading.beside(Partner.REFERENCE) is None

    def test_two_catalogues_are_paired_by_their_keys(self) -> None:
        own = read(b'{"a": "Nobody saw it.", "b": "Shut the gate.", "d": "Open it."}', "en.json", Format("json"))
        other = read('{"b": "Das Tor schließen.", "c": "Neu.", "a": "Niemand sah es."}'.encode(), "de.json", Format("json"))
        beads = own.beads_with(other)
        assert beads is not None
        assert [bead[:4] for bead in beads] == [(0, 1, 2, 3), (1, 2, 0, 1), (2, 3, 0, 0), (3, 3, 1, 2)]
