"""The command line, end to end: what it prints where, and how it ends."""

from __future__ import annotations

import errno
import io
import json
import os
import re
import signal
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import tqcheck
from tqcheck.cli import main
from tqcheck.cli.output import wants_colour
from tqcheck.reporters.formats import FORMATS
from tqcheck.rules import all_rules
from tqcheck.settings import SEVERITIES

FAULTY = "The harbour was quiet.\n\nSpokesman Ivan Petrov (Ivan Petrov) declined to comment.\n"
CLEAN = "The harbour was quiet, and nobody had noticed that the lamps were out.\n"
DOCS = Path(__file__).parents[1] / "docs"
ONE_RULE = ("--select", "duplicate-gloss")


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    for name in ("NO_COLOR", "FORCE_COLOR"):
        monkeypatch.delenv(name, raising=False)
    (tmp_path / "article.txt").write_text(FAULTY, "utf-8")
    (tmp_path / "clean.txt").write_text(CLEAN, "utf-8")
    return tmp_path


def run(*arguments: str, given: bytes = b"", **environment: str) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "tqcheck", *arguments]
    return subprocess.run(command, input=given, capture_output=True, env={**os.environ, **environment}, check=False, timeout=60)


class TestStatusAndStreams:
    def test_something_found_is_1(self) -> None:
        done = run("check", "article.txt")
        assert done.returncode == 1
        assert done.stdout.decode().startswith("article.txt:3:22  duplicate-gloss  ")
        assert done.stderr == b""

    def test_nothing_found_is_0(self) -> None:
        done = run("check", "clean.txt")
        assert (done.returncode, done.stderr) == (0, b"")
        assert done.stdout == b"clean.txt: nothing found in 13 words (en, detected), score 100\n"

    def test_files_that_cannot_be_read_are_2_and_the_others_are_checked(self, folder: Path) -> None:
        (folder / "picture.txt").write_bytes(b"\x89PNG\r\n\x1a\n\0\0")
        (folder / "latin.txt").write_bytes("Die Brücke über die Elbe heißt Blaues Wunder, das weiß jeder.".encode("cp1252"))
        done = run("check", "lost.txt", "article.txt", "picture.txt", "latin.txt", "clean.txt")
        assert done.returncode == 2
        errors = done.stderr.decode().splitlines()
        assert [line.split(": ")[1] for line in errors] == ["lost.txt", "picture.txt", "latin.txt"]
        assert "iconv -f" in errors[2]
        out = done.stdout.decode()
        assert "article.txt:3:22" in out
        assert "clean.txt: nothing found" in out
        assert "2 files, 3 files not read: " in out

    def test_wrong_use_is_2(self) -> None:
        done = run("check", "--slect", "quotes", "article.txt")
        assert (done.returncode, done.stdout) == (2, b"")
        assert done.stderr == b"tqcheck: unknown option '--slect'; did you mean '--select'?\n"

    def test_standard_input(self) -> None:
        done = run("check", "-", given=("\ufeff" + FAULTY).encode("utf-16"))
        assert done.returncode == 1
        assert done.stdout.startswith(b"<stdin>:3:22  duplicate-gloss")

    @pytest.mark.skipif(os.name == "nt", reason="pipes of POSIX")
    def test_a_reader_that_goes_away_is_no_error(self, folder: Path) -> None:
        (folder / "long.txt").write_text(FAULTY * 2000, "utf-8")
        command = f"{sys.executable} -m tqcheck check long.txt | head -n 1"
        done = subprocess.run(["sh", "-c", command], capture_output=True, check=False, timeout=60)
        assert done.stderr == b""
        assert done.stdout.count(b"\n") == 1

    @pytest.mark.skipif(os.name == "nt", reason="signals of POSIX")
    def test_interrupt_is_130(self) -> None:
        command = [sys.executable, "-u", "-m", "tqcheck", "check", "clean.txt", "-"]
        process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        assert process.stdout is not None
        assert process.stdout.readline()
        process.send_signal(signal.SIGINT)
        _, errors = process.communicate(timeout=60)
        assert (process.returncode, errors) == (130, b"")

    @pytest.mark.skipif(not Path("/dev/full").exists(), reason="no such device")
    def test_output_that_cannot_be_written_is_2(self) -> None:
        done = subprocess.run(["sh", "-c", f"{sys.executable} -m tqcheck check article.txt > /dev/full"], capture_output=True, check=False)
        assert done.returncode == 2
        assert done.stderr.decode() == f"tqcheck: cannot write the output: {os.strerror(errno.ENOSPC)}\n"

    @pytest.mark.skipif(os.name == "nt", reason="shell of POSIX")
    def test_closed_streams_do_no_harm(self) -> None:
        assert subprocess.run(["sh", "-c", f"{sys.executable} -m tqcheck check article.txt >&- 2>&-"], check=False).returncode == 1

    @pytest.mark.parametrize("encoding", ["ascii", "latin-1", "cp1251", "utf-8"])
    def test_any_encoding_of_the_output(self, encoding: str, folder: Path) -> None:
        (folder / "wide.txt").write_text("He met 东京 (东京) and “Žižek (Žižek) 😀 there.\n", "utf-8")
        done = run("check", "wide.txt", *ONE_RULE, PYTHONIOENCODING=encoding)
        assert (done.returncode, done.stderr) == (1, b"")
        lines = done.stdout.decode(encoding).splitlines()
        assert len(lines[2]) >= len(lines[3].rstrip())

    def test_hostile_text_does_not_reach_the_terminal(self, folder: Path) -> None:
        (folder / "hostile.txt").write_text("\x1b]0;owned\x07 Ivan Petrov (Ivan Petrov) \u202e went \x9b2J home.\n", "utf-8")
        done = run("check", "hostile.txt", "--language", "en")
        assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202e]", done.stdout.decode())

    def test_an_error_of_our_own_is_not_mistaken_for_a_finding(self) -> None:
        code = "import tqcheck.checker, tqcheck.cli, sys; tqcheck.checker.Ready = None; sys.exit(tqcheck.cli.main(['check', 'clean.txt']))"
        done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=False)
        assert done.returncode == 2
        assert done.stderr.decode().splitlines()[-1].startswith("tqcheck: this is a fault of tqcheck itself")


class TestCheck:
    def test_several_paths_and_folders_and_none_twice(self, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        (folder / "sub").mkdir()
        (folder / "sub" / "more.txt").write_text(CLEAN)
        assert main(["check", "clean.txt", ".", "sub", "**/*.txt", "--min-score", "1", "article.txt"]) == 0
        names = [line.split(":")[0] for line in capsys.readouterr().out.splitlines() if "nothing found" in line]
        assert names == ["clean.txt", "./article.txt", "./sub/more.txt", "3 files"]

    def test_select_and_ignore(self) -> None:
        assert main(["check", "article.txt", "--ignore", "duplicate-gloss"]) == 0
        assert main(["check", "article.txt", "--select", "quotes,duplicate-gloss"]) == 1
        assert main(["check", "article.txt", "--select", "quotes", "--select", "repetition"]) == 1
        assert main(["check", "article.txt", "--select", "quotes"]) == 0
        assert main(["check", "article.txt", "--select=repetition", "--ignore=quotes, duplicate-gloss"]) == 0

    def test_min_score(self) -> None:
        assert main(["check", "article.txt", *ONE_RULE, "--min-score", "0"]) == 1
        assert main(["check", "article.txt", *ONE_RULE, "--min-score", "1"]) == 0

    @pytest.mark.parametrize("severity", SEVERITIES)
    def test_fail_on(self, severity: str, capsys: pytest.CaptureFixture[str]) -> None:
        own = all_rules()["duplicate-gloss"].severity
        assert main(["check", "article.txt", *ONE_RULE, "--fail-on", severity]) == int(own.rank >= SEVERITIES.index(severity))
        assert "duplicate-gloss" in capsys.readouterr().out, "it is still shown"

    def test_severities_are_those_of_the_library(self) -> None:
        assert tuple(tqcheck.Severity) == SEVERITIES

    def test_language_is_given_or_detected(self, capsys: pytest.CaptureFixture[str]) -> None:
        main(["check", "clean.txt", "--language", "EN_gb"])
        assert "(en-GB)" in capsys.readouterr().out
        main(["check", "clean.txt"])
        assert "(en, detected)" in capsys.readouterr().out

    def test_options_may_stand_anywhere_and_paths_may_look_like_options(self, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        (folder / "-odd.txt").write_text(CLEAN)
        assert main(["check", "article.txt", *ONE_RULE, "clean.txt", "--min-score", "0.1", "--", "-odd.txt"]) == 1
        assert "3 files: 1 finding" in capsys.readouterr().out

    def test_json(self, capsys: pytest.CaptureFixture[str]) -> None:
        assert main(["check", "article.txt", "lost.txt", "--output-format", "json"]) == 2
        captured = capsys.readouterr()
        report = json.loads(captured.out)
        assert [file["path"] for file in report["files"]] == ["article.txt"]
        assert report["errors"] == [{"path": "lost.txt", "message": "no such file or directory"}]
        assert captured.err == "tqcheck: lost.txt: no such file or directory\n"

    def test_json_is_the_same_every_time(self) -> None:
        command = ("check", "article.txt", "clean.txt", "--output-format", "json")
        assert run(*command, PYTHONHASHSEED="1").stdout == run(*command, PYTHONHASHSEED="2").stdout

    def test_raw_places_with_a_mark_and_crlf(self, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        raw = b"\xef\xbb\xbf" + "One 😀 line.\r\n\r\n\tThe spokesman Ivan Petrov (Ivan Petrov) left.\r\n".encode()
        (folder / "raw.txt").write_bytes(raw)
        main(["check", "raw.txt", *ONE_RULE, "--output-format", "json"])
        (finding,) = json.loads(capsys.readouterr().out)["files"][0]["findings"]
        assert (finding["line"], finding["column"], finding["end_line"]) == (3, 27, 3)
        assert raw.decode("utf-8-sig")[finding["start"] : finding["end"]] == finding["text"] == " (Ivan Petrov)"

    @pytest.mark.parametrize(
        ("arguments", "complaint"),
        [
            ([], "no command given; try tqcheck check FILE, or tqcheck --help"),
            (["chek", "a.txt"], "unknown command 'chek'; did you mean 'check'?"),
            (["article.txt"], "'article.txt' is no command; to check it: tqcheck check article.txt"),
            (["--versoin"], "unknown option '--versoin'; did you mean '--version'?"),
            (["check"], "no file given; name files, folders or patterns, or - for standard input"),
            (["check", "--langage=en", "a.txt"], "unknown option '--langage'; did you mean '--language'?"),
            (["check", "a.txt", "--select", "duplicate-glos"], "unknown rule or family 'duplicate-glos'; did you mean 'duplicate-gloss'?"),
            (["check", "a.txt", "--ignore", "quote"], "unknown rule or family 'quote'; did you mean 'quotes'?"),
            (
                ["check", "a.txt", "--fail-on", "mjor"],
                "--fail-on: unknown severity 'mjor'; did you mean 'major'? (there are neutral, minor, major, critical)",
            ),
            (
                ["check", "a.txt", "--output-format", "jsn"],
                f"--output-format: unknown format 'jsn'; did you mean 'json'? (there are {', '.join(FORMATS)})",
            ),
            (["check", "a.txt", "--min-score", "high"], "--min-score: a number from 0 to 1 is wanted, not 'high'"),
            (["check", "a.txt", "--min-score", "1.5"], "min_score is a probability from 0 to 1, not 1.5"),
            (["check", "a.txt", "--min-score", "nan"], "min_score is a probability from 0 to 1, not nan"),
            (["check", "a.txt", "--language", "english"], "'english' is no language code; BCP 47 codes look like en, de-CH, zh-Hant"),
            (["check", "a.txt", "--language"], "--language: expected one argument"),
            (["rules", "quotes"], "'quotes' is one word too many; see tqcheck rules --help"),
            (["explain"], "no rule given; tqcheck rules lists them"),
            (["explain", "duplicated-gloss"], "unknown rule 'duplicated-gloss'; did you mean 'duplicate-gloss'?"),
        ],
    )
    def test_wrong_use_is_one_line_that_helps(self, arguments: list[str], complaint: str, capsys: pytest.CaptureFixture[str]) -> None:
        assert main(arguments) == 2
        captured = capsys.readouterr()
        assert (captured.out, captured.err) == ("", f"tqcheck: {complaint}\n")

    @given(data=st.binary(max_size=200))
    @settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
    def test_no_file_breaks_it(self, data: bytes, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
        monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=io.BytesIO(data)))
        assert main(["check", "-"]) in (0, 1, 2)
        assert "fault of tqcheck" not in capsys.readouterr().err


class TestRulesAndExplain:
    def test_rules(self, capsys: pytest.CaptureFixture[str]) -> None:
        assert main(["rules"]) == 0
        out = capsys.readouterr().out
        assert all(name in out for name in all_rules())

    def test_rules_as_json(self, capsys: pytest.CaptureFixture[str]) -> None:
        assert main(["rules", "--output-format", "json"]) == 0
        assert [rule["name"] for rule in json.loads(capsys.readouterr().out)["rules"]] == list(all_rules())

    def test_explain(self, capsys: pytest.CaptureFixture[str]) -> None:
        assert main(["explain", "duplicate-gloss"]) == 0
        out = capsys.readouterr().out
        assert "Why it matters:" in out
        assert "⟦" in out

    def test_explain_a_family_names_its_rules(self, capsys: pytest.CaptureFixture[str]) -> None:
        assert main(["explain", "repetition"]) == 2
        assert "duplicate-gloss" in capsys.readouterr().err

    @pytest.mark.parametrize("command", [[], ["check"], ["fix"], ["baseline"], ["rules"], ["explain"]])
    def test_help(self, command: list[str], capsys: pytest.CaptureFixture[str]) -> None:
        assert main([*command, "--help"]) == 0
        assert "tqcheck" in capsys.readouterr().out

    def test_version(self, capsys: pytest.CaptureFixture[str]) -> None:
        assert main(["--version"]) == 0
        assert capsys.readouterr().out == f"tqcheck {tqcheck.__version__}\n"


class TestColours:
    @pytest.mark.parametrize(
        ("is_terminal", "environment", "wanted"),
        [
            (True, {}, True),
            (False, {}, False),
            (True, {"NO_COLOR": "1"}, False),
            (True, {"NO_COLOR": ""}, True),
            (True, {"TERM": "dumb"}, False),
            (False, {"FORCE_COLOR": "1"}, True),
            (False, {"FORCE_COLOR": "0"}, False),
            (True, {"FORCE_COLOR": "1", "NO_COLOR": "1"}, False),
        ],
    )
    def test_when(self, is_terminal: bool, environment: dict[str, str], wanted: bool) -> None:
        stream = io.StringIO()
        stream.isatty = lambda: is_terminal  # type: ignore[method-assign]
        assert wants_colour(stream, environment) == wanted

    def test_a_pipe_gets_none(self) -> None:
        assert b"\x1b" not in run("check", "article.txt").stdout
        assert b"\x1b[" in run("check", "article.txt", FORCE_COLOR="1").stdout

    @pytest.mark.skipif(os.name == "nt", reason="terminals of POSIX")
    def test_a_terminal_gets_them_and_its_width_is_kept(self, folder: Path) -> None:
        import fcntl
        import pty
        import struct
        import termios

        (folder / "wide.txt").write_text("word " * 50 + "Ivan Petrov (Ivan Petrov) came" + " home" * 50, "utf-8")
        leader, follower = pty.openpty()
        fcntl.ioctl(follower, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 60, 0, 0))
        environment = {**os.environ, "TERM": "xterm", "PYTHONIOENCODING": "utf-8"}
        command = [sys.executable, "-m", "tqcheck", "check", "wide.txt", "--language", "en", *ONE_RULE]
        subprocess.run(command, stdout=follower, env=environment, check=False)
        os.close(follower)
        out = b""
        while True:
            try:
                out += os.read(leader, 65536)
            except OSError:
                break
            if b"measure the quality" in out:
                break
        os.close(leader)
        assert b"\x1b[36mduplicate-gloss\x1b[0m" in out
        excerpt = re.sub(r"\x1b\[[0-9;]*m", "", out.decode()).splitlines()[2]
        assert len(excerpt) <= 60
        assert "Ivan Petrov (Ivan Petrov) came" in excerpt


class TestDocs:
    def test_the_session_in_the_docs_is_true(self, capsys: pytest.CaptureFixture[str]) -> None:
        page = (DOCS / "cli.md").read_text("utf-8")
        session = page.split("```console\n$ tqcheck check article.txt\n")[1].split("```")[0]
        main(["check", "article.txt"])
        assert without_figures(capsys.readouterr().out) == without_figures(session)


def without_figures(text: str) -> str:
    """Scores and signatures change when rules are added or calibrated anew."""
    return re.sub(r"signature \S+|\d+(\.\d+)?", "N", text)


def test_the_version_costs_no_rules() -> None:
    code = (
        "import sys; from tqcheck.cli import main; main(['--version']);"
        "sys.exit(any('.reporters' in name or '.rules.' in name or name == 'argparse' for name in sys.modules))"
    )
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, check=False).returncode == 0


def test_python_m_is_the_same_command() -> None:
    assert run("--version").stdout.decode() == f"tqcheck {tqcheck.__version__}\n"
