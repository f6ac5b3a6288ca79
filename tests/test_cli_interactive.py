"""``tqcheck check --interactive`` at a terminal of its own: what is asked, what is written, and when."""

from __future__ import annotations

import io
import json
import os
import re
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from select import select
from time import monotonic
from typing import TypeAlias

import pytest
from archives import members

from benchmarks.readers.archives import zipped
from tqcheck.checked import Checked
from tqcheck.checker import Checker
from tqcheck.cli import main
from tqcheck.cli.reviewing import Review
from tqcheck.errors import ReadingError
from tqcheck.readers.files import read_file
from tqcheck.readers.reading import Reading
from tqcheck.silence import Silence

pty = pytest.importorskip("pty")

GLOSS = "The spokesman Ivan Petrov (Ivan Petrov) was silent."
MENDED = "The spokesman Ivan Petrov was silent."
DOUBLED = "🙂 The boats went out to the the sea."
UNDOUBLED = "🙂 The boats went out to the sea."
PATIENCE = 60
Sit: TypeAlias = "Callable[..., Terminal]"


class Terminal:
    """Somebody at a terminal: waits for a question and answers it."""

    def __init__(self, folder: Path, *words: str) -> None:
        command = [sys.executable, "-m", "tqcheck", "check", "--interactive", "--language", "en", "--select", "repetition", *words]
        self._own, other = pty.openpty()
        environment = {**os.environ, "TERM": "dumb", "PYTHONUTF8": "1"}
        self.process = subprocess.Popen(
            command, stdin=other, stdout=other, stderr=other, cwd=folder, env=environment, start_new_session=True
        )
        os.close(other)
        self.seen = ""

    def until(self, said: str) -> str:
        """What is shown up to (and with) some words."""
        start, end = len(self.seen), monotonic() + PATIENCE
        while said not in self.seen[start:]:
            assert monotonic() < end, self.seen
            if not self._read():
                raise AssertionError(self.seen)
        return self.seen[start:]

    def answer(self, *lines: str) -> None:
        """Answer the questions that come, each when it was asked."""
        for line in lines:
            self.until("? help: ")
            self.say(line)

    def say(self, line: str) -> None:
        os.write(self._own, f"{line}\n".encode())

    def ends(self) -> int:
        """The exit status, when all was shown."""
        while self._read():
            pass
        return self.process.wait(PATIENCE)

    def close(self) -> None:
        self.process.kill()
        self.process.wait()
        os.close(self._own)

    def _read(self) -> bool:
        if not select([self._own], [], [], PATIENCE)[0]:
            return False
        try:
            data = os.read(self._own, 65536)
        except OSError:  # Linux says so when the other side is closed
            return False
        self.seen += data.decode("utf-8", "replace").replace("\r\n", "\n")
        return bool(data)


@pytest.fixture
def sit(tmp_path: Path) -> Iterator[Sit]:
    opened: list[Terminal] = []

    def down(*words: str) -> Terminal:
        opened.append(Terminal(tmp_path, *words))
        return opened[-1]

    yield down
    for terminal in opened:
        terminal.close()


def write(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.write_bytes(text.encode())
    return path


def test_every_answer_does_what_it_says(tmp_path: Path, sit: Sit) -> None:
    text = f"\ufeff{DOUBLED}\r\n\r\n{GLOSS}\r\n\r\nA {DOUBLED}\r\n\r\nNow {DOUBLED}\r\n"
    path = write(tmp_path, "a.txt", text)
    terminal = sit("a.txt")
    first = terminal.until("? help: ")
    assert re.search(r"a\.txt:1:\d+  doubled-word  0\.\d\d  \w+\n", first)
    assert "\n  1 | 🙂 The boats went out to the the sea.\n" in first
    assert "repair" in first
    assert "[4 findings left]" in first
    terminal.say("?")
    assert "so that later runs with it do not report it" in terminal.until("? help: ")
    terminal.say("a")
    assert "a.txt:3:" in terminal.until("? help: ")
    assert path.read_bytes() == text.replace(DOUBLED, UNDOUBLED, 1).encode()
    terminal.say("i")
    terminal.until("reason: ")
    terminal.say("so he is called")
    terminal.answer("b", "s")
    assert terminal.ends() == 1
    assert terminal.seen.endswith("1 repaired, 1 ignored, 1 recorded in tqcheck-baseline.json, 1 skipped\n")
    done = text.replace(DOUBLED, UNDOUBLED, 1).replace(GLOSS, f"{GLOSS} <!-- tqcheck: ignore duplicate-gloss -- so he is called -->")
    assert path.read_bytes() == done.encode()
    (record,) = json.loads((tmp_path / "tqcheck-baseline.json").read_text("utf-8"))["findings"]
    assert (record["path"], record["rule"]) == ("a.txt", "doubled-word")


def test_what_was_accepted_is_kept_when_somebody_quits(tmp_path: Path, sit: Sit) -> None:
    text = f"{DOUBLED}\n\n{GLOSS}\n"
    paths = [write(tmp_path, name, text) for name in ("a.md", "b.md")]
    terminal = sit("a.md", "b.md")
    terminal.answer("a", "q")
    assert terminal.ends() == 1
    assert [path.read_text("utf-8") for path in paths] == [f"{UNDOUBLED}\n\n{GLOSS}\n", text]
    assert "1 repaired, 0 ignored, 0 recorded, 0 skipped; not all were looked at" in terminal.seen


def test_what_was_accepted_is_kept_after_an_interrupt(tmp_path: Path, sit: Sit) -> None:
    path = write(tmp_path, "a.txt", f"{DOUBLED}\n\n{GLOSS}\n")
    terminal = sit("a.txt")
    terminal.answer("a")
    terminal.until("? help: ")
    terminal.process.send_signal(signal.SIGINT)
    assert terminal.ends() == 130
    assert path.read_text("utf-8") == f"{UNDOUBLED}\n\n{GLOSS}\n"
    assert "1 repaired" in terminal.seen
    assert [each.name for each in tmp_path.iterdir()] == ["a.txt"]


def test_a_file_that_changes_meanwhile_is_left_alone(tmp_path: Path, sit: Sit) -> None:
    path = write(tmp_path, "a.txt", f"{DOUBLED}\n")
    terminal = sit("a.txt")
    terminal.until("? help: ")
    path.write_text("Another text.\n", "utf-8")
    terminal.say("a")
    assert "it has changed while it was checked" in terminal.until("? help: ")
    terminal.say("s")
    assert terminal.ends() == 2
    assert path.read_text("utf-8") == "Another text.\n"


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write everything")
def test_a_file_that_may_not_be_written(tmp_path: Path, sit: Sit) -> None:
    path = write(tmp_path, "a.txt", f"{DOUBLED}\n")
    path.chmod(0o440)
    terminal = sit("a.txt")
    terminal.answer("a", "s")
    assert terminal.ends() == 2
    assert "a.txt: it cannot be written: Permission denied" in terminal.seen
    assert path.read_text("utf-8") == f"{DOUBLED}\n"


def test_a_required_reason_and_a_baseline_of_the_configuration(tmp_path: Path, sit: Sit) -> None:
    write(tmp_path, "tqcheck.toml", 'require-reason = true\nbaseline = "known.json"\n')
    write(tmp_path, "known.json", '{\n  "version": 1,\n  "findings": []\n}\n')
    path = write(tmp_path, "a.json", f'{{"one": "{DOUBLED}", "two": "{GLOSS}"}}')
    terminal = sit("a.json")
    terminal.answer("i")
    terminal.until("reason: ")
    terminal.say("")
    assert "a comment needs a reason here" in terminal.until("? help: ")
    terminal.say("i")
    terminal.until("reason: ")
    terminal.say("a song")
    assert "no comment can stand here" in terminal.until("? help: ")
    terminal.say("b")
    terminal.answer("a")
    assert terminal.ends() == 0
    assert path.read_text("utf-8") == f'{{"one": "{DOUBLED}", "two": "{MENDED}"}}'
    again = sit("a.json")
    assert again.ends() == 0
    assert again.seen == "0 repaired, 0 ignored, 0 recorded, 0 skipped\n"


@pytest.mark.parametrize(
    ("words", "why"),
    [
        (["a.txt"], "--interactive asks questions, so it needs a terminal"),
        (["-"], "--interactive reads the answers from standard input, so no text can come from there"),
        (["a.txt", "--since", "HEAD"], "--interactive and --since do not go together"),
        (["a.txt", "--output", "json"], "--interactive and --output do not go together"),
    ],
)
def test_where_it_cannot_ask(words: list[str], why: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--interactive", *words]) == 2
    assert capsys.readouterr() == ("", f"tqcheck: {why}\n")


def reviewed(folder: Path, name: str, text: str) -> Review:
    checker, silence = Checker(language="en", select=["repetition"]), Silence()

    def check(reading: Reading) -> Checked:
        return silence.applied(Checked(reading, checker.check_reading(reading)))

    return Review(check(read_file(str(write(folder, name, text)))), check, {})


def test_nothing_is_lost_when_a_file_cannot_be_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    review = reviewed(tmp_path, "a.txt", f"{DOUBLED}\n")
    monkeypatch.setattr("tqcheck.fixing.files.os.access", lambda *_: False)
    with pytest.raises(ReadingError, match="it cannot be written: Permission denied"):
        review.accept(review.open[0])
    assert (tmp_path / "a.txt").read_text("utf-8") == f"{DOUBLED}\n"
    assert len(review.open) == 1


def test_equal_findings_are_told_apart(tmp_path: Path) -> None:
    review = reviewed(tmp_path, "a.txt", f"{DOUBLED}\n\n{GLOSS}\n\n{GLOSS}\n\n{DOUBLED}\n")
    review.skip(review.open[0])
    review.skip(review.open[0])
    assert [finding.rule for finding in review.open if finding.rule != "repeated-paragraph"] == ["duplicate-gloss", "doubled-word"]
    assert review.accept(review.open[0]) == ""
    assert (tmp_path / "a.txt").read_text("utf-8") == f"{DOUBLED}\n\n{GLOSS}\n\n{MENDED}\n\n{DOUBLED}\n"


def test_a_repair_beside_a_known_finding_is_refused(tmp_path: Path) -> None:
    review = reviewed(tmp_path, "a.txt", "They saw the the Ivan Petrov (Ivan Petrov) of old.\n")
    review.recorded(review.open[0])
    (left,) = review.open
    assert review.accept(left) == "a finding that the baseline knows stands there"


@pytest.mark.parametrize("format_name", ["docx", "odt"])
def test_a_document_is_repaired_and_takes_no_comment(tmp_path: Path, format_name: str) -> None:
    path = tmp_path / f"a.{format_name}"
    path.write_bytes(zipped(members(f"harbour-{format_name}")))
    checker = Checker(language="en", select=["doubled-word"])

    def check(reading: Reading) -> Checked:
        return Checked(reading, checker.check_reading(reading))

    review = Review(check(read_file(str(path))), check, {})
    count = len(review.open)
    assert "no comment can stand here" in review.ignore(review.open[0], "")
    assert review.accept(review.open[0]) == ""
    assert len(check(read_file(str(path))).report.findings) == count - 1


class Screen(io.StringIO):
    """What takes itself for a terminal."""

    def isatty(self) -> bool:
        return True


def sat_down(monkeypatch: pytest.MonkeyPatch, answers: str, *words: str) -> tuple[int, str]:
    """The exit status and what was shown, in this process."""
    screen = Screen()
    monkeypatch.setattr(sys, "stdin", Screen(answers))
    monkeypatch.setattr(sys, "stdout", screen)
    return main(["check", "--interactive", "--language", "en", "--select", "repetition", *words]), screen.getvalue()


def test_wrong_answers_are_asked_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    path = write(tmp_path, "a.md", "The boats went out to the *the* sea.\n")
    status, seen = sat_down(monkeypatch, "x\na\n?\ni\n\n", "a.md")
    assert status == 0
    assert "this repair cannot be made here: it would change markup" in seen
    assert "there is no repair that can be made" in seen
    assert seen.count("[1 finding left] s skip") == 4
    assert path.read_text("utf-8") == "The boats went out to the *the* sea. <!-- tqcheck: ignore doubled-word -->\n"


def test_the_end_of_the_input_is_the_end(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    write(tmp_path, "a.txt", f"{DOUBLED}\n\n{GLOSS}\n")
    status, seen = sat_down(monkeypatch, "s\n", "a.txt")
    assert (status, seen.endswith("0 repaired, 0 ignored, 0 recorded, 1 skipped; not all were looked at\n")) == (1, True)


def test_what_cannot_be_read_or_recorded_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    write(tmp_path, "a.txt", f"{DOUBLED}\n")
    write(tmp_path, "tqcheck-baseline.json", "no baseline")
    status, seen = sat_down(monkeypatch, "b\ns\n", "a.txt", "missing.txt")
    assert (status, seen.count("[1 finding left]")) == (2, 2)
    assert capsys.readouterr().err.splitlines() == [
        "tqcheck: tqcheck-baseline.json: this is no JSON, so no baseline; tqcheck baseline writes one",
        "tqcheck: missing.txt: no such file or directory",
    ]


def test_a_source_stands_beside_the_text_after_each_change(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    write(tmp_path, "source.txt", f"{GLOSS}\n\nThe crew was glad.\n")
    path = write(tmp_path, "a.txt", f"{GLOSS}\n\n{DOUBLED}\n")
    status, seen = sat_down(monkeypatch, "a\n", "--source", "source.txt", "--source-language", "en", "--ignore", "fidelity", "a.txt")
    assert (status, seen.count("[1 finding left]")) == (0, 1)
    assert path.read_text("utf-8") == f"{GLOSS}\n\n{UNDOUBLED}\n"
