"""Long work: several processes, the cache, the bar and Ctrl-C; the output is the same however the work is done."""

from __future__ import annotations

import io
import json
import os
import re
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tqcheck.cli import main, work
from tqcheck.settings import Settings

FAULTY = "Spokesman Ivan Petrov (Ivan Petrov) declined to comment.\n"
CLEAN = "The harbour was quiet, and nobody had noticed that the lamps were out.\n"
FILES = 12


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "user-cache"))
    (tmp_path / "texts").mkdir()
    for number in range(FILES):
        (tmp_path / "texts" / f"{number:02}.txt").write_text(f"{CLEAN if number % 3 else FAULTY}\nChapter {number}.\n", "utf-8")
    return tmp_path


@pytest.fixture
def _much(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the few texts count as much."""
    monkeypatch.setattr(work, "LITTLE", 0)
    monkeypatch.setattr(work, "BATCH_FILES", 2)


def kept(folder: Path) -> int:
    return sum(path.is_file() and path.name != "CACHEDIR.TAG" for path in folder.rglob("*"))


@pytest.mark.usefixtures("_much")
class TestProcesses:
    @pytest.mark.parametrize("output_format", ["text", "json"])
    def test_the_output_is_the_same_whatever_the_number(
        self, output_format: str, folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
    ) -> None:
        (folder / "texts" / "05.txt").write_bytes(b"\x89PNG\r\n\x1a\n\0\0")
        (folder / "texts" / "tqcheck.toml").write_text('[[overrides]]\npaths = ["06.txt"]\nselect = ["quotes"]\n')
        shown = []
        for jobs in ("1", "2", "5"):
            monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(FAULTY.encode())))
            command = ["check", "texts", "lost.txt", "-", "--jobs", jobs, "--no-cache", "--output-format", output_format]
            assert main(command) == 2
            shown.append(capsys.readouterr())
        assert shown[0] == shown[1] == shown[2]
        assert "<stdin>" in shown[0].out
        assert shown[0].err.count("\n") == 2

    def test_standard_input_that_is_no_text(self, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b"\0\1\2")))
        assert main(["check", "texts", "-", "--jobs", "2", "--no-cache"]) == 2
        assert capsys.readouterr().err.startswith("tqcheck: <stdin>: ")

    def test_what_a_killed_process_had_is_said_not_to_be_read(self) -> None:
        (lost,) = work._lost([work.Meant("a.txt", Settings())])
        assert str(lost) == "a.txt: the process that checked it was killed, perhaps for want of memory; try --jobs 1"


class TestCache:
    def test_little_text_leaves_the_users_cache_alone(self, folder: Path) -> None:
        assert main(["check", "texts"]) == 1
        assert not (folder / "user-cache").exists()

    @pytest.mark.usefixtures("_much")
    def test_much_text_uses_it_unless_told_not_to(self, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        assert main(["check", "texts", "--jobs", "1", "--no-cache"]) == 1
        assert not (folder / "user-cache").exists()
        outputs = {capsys.readouterr().out}
        for jobs in ("2", "1", "2"):
            assert main(["check", "texts", "--jobs", jobs]) == 1
            outputs.add(capsys.readouterr().out)
            assert kept(folder / "user-cache" / "tqcheck") == FILES
        assert len(outputs) == 1

    def test_a_named_folder_is_used_even_for_little(self, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        assert main(["check", "texts/00.txt", "--cache-dir", "own/cache"]) == 1
        first = capsys.readouterr().out
        assert kept(folder / "own" / "cache") == 1
        (folder / "same.txt").write_bytes((folder / "texts" / "00.txt").read_bytes())
        assert main(["check", "same.txt", "--cache-dir", "own/cache"]) == 1
        assert capsys.readouterr().out == first.replace("texts/00.txt", "same.txt")
        assert kept(folder / "own" / "cache") == 1

    def test_silence_does_not_depend_on_it(self, folder: Path) -> None:
        (folder / "a.txt").write_text(f"{FAULTY.strip()} <!-- tqcheck: ignore duplicate-gloss -->\n")
        for _ in range(2):
            assert main(["check", "a.txt", "--cache-dir", "cache"]) == 0

    @pytest.mark.usefixtures("_much")
    def test_two_runs_can_share_it(self, folder: Path) -> None:
        command = [sys.executable, "-m", "tqcheck", "check", "texts", "--cache-dir", "cache", "--jobs", "2"]
        runs = [subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) for _ in range(2)]
        outputs = {run.communicate(timeout=60) for run in runs}
        assert len(outputs) == 1
        assert kept(folder / "cache") == FILES

    @pytest.mark.parametrize(
        ("arguments", "complaint"),
        [
            (["--cache-dir", "texts/00.txt"], "cannot keep a cache in 'texts/00.txt': File exists"),
            (["--cache-dir", "a", "--no-cache"], "--no-cache: not allowed with argument --cache-dir"),
            (["--jobs", "0"], "--jobs: a whole number from 1 to 256 is wanted, not '0'"),
            (["--jobs", "257"], "--jobs: a whole number from 1 to 256 is wanted, not '257'"),
            (["--jobs", "two"], "--jobs: a whole number from 1 to 256 is wanted, not 'two'"),
        ],
    )
    def test_wrong_use(self, arguments: list[str], complaint: str, capsys: pytest.CaptureFixture[str]) -> None:
        assert main(["check", "texts", *arguments]) == 2
        assert capsys.readouterr() == ("", f"tqcheck: {complaint}\n")


def many(folder: Path, count: int = 40) -> None:
    """Texts enough for a while."""
    for number in range(count):
        text = "\n\n".join(f"{FAULTY.strip()} This was on page {number}, line {line}." for line in range(250))
        (folder / "texts" / f"long{number}.txt").write_text(text, "utf-8")


@pytest.mark.skipif(sys.platform != "linux", reason="signals and processes of Linux")
def test_ctrl_c_is_130_and_leaves_no_process(folder: Path) -> None:
    many(folder)
    command = [sys.executable, "-u", "-m", "tqcheck", "check", "texts", "--jobs", "2", "--no-cache"]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True)
    assert process.stdout is not None
    assert process.stdout.readline()
    os.killpg(process.pid, signal.SIGINT)
    _, errors = process.communicate(timeout=60)  # ends when nobody holds the streams any more
    assert (process.returncode, errors) == (130, b"")
    with pytest.raises(ProcessLookupError):
        os.killpg(process.pid, 0)


@pytest.mark.skipif(os.name == "nt", reason="pipes of POSIX")
def test_a_reader_that_goes_away_ends_the_processes(folder: Path) -> None:
    many(folder)
    command = f"{sys.executable} -m tqcheck check texts --jobs 2 --no-cache | head -n 1"
    done = subprocess.run(["sh", "-c", command], capture_output=True, check=False, timeout=60)
    assert (done.stdout.count(b"\n"), done.stderr) == (1, b"")


@pytest.mark.skipif(os.name == "nt", reason="terminals of POSIX")
def test_a_terminal_shows_how_far_it_is(folder: Path) -> None:
    pytest.importorskip("rich")
    import pty

    many(folder, 8)
    leader, follower = pty.openpty()
    environment = {**os.environ, "TERM": "xterm", "COLUMNS": "80"}
    command = [sys.executable, "-m", "tqcheck", "check", "texts", "--no-cache", "--output-format", "json", "--output-file", "out.json"]
    process = subprocess.Popen(command, stdout=follower, stderr=follower, env=environment)
    os.close(follower)
    out = b""
    while True:
        try:
            out += os.read(leader, 65536)
        except OSError:
            break
    os.close(leader)
    assert process.wait() == 1
    assert re.search(rb"checked.*\d+/20", out)
    assert len(json.loads((folder / "out.json").read_text())["files"]) == 20


def test_without_a_terminal_there_is_no_bar(folder: Path) -> None:
    many(folder, 8)
    done = subprocess.run([sys.executable, "-m", "tqcheck", "check", "texts"], capture_output=True, check=False, timeout=60)
    assert done.stderr == b""
