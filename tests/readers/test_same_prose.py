"""The same prose has the same findings, whatever format it is written in."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.readers.writers import WRITERS
from tqcheck.checker import Checker
from tqcheck.formats import READERS, Format
from tqcheck.readers.files import read

ARTICLE = Path(__file__).parents[2] / "examples" / "article.txt"
PARAGRAPHS = [line for line in ARTICLE.read_text("utf-8").splitlines() if line.strip()]
OF_PARAGRAPHS = ("markdown", "mdx", "html", "restructuredtext", "asciidoc", "docx", "odt", "epub", "srt", "webvtt", "ass")
"""The formats that hold texts; the others hold strings, each of which may want its final mark."""
CHECKER = Checker(language="en")


def findings(name: str) -> list[tuple[str, str]]:
    """The rule and the marked words of each finding."""
    reading = read(WRITERS[name](PARAGRAPHS), f"a.{name}", Format(name))
    found = CHECKER.check_reading(reading).findings
    return [(finding.rule, " ".join(reading.text[finding.start : finding.end].split())) for finding in found]


def test_the_article_is_full_of_faults() -> None:
    assert len(findings("text")) > 20


@pytest.mark.parametrize("name", OF_PARAGRAPHS)
def test_the_same_prose_has_the_same_findings(name: str) -> None:
    assert findings(name) == findings("text")


@pytest.mark.parametrize("name", READERS)
def test_every_reader_reads_the_same_words(name: str) -> None:
    reading = read(WRITERS[name](PARAGRAPHS), f"a.{name}", Format(name))
    assert reading.text.split() == " ".join(PARAGRAPHS).split()
