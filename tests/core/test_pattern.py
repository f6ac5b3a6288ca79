"""Every pattern of the project takes linear time, and is the same whether it was prepared or not."""

from __future__ import annotations

import subprocess
import sys

import pytest
import regex

from tqcheck import lang, prepare
from tqcheck.core import pattern
from tqcheck.prepared import prepared

SOURCES = sorted(prepare.pattern_sources(lang.available()))
LENGTH, SECONDS = 40_000, 1
"""A pattern that is quadratic takes far longer for such a text, one that is linear some milliseconds."""
PIECES = (
    " ", "a", "A", "1", ".", ",", "'", "“", '"', "(", "[", "<", "{", "&", "-", "_", "@", ":", "\n", "a ", "Aa ", "A. ", "a, ", "1, ", "1:",
    "(a", "“a ", "Aa Aa ", "ABCDE ", "please ", "source: a ", "the monday may 1 ", "translat", " \t",
    "a-", "х", "你", "．", "&amp;", "<a", "a'b",
)  # fmt: skip
SAMPLE = "The “old” mill (built in 1920), he said... Łódź, e.g. 12:30 — «да» 你好, &amp; {0} <unk> Xinhua - Harbour Daily. and and"


@pytest.mark.parametrize("source", SOURCES)
def test_no_pattern_backtracks_without_bound(source: str) -> None:
    compiled = regex.compile(source)
    for piece in PIECES:
        for _ in compiled.finditer(piece * (LENGTH // len(piece)), timeout=SECONDS):
            pass


@pytest.mark.parametrize("source", SOURCES)
def test_what_the_parser_hands_over_makes_the_same_pattern(source: str) -> None:
    found = pattern.engine()
    program = prepare.program_of(source)
    if found is None or program is None:
        pytest.skip("the engine of regex cannot be had alone")
    made, plain = pattern.made(found[0], source, program), regex.compile(source)
    assert (made.groups, made.groupindex, made.flags) == (plain.groups, plain.groupindex, plain.flags)
    for text in (SAMPLE, SAMPLE.lower(), SAMPLE.upper()):
        assert [(m.span(), m.groups()) for m in made.finditer(text)] == [(m.span(), m.groups()) for m in plain.finditer(text)]


def test_a_pattern_behaves_like_a_compiled_one() -> None:
    number = pattern.pattern(r"(?i)(\p{L}+) (\d+)")
    assert number.sub(r"\2 \1", "May 12") == "12 May"
    match = number.search("in May 12")
    assert match is not None
    assert match.groups() == ("May", "12")
    assert [m.group() for m in number.finditer("a 1 b 2")] == ["a 1", "b 2"]
    with pytest.raises(AttributeError):
        getattr(number, "nothing")  # noqa: B009


def test_what_was_prepared_from_other_sources_is_not_used() -> None:
    assert prepared("nothing-of-this-name") is None
    rows = prepared("rules")
    if rows is None:
        pytest.skip("nothing was prepared")
    assert prepared("rules", 1) is None


@pytest.mark.skipif(prepared("patterns") is None, reason="nothing was prepared")
def test_a_start_needs_no_parser() -> None:
    code = "import sys, tqcheck; tqcheck.check('It is the the end.', language='en'); print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()
    late = {"regex", "tomllib", "json", "typing", "dataclasses", "inspect", "pathlib", "tqcheck.cli", "langdetect", "sacrebleu"}
    assert late.intersection(loaded) == set()
