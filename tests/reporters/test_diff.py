"""The diff is one that other tools read."""

from __future__ import annotations

from tqcheck.reporters.diff import diff_lines, shown
from tqcheck.reporters.display import Display


def test_no_change_is_no_diff() -> None:
    assert list(diff_lines("a.txt", "one\ntwo", "one\ntwo")) == []


def test_line_ends() -> None:
    assert list(diff_lines("a.txt", "one\r\ntwo", "one\r\n2\r\n"))[2:] == [
        "@@ -1,2 +1,2 @@",
        " one\r",
        "-two",
        "\\ No newline at end of file",
        "+2\r",
    ]
    assert list(diff_lines("a.txt", "one\rtwo\r", "one\r2\r"))[2:] == ["@@ -1,2 +1,2 @@", " one", "-two", "+2"]
    assert list(diff_lines("a.txt", "one", ""))[2:] == ["@@ -1 +0,0 @@", "-one", "\\ No newline at end of file"]


def test_names_that_would_break_the_head() -> None:
    assert list(diff_lines("a\n+++ b\x1b.txt", "one\n", "two\n"))[:2] == ["--- a\\x0a+++ b\\x1b.txt", "+++ a\\x0a+++ b\\x1b.txt"]


def test_colours() -> None:
    lines = [shown(line, Display(colour=True)) for line in ("--- a.txt", "@@ -1 +1 @@", "-one\r", "+t\x1bwo", " three")]
    assert lines == ["\x1b[1m--- a.txt\x1b[0m", "\x1b[36m@@ -1 +1 @@\x1b[0m", "\x1b[31m-one\x1b[0m", "\x1b[32m+t\\x1bwo\x1b[0m", " three"]
