"""Our reading of Markdown against markdown-it-py, which follows CommonMark to the letter: the same blocks with the same text."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from tqcheck.formats import Format
from tqcheck.readers.files import read

ROOT = Path(__file__).parents[2]
# The lines `:::` on the page api.md are no text for us, and for CommonMark they are paragraphs.
PAGES = [path for path in (*sorted(ROOT.glob("*.md")), *sorted((ROOT / "docs").glob("*.md"))) if path.name != "api.md"]
ORACLE = MarkdownIt("commonmark").enable(["table", "strikethrough"])
STAND_IN = re.compile(r"Q[BCDFGHJKLMNPQRSTVWXZ]{4}7|(?:https?://|www\.)[^\s<>\[\]|]*[^\s<>\[\]|?!.,:;*_~'\"”’»)]")
PARTS = (
    *("# ", "> ", "- ", "1. ", "3) ", "```\n", "**", "*", "_", "__", "[a](x)", "[y]", "&amp;", "\\*"),
    *("`a`", "\n", "\n\n", " ", "Two words", "b", "."),
)


def squeezed(text: str) -> str:
    return " ".join(STAND_IN.sub("C", text).split())


def shown(token: Token) -> str:
    if [child.type for child in token.children or ()] == ["image"]:
        return token.children[0].content if token.children else ""
    texts = {"code_inline": "C", "softbreak": "\n", "hardbreak": "\n", "image": "C", "html_inline": ""}
    return "".join(texts.get(child.type, child.content) for child in token.children or ())


def expected(text: str) -> list[str]:
    return [found for token in ORACLE.parse(text) if token.type == "inline" and (found := squeezed(shown(token)))]


def found(text: str) -> list[str]:
    reading = read(text.encode(), "a.md", Format("markdown"))
    return [squeezed(reading.text[block.span.start : block.span.end]) for block in reading.blocks or ()]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_our_own_pages(page: Path) -> None:
    text = page.read_text("utf-8")
    assert found(text) == expected(text)


@given(st.lists(st.sampled_from(PARTS), max_size=14).map("".join))
@settings(max_examples=200, deadline=None)
def test_blocks_and_emphasis(text: str) -> None:
    assert found(text) == expected(text)
