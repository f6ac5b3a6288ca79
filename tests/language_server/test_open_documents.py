"""What is found in a document that is open, offered for it and told about it; without an editor."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tqcheck.cli import main
from tqcheck.language_server.actions import MOST_FINDINGS, MOST_READ, actions
from tqcheck.language_server.documents import Desk, Opened, View
from tqcheck.language_server.pages import page

GLOSS = "The spokesman Ivan Petrov (Ivan Petrov) was silent."
DOUBLED = "🙂 The boats went out to the the sea."
DESK = Desk()
PIECES = [
    "the the ",
    "Ivan Petrov (Ivan Petrov) ",
    "“",
    "\r\n",
    "\n\n",
    "🙂",
    "\ufeff",
    "\ud800",
    "`",
    "*",
    "# ",
    "<!-- tqcheck: off -->",
    "\0",
    "|",
]


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def view(text: str, path: str = "", language: str = "plaintext") -> View:
    return DESK.view(Opened("file:///a", path, language, 1, text), "utf-16")


def applied(text: str, edits: list[tuple[int, int, str]]) -> str:
    for start, end, words in sorted(edits, reverse=True):
        text = text[:start] + words + text[end:]
    return text


@pytest.mark.parametrize(
    ("path", "language", "is_checked"),
    [
        ("a.txt", "plaintext", True),
        ("a.md", "whatever", True),
        ("", "markdown", True),
        ("README", "rst", True),
        ("a.py", "python", False),
        ("notes", "", False),
        ("requirements.txt", "plaintext", False),
        ("a.docx", "plaintext", False),
    ],
)
def test_which_documents_are_texts(folder: Path, path: str, language: str, is_checked: bool) -> None:
    assert bool(view(GLOSS, path and str(folder / path), language).findings) == is_checked


def test_the_configuration_names_a_format(folder: Path) -> None:
    (folder / "tqcheck.toml").write_text('format = "text"\nignore = ["repetition"]\n[rules.doubled-word]\n', "utf-8")
    assert view(GLOSS, str(folder / "a.log"), "log").checked is not None


def test_comments_and_the_baseline_count(folder: Path) -> None:
    path = folder / "a.txt"
    path.write_text(f"{GLOSS}\n", "utf-8")
    assert main(["baseline", "a.txt"]) == 0
    (folder / "tqcheck.toml").write_text('baseline = "tqcheck-baseline.json"\n', "utf-8")
    text = f"{GLOSS}\n\n{DOUBLED} <!-- tqcheck: ignore doubled-word -->\n\nA {DOUBLED}\n\n<!-- tqcheck: ignore quotes -->\n"
    found = view(text, str(path))
    assert [(finding.rule, text[slice(*found.span(finding.start, finding.end))]) for finding in found.findings] == [
        ("doubled-word", "the the")
    ]
    assert found.checked is not None
    assert [notice.message[:12] for notice in found.checked.report.notices] == ["this comment"]
    assert DESK.fixed(found) == []


def test_all_safe_repairs_are_those_of_the_command(folder: Path) -> None:
    text = f"\ufeff# 🙂 A *day*\r\n\r\n{GLOSS}\r\n\r\n- {GLOSS}\r\n"
    path = folder / "a.md"
    path.write_bytes(text.encode())
    assert main(["fix", "--write", "a.md"]) == 0
    assert applied(text, DESK.fixed(view(text, str(path)))) == path.read_bytes().decode()


def test_a_repair_that_would_change_markup_is_not_offered(folder: Path) -> None:
    text = "The boats went out to the *the* sea."
    found = view(text, str(folder / "a.md"))
    assert [action.title for action in actions(found, 0, len(text))] == ["Ignore doubled-word here"]


def test_in_a_long_text_fewer_findings_get_an_offer() -> None:
    many = view(f"{DOUBLED} " * 200)
    offered = {action.finding for action in actions(many, 0, 10_000)}
    assert len(offered) <= min(MOST_FINDINGS, MOST_READ // (len(DOUBLED) * 200))
    few = view(f"{DOUBLED}\n\n" * 30 + "a" * (MOST_READ // 2))
    assert len({action.finding for action in actions(few, 0, 10_000)}) == 1


def test_a_page_shows_what_it_quotes_as_it_is(folder: Path) -> None:
    text = "The *spokesman* Ivan [Petrov] (Ivan [Petrov]) was `silent`. They say ``` the the <b>\x1b[31m."
    found = view(text, str(folder / "a.txt"))
    assert found.checked is not None
    for finding in found.findings:
        shown = page(finding, found.checked.reading)
        assert finding.message in page(finding, found.checked.reading, is_markdown=False)
        assert "\x1b" not in shown
        assert shown.startswith(f"**{finding.rule}**".replace("-", "\\-"))
        assert "```text\n" in shown


@given(
    st.lists(st.sampled_from(PIECES) | st.characters(), max_size=30).map("".join), st.sampled_from(["plaintext", "markdown", "html", "rst"])
)
def test_any_text_is_checked_explained_and_repaired(text: str, language: str) -> None:
    found = view(text, "", language)
    if found.checked is None:
        return
    for finding in found.findings:
        start, end = found.span(finding.start, finding.end)
        assert 0 <= start <= end <= len(text)
        assert page(finding, found.checked.reading)
    for action in actions(found, 0, len(text)):
        after = applied(text, list(action.edits))
        assert after != text
        assert view(after, "", language).checked is not None
