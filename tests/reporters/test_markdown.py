"""The summary in Markdown says the worst first, is short, and cannot be made to say anything else by a text."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from made import checked, finding, report_in
from test_xml import ANY_TEXT

from tqcheck import ReadingError, Severity
from tqcheck.checked import Outcome
from tqcheck.reporters.markdown import MOST_ROWS, code, prose
from tqcheck.reporters.text import NOTE


def test_the_summary_in_full() -> None:
    found = checked(finding(17, 20), finding(22, 23, severity=Severity.MAJOR, message="Two | bars."), name="./a.txt")
    text = report_in("markdown", found, checked(name="clean.txt"), errors=(ReadingError("lost.txt", "no such file"),))
    assert text == (
        "### tqcheck: 2 findings in 2 files\n"
        "\n"
        "- not read: `lost.txt`: no such file\n"
        "\n"
        "**1 major, 1 minor** (repetition 2)  \n"
        "20 words, penalty 262.96 per 1000 words, score 73.7 of 100\n"
        "\n"
        "| place | rule | severity | score | message |\n"
        "| --- | --- | --- | --- | --- |\n"
        "| `a.txt:2:10` | doubled-word | major | 0.88 | Two \\| bars. |\n"
        "| `a.txt:2:5` | doubled-word | minor | 0.88 | “the” is \\\\x1b\\[1mwritten twice. |\n"
        "\n"
        f"<sub>{NOTE} Signature: `rules:1|lang:en`</sub>\n"
    )


def test_a_clean_run() -> None:
    assert report_in("markdown", checked()) == "### tqcheck: nothing found in 1 file\n\n10 words, score 100 of 100.\n"


def test_how_the_run_ended_stands_last() -> None:
    text = report_in("markdown", checked(), outcome=Outcome(True, "failed: 1 finding is major", ("2 findings are known",)))
    assert text.endswith("\n\n2 findings are known\n\nfailed: 1 finding is major\n")


def test_a_long_list_is_cut_and_says_so() -> None:
    many = checked(*(finding(0, 5, message="word " * 500) for _ in range(MOST_ROWS + 7)))
    text = report_in("markdown", many, errors=(ReadingError("lost.txt", "gone"),) * (MOST_ROWS + 1))
    assert "… and 7 more" in text
    assert "- and 1 more file not read" in text
    assert len(text) < 65_536


@pytest.mark.parametrize("text", ["@somebody", "#12", "GH-7", "https://example.org/", "www.example.org", "<img src=x>", "**a**", "[a](b)"])
def test_nobody_is_called_and_nothing_is_linked(text: str) -> None:
    shown = prose(text)
    assert text not in shown
    assert re.sub(r"&#8203;|\\", "", shown) == text


@given(ANY_TEXT)
def test_any_text_stays_in_its_cell(message: str) -> None:
    text = report_in("markdown", checked(finding(0, 5, message=message), name=f"x{message}"))
    (line,) = [line for line in text.split("\n") if line.startswith("| `")]
    assert len(re.findall(r"(?<!\\)(?:\\\\)*\|", line)) == 6
    assert "\n" not in prose(message) + code(message)


def test_code_may_hold_ticks() -> None:
    assert code("a`b``c") == "```a`b``c```"
    assert code("`a") == "`` `a ``"
    assert code("") == "`  `"
