"""Only what changed: findings on the lines that git says are new."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from benchmarks.readers.archives import docx
from tqcheck.cli import main

pytestmark = pytest.mark.skipif(shutil.which("git") is None, reason="needs git")
GLOSS = "The mayor, Hanne Lund (Hanne Lund), came home."
OTHER = "They walked to the the harbour."
CLEAN = "The harbour was quiet, and nobody had noticed that the lamps were out."
WRAPPED = (
    "The harbour master said on Monday that the ferry would not sail to the",
    "the island before the storm had passed over the northern part of the",
    "western and eastern and southern part of the very long and rocky",
    "coast and all the boats were back.",
)
ODD_NAMES = ("ünï cödé.txt", 'quo"te.txt', "new\nline.txt", "back\\slash.txt", "-dash.txt", ":(top)a*.txt", " .txt", "\udcff.txt")
GIT_CONFIG = """
[diff]
noprefix = true
mnemonicPrefix = true
context = 9
interHunkContext = 9
external = false
renames = false
relative = true
[color]
ui = always
diff = always
"""
RULES = ("--select", "repetition", "--language", "en", "--output-format", "concise")


def git(*words: str, folder: str = ".") -> str:
    return subprocess.run(["git", "-C", folder, *words], check=True, capture_output=True, text=True).stdout


def commit(message: str = "more") -> None:
    git("add", "--all")
    git("commit", "--quiet", "--message", message)


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in [name for name in os.environ if name.startswith("GIT_")]:
        monkeypatch.delenv(name)
    (tmp_path / "gitconfig").write_text("[user]\nname = A\nemail = a@example.org\n[init]\ndefaultBranch = main\n")
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(tmp_path / "gitconfig"))
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path))
    place = tmp_path / "repository"
    place.mkdir()
    monkeypatch.chdir(place)
    git("init", "--quiet")
    return place


def write(path: str, *lines: str, end: str = "\n") -> None:
    Path(path).parent.mkdir(parents=True, exist_ok=True)
    Path(path).write_bytes("".join(line + end for line in lines).encode())


class TestLines:
    @pytest.fixture(autouse=True)
    def _captured(self, capsys: pytest.CaptureFixture[str]) -> None:
        self.capsys = capsys

    def found(self, *arguments: str, since: str = "HEAD", status: int | None = None) -> list[str]:
        """The places of the findings that a run shows."""
        self.capsys.readouterr()
        ended = main(["check", *arguments, *(("--since", since) if since else ()), *RULES])
        captured = self.capsys.readouterr()
        lines = [":".join(line.split(":")[:2]).removeprefix("./") for line in captured.out.splitlines()]
        assert ended == (int(bool(lines)) if status is None else status), captured.err
        return lines

    def test_only_changed_lines_count(self) -> None:
        write("a.txt", CLEAN, "", GLOSS, "", CLEAN)
        write("b.txt", GLOSS)
        commit()
        assert self.found() == []
        write("a.txt", CLEAN, "", GLOSS, "", OTHER)
        assert self.found() == self.found("a.txt") == self.found(".", "b.txt") == ["a.txt:5"]
        assert self.found("b.txt") == []
        commit()
        assert self.found() == []
        assert self.found(since="HEAD~1") == ["a.txt:5"]

    def test_the_revision_itself_is_compared_with_and_not_the_merge_base(self) -> None:
        write("a.txt", GLOSS)
        commit()
        git("checkout", "--quiet", "-b", "other")
        write("a.txt", CLEAN)
        commit()
        git("checkout", "--quiet", "main")
        assert self.found(since="other") == ["a.txt:1"]

    def test_a_document_that_has_changed_is_new_as_a_whole(self) -> None:
        Path("a.docx").write_bytes(docx(f"<w:p><w:r><w:t>{CLEAN}</w:t></w:r></w:p>"))
        commit()
        assert self.found() == []
        Path("a.docx").write_bytes(docx(f"<w:p><w:r><w:t>{OTHER}</w:t></w:r></w:p>"))
        assert self.found() == ["a.docx: word/document.xml, paragraph 1, column 16"]

    def test_new_files_are_new_as_a_whole_and_ignored_ones_are_none(self) -> None:
        write(".gitignore", "build/")
        commit()
        write("sub/untracked.txt", CLEAN, "", GLOSS)
        write("build/out.txt", GLOSS)
        assert self.found() == ["sub/untracked.txt:3"]
        git("add", "--all")
        assert self.found() == ["sub/untracked.txt:3"]

    def test_from_another_folder(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        write("sub/a.txt", CLEAN)
        commit()
        write("sub/a.txt", CLEAN, "", GLOSS)
        monkeypatch.chdir(folder / "sub")
        assert self.found() == ["a.txt:3"]
        monkeypatch.chdir(folder.parent)
        assert self.found("repository") == ["repository/sub/a.txt:3"]

    def test_a_renamed_file_keeps_its_lines(self) -> None:
        write("a.txt", *[CLEAN, ""] * 5, GLOSS)
        commit()
        git("mv", "a.txt", "b.txt")
        assert self.found() == []
        write("b.txt", *[CLEAN, ""] * 5, GLOSS, "", OTHER)
        assert self.found() == ["b.txt:13"]

    @pytest.mark.parametrize("name", ODD_NAMES)
    def test_odd_names(self, name: str, folder: Path) -> None:
        try:
            write(name, CLEAN)
        except OSError:
            pytest.skip("no such name here")
        write("plain.txt", CLEAN)
        commit()
        write(name, CLEAN, "", GLOSS)
        self.capsys.readouterr()
        assert main(["check", "--since", "HEAD", "--output-format", "json", *RULES[:4]]) == 1
        assert self.capsys.readouterr().out.count('"duplicate-gloss"') == 1
        git("add", "--all")
        assert main(["check", "--staged", *RULES[:4], "--", os.fspath(folder / name)]) == 1

    @pytest.mark.parametrize("end", ["\r\n", "\r"])
    def test_line_ends(self, end: str) -> None:
        write("a.txt", CLEAN, "", GLOSS, "", CLEAN, end=end)
        commit()
        write("a.txt", CLEAN, "", GLOSS, "", OTHER, end=end)
        assert self.found() == (["a.txt:5"] if "\n" in end else ["a.txt:3", "a.txt:5"]), "for git a file without LF is one line"

    @pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-be", "utf-32"])
    def test_encodings(self, encoding: str) -> None:
        lines = [f"{CLEAN} \u0a0a \u010a", "", GLOSS, "", CLEAN]
        Path("a.txt").write_bytes("\n".join(lines).encode(encoding))
        commit()
        Path("a.txt").write_bytes("\n".join([*lines[:4], OTHER]).encode(encoding))
        assert self.found() == ["a.txt:5"]

    def test_the_users_configuration_of_git_does_not_matter(self, folder: Path) -> None:
        write("sub/a.txt", CLEAN, "", GLOSS, "", CLEAN)
        commit()
        write("sub/a.txt", CLEAN, "", GLOSS, "", OTHER)
        with (folder.parent / "gitconfig").open("a") as file:
            file.write(GIT_CONFIG)
        Path(".gitattributes").write_text("*.txt binary\n")
        assert self.found() == ["sub/a.txt:5"]

    def test_a_fault_over_lines_counts_if_its_paragraph_changed(self) -> None:
        wrapped = [*WRAPPED[:2], WRAPPED[3]]
        write("a.txt", *wrapped, "", CLEAN)
        commit()
        assert self.found("a.txt", since="") == ["a.txt:1"]
        write("a.txt", *wrapped, "", "Nobody came.")
        assert self.found() == []
        write("a.txt", *wrapped[:2], "coast and all the ships were back.", "", CLEAN)
        assert self.found() == ["a.txt:1"]
        write("a.txt", *wrapped[:2], "", CLEAN)
        assert self.found() == [], "the line that is gone stood at the end of the paragraph"

    def test_a_line_taken_out_of_a_paragraph_changes_it(self) -> None:
        write("a.txt", *WRAPPED)
        commit()
        write("a.txt", *WRAPPED[:2], WRAPPED[3])
        assert self.found() == ["a.txt:1"]

    def test_a_fault_of_the_document_counts_at_each_of_its_places(self) -> None:
        told = "The old lighthouse keeper told the children a long story about the storm of his youth."
        write("a.txt", told, "", *[CLEAN, ""], OTHER)
        commit()
        write("a.txt", told, "", *[CLEAN, ""], OTHER, "", told)
        assert self.found("a.txt", since="") == ["a.txt:5", "a.txt:7"]
        assert self.found() == ["a.txt:7"]
        write("b.txt", CLEAN, "", told)
        commit()
        write("b.txt", told, "", CLEAN, "", told)
        assert self.found("b.txt") == ["b.txt:5"], "the first place is new, and the finding lies at the second"

    def test_the_gate_and_the_notes(self) -> None:
        write("a.txt", GLOSS, "", CLEAN)
        commit()
        write("a.txt", GLOSS, "", OTHER)
        self.capsys.readouterr()
        assert main(["check", "--since", "HEAD", "--fail-on", "major", *RULES[:4]]) == 0
        last = self.capsys.readouterr().out.splitlines()[-2:]
        assert last == [
            "Only what changed: 1 file; 1 finding on unchanged lines left out.",
            "Passed: no finding of severity major or worse (1 milder one).",
        ]


class TestStaged:
    def test_the_version_in_the_index_is_checked(self, capsys: pytest.CaptureFixture[str]) -> None:
        write("a.txt", CLEAN, "", GLOSS)
        commit()
        write("a.txt", CLEAN, "", GLOSS, "", OTHER)
        git("add", "a.txt")
        write("a.txt", CLEAN)
        write("untracked.txt", GLOSS)
        assert main(["check", "--staged", *RULES]) == 1
        (line,) = capsys.readouterr().out.splitlines()
        assert line.startswith("./a.txt:5:")

    def test_before_the_first_commit(self, capsys: pytest.CaptureFixture[str]) -> None:
        write("a.txt", GLOSS)
        assert main(["check", "a.txt", "--staged", *RULES]) == 0
        git("add", "a.txt")
        assert main(["check", "a.txt", "--staged", *RULES]) == 1
        assert capsys.readouterr().out.startswith("a.txt:1:")

    def test_inside_a_hook_of_another_working_tree(self, folder: Path) -> None:
        write("a.txt", CLEAN)
        commit()
        git("worktree", "add", "--quiet", "../tree")
        hook = folder / ".git" / "hooks" / "pre-commit"
        hook.parent.mkdir(exist_ok=True)
        hook.write_text(f'#!/bin/sh\nPYTHONPATH="{os.pathsep.join(sys.path)}" "{sys.executable}" -m tqcheck check --staged\n')
        hook.chmod(0o755)
        (folder.parent / "tree" / "a.txt").write_text(f"{GLOSS}\n")
        done = subprocess.run(["git", "-C", "../tree", "commit", "-qam", "more"], check=False, capture_output=True, text=True)
        assert done.returncode == 1
        assert "a.txt:1:" in done.stdout + done.stderr


class TestWhatCannotBe:
    def test_a_path_that_leads_nowhere(self, capsys: pytest.CaptureFixture[str]) -> None:
        write("a.txt", CLEAN)
        commit()
        assert main(["check", "b.txt", "a.txt", "--since", "HEAD"]) == 2
        assert capsys.readouterr().err == "tqcheck: b.txt: no such file or directory\n"

    @pytest.mark.parametrize(
        ("arguments", "complaint"),
        [
            (["a.txt", "--since", "nowhere"], "git knows no revision 'nowhere' here"),
            (["a.txt", "--since=--output=x"], "'--output=x' is no revision; git knows such as HEAD~1, main, v1.0 or a commit's number"),
            (["a.txt", "--since", "HEAD", "--staged"], "--staged: not allowed with argument --since"),
            (["-", "--staged"], "standard input has no history; name files to check only what changed"),
        ],
    )
    def test_wrong_use(self, arguments: list[str], complaint: str, capsys: pytest.CaptureFixture[str]) -> None:
        write("a.txt", CLEAN)
        commit()
        assert main(["check", *arguments]) == 2
        assert capsys.readouterr() == ("", f"tqcheck: {complaint}\n")

    def test_no_repository(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
        monkeypatch.chdir(tmp_path)
        assert main(["check", "--since", "HEAD"]) == 2
        assert capsys.readouterr().err == "tqcheck: changed lines need a git repository, and the texts are in none\n"

    def test_no_git(self, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
        monkeypatch.setenv("PATH", "")
        assert main(["check", "--since", "HEAD"]) == 2
        assert capsys.readouterr().err == "tqcheck: changed lines need git, and there is no program of that name\n"

    def test_a_link_out_of_the_repository(self, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
        (tmp_path / "outside.txt").write_text(GLOSS)
        write("a.txt", CLEAN)
        commit()
        Path("link.txt").symlink_to(tmp_path / "outside.txt")
        assert main(["check", "link.txt", "a.txt", "--since", "HEAD"]) == 2
        assert capsys.readouterr().err == "tqcheck: link.txt: this file lies outside the git repository\n"

    def test_a_shallow_clone_says_how_to_fetch(
        self, folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
    ) -> None:
        write("a.txt", CLEAN)
        commit()
        write("a.txt", CLEAN, "", GLOSS)
        commit()
        git("clone", "--quiet", "--depth", "1", folder.as_uri(), "../shallow")
        monkeypatch.chdir(folder.parent / "shallow")
        assert main(["check", "--since", "HEAD~1"]) == 2
        error = capsys.readouterr().err
        assert error.startswith("tqcheck: revision 'HEAD~1' is not in this clone, which is shallow: run git fetch --unshallow first")
        assert error.count("\n") == 1
        git("fetch", "--quiet", "--unshallow")
        assert main(["check", "--since", "HEAD~1"]) == 1
