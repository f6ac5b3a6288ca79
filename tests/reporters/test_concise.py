"""The concise report is a line for each finding and nothing else."""

from __future__ import annotations

from made import checked, finding, noticed, report_in

from tqcheck import ReadingError
from tqcheck.reporters.concise import ConciseReporter
from tqcheck.reporters.display import Display


def test_a_line_for_each_finding() -> None:
    assert report_in("concise", checked(finding(17, 20), finding(22, 23)), checked(name="clean.txt")) == (
        "a.txt:2:5: doubled-word “the” is \\x1b[1mwritten twice. [0.88]\na.txt:2:10: doubled-word “the” is \\x1b[1mwritten twice. [0.88]\n"
    )


def test_a_notice_has_a_line() -> None:
    assert report_in("concise", noticed()) == "a.txt:2:5: notice: unknown rule 'x\\x1b'\n"


def test_a_file_that_was_not_read_is_no_finding() -> None:
    assert report_in("concise", errors=(ReadingError("lost.txt", "no such file"),)) == ""


def test_names_of_files_are_made_harmless() -> None:
    assert report_in("concise", checked(finding(0, 5), name="a\x1b[2J\n.txt")).startswith("a\\x1b[2J\\x0a.txt:1:1: ")


def test_colours() -> None:
    pieces: list[str] = []
    ConciseReporter(pieces.append, Display(colour=True)).add(*checked(finding(0, 5)))
    assert "\x1b[36mdoubled-word\x1b[0m" in pieces[0]
