"""Annotations: commands that no text can break out of, and never more than GitHub shows."""

from __future__ import annotations

import re

from hypothesis import given
from made import checked, finding, noticed, report_in
from test_xml import ANY_TEXT

from tqcheck import ReadingError, Report, Severity
from tqcheck.checked import Outcome
from tqcheck.readers.reading import Reading
from tqcheck.reporters.github import MOST_ANNOTATIONS, GithubReporter, command

COMMAND = re.compile(r"::(notice|warning|error) ([^:]*)::(.*)")


def summed_up(*reports: tuple[Reading, Report], errors: tuple[ReadingError, ...] = ()) -> tuple[str, str]:
    """What goes to the log and what to the summary of the job."""
    log: list[str] = []
    summary: list[str] = []
    reporter = GithubReporter(log.append, summary.append)
    for reading, report in reports:
        reporter.add(reading, report)
    for error in errors:
        reporter.fail(error)
    reporter.close()
    return "".join(log), "".join(summary)


def test_a_finding_on_one_line_and_one_on_two() -> None:
    assert report_in("github", checked(finding(17, 20), finding(6, 20, severity=Severity.MAJOR), name="./a,b.txt")).splitlines() == [
        "::error file=a%2Cb.txt,line=1,endLine=2,title=doubled-word::“the” is \\x1b[1mwritten twice. [0.88]",
        "::warning file=a%2Cb.txt,line=2,endLine=2,col=5,endColumn=8,title=doubled-word::“the” is \\x1b[1mwritten twice. [0.88]",
        "tqcheck: 2 findings in 1 file",
    ]


def test_files_that_were_not_read_and_how_the_run_ended() -> None:
    errors = (ReadingError("lost.txt", "100% gone: line\nend"),)
    assert report_in("github", errors=errors, outcome=Outcome(True, "failed", ("one\x1b note",))).splitlines() == [
        "::error file=lost.txt,title=not read::100%25 gone: line\\x0aend",
        "tqcheck: nothing found in 0 files",
        "tqcheck: one\\x1b note",
        "tqcheck: failed",
    ]


def test_the_worst_are_annotated_and_all_are_in_the_summary() -> None:
    minor = [finding(0, 5, score=0.5 + number / 100) for number in range(12)]
    major = [finding(0, 5, severity=Severity.MAJOR) for _ in range(8)]
    critical = [finding(0, 5, severity=Severity.CRITICAL) for _ in range(5)]
    log, summary = summed_up(checked(*minor, *major, *critical))
    levels = [match[1] for match in COMMAND.finditer(log)]
    assert levels.count("warning") == levels.count("error") == MOST_ANNOTATIONS
    assert "[0.61]" in log
    assert "[0.51]" not in log
    assert log.endswith("tqcheck: 25 findings in 1 file, 5 of them only in the summary of the job\n")
    assert summary.startswith("### tqcheck: 25 findings in 1 file\n")
    listed = re.findall(r"\| (critical|major|minor) \| (0\.\d\d) ", summary)
    assert len(listed) == 25
    assert listed[-2:] == [("minor", "0.51"), ("minor", "0.50")]


def test_errors_of_reading_take_room_from_those_of_the_text() -> None:
    many = (ReadingError("lost.txt", "gone"),) * 12
    text = report_in("github", checked(finding(0, 5, severity=Severity.MAJOR)), errors=many)
    assert text.count("::error ") == MOST_ANNOTATIONS
    assert text.endswith("tqcheck: 1 finding in 1 file, 1 of them without an annotation\n")


def test_notices_have_the_room_that_findings_leave() -> None:
    line = "::notice file=a.txt,line=2,title=comment::unknown rule 'x\\x1b'\n"
    assert report_in("github", noticed()) == f"{line}tqcheck: nothing found in 1 file\n"
    neutral = checked(*(finding(0, 5, severity=Severity.NEUTRAL) for _ in range(8)))
    assert report_in("github", neutral, *[noticed()] * 4).count("title=comment") == 2


def test_a_clean_run_is_summed_up_too() -> None:
    log, summary = summed_up(checked(), errors=(ReadingError("lost.txt", "no such file"),))
    assert log.endswith("\ntqcheck: nothing found in 1 file\n")
    assert summary.startswith("### tqcheck: nothing found in 1 file\n\n- not read: `lost.txt`: no such file\n")


@given(ANY_TEXT, ANY_TEXT)
def test_no_text_breaks_out_of_its_command(message: str, name: str) -> None:
    text = command("warning", message, file=name, title="rule")
    assert text.count("\n") == 1
    assert "\r" not in text
    match = COMMAND.fullmatch(text.removesuffix("\n"))
    assert match
    read = dict(each.split("=", 1) for each in match[2].split(","))
    assert {key: decoded(value) for key, value in read.items()} == {"file": name, "title": "rule"}


def decoded(value: str) -> str:
    """A property as the runner reads it."""
    for mark, escape in ((":", "%3A"), (",", "%2C"), ("\r", "%0D"), ("\n", "%0A"), ("%", "%25")):
        value = value.replace(escape, mark)
    return value
