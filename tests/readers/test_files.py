"""Files, folders, patterns and standard input, in an order that never varies, and none twice."""

from __future__ import annotations

import io
import os
import pickle
from pathlib import Path
from types import SimpleNamespace

import pytest

from tqcheck import ReadingError
from tqcheck.baseline import Baseline
from tqcheck.cli import main
from tqcheck.readers.files import meant_files, read_file


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in ["b.txt", "a.txt", "notes.log", "sub/c.TXT", "sub/deep/d.txt", ".hidden.txt", ".git/e.txt", "empty/readme.log"]:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("text")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def found(*paths: str) -> list[str]:
    return [str(each) for each in meant_files(paths)]


def test_a_folder_stands_for_its_text_files() -> None:
    assert found(".") == ["./a.txt", "./b.txt", "./sub/c.TXT", "./sub/deep/d.txt"]
    assert found("sub") == ["sub/c.TXT", "sub/deep/d.txt"]


def test_files_come_as_they_are_given_and_by_any_name() -> None:
    assert found("notes.log", "b.txt", "a.txt") == ["notes.log", "b.txt", "a.txt"]


def test_a_folder_does_not_stand_for_files_of_our_own(folder: Path) -> None:
    for name in ("tqcheck.toml", "pyproject.toml", "catalogue.toml", "catalogue.json"):
        (folder / "empty" / name).write_text("{}")
    (folder / "empty" / "known.json").write_text(Baseline("known.json", ()).written(), "utf-8")
    (folder / "empty" / "lost.json").symlink_to("nowhere")
    assert main(["check", "a.txt", "--output", "json=empty/report.json"]) in (0, 1)
    assert found("empty") == ["empty/catalogue.json", "empty/catalogue.toml", "empty/lost.json"]
    assert found("empty/known.json") == ["empty/known.json"]


def test_patterns() -> None:
    assert found("**/*.txt") == ["a.txt", "b.txt", "sub/deep/d.txt"]
    assert found("?.txt") == ["a.txt", "b.txt"]
    assert found("*.pdf") == ["*.pdf: no file fits this pattern"]


def test_a_file_may_be_called_like_a_pattern(folder: Path) -> None:
    (folder / "[x].txt").write_text("text")
    assert found("[x].txt") == ["[x].txt"]


def test_a_file_that_is_meant_twice_comes_once(folder: Path) -> None:
    Path("link.txt").symlink_to("a.txt")
    twice = ["b.txt", "./b.txt", str(folder / "b.txt"), ".", "a.txt", "-", "-"]
    assert found(*twice) == ["b.txt", "./a.txt", "./sub/c.TXT", "./sub/deep/d.txt", "-"]


def test_a_link_that_leads_in_a_circle_ends() -> None:
    Path("sub/up").symlink_to("..")
    assert found("sub") == ["sub/c.TXT", "sub/deep/d.txt"]


def test_a_folder_without_texts_is_said() -> None:
    assert found("empty") == ["empty: no file of a known format in this folder"]


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="the superuser may read everything")
def test_a_folder_that_may_not_be_read_is_said() -> None:
    Path("sub/deep").chmod(0)
    assert "sub/deep: permission denied" in found("sub")


def test_a_missing_file_is_left_to_the_reader() -> None:
    assert found("lost.txt") == ["lost.txt"]
    with pytest.raises(ReadingError, match=r"^lost.txt: no such file or directory$"):
        read_file("lost.txt")


def test_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=io.BytesIO("\ufeffnaïve\r\n".encode("utf-16-le"))))
    reading = read_file("-")
    assert (reading.name, reading.raw, reading.encoding, reading.has_mark) == ("<stdin>", "naïve\r\n", "utf-16-le", True)


def test_standard_input_may_be_closed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", None)
    with pytest.raises(ReadingError, match="closed"):
        read_file("-")


def test_the_error_survives_pickling() -> None:
    error = pickle.loads(pickle.dumps(ReadingError("lost.txt", "no such file")))
    assert (str(error), error.name, error.why) == ("lost.txt: no such file", "lost.txt", "no such file")
