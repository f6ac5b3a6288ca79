"""The diff is one that other tools read."""

from __future__ import annotations

import difflib

from hypothesis import given
from hypothesis import strategies as st

from tqcheck.reporters.diff import diff_lines, shown
from tqcheck.reporters.display import Display


def diff(before: str, after: str, name: str = "a.txt") -> list[str]:
    """The diff of two texts that differ in one place."""
    pairs = enumerate(zip(before, after, strict=False))
    same = next((place for place, (one, other) in pairs if one != other), min(len(before), len(after)))
    return list(diff_lines(name, before, after, [(same, len(before), same, len(after))]))


def patched(before: str, lines: list[str]) -> str:
    """The text after the diff: what ``patch`` does, written again."""
    old, new, done = before.split("\n"), list[str](), 0
    for number, line in enumerate(lines):
        if line.startswith("@@"):
            start, _, length = line.split()[1][1:].partition(",")
            first = int(start) - (length != "0")
            new += old[done:first]
            done = first
        elif number > 1 and line[0] == "+":
            new.append(line[1:])
        elif number > 1 and line[0] in " -":
            assert old[done] == line[1:]
            done += 1
            new += [line[1:]] if line[0] == " " else []
    return "\n".join([*new, *old[done:]])


def test_no_change_is_no_diff() -> None:
    assert diff("one\ntwo", "one\ntwo") == []


def test_line_ends() -> None:
    assert diff("one\r\ntwo", "one\r\n2\r\n")[2:] == [
        "@@ -1,2 +1,2 @@",
        " one\r",
        "-two",
        "\\ No newline at end of file",
        "+2\r",
    ]
    assert diff("one\rtwo\r", "one\r2\r")[2:] == ["@@ -1,2 +1,2 @@", " one", "-two", "+2"]
    assert diff("one", "")[2:] == ["@@ -1 +0,0 @@", "-one", "\\ No newline at end of file"]


def test_names_that_would_break_the_head() -> None:
    assert diff("one\n", "two\n", "a\n+++ b\x1b.txt")[:2] == ["--- a\\x0a+++ b\\x1b.txt", "+++ a\\x0a+++ b\\x1b.txt"]


def test_colours() -> None:
    lines = [shown(line, Display(colour=True)) for line in ("--- a.txt", "@@ -1 +1 @@", "-one\r", "+t\x1bwo", " three")]
    assert lines == ["\x1b[1m--- a.txt\x1b[0m", "\x1b[36m@@ -1 +1 @@\x1b[0m", "\x1b[31m-one\x1b[0m", "\x1b[32m+t\\x1bwo\x1b[0m", " three"]


WORDS = st.lists(st.sampled_from(["a", "b", " ", "\n", "\n", "\r\n"]), max_size=30).map("".join)


@given(st.lists(st.tuples(WORDS, WORDS, WORDS), max_size=5), st.text("ab\n", max_size=3))
def test_it_leads_from_the_old_text_to_the_new_one(parts: list[tuple[str, str, str]], tail: str) -> None:
    before = after = ""
    changes = []
    for same, old, new in parts:
        before, after = before + same, after + same
        changes.append((len(before), len(before) + len(old), len(after), len(after) + len(new)))
        before, after = before + old, after + new
    before, after = before + tail + "x\n", after + tail + "x\n"
    lines = list(diff_lines("a.txt", before, after, changes))
    assert patched(before, lines) == after


def test_hunks_are_those_of_difflib() -> None:
    lines = [f"line {number}\n" for number in range(40)]
    after = [*lines[:4], "new\n", *lines[5:12], *lines[13:30], "more\n", "and more\n", *lines[30:]]
    before = "".join(lines)
    offsets = [sum(map(len, lines[:number])) for number in range(41)]
    shift = len("new\n") - len(lines[4])
    changes = [
        (offsets[4], offsets[5], offsets[4], offsets[5] + shift),
        (offsets[12], offsets[13], offsets[12] + shift, offsets[12] + shift),
        (offsets[30], offsets[30], offsets[30] + shift - len(lines[12]), offsets[30] + shift - len(lines[12]) + len("more\nand more\n")),
    ]
    expected = [line.rstrip("\n") for line in difflib.unified_diff(lines, after, "a.txt", "a.txt")]
    assert list(diff_lines("a.txt", before, "".join(after), changes)) == expected
