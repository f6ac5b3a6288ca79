"""The plugin of pytest, in runs of pytest of its own."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tqcheck import Report, SettingsError

FAULTY = "The harbour was quiet.\n\nSpokesman Ivan Petrov (Ivan Petrov) declined to comment.\n"
CLEAN = "The harbour was quiet, and nobody had noticed that the lamps were out.\n"


class TestFixture:
    def test_a_clean_text_gives_its_report(self, tqcheck: Callable[..., Report]) -> None:
        assert tqcheck(CLEAN, language="en").words == 13

    def test_a_finding_is_said_with_its_place(self, tqcheck: Callable[..., Report]) -> None:
        with pytest.raises(AssertionError) as failure:
            tqcheck(FAULTY, language="en", select=["duplicate-gloss"])
        first, second = str(failure.value).splitlines()
        assert first == "<text>: 1 finding of severity minor or worse"
        assert second.startswith("  line 3, column 22: duplicate-gloss (major, 0.")
        assert second.endswith("The bracket repeats “Ivan Petrov”, which stands directly before it.")

    def test_milder_findings_pass_and_are_in_the_report(self, tqcheck: Callable[..., Report]) -> None:
        report = tqcheck("They came to the the harbour.", severity="major", language="en")
        assert [finding.rule for finding in report.findings] == ["doubled-word"]

    @pytest.mark.tqcheck(severity="critical", language="en")
    def test_the_marker_says_what_the_call_does_not(self, tqcheck: Callable[..., Report]) -> None:
        assert tqcheck(FAULTY).findings
        with pytest.raises(AssertionError):
            tqcheck(FAULTY, severity="major")

    def test_comments_silence(self, tqcheck: Callable[..., Report]) -> None:
        tqcheck("They came to the the harbour. <!-- tqcheck: ignore doubled-word -- a stutter -->", language="en")

    def test_many_findings_are_cut(self, tqcheck: Callable[..., Report]) -> None:
        with pytest.raises(AssertionError, match=r"(?m)^  and 5 more\Z"):
            tqcheck("They came to the the harbour.\n\n" * 25, language="en", select=["doubled-word"])

    def test_wrong_words_are_told(self, tqcheck: Callable[..., Report]) -> None:
        with pytest.raises(SettingsError, match="unknown severity 'mjor'; did you mean 'major'"):
            tqcheck(CLEAN, severity="mjor")
        with pytest.raises(SettingsError, match="unknown option 'langage'; did you mean 'language'"):
            tqcheck(CLEAN, langage="en")


def test_a_failure_shows_the_findings_and_the_line_of_the_test(pytester: pytest.Pytester) -> None:
    pytester.makepyfile("def test_page(tqcheck):\n    tqcheck('They came to the the harbour.', language='en')\n")
    result = pytester.runpytest_inprocess()
    result.assert_outcomes(failed=1)
    result.stdout.fnmatch_lines([">   *tqcheck('They came*", "E *line 1, column *: doubled-word (minor, *): “the” is said twice."])
    result.stdout.no_fnmatch_line("*pytest_plugin.py*")


def test_files_that_fit_a_pattern_are_tests(pytester: pytest.Pytester) -> None:
    texts = pytester.mkdir("texts")
    (texts / "bad.txt").write_text(FAULTY, "utf-8")
    (texts / "good.txt").write_text(CLEAN, "utf-8")
    (texts / "broken.txt").write_bytes(b"\x89PNG\0\0")
    (pytester.path / "other.txt").write_text(FAULTY, "utf-8")
    result = pytester.runpytest_inprocess("--tqcheck-glob=texts/*.txt")
    result.assert_outcomes(passed=1, failed=2)
    result.stdout.fnmatch_lines(["*bad.txt: 1 finding of severity minor or worse", "  line 3, column 22: duplicate-gloss*"])
    result.stdout.fnmatch_lines(["*broken.txt: this is an image, not plain text"])


def test_nothing_is_collected_without_a_pattern(pytester: pytest.Pytester) -> None:
    (pytester.path / "bad.txt").write_text(FAULTY, "utf-8")
    assert pytester.runpytest_inprocess().ret == pytest.ExitCode.NO_TESTS_COLLECTED


def test_a_fault_of_ours_is_shown_as_one(pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch) -> None:
    (pytester.path / "good.txt").write_text(CLEAN, "utf-8")
    monkeypatch.setattr("tqcheck.checker.Run", None)
    monkeypatch.setattr("tqcheck.pytest_plugin._checkers", {})  # in one process with the other tests, which have made some ready
    pytester.runpytest_inprocess("--tqcheck-glob=*.txt").stdout.fnmatch_lines(["E *TypeError*"])


def test_the_plugin_costs_a_run_without_it_nothing(tmp_path: Path) -> None:
    code = """if True:
        import sys, pytest
        pytest.main(["-q", "-p", "no:cacheprovider"])
        heavy = [name for name in sys.modules if name.startswith(("tqcheck.c", "tqcheck.r", "regex"))]
        print("tqcheck.pytest_plugin" in sys.modules, heavy)
    """
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=tmp_path)
    assert done.stdout.splitlines()[-1] == "True []"
