"""The command that repairs: what it shows, what it writes, and what it leaves alone."""

from __future__ import annotations

import io
import os
import shutil
import stat
import subprocess
from pathlib import Path
from types import SimpleNamespace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import tqcheck
from tqcheck.cli import main
from tqcheck.fixing.files import write_back
from tqcheck.readers import plain
from tqcheck.readers.decoding import encoded
from tqcheck.writing import replacing

GLOSS = "The spokesman Ivan Petrov (Ivan Petrov) was silent."
MENDED = "The spokesman Ivan Petrov was silent."
UNSAFE = "The boats went out to the the sea."
CLEAN = "The harbour was quiet, and nobody had noticed that the lamps were out."
RULES = ("--language", "en", "--select", "repetition")


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def write(name: str, text: str) -> Path:
    path = Path(name)
    path.write_bytes(text.encode())
    return path


def names() -> list[str]:
    return [path.name for path in Path().iterdir()]


class TestShowing:
    def test_a_diff(self, capsys: pytest.CaptureFixture[str]) -> None:
        path = write("a.txt", f"{CLEAN}\n\n{GLOSS}\n{UNSAFE}\n")
        before = path.read_bytes()
        assert main(["fix", "a.txt", *RULES]) == 1
        assert capsys.readouterr() == (
            f"--- a.txt\n+++ a.txt\n@@ -1,4 +1,4 @@\n {CLEAN}\n \n-{GLOSS}\n+{MENDED}\n {UNSAFE}\n",
            "tqcheck: 1 repair in 1 of 1 file, which --write makes; 1 more with --unsafe\n",
        )
        assert path.read_bytes() == before

    def test_nothing_to_repair(self, capsys: pytest.CaptureFixture[str]) -> None:
        write("a.txt", CLEAN)
        write("b.txt", UNSAFE)
        assert main(["fix", ".", *RULES]) == 0
        assert capsys.readouterr() == ("", "tqcheck: nothing to repair in 2 files; 1 more with --unsafe\n")

    def test_unsafe(self, capsys: pytest.CaptureFixture[str]) -> None:
        write("a.txt", UNSAFE)
        assert main(["fix", "a.txt", "--unsafe", *RULES]) == 1
        assert "+The boats went out to the sea.\n\\ No newline at end of file\n" in capsys.readouterr().out

    def test_dropped_repairs_are_named(self, capsys: pytest.CaptureFixture[str]) -> None:
        write("a.txt", "The mayor Olga Brenner <!-- tqcheck: ignore quotes --> (Olga Brenner) left.\n")
        assert main(["fix", "a.txt", *RULES]) == 0
        assert capsys.readouterr().err == (
            "tqcheck: a.txt:1:23: no repair of duplicate-gloss: it would change a comment\n"
            "tqcheck: nothing to repair in 1 file; 1 dropped\n"
        )

    @pytest.mark.skipif(shutil.which("patch") is None, reason="no patch")
    @pytest.mark.parametrize("end", ["\n", "\r\n"])
    @pytest.mark.parametrize("last", ["", "\n"])
    def test_the_diff_can_be_applied(self, end: str, last: str, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
        path = write("a.txt", end.join([GLOSS, CLEAN, "", *[CLEAN] * 9, GLOSS + last]))
        assert main(["fix", "a.txt", *RULES]) == 1
        diff = capsysbinary.readouterr().out
        subprocess.run(["patch", "-p0", "--binary", "--quiet"], input=diff, check=True)
        assert path.read_bytes().decode() == end.join([MENDED, CLEAN, "", *[CLEAN] * 9, MENDED + last])

    def test_on_a_terminal_nothing_of_the_text_takes_it_over(
        self, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        write("a\x1b.txt", f"\x1b]0;owned\x07 {GLOSS}\n")
        monkeypatch.setattr("sys.stdout.isatty", lambda: True)
        monkeypatch.setenv("NO_COLOR", "1")
        assert main(["fix", ".", *RULES]) == 1
        out = capsys.readouterr().out
        assert "\x1b" not in out
        assert "-\\x1b]0;owned\\x07 The spokesman" in out


class TestWriting:
    def test_safe_ones(self, capsys: pytest.CaptureFixture[str]) -> None:
        path = write("a.txt", f"{GLOSS}\n{UNSAFE}\n")
        write("b.txt", CLEAN)
        assert main(["fix", ".", "--write", *RULES]) == 0
        assert path.read_text() == f"{MENDED}\n{UNSAFE}\n"
        assert capsys.readouterr() == ("", "tqcheck: 1 repair in 1 of 2 files; 1 more with --unsafe\n")
        assert main(["fix", ".", "--write", "--unsafe", *RULES]) == 0
        assert path.read_text() == f"{MENDED}\nThe boats went out to the sea.\n"

    def test_a_clean_file_is_not_touched(self) -> None:
        path = write("a.txt", CLEAN)
        before = path.stat()
        main(["fix", "a.txt", "--write", *RULES])
        after = path.stat()
        assert (after.st_ino, after.st_mtime_ns) == (before.st_ino, before.st_mtime_ns)

    def test_silenced_and_known_findings_stay(self) -> None:
        other = "The mayor Olga Brenner (Olga Brenner) left."
        path = write("a.txt", f"{GLOSS}\n\n{CLEAN}\n")
        assert main(["baseline", "a.txt", *RULES]) == 0
        write("a.txt", f"{other} <!-- tqcheck: ignore repetition -->\n\n{GLOSS}\n\n{other}\n")
        assert main(["fix", "a.txt", "--write", "--baseline", "tqcheck-baseline.json", *RULES]) == 0
        assert path.read_text() == f"{other} <!-- tqcheck: ignore repetition -->\n\n{GLOSS}\n\nThe mayor Olga Brenner left.\n"

    def test_what_is_known_stays_known_beside_a_repair(self) -> None:
        path = write("a.txt", f"{GLOSS} He met Olga Brenner.\n")
        assert main(["baseline", "a.txt", *RULES]) == 0
        text = f"{GLOSS} He met the mayor Olga Brenner (Olga Brenner) and Hanne Lund (Hanne Lund) at noon.\n"
        write("a.txt", text.replace("He met the mayor", "He met"))
        command = ("a.txt", "--baseline", "tqcheck-baseline.json", *RULES)
        assert main(["fix", *command, "--write"]) == 0
        assert main(["check", *command]) == 0
        assert path.read_text() == f"{GLOSS} He met Olga Brenner and Hanne Lund at noon.\n"

    @pytest.mark.parametrize("encoding", ["utf-8", "utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"])
    @pytest.mark.parametrize("has_mark", [True, False])
    def test_encodings_and_line_ends_stay(self, encoding: str, has_mark: bool) -> None:
        text = "\tÜber alles 🙂. \r\n\r\n{}\rOne more line.\n\n\r\n{}"
        path = Path("a.txt")
        path.write_bytes(encoded(text.format(GLOSS, GLOSS), encoding, has_mark=has_mark))
        assert main(["fix", "a.txt", "--write", *RULES, "--ignore", "repeated-sentence,repeated-paragraph"]) == 0
        assert path.read_bytes() == encoded(text.format(MENDED, MENDED), encoding, has_mark=has_mark)

    @settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
    @given(
        st.lists(st.sampled_from([GLOSS, UNSAFE, CLEAN, "\r\n", "\n", "\r", " ", "\ufeff", "🙂", "“", "the "]), max_size=12), st.booleans()
    )
    def test_every_other_byte_stays(self, pieces: list[str], has_mark: bool) -> None:
        text = "".join(pieces)
        data = encoded(text, "utf-8", has_mark=has_mark)
        Path("a.txt").write_bytes(data)
        assert main(["fix", "a.txt", "--write", "--language", "en"]) == 0
        fixed = tqcheck.fix(plain.read(data, "a.txt").raw, language="en")
        mark = b"\xef\xbb\xbf" if data.startswith(b"\xef\xbb\xbf") else b""
        assert Path("a.txt").read_bytes() == mark + fixed.text.encode()

    @pytest.mark.skipif(os.name == "nt", reason="modes and links of POSIX")
    def test_the_mode_stays_and_links_are_followed(self, folder: Path) -> None:
        (folder / "deep").mkdir()
        path = write("deep/a.txt", GLOSS)
        path.chmod(0o640)
        Path("link.txt").symlink_to("deep/a.txt")
        assert main(["fix", "link.txt", "--write", *RULES]) == 0
        assert Path("link.txt").is_symlink()
        assert path.read_text() == MENDED
        assert stat.S_IMODE(path.stat().st_mode) == 0o640
        assert sorted(each.name for each in folder.rglob("*")) == ["a.txt", "deep", "link.txt"]

    def test_a_file_that_has_changed_meanwhile_stays(self, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
        path = write("a.txt", GLOSS)
        monkeypatch.setattr("tqcheck.fixing.files.replacing", lambda name: path.write_text("New.") and replacing(name))
        assert main(["fix", "a.txt", "--write", *RULES]) == 2
        assert path.read_text() == "New."
        assert "a.txt: it has changed while it was checked, and stays as it is; run this again\n" in capsys.readouterr().err
        assert names() == ["a.txt"]

    def test_a_file_that_has_gone_meanwhile(self) -> None:
        path = write("a.txt", GLOSS)
        reading = plain.read(path.read_bytes(), "a.txt")
        path.unlink()
        with pytest.raises(FileNotFoundError):
            write_back(reading, MENDED)
        assert names() == []

    def test_a_write_that_fails_leaves_the_file(self, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
        def full(_old: str, _new: str) -> None:
            raise OSError(28, "No space left on device")

        path = write("a.txt", GLOSS)
        monkeypatch.setattr("os.replace", full)
        assert main(["fix", "a.txt", "--write", *RULES]) == 2
        assert capsys.readouterr().err == "tqcheck: a.txt: cannot be written: no space left on device\n"
        assert (path.read_text(), names()) == (GLOSS, ["a.txt"])

    def test_a_file_that_may_not_be_written(self, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
        path = write("a.txt", GLOSS)
        monkeypatch.setattr("os.access", lambda *_: False)
        assert main(["fix", "a.txt", "--write", *RULES]) == 2
        assert capsys.readouterr().err == "tqcheck: a.txt: cannot be written: permission denied\n"
        assert path.read_text() == GLOSS

    @pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes")
    def test_what_is_no_file_is_not_written(self) -> None:
        os.mkfifo("pipe")
        with pytest.raises(tqcheck.ReadingError, match="no regular file"):
            write_back(plain.reading(GLOSS, "pipe"), MENDED)


class TestStandardInput:
    def passed(self, data: bytes, monkeypatch: pytest.MonkeyPatch, *options: str) -> int:
        monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=io.BytesIO(data)))
        return main(["fix", "-", *RULES, *options])

    def test_it_is_a_filter(self, monkeypatch: pytest.MonkeyPatch, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
        assert self.passed(b"\xef\xbb\xbf" + f"{GLOSS}\r\n".encode(), monkeypatch) == 0
        assert capsysbinary.readouterr() == (b"\xef\xbb\xbf" + f"{MENDED}\r\n".encode(), b"tqcheck: 1 repair in 1 of 1 file\n")
        assert self.passed(CLEAN.encode("utf-16"), monkeypatch) == 0
        assert capsysbinary.readouterr().out == CLEAN.encode("utf-16")

    def test_what_is_no_text(self, monkeypatch: pytest.MonkeyPatch, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
        assert self.passed(b"\x89PNG", monkeypatch) == 2
        assert capsysbinary.readouterr() == (b"", b"tqcheck: <stdin>: this is an image, not plain text\n")


class TestWrongUse:
    @pytest.mark.parametrize(
        ("arguments", "complaint"),
        [
            ([], "no file given; name files, folders or patterns, or - for standard input"),
            (["-", "a.txt"], "- stands alone, as standard output holds one text"),
            (["a.txt", "--wirte"], "unknown option '--wirte'; did you mean '--write'?"),
            (["a.txt", "--baseline", "lost.json"], "lost.json: no such file or directory; tqcheck baseline writes one"),
        ],
    )
    def test_one_line(self, arguments: list[str], complaint: str, capsys: pytest.CaptureFixture[str]) -> None:
        write("a.txt", GLOSS)
        assert main(["fix", *arguments]) == 2
        assert capsys.readouterr() == ("", f"tqcheck: {complaint}\n")

    def test_files_that_cannot_be_read(self, capsys: pytest.CaptureFixture[str]) -> None:
        path = write("a.txt", GLOSS)
        assert main(["fix", "lost.txt", "a.txt", "--write", *RULES]) == 2
        assert capsys.readouterr().err == "tqcheck: lost.txt: no such file or directory\ntqcheck: 1 repair in 1 of 1 file\n"
        assert path.read_text() == MENDED


def test_several_processes_give_the_same(capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    for number in range(6):
        write(f"{number}.txt", f"{GLOSS}\n" + f"{CLEAN}\n" * 400)
    status = [
        main(["fix", ".", *RULES, "--ignore", "repeated-sentence,repeated-paragraph", "--no-cache", "--jobs", jobs]) for jobs in ("1", "2")
    ]
    first, second = capsysbinary.readouterr().out.split(b"--- ./0.txt\n")[1:]
    assert status == [1, 1]
    assert first == second
    assert first.count(b"\n-The spokesman") == 6
