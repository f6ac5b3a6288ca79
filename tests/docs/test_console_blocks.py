"""Pages that are run."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from docs.session import replayed, without_rules

DOCS = Path(__file__).parents[2] / "docs"
needs_bash = pytest.mark.skipif(os.name == "nt" or shutil.which("bash") is None, reason="no bash here")


@needs_bash
def test_the_tutorial_shows_what_its_commands_print() -> None:
    page = (DOCS / "tutorial.md").read_text("utf-8")
    assert page.count("\n```console\n") > 10
    assert replayed(page) == page, "run make docs"


@needs_bash
def test_files_are_written_and_commands_are_run_in_order() -> None:
    written = '```text title="in/a.txt"\none\n```\n'
    no_session = "```sh\n$ no\n```\n"
    page = f"{written}\n```console\n$ cat in/a.txt\nold\n$ printf two; printf three >&2\n$ true\n```\n\n{no_session}"
    session = "```console\n$ cat in/a.txt\none\n$ printf two; printf three >&2\ntwothree\n$ true\n```\n"
    assert replayed(page) == f"{written}\n{session}\n{no_session}"


def test_what_every_new_rule_changes_is_left_out() -> None:
    assert without_rules("  signature rules:62-a70d48b3|scheme:x\n") == "  signature rules:…|scheme:x\n"
