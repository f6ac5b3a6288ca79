"""Comments that are written for a finding: they silence it, and change nothing else of what is read."""

from __future__ import annotations

import pytest

from tqcheck.checked import Checked
from tqcheck.checker import Checker
from tqcheck.core.finding import Fix
from tqcheck.formats import format_of
from tqcheck.readers.files import read
from tqcheck.readers.reading import Reading
from tqcheck.silence import Silence
from tqcheck.silence.writing import ignoring

FAULT = "The boats went out to the the sea 🙂."
CHECKER = Checker(language="en", select=["doubled-word"])
SAID = "tqcheck: ignore doubled-word"


def checked(name: str, raw: str) -> Checked:
    reading: Reading = read(raw.encode(), name, format_of(name))
    return Silence().applied(Checked(reading, CHECKER.check_reading(reading)))


def with_comment(name: str, raw: str, reason: str = "") -> str | None:
    before = checked(name, raw)
    edit = ignoring(before, before.report.findings[0], reason)
    if edit is None:
        return None
    text = Fix((edit,)).apply(raw)
    after = checked(name, text)
    assert len(after.report.findings) == len(before.report.findings) - 1
    assert after.report.notices == ()
    return text


@pytest.mark.parametrize(
    ("name", "raw", "written"),
    [
        ("a.txt", f"One.\n{FAULT}  \nTwo.\n", f"One.\n{FAULT} <!-- {SAID} -->  \nTwo.\n"),
        ("a.txt", f"{FAULT}\r\n", f"{FAULT} <!-- {SAID} -->\r\n"),
        ("a.md", f"{FAULT}  \nTwo *boats*.\n", f"{FAULT} <!-- {SAID} -->  \nTwo *boats*.\n"),
        ("a.md", f"One.\r\n\r\n{FAULT}\\\r\nTwo.\r\n", f"One.\r\n\r\n<!-- {SAID} -->\r\n\r\n{FAULT}\\\r\nTwo.\r\n"),
        ("a.mdx", f"# One\n\n{FAULT}\n", f"# One\n\n{{/* {SAID} */}}\n\n{FAULT}\n"),
        ("a.html", f"<p>{FAULT}</p>\n", f"<p>{FAULT}</p> <!-- {SAID} -->\n"),
        ("a.rst", f"One\n===\n\n  {FAULT}\n", f"One\n===\n\n  .. {SAID}\n\n  {FAULT}\n"),
        ("a.adoc", f"Two.\n{FAULT}\n", f"// {SAID}\nTwo.\n{FAULT}\n"),
        ("a.po", f'\nmsgid "a"\nmsgstr "{FAULT}"\n', f'# {SAID}\n\nmsgid "a"\nmsgstr "{FAULT}"\n'),
        ("a.yaml", f"a:\n  b: {FAULT}\n", f"a:\n  # {SAID}\n  b: {FAULT}\n"),
        ("a.json", f'{{"a": "{FAULT}"}}', None),
    ],
)
def test_the_comment_of_a_format(name: str, raw: str, written: str | None) -> None:
    assert with_comment(name, raw) == written


def test_a_reason_cannot_end_its_comment() -> None:
    written = with_comment("a.md", f"{FAULT}\n", " a --> b\n\x1b[31m */ \ud800c ")
    assert written == f"{FAULT} <!-- {SAID} -- a –> b [31m * / c -->\n"
    assert with_comment("strings.xml", f'<resources><string name="a">{FAULT}</string></resources>', "song") == (
        f'<!-- {SAID} — song -->\n<resources><string name="a">{FAULT}</string></resources>'
    )


def test_each_of_two_in_one_line_is_silenced_alone() -> None:
    before = checked("a.txt", f"{FAULT} {FAULT}\n")
    assert len(before.report.findings) == 2
    assert ignoring(before, before.report.findings[1]) is not None
